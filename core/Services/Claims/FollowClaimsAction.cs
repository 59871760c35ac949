using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;

namespace ChatChannels.Services.Claims;

/// <summary><c>follow-claims</c>: from now on a proven person hears by SMS, on the phone on file, when a claim changes.</summary>
public sealed class FollowClaimsAction(IRegister register, IClaimFollows follows) : IServiceAction
{
    private const string Following = "following";
    private const string Unproven = "unproven";

    public ActionSignature Signature { get; } = new(
        "follow-claims",
        [Following, Unproven],
        [],
        ImmutableDictionary<string, ImmutableArray<string>>.Empty)
    {
        Requires = Proof.Possessed,
    };

    public async Task<ActionResult> Perform(ActionRequest request, CancellationToken cancellation)
    {
        if (MemberAnswers.ProvenMember(request.Answers) is not { } member)
            return ActionResult.Exit(Unproven);
        var known = await follows.Find(request.Fund.Id, member, cancellation);
        var claims = await register.Claims(request.Fund.Id, member, cancellation);
        var wish = new ClaimFollow(request.Fund.Id, member, request.Language, States(claims)) { Version = (known?.Version ?? 0) + 1 };
        var fact = request.Audit("claims-followed", string.Create(CultureInfo.InvariantCulture, $"{wish.Told.Count} known"));
        return ActionResult.Exit(Following) with { Changes = [new Change.Follow(wish), fact] };
    }

    /// <summary>What the person has just seen, so that only what comes after is told.</summary>
    private static ImmutableSortedDictionary<string, ClaimState> States(IEnumerable<Claim> claims) =>
        claims.ToImmutableSortedDictionary(claim => claim.Id, claim => claim.State, StringComparer.Ordinal);
}
