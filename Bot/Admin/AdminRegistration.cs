using Bot.Sources.Push;

namespace Bot.Admin;

internal static class AdminRegistration
{
    public static void MapAdmin(this IEndpointRouteBuilder routes)
    {
        routes.MapHealth();
        routes.MapPush();
    }
}
