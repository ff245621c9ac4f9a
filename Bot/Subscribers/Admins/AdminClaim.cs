using System.Security.Cryptography;
using System.Text;

namespace Bot.Subscribers;

/// <summary>
/// How the first admin comes about: whoever can read the console knows the code, and the first to bring it becomes an owner. It holds
/// once, only while there is no owner, and only for a few wrong tries; a restart prints another.
/// </summary>
internal sealed class AdminClaim(AdminStore admins, AuditTrail audit) : IDisposable
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 10;
    private const int MostWrong = 20;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private string? _code;
    private int _wrong;

    /// <summary>The code to print; null when there is an owner already.</summary>
    public async Task<string?> Offer(CancellationToken cancellationToken)
    {
        if (await admins.HasOwner(cancellationToken))
        {
            return null;
        }

        return _code ??= RandomNumberGenerator.GetString(Letters, Length);
    }

    /// <returns>Whether the person is an owner now by this code.</returns>
    public async Task<bool> Claim(string channel, string person, string code, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_code is null || _wrong >= MostWrong || await admins.HasOwner(cancellationToken))
            {
                return false;
            }

            if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(_code)))
            {
                _wrong++;
                return false;
            }

            _code = null;
            await admins.Set(channel, person, AdminRole.Owner, "code", cancellationToken);
            await audit.Note(AdminStore.Name(channel, person), "admin.claim", AdminStore.Name(channel, person), nameof(AdminRole.Owner), cancellationToken);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
