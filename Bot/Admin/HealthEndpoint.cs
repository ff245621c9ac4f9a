using Bot.Storage;

namespace Bot.Admin;

/// <summary><c>GET /healthz</c>: 200 while the database answers, 503 when it does not.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/healthz", async (BotDbFactory databases, CancellationToken cancellationToken) =>
        {
            await using var db = databases.CreateDbContext();
            return await db.Database.CanConnectAsync(cancellationToken) ? Results.Text("well") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        });
}
