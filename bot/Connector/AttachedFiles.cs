using System.Net.Http.Headers;
using System.Text.Json;
using ChatChannels.Bot.Chat;

namespace ChatChannels.Bot.Connector;

/// <summary>Fetches files that came with activities: out of the activity itself, or from the service that it came from, and from nowhere else.</summary>
internal sealed class AttachedFiles(ConnectorHttp http, Credentials credentials)
{
    private const string Inline = ";base64,";

    /// <summary>The file at an address that an activity gave; null for one that cannot be had.</summary>
    public async Task<byte[]?> Fetch(Letter letter, string address, CancellationToken cancellation)
    {
        if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return Decode(address);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || !IsOf(letter.Activity.ServiceUrl, url))
            return null;
        try
        {
            return await Fetch(letter.Party, url, cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<byte[]?> Fetch(Party party, Uri url, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (party.App is { } app)
        {
            if (await credentials.Of(app.AppId, party.Scope, cancellation) is not { } token)
                return null;
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var response = await http.Open(request, cancellation);
        return response.IsSuccessStatusCode ? await Download.Read(response, cancellation) : null;
    }

    private static byte[]? Decode(string address)
    {
        var at = address.IndexOf(Inline, StringComparison.OrdinalIgnoreCase);
        var content = new byte[address.Length];
        return at >= 0 && Convert.TryFromBase64String(address[(at + Inline.Length)..], content, out var length) ? content[..length] : null;
    }

    /// <summary>Nobody may have the bot call, let alone with its token, what is not the service.</summary>
    private static bool IsOf(string? serviceUrl, Uri url) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var service)
        && Uri.Compare(service, url, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
