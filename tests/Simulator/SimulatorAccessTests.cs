using System.Net;

namespace ChatChannels.Tests.Simulator;

/// <summary>The simulator shows the messages of any number: who may see it at all.</summary>
public sealed class SimulatorAccessTests
{
    private static readonly IPAddress Stranger = IPAddress.Parse("203.0.113.7");

    public static TheoryData<string> Paths =>
        ["/simulator", "/simulator/simulator.js", "/simulator/api/funds", "/simulator/api/messages", "/simulator/api/stand?fund=demo-cm&phone=%2B237650000001"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Get_WhenNotEnabled_IsNotFound(string path)
    {
        await using var host = await SimulatorHost.StartAsync(enabled: false);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, path));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Get_FromAnotherMachine_IsNotFound(string path)
    {
        await using var host = await SimulatorHost.StartAsync(caller: Stranger);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, path));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Get_FromAnotherMachineWhenAllowed_IsServed(string path)
    {
        await using var host = await SimulatorHost.StartAsync(allowRemote: true, caller: Stranger);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, path));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task Get_FromThisMachine_IsServed(string caller)
    {
        await using var host = await SimulatorHost.StartAsync(caller: IPAddress.Parse(caller));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/simulator/api/funds"));
    }

    [Theory]
    [InlineData("Host", "attacker.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task Get_FromAStrangerThroughThisMachine_IsNotFound(string header, string value)
    {
        await using var host = await SimulatorHost.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, "/simulator/api/funds", (header, value)));
    }

    private static async Task<HttpStatusCode> StatusAsync(SimulatorHost host, string path, (string Name, string Value)? header = null)
    {
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header is { } added)
            request.Headers.Add(added.Name, added.Value);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
