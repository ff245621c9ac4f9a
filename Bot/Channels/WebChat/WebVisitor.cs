using System.Buffers.Text;
using System.Security.Cryptography;

namespace Bot.Channels;

/// <summary>
/// A visitor is whoever holds the cookie. The chat's address is a hash of it, so that who can read the database,
/// a log or the console cannot enter somebody's chat.
/// </summary>
internal static class WebVisitor
{
    private const string Cookie = "faxun";
    private const int SecretBytes = 16;
    private static readonly TimeSpan _kept = TimeSpan.FromDays(400);

    /// <summary>The address of the visitor who asks; null for a new one.</summary>
    public static string? Of(HttpRequest request)
    {
        Span<byte> secret = stackalloc byte[SecretBytes];
        return request.Cookies[Cookie] is { Length: 22 } text
            && Base64Url.IsValid(text, out var bytes) && bytes == SecretBytes && Base64Url.TryDecodeFromChars(text, secret, out _)
            ? Address(secret)
            : null;
    }

    public static string Admit(HttpContext context)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        context.Response.Cookies.Append(Cookie, Base64Url.EncodeToString(secret), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
            MaxAge = _kept,
            Path = "/",
        });
        return Address(secret);
    }

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie);

    private static string Address(ReadOnlySpan<byte> secret) => Base64Url.EncodeToString(SHA256.HashData(secret).AsSpan(0, 16));
}
