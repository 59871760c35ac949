using System.Collections.Immutable;
using System.CommandLine;
using ChatChannels.Conversation.Answers;
using ChatChannels.Driver.Walks;
using ChatChannels.Host.Replay;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Soak.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Soak.Commands;

/// <summary><c>codes</c>: rounds of a thousand wrong guesses at once, and of 64 right ones at once.</summary>
internal static class CodesCommand
{
    private const int WrongGuesses = 1000;
    private const int RightGuesses = 64;

    /// <summary>The compared codes of one round at most.</summary>
    private const int Checks = 3;

    /// <summary>A day within the sample fund's dates.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    public static Command Create()
    {
        var store = new Option<StorageKind>("--store") { Description = "The store to count in.", DefaultValueFactory = _ => StorageKind.Sqlite };
        var wrong = new Option<int>("--wrong") { Description = "Rounds of wrong guesses.", DefaultValueFactory = _ => 200 };
        var right = new Option<int>("--right") { Description = "Rounds of right ones.", DefaultValueFactory = _ => 500 };
        var seed = new Option<int>("--seed") { Description = "What the guesses are drawn from.", DefaultValueFactory = _ => 20_261_151 };
        var command = new Command("codes", "Codes under parallel guesses: three are compared, one succeeds.") { store, wrong, right, seed };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (kind, drawn) = (parsed.GetValue(store), parsed.GetValue(seed));
            await using var beds = await Beds.Open(kind, new Chance((ulong)drawn), cancellation);
            using var bed = await beds.Make(cancellation);
            await using var service = await ReplayHost.Start(Now, ["--Funds:Sample", "false", .. bed.Settings]);
            var desk = Desk(service);
            var wrongs = await new CodeRun(desk, drawn).Wrong(parsed.GetValue(wrong), WrongGuesses, cancellation);
            var rights = await new CodeRun(desk, drawn, parsed.GetValue(wrong)).Right(parsed.GetValue(right), RightGuesses, cancellation);
            return Print(Console.Out, kind, wrongs, rights) ? 0 : 1;
        });
        return command;
    }

    /// <summary>The rounds take less than the day that limits count by: those of neighbours would only forbid.</summary>
    private static CodeDesk Desk(ReplayHost service)
    {
        var fund = service.Services.GetRequiredService<FundDirectory>().All[0];
        var policy = new AnswerSettings(ImmutableDictionary<string, string>.Empty.Add("per-prefix", "1000000").Add("sms-per-day", "1000000"));
        var ports = CodePorts.Of(service.Services.GetRequiredService<Storehouse>(), service.Services.GetRequiredService<ISecrets>());
        return new CodeDesk(fund with { Policies = fund.Policies.SetItem("codes", policy) }, ports, service.Clock);
    }

    /// <summary>Whether all was as it must be.</summary>
    private static bool Print(TextWriter output, StorageKind kind, CodeReport wrongs, CodeReport rights)
    {
        output.WriteLine($"{kind}, wrong: {wrongs}");
        output.WriteLine($"{kind}, right: {rights}");
        output.WriteLine();
        output.Row("rounds of wrong guesses", wrongs.Played);
        output.Row("wrong guesses", (long)wrongs.Played * wrongs.Guesses);
        output.Row("compared in a round, at most", wrongs.MostCompared);
        output.Row("successes by wrong guesses", wrongs.Successes);
        output.Row("rounds of right guesses", rights.Played);
        output.Row("right guesses", (long)rights.Played * rights.Guesses);
        output.Row("successes by right guesses", rights.Successes);
        output.Row("rounds with more than one success", rights.Doubled);
        return wrongs.MostCompared <= Checks && wrongs.Successes is 0 && rights.Successes == rights.Played && rights.Doubled is 0;
    }
}
