using System.Globalization;
using System.Security.Cryptography;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Funds;
using ChatChannels.Services;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatChannels.Bot.DirectLine;

/// <summary>
/// Makes and reads tokens: signed by a key that comes from the master key, so that every node knows them and none keeps them. One
/// opens one conversation of one fund, as one user.
/// </summary>
internal sealed class Tokens(FundDirectory funds, ISecrets secrets, IIdSource ids, IOptions<BotOptions> options, TimeProvider time)
{
    private const string Issuer = "chatchannels";
    private const string ConversationClaim = "conv";
    private const string UserClaim = "user";
    private const string FundClaim = "fund";
    private const string FileClaim = "file";
    private const string UntilClaim = "until";
    private const string TicketClaim = "jti";

    /// <summary>Octets by which one ticket is told from another of the same second.</summary>
    private const int TicketLength = 16;

    /// <summary>Within which a stream must be opened.</summary>
    private static readonly TimeSpan StreamLife = TimeSpan.FromMinutes(1);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Late, as there is no master key before the storage is open.</summary>
    private readonly Lazy<SymmetricSecurityKey> _key = new(() => new SymmetricSecurityKey(Convert.FromHexString(secrets.Hash("direct-line", "tokens"))));

    public TimeSpan Life => options.Value.DirectLine.TokenLife;

    /// <summary>A token for a conversation that nobody has begun.</summary>
    public TokenReply Begin(FundId fund, string? user = null) => Of(fund, ids.NextId().ToString("N"), user);

    /// <summary>A token for a conversation.</summary>
    public TokenReply Of(FundId fund, string conversation, string? user) =>
        new(conversation, Make(TokenUse.Conversation, Claims(fund, conversation, user), Life), (int)Life.TotalSeconds);

    /// <summary>What opens the stream of a conversation once, for as long as a token lives that is given with it.</summary>
    public string OfStream(Caller caller, string conversation)
    {
        var claims = Claims(caller.Fund.Id, conversation, caller.User);
        claims[UntilClaim] = (time.GetUtcNow() + Life).ToUnixTimeSeconds();
        claims[TicketClaim] = RandomNumberGenerator.GetHexString(2 * TicketLength, lowercase: true);
        return Make(TokenUse.Stream, claims, StreamLife);
    }

    /// <summary>What gives another token for a conversation, for as long as one may lie idle.</summary>
    public string OfRenewal(FundId fund, string conversation) =>
        Make(TokenUse.Renewal, Claims(fund, conversation, null), SessionLimits.Lifetime);

    /// <summary>What shows a file of a conversation.</summary>
    public string OfFile(FundId fund, string conversation, string file)
    {
        var claims = Claims(fund, conversation, null);
        claims[FileClaim] = file;
        return Make(TokenUse.File, claims, Life);
    }

    /// <summary>Whom a token speaks for; null when it is none of ours, altered, for another use or past its time.</summary>
    /// <param name="file">The file, of a token for one.</param>
    public async Task<Caller?> Read(string token, TokenUse use, string? file = null)
    {
        var result = await _handler.ValidateTokenAsync(token, Rules(use));
        if (!result.IsValid || !IsCanonical(token) || !string.Equals(Claim(result, FileClaim), file, StringComparison.Ordinal))
            return null;
        return Claim(result, ConversationClaim) is { } conversation && FundOf(Claim(result, FundClaim)) is { } fund
            ? new Caller(fund, conversation, Claim(result, UserClaim)) { Until = UntilOf(result), Ticket = Claim(result, TicketClaim) }
            : null;
    }

    private static DateTimeOffset UntilOf(TokenValidationResult result) =>
        result.Claims.TryGetValue(UntilClaim, out var value) && value is long or int
            ? DateTimeOffset.FromUnixTimeSeconds(Convert.ToInt64(value, CultureInfo.InvariantCulture))
            : DateTimeOffset.MinValue;

    private Fund? FundOf(string? name) => name is null ? null : funds.Find(new FundId(name));

    private static string? Claim(TokenValidationResult result, string name) => result.Claims.TryGetValue(name, out var value) ? value as string : null;

    /// <summary>A signature has spare bits at its end; what differs in them alone would be another token for the same thing.</summary>
    private static bool IsCanonical(string token)
    {
        var signature = token[(token.LastIndexOf('.') + 1)..];
        return string.Equals(Base64UrlEncoder.Encode(Base64UrlEncoder.DecodeBytes(signature)), signature, StringComparison.Ordinal);
    }

    private static Dictionary<string, object> Claims(FundId fund, string conversation, string? user)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { [ConversationClaim] = conversation, [FundClaim] = fund.Value };
        if (user is not null)
            claims[UserClaim] = user;
        return claims;
    }

    private string Make(TokenUse use, Dictionary<string, object> claims, TimeSpan life) => _handler.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = Audience(use),
        Expires = (time.GetUtcNow() + life).UtcDateTime,
        Claims = claims,
        SigningCredentials = new SigningCredentials(_key.Value, SecurityAlgorithms.HmacSha256),
    });

    private TokenValidationParameters Rules(TokenUse use) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Audience(use),
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        IssuerSigningKey = _key.Value,
        LifetimeValidator = (_, expires, _, _) => expires > time.GetUtcNow().UtcDateTime,
    };

    private static string Audience(TokenUse use) => string.Create(CultureInfo.InvariantCulture, $"direct-line {use}");
}
