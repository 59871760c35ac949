using System.Globalization;
using ChatChannels.Bench.Machine;
using ChatChannels.Driver.Walks;

namespace ChatChannels.Bench.Systems;

/// <summary>What people would take instead, run as its documentation says, but for the slim adapter.</summary>
internal static class Peer
{
    /// <summary>One start in some hundred of ussd-menu-builder was never answered.</summary>
    private const int Starts = 3;

    /// <summary>A waterfall of Microsoft's SDK behind its own adapter, as its bots run: activities in, and their replies in the answer.</summary>
    public static Contender BotBuilder { get; } =
        new("botbuilder, own adapter", "/api/messages", Walk.MenuMessages, StartBotBuilder) { ByActivities = true, Starts = Starts };

    /// <summary>The same waterfall behind an adapter of the bench's own for the gateway's callbacks, as slim as can be.</summary>
    public static Contender SlimBotBuilder { get; } = new("botbuilder, slim adapter", "/ussd", Walk.Menu, StartBotBuilder) { Starts = Starts };

    /// <summary>The npm package behind Express, its sessions in Redis.</summary>
    /// <param name="fsync"><c>always</c> or <c>everysec</c>.</param>
    /// <param name="workers">Processes of node:cluster.</param>
    public static Contender UssdMenuBuilder(string fsync, int workers)
    {
        var name = $"ussd-menu-builder, Redis {fsync}" + (workers > 1 ? $", {workers} processes" : "");
        return new Contender(name, "/ussd", Walk.Menu, () => StartUssdMenuBuilder(fsync, workers)) { Starts = Starts };
    }

    private static Running StartBotBuilder()
    {
        var scratch = new Scratch();
        var port = Child.FreePort();
        return new Running(port, Node(scratch, "botbuilder", port), [], scratch);
    }

    private static Running StartUssdMenuBuilder(string fsync, int workers)
    {
        var scratch = new Scratch();
        var (port, store) = (Child.FreePort(), Child.FreePort());
        var redis = Child.Start(
            scratch.Path,
            [],
            ["redis-server", "--port", Text(store), "--bind", "127.0.0.1", "--save", "", "--appendonly", "yes", "--appendfsync", fsync]);
        // Node gives up when Redis is not there yet; as an operator would, it is started after it.
        Ready.Await(store);
        var node = Node(scratch, "ussd-menu-builder", port, ("REDIS_PORT", Text(store)), ("WORKERS", Text(workers)));
        return new Running(port, node, [redis.Id], redis, scratch);
    }

    private static Child Node(Scratch scratch, string peer, int port, params IEnumerable<(string Name, string Value)> environment) => Child.Start(
        scratch.Path,
        [("PORT", Text(port)), ("NODE_ENV", "production"), .. environment],
        ["node", Built.PathOf($"bench/peers/{peer}/server.js")]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
