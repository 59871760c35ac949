namespace ChatChannels.Ussd.AfricasTalking;

/// <summary>What the gateway sends in <c>text</c>.</summary>
public enum TextMode
{
    /// <summary>Everything typed since the dial, joined by <c>*</c>.</summary>
    Cumulative,

    /// <summary>Only the last answer.</summary>
    LastAnswer,
}
