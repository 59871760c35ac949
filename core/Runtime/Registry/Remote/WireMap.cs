using System.Collections.Immutable;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Members;

namespace ChatChannels.Runtime.Registry.Remote;

/// <summary>Reads the wire's words. A word that we do not know is no answer: nothing may be told then.</summary>
internal static class WireMap
{
    public static MemberRecord Member(Wire.MemberBody body) => new()
    {
        Number = body.Number,
        Standing = Word(RegisterWords.Standings, body.Standing),
        Reason = body.Reason,
        HasAccount = body.HasAccount,
        Phone = body.Phone,
        PhoneSince = body.PhoneSince,
        Email = body.Email,
        PaymentMode = Word(RegisterWords.PaymentModes, body.PaymentMode),
        Names = body.Names ?? "",
    };

    public static Claim Claim(Fund fund, Wire.ClaimBody body) => new()
    {
        Id = body.Claim,
        State = Word(ClaimStates.Of(fund), body.State),
        FiledOn = body.FiledOn,
        AmountClaimed = body.AmountClaimed,
        AmountReimbursed = body.AmountReimbursed,
        RejectionReason = body.RejectionReason,
        MissingPieces = body.MissingPieces.IsDefault ? [] : body.MissingPieces,
        CompleteBy = body.CompleteBy,
        PaidOn = body.PaidOn,
    };

    private static T Word<T>(ImmutableSortedDictionary<string, T> words, string word) =>
        words.TryGetValue(word, out var known) ? known : throw new InvalidDataException($"The register says '{word}', which is none of {string.Join(", ", words.Keys)}.");
}
