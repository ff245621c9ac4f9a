using Bot.Sources.Fetching;
using Bot.Texts;
using Microsoft.Extensions.Options;

namespace Bot.Sources.Push;

/// <summary><c>POST /api/bulletins</c>: one bulletin or a list, with the source's API key as bearer token or in <c>X-Api-Key</c>.</summary>
internal static class PushEndpoint
{
    public const string Path = "/api/bulletins";

    public static IEndpointConventionBuilder MapPush(this IEndpointRouteBuilder routes) => routes.MapPost(Path, Take);

    private static async Task<IResult> Take(HttpRequest request, IPushIntake intake, IOptions<SourcesOptions> options, CancellationToken cancellationToken)
    {
        var language = Spoken(request);
        if (Key(request) is not { } key || intake.SourceOf(key) is not { } source)
        {
            return Results.Json(new { error = SourcesText.In(language, "Push_BadKey") }, statusCode: StatusCodes.Status401Unauthorized);
        }

        if (await BoundedBody.Read(request.Body, options.Value.LargestDocument, cancellationToken) is not { } body)
        {
            return Results.Json(new { error = SourcesText.In(language, "Push_TooLarge", options.Value.LargestDocument / 1024 / 1024) }, statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        return PushBody.Read(body, source.TimeZone) switch
        {
            PushBody.Accepted accepted => Results.Ok(new { received = accepted.Entries.Count, changed = await intake.Take(source, body, accepted.Entries, cancellationToken) }),
            PushBody.Refused refused => Results.BadRequest(new { errors = refused.Faults.Select(f => new { index = f.Index < 0 ? (int?)null : f.Index, message = f.Message.In(language) }) }),
            var other => throw new InvalidOperationException($"No such body: {other}."),
        };
    }

    /// <summary>The first of the languages that the client asks for which is ours; a program asks for none and is answered in English.</summary>
    private static Language Spoken(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.Value ?? "")
            .FirstOrDefault(l => l.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || l.StartsWith("en", StringComparison.OrdinalIgnoreCase)) is { } tag
            ? LanguageTags.Parse(tag)
            : Language.En;

    private static string? Key(HttpRequest request)
    {
        var bearer = request.Headers.Authorization.ToString();
        var key = bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? bearer[7..].Trim() : request.Headers["X-Api-Key"].ToString().Trim();
        return key.Length == 0 ? null : key;
    }
}
