using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ChatChannels.Tests.Simulator;

/// <summary>Answers at the gateway's two addresses with screens by text, and keeps what it was sent.</summary>
internal sealed class FakeGateway
{
    public const string French = "Entrez votre nom de famille :\n0. Retour";
    public const string Arabic = "مرحبا بكم في الصندوق\n1. التسجيل\n2. رقم ضائع";

    public ConcurrentQueue<Dictionary<string, string>> Calls { get; } = [];

    public ConcurrentQueue<Dictionary<string, string>> Events { get; } = [];

    public Dictionary<string, string> Screens { get; } = new(StringComparer.Ordinal)
    {
        [""] = "CON Bienvenue\n1. Inscription\n2. Arabe\n3. Fin",
        ["1"] = "CON " + French,
        ["1*NGONO"] = "END Merci NGONO",
        ["2"] = "CON " + Arabic,
        ["3"] = "END Au revoir",
        ["4"] = "CON " + new string('a', 190),
        ["5"] = "CON " + new string('ب', 81),
        ["6"] = "oops",
    };

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/ussd/africastalking", async (HttpContext http) =>
        {
            var fields = await ReadAsync(http);
            Calls.Enqueue(fields);
            return Screens.GetValueOrDefault(fields["text"], "END Choix inconnu");
        });
        routes.MapPost("/ussd/africastalking/events", async (HttpContext http) =>
        {
            Events.Enqueue(await ReadAsync(http));
        });
    }

    private static async Task<Dictionary<string, string>> ReadAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
    }
}
