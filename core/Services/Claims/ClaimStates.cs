using System.Collections.Immutable;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows;

namespace ChatChannels.Services.Claims;

/// <summary>What registers call the states of a claim.</summary>
public static class ClaimStates
{
    private const string Policy = "claim-states";

    /// <summary>Every word that means a state: our own, and the fund's codes by its policy <c>claim-states: { MSG: received }</c>.</summary>
    public static ImmutableSortedDictionary<string, ClaimState> Of(Fund fund)
    {
        var own = Enum.GetValues<ClaimState>().ToImmutableSortedDictionary(ClaimTexts.Word, state => state, StringComparer.Ordinal);
        var mapped = fund.Policies.GetValueOrDefault(Policy, AnswerSettings.None).Values.Where(code => own.ContainsKey(code.Value));
        return own.SetItems(mapped.Select(code => KeyValuePair.Create(code.Key, own[code.Value])));
    }
}
