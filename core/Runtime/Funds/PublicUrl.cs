using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ChatChannels.Runtime.Funds;

/// <summary>The address that links in messages begin with: as it is set, ending in a slash; where it is not set, where the service listens.</summary>
internal sealed class PublicUrl(IConfiguration configuration) : IPostConfigureOptions<FundsOptions>, IValidateOptions<FundsOptions>
{
    private const string Setting = "Funds:PublicUrl";

    /// <summary>Names under which a server listens everywhere, and nobody reaches it.</summary>
    private static readonly string[] Everywhere = ["*", "+", "0.0.0.0", "[::]"];

    public void PostConfigure(string? name, FundsOptions options)
    {
        if (string.IsNullOrWhiteSpace(configuration[Setting]))
            options.PublicUrl = Listening(configuration["Urls"]) ?? new FundsOptions().PublicUrl;
        else if (options.PublicUrl is { IsAbsoluteUri: true, Query: "", Fragment: "" } url && !url.AbsolutePath.EndsWith('/'))
            options.PublicUrl = new Uri($"{url.AbsoluteUri}/");
    }

    public ValidateOptionsResult Validate(string? name, FundsOptions options) => options.PublicUrl switch
    {
        { IsAbsoluteUri: true, Scheme: "https" or "http", Query: "", Fragment: "", UserInfo: "" } => ValidateOptionsResult.Success,
        { IsAbsoluteUri: true, Scheme: "https" or "http" } => ValidateOptionsResult.Fail($"{Setting} must be an address alone, without user, query or fragment."),
        var other => ValidateOptionsResult.Fail($"{Setting} is '{other}'; it must be an absolute address, for instance https://chat.fund.example/."),
    };

    /// <summary>The first address of <c>Urls</c> that can be opened on this machine; null where there is none, or its port is chosen at the start.</summary>
    private static Uri? Listening(string? urls)
    {
        var first = urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "";
        foreach (var host in Everywhere)
            first = first.Replace($"://{host}", "://localhost", StringComparison.Ordinal);
        return Uri.TryCreate(first, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Port: > 0 } ? new Uri($"{url.GetLeftPart(UriPartial.Authority)}/") : null;
    }
}
