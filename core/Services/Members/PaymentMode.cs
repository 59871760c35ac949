namespace ChatChannels.Services.Members;

/// <summary>How a fund pays a person (CO-5).</summary>
public enum PaymentMode
{
    /// <summary>Not at all yet, or unknown.</summary>
    None,

    /// <summary>By bank transfer.</summary>
    Transfer,

    /// <summary>By postal money order.</summary>
    MoneyOrder,
}
