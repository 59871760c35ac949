using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Runtime.CallBacks;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Backup;
using ChatChannels.Services.CallBacks;
using ChatChannels.Services.Cases;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ChatChannels.Host.Commands;

/// <summary><c>call-backs list</c> and <c>call-backs close</c>: whom the funds have promised a call, until a desk shows them.</summary>
internal static class CallBacksCommand
{
    private const string Head = "reference\tfund\tasked\tnumber\tlanguage\tabout";

    public static Command Create() => new("call-backs", "The people whom the funds have promised a call.") { CreateList(), CreateClose() };

    private static Command CreateList()
    {
        var fund = new Option<string?>("--fund") { Description = "Only this fund's, by the name of its folder." };
        var list = new Command("list", "List the call-backs that wait, those who have waited longest first; while the service runs or not.") { fund };
        list.TreatUnmatchedTokensAsErrors = false;
        list.SetAction((parsed, cancellation) => Say(parsed, parts => List(parts, parsed.GetValue(fund), cancellation)));
        return list;
    }

    private static Command CreateClose()
    {
        var reference = new Argument<string>("REFERENCE") { Description = "The reference of the call-back, as the list shows it." };
        var by = new Option<string>("--by") { Description = $"Who closes it; stands in the audit, at most {CallBackClosing.LongestBy} characters.", Required = true };
        var why = new Option<string>("--why") { Description = $"What came of it, without personal data; stands in the audit, at most {CallBackClosing.LongestWhy} characters.", Required = true };
        var close = new Command("close", "Close a call-back. On SQLite the service must be stopped; on PostgreSQL it may run.") { reference, by, why };
        close.TreatUnmatchedTokensAsErrors = false;
        close.SetAction((parsed, cancellation) => Say(
            parsed, parts => Close(parts, parsed.GetValue(reference)!, CallBackClosing.Of(parsed.GetValue(by), parsed.GetValue(why)), cancellation)));
        return close;
    }

    /// <summary>Runs, and says what came of it; what an operator can mend is one sentence.</summary>
    private static async Task<int> Say(ParseResult parsed, Func<WebApplication, Task<(bool Done, IEnumerable<string> Sentences)>> run)
    {
        var (done, sentences) = await Safely();
        var console = done ? parsed.InvocationConfiguration.Output : parsed.InvocationConfiguration.Error;
        foreach (var sentence in sentences)
            await console.WriteLineAsync(sentence);
        return done ? 0 : 1;

        async Task<(bool Done, IEnumerable<string> Sentences)> Safely()
        {
            try
            {
                await using var parts = Composition.BuildParts(["--Logging:LogLevel:Default", "Error", .. parsed.UnmatchedTokens]);
                return await run(parts);
            }
            catch (Exception refused) when (refused is StorageRefusedException or InvalidDataException or OptionsValidationException or IOException or UnauthorizedAccessException or DbException)
            {
                return (false, [refused.Message]);
            }
        }
    }

    private static async Task<(bool Done, IEnumerable<string> Sentences)> List(WebApplication parts, string? only, CancellationToken cancellation)
    {
        var funds = parts.Services.GetRequiredService<FundDirectory>();
        if (only is not null && funds.Find(new FundId(only)) is null)
            return (false, [$"There is no fund {only}, but {string.Join(", ", funds.All.Select(known => known.Id))}."]);
        var lines = new List<string> { Head };
        await Read(parts, Note, cancellation);
        return (true, lines);

        async Task Note(CallBackBook book)
        {
            foreach (var fund in funds.All.Where(fund => only is null || string.Equals(fund.Id.Value, only, StringComparison.Ordinal)))
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(fund.TimeZone);
                lines.AddRange((await book.List(fund.Id, cancellation)).Select(entry => Line(entry, zone)));
            }
        }
    }

    private static string Line(CallBackEntry entry, TimeZoneInfo zone) => string.Join(
        '\t',
        entry.Reference.Digits,
        entry.Fund.Value,
        TimeZoneInfo.ConvertTime(entry.AskedAt, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        entry.IsTyped ? $"{entry.Phone} (typed, not proven)" : entry.Phone,
        entry.Language.Code,
        entry.About);

    private static async Task<(bool Done, IEnumerable<string> Sentences)> Close(
        WebApplication parts, string reference, CallBackClosing? closing, CancellationToken cancellation)
    {
        if (closing is null)
            return (false, ["Say who closes it with --by, and what came of it with --why."]);
        var number = new CaseNumber(string.Concat(reference.Where(char.IsAsciiDigit)));
        await using var house = await Storehouse.Open(OptionsOf(parts), TimeProvider.System, NullLogger.Instance, cancellation);
        var book = new CallBackBook(house.Cases, house.Store, TimeProvider.System);
        foreach (var fund in parts.Services.GetRequiredService<FundDirectory>().All)
            if (await book.Close(fund.Id, number, closing, cancellation))
                return (true, [$"The call-back {number.Digits} of {fund.Id} is closed."]);
        return (false, [$"No call-back {reference} waits: it is closed already, or there is none."]);
    }

    /// <summary>Reads the storage; where the service may hold the file, a copy of it.</summary>
    private static async Task Read(WebApplication parts, Func<CallBackBook, Task> read, CancellationToken cancellation)
    {
        var options = OptionsOf(parts);
        var folder = options.Kind is StorageKind.Sqlite ? Directory.CreateTempSubdirectory("chatchannels-call-backs-") : null;
        try
        {
            if (folder is not null)
            {
                var copy = Path.Combine(folder.FullName, "copy.db");
                var saved = await Backups.For(options, TimeProvider.System).Save(copy, cancellation);
                if (!saved.Done)
                    throw new StorageRefusedException(saved.Sentence);
                options = new StorageOptions { Path = copy, KeyFile = options.KeyFile };
            }

            await using var house = await Storehouse.Open(options, TimeProvider.System, NullLogger.Instance, cancellation);
            await read(new CallBackBook(house.Cases, house.Store, TimeProvider.System));
        }
        finally
        {
            folder?.Delete(recursive: true);
        }
    }

    private static StorageOptions OptionsOf(WebApplication parts) => parts.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
}
