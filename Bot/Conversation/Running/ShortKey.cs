using System.Security.Cryptography;
using System.Text;

namespace Bot.Conversation;

/// <summary>What something is called in a button's action: its id, or, where that is too long or would be taken apart, a hash of it.</summary>
internal static class ShortKey
{
    private const int MostBytes = 32;

    public static string Of(string id) => Encoding.UTF8.GetByteCount(id) <= MostBytes && !id.Contains(':', StringComparison.Ordinal)
        ? id
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..16];
}
