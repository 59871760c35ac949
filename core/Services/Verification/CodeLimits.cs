using System.Collections.Immutable;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Messages;

namespace ChatChannels.Services.Verification;

/// <summary>
/// How often codes may be asked for: by a line, a block of numbers, a network, of a fund; for a person; and by SMS. What is counted of
/// networks is a part of the fund's alone, so that strangers, to whom addresses cost nothing, leave the rest to callers whose line is
/// their own. That of the person is silent, or it would tell who is known. Known and unknown persons count alike, but for real SMS.
/// </summary>
internal static class CodeLimits
{
    /// <summary>The digits that the numbers of one block differ in.</summary>
    private const int BlockDigits = 4;

    /// <summary>The allowances of sending a code.</summary>
    /// <param name="texts">How many SMS it takes; 0 where nothing is really sent.</param>
    public static ImmutableArray<Allowance> Of(ActionRequest request, Recipient recipient, int texts)
    {
        var policy = CodePolicy.Of(request.Fund);
        var bucket = recipient.Bucket;
        return
        [
            .. Asking(request, policy),
            .. recipient.Target.Kind is CodeTarget.OnFile ? [] : ImmutableArray.Create(NoticeLimits.Unproven(request.Fund, recipient.Target.Who)),
            Texts(request, policy, texts),
            .. request.Network is { } network
                ? ImmutableArray.Create(
                    new Allowance($"codes:to:{bucket}:{network.Subject}", policy.PerPersonAndNetwork, IsSilent: true),
                    new Allowance($"codes:to:{bucket}:networks", policy.PerDay, IsSilent: true))
                : [new Allowance($"codes:to:{bucket}:lines", policy.PerDay, IsSilent: true)],
        ];
    }

    /// <summary>The allowances of showing a code that is to be texted back.</summary>
    public static ImmutableArray<Allowance> OfShown(ActionRequest request) => Asking(request, CodePolicy.Of(request.Fund));

    /// <summary>The allowances of sending a secret to somebody who is proven.</summary>
    public static ImmutableArray<Allowance> OfProven(ActionRequest request, string member, int texts)
    {
        var policy = CodePolicy.Of(request.Fund);
        return [new($"secrets:{request.Fund.Id}:{member}", policy.PerDay), Texts(request, policy, texts)];
    }

    /// <summary>What failures of a line count against.</summary>
    public static string FailuresOf(ActionRequest request) => $"code-failures:line:{request.Address.Value}";

    private static ImmutableArray<Allowance> Asking(ActionRequest request, CodePolicy policy)
    {
        var (fund, line) = (request.Fund.Id, request.Address.Value);
        var whole = new Allowance($"codes:fund:{fund}", policy.PerFund);
        return request.Network is { } network
            ? [
                new($"codes:line:{line}", policy.PerLine),
                new($"codes:{fund}:{network.Subject}", policy.PerNetwork),
                new($"codes:{fund}:networks", policy.PerNetworks),
                whole,
            ]
            : [
                new($"codes:line:{line}", policy.PerLine),
                new($"codes:prefix:{line[..Math.Max(0, line.Length - BlockDigits)]}", policy.PerPrefix),
                whole,
            ];
    }

    private static Allowance Texts(ActionRequest request, CodePolicy policy, int texts) => new($"codes:sms:{request.Fund.Id}", policy.SmsPerDay, texts);
}
