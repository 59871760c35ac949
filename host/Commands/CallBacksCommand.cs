using System.CommandLine;
using System.Globalization;
using ChatChannels.Conversation;
using ChatChannels.Runtime.CallBacks;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services.CallBacks;
using ChatChannels.Services.Cases;

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
        list.SetAction((parsed, cancellation) => List(parsed, parsed.GetValue(fund), cancellation));
        return list;
    }

    private static Command CreateClose()
    {
        var reference = new Argument<string>("REFERENCE") { Description = "The reference of the call-back, as the list shows it." };
        var by = new Option<string>("--by") { Description = $"Who closes it; stands in the audit, at most {CallBackClosing.LongestBy} characters.", Required = true };
        var why = new Option<string>("--why") { Description = $"What came of it, without personal data; stands in the audit, at most {CallBackClosing.LongestWhy} characters.", Required = true };
        var close = new Command("close", "Close a call-back, while the service runs or not.") { reference, by, why };
        close.TreatUnmatchedTokensAsErrors = false;
        close.SetAction((parsed, cancellation) =>
            Close(parsed, parsed.GetValue(reference)!, CallBackClosing.Of(parsed.GetValue(by), parsed.GetValue(why)), cancellation));
        return close;
    }

    private static async Task<int> List(ParseResult parsed, string? only, CancellationToken cancellation)
    {
        var funds = Funds(parsed);
        if (only is not null && funds.Find(new FundId(only)) is null)
            return StorageCommand.Say(parsed, done: false, $"There is no fund {only}, but {string.Join(", ", funds.All.Select(known => known.Id))}.");
        return await StorageCommand.OnCopy(parsed, Print, cancellation);

        async Task<int> Print(Storehouse house)
        {
            var book = new CallBackBook(house.Cases, house.Store, TimeProvider.System);
            var lines = new List<string> { Head };
            foreach (var fund in funds.All.Where(fund => only is null || string.Equals(fund.Id.Value, only, StringComparison.Ordinal)))
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(fund.TimeZone);
                lines.AddRange((await book.List(fund.Id, cancellation)).Select(entry => Line(entry, zone)));
            }

            return StorageCommand.Say(parsed, done: true, string.Join(Environment.NewLine, lines));
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

    private static async Task<int> Close(ParseResult parsed, string reference, CallBackClosing? closing, CancellationToken cancellation)
    {
        if (closing is null)
            return StorageCommand.Say(parsed, done: false, "Say who closes it with --by, and what came of it with --why.");
        var number = new CaseNumber(string.Concat(reference.Where(char.IsAsciiDigit)));
        var fund = await new CallBackCommand(StorageCommand.Options(parsed), Funds(parsed), TimeProvider.System).Close(number, closing, cancellation);
        return fund.Length > 0
            ? StorageCommand.Say(parsed, done: true, $"The call-back {number.Digits} of {fund} is closed.")
            : StorageCommand.Say(parsed, done: false, $"No call-back {reference} waits: it is closed already, or there is none.");
    }

    private static FundDirectory Funds(ParseResult parsed)
    {
        using var parts = Composition.BuildParts(["--Logging:LogLevel:Default", "Error", .. parsed.UnmatchedTokens]);
        return parts.Services.GetRequiredService<FundDirectory>();
    }
}
