using System.Globalization;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using ChatChannels.Services.Members;
using ChatChannels.Services.PreRegistration;
using CsvHelper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Runtime.Registry;

/// <summary>Puts the invented members of each fund's <c>sample/members.csv</c> into the local register; those already there stay.</summary>
public sealed partial class SampleMembers(FundFolder folder, FundDirectory funds, IStore store, TimeProvider time, ILogger<SampleMembers> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var fund in funds.All)
        {
            var file = Path.Combine(folder.Path, fund.Id.Value, "sample", "members.csv");
            if (File.Exists(file))
                LogAdded(logger, fund.Id.Value, await Add(fund, file, cancellationToken));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<int> Add(Fund fund, string file, CancellationToken cancellation)
    {
        var added = 0;
        using var rows = CsvReader.FromText(await File.ReadAllTextAsync(file, cancellation), CsvReaderOptions.Default);
        while (await rows.ReadAsync(cancellation))
        {
            var unit = new Unit(null, [new Change.RegisterMember(Read(fund, rows))]);
            added += await store.Commit(unit, cancellation) is CommitResult.Committed ? 1 : 0;
        }

        return added;
    }

    private Member Read(Fund fund, CsvReader row)
    {
        var context = fund.AnswerContext(fund.Languages[0], TurnDecider.Today(fund, time.GetUtcNow()));
        var facts = row.Headers
            .Where(name => fund.CollectorOf(name) is not null)
            .Aggregate(AnswerSheet.None, (sheet, name) => sheet.With(name, Canonical(fund, name, row.GetString(name) ?? "", context)));
        return new Member(
            fund.Id,
            row.GetString("number") ?? "",
            PersonAnswers.Identity(facts),
            PersonAnswers.Likeness(facts),
            facts,
            new DateTimeOffset(DateTime.ParseExact(row.GetString("since") ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeSpan.Zero));
    }

    private static string Canonical(Fund fund, string name, string written, AnswerContext context) =>
        fund.CollectorOf(name) is State.Ask ask && ask.Type.Read(written, ask.Settings, context) is AnswerReading.Accepted accepted
            ? accepted.Canonical
            : written;

    [LoggerMessage(1301, LogLevel.Information, "{Fund}: {Added} sample members added to the local register")]
    private static partial void LogAdded(ILogger logger, string fund, int added);
}
