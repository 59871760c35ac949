using ChatChannels.Conversation;

namespace ChatChannels.Services.Cases;

/// <summary>Who tries to open a case, and how often a day they may, the right tries included.</summary>
public sealed record CaseCaller
{
    private CaseCaller(string who, int triesPerDay) => (Who, TriesPerDay) = (who, triesPerDay);

    public string Who { get; }

    public int TriesPerDay { get; }

    /// <summary>A phone: it may be a family's, or a helper's.</summary>
    public static CaseCaller Phone(Address address) => new(address.Value, 30);

    /// <summary>A network address: behind one a mobile operator may hold thousands of people.</summary>
    public static CaseCaller Network(string address) => new(address, 1000);

    /// <summary>Masked.</summary>
    public override string ToString() => "CaseCaller { *** }";
}
