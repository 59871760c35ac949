using ChatChannels.Conversation;
using ChatChannels.Conversation.Answers;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;

namespace ChatChannels.Services.Verification;

/// <summary>Where a code would go, and whether it may. Personal.</summary>
/// <param name="Phone">A mobile number of the fund's country; null where there is none.</param>
/// <param name="Bucket">What codes and failures are counted against.</param>
public sealed record Recipient(CodeTarget Target, string? Phone, string? Email, string Bucket)
{
    /// <summary>Whether the phone changed too short a time ago to prove anything, or in ways that nobody told the fund.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Whether the phone is known to be in the same hands as before; without that it opens no passwords, money or numbers.</summary>
    public bool IsSteady { get; init; }

    /// <summary>Whether the very line that asks is the phone on file, behind an authenticated gateway.</summary>
    public bool IsCalling { get; init; }

    /// <summary>The address on file of a member, known or not.</summary>
    public static Recipient OnFile(ActionRequest request, CodeTarget target, MemberRecord? record)
    {
        var phone = Mobile(request, record?.Phone);
        var isOwnLine = phone is not null && string.Equals(phone, request.Address.Value, StringComparison.Ordinal);
        return new Recipient(target, phone, record?.Email, Bucketed(request, target.Kind, record is null ? request.Address.Value : target.Who, isOwnLine ? "own" : "other"))
        {
            IsDoubtful = phone is not null && !(record?.PhoneSince <= Lately(request)),
            IsCalling = isOwnLine && request.Address.Proof >= Proof.Possessed,
        };
    }

    /// <summary>An address that the person gave: a code proves that it is theirs, and nothing of who they are.</summary>
    public static Recipient Given(ActionRequest request, CodeTarget target) => target.Kind is CodeTarget.EmailGiven
        ? new Recipient(target, null, target.Who, Bucketed(request, target.Kind, target.Who, "given"))
        : new Recipient(target, Mobile(request, target.Who), null, Bucketed(request, target.Kind, target.Who, "given"));

    /// <summary>What changed after that day is too recent.</summary>
    public static DateOnly Lately(ActionRequest request) => request.Today.AddDays(-CodePolicy.Of(request.Fund).RecentDays);

    /// <summary>Where it goes on a channel; null where it cannot.</summary>
    public string? On(Channel channel) => channel == Channel.Email ? Email : Phone;

    public override string ToString() => "Recipient { *** }";

    /// <summary>
    /// Own line and others apart, so that strangers' failures leave the owner of the line alone. Of an unknown person the caller's
    /// line stands for who it is: one count for all of them would be a row that everybody waits for.
    /// </summary>
    private static string Bucketed(ActionRequest request, string kind, string who, string line) => $"code:{request.Fund.Id}:{kind}:{who}:{line}";

    private static string? Mobile(ActionRequest request, string? phone) =>
        phone is not null && PhoneNumber.TryParse(phone, request.Fund.Country, out var number)
        && number.IsMobile && string.Equals(number.Country, request.Fund.Country, StringComparison.Ordinal)
            ? number.E164
            : null;
}
