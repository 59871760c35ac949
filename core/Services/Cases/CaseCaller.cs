using ChatChannels.Conversation;
using ChatChannels.Services.Actions;
using ChatChannels.Services.PreRegistration;

namespace ChatChannels.Services.Cases;

/// <summary>Who tries to open a case, and how often a day they may try wrong codes.</summary>
public sealed record CaseCaller
{
    private CaseCaller(string who, int triesPerDay) => (Who, TriesPerDay) = (who, triesPerDay);

    private string? Proven { get; init; }

    public string Who { get; }

    public int TriesPerDay { get; }

    /// <summary>A phone, which may be a family's or a helper's; or the network behind an address that costs nothing.</summary>
    public static CaseCaller Of(ActionRequest request) => request.Network is { } network
        ? Network(network)
        : new(request.Address.Value, 30) { Proven = request.Address.Proof >= Proof.Possessed ? request.Address.Phone : null };

    /// <summary>A network address: behind one a mobile operator may hold thousands of people.</summary>
    public static CaseCaller Network(NetworkOrigin network) => new(network.Subject, 1000);

    /// <summary>Whether the caller's line is the one that filed a case, or that it names.</summary>
    public bool IsPhoneOf(Case? found) => Proven is { } phone && found is not null
        && (string.Equals(phone, found.Filer.Phone, StringComparison.Ordinal)
            || string.Equals(phone, found.Answers[PersonAnswers.Phone], StringComparison.Ordinal));

    /// <summary>Masked.</summary>
    public override string ToString() => "CaseCaller { *** }";
}
