using System.Runtime.InteropServices;
using ChatChannels.Runtime.Delivery;

namespace ChatChannels.Bot.WhatsApp.Sending;

/// <summary>A failure that the Graph API tells of. Its code alone decides; statuses and titles vary.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GraphFault(GraphFaultKind Kind, int Code)
{
    public static GraphFault Of(int? code) => new(KindOf(code ?? -1), code ?? -1);

    /// <summary>Whether somebody must see to it.</summary>
    public bool IsAlarming => Kind is GraphFaultKind.Access or GraphFaultKind.Account or GraphFaultKind.Template or GraphFaultKind.Request;

    public SendResult Result => Kind is GraphFaultKind.Recipient or GraphFaultKind.Window or GraphFaultKind.Template or GraphFaultKind.Request
        ? SendResult.Refused
        : SendResult.TryLater;

    /// <summary>A code that is not listed is taken for passing: it is tried again as often as any.</summary>
    private static GraphFaultKind KindOf(int code) => code switch
    {
        0 or 3 or 10 or 190 or (>= 200 and <= 299) => GraphFaultKind.Access,
        131056 => GraphFaultKind.PairThrottled,
        4 or 80007 or 130429 or 131048 => GraphFaultKind.Throttled,
        131026 or 131021 or 131030 or 131049 or 131050 or 130403 or 130497 => GraphFaultKind.Recipient,
        131047 => GraphFaultKind.Window,
        132000 or 132001 or 132005 or 132007 or 132012 or 132015 or 132016 => GraphFaultKind.Template,
        100 or 131008 or 131009 or 131051 or 131052 or 131053 => GraphFaultKind.Request,
        368 or 131031 or 131042 or 133010 => GraphFaultKind.Account,
        _ => GraphFaultKind.Passing,
    };
}
