using ChatChannels.Conversation.Flows.Loading;
using ChatChannels.Conversation.Text;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using ChatChannels.Ussd;
using Microsoft.Extensions.Options;

namespace ChatChannels.Host.Checking;

/// <summary>Loads every fund as the service would, and proves all that does. Nothing is opened and nothing is started.</summary>
internal sealed class ContentCheck(IServiceProvider parts)
{
    /// <summary>Checks the funds of the folder.</summary>
    /// <param name="only">The one fund to report on; null for all. Codes are compared with every fund all the same.</param>
    public CheckReport Run(string? only)
    {
        var contract = parts.GetRequiredService<ActionCatalogue>().Contract;
        var funds = parts.GetRequiredService<FundFolder>().Read().Select(files => (Files: files, Load: FundLoader.Load(files, contract))).ToList();
        var codes = ServiceCodes.Taken([.. funds.Where(fund => fund.Load.Fund is not null).Select(fund => (fund.Load.Fund!, new FundPlaces(fund.Files)))]);
        var asked = funds.Where(fund => only is null || string.Equals(fund.Files.Fund.Value, only, StringComparison.Ordinal)).ToList();
        var reports = asked.Where(fund => fund.Load.Fund is not null).Select(fund => Prove(fund.Load, fund.Files, contract)).ToList();
        IEnumerable<FoundDefect> defects =
        [
            .. asked.SelectMany(fund => fund.Load.Defects.Select(defect => new FoundDefect(fund.Files.Fund.Value, defect))),
            .. reports.SelectMany(report => report.Defects.Select(defect => new FoundDefect(report.Fund.Id.Value, defect))),
            .. codes.Where(defect => only is null || string.Equals(defect.Fund, only, StringComparison.Ordinal)),
        ];
        return new CheckReport(asked.Count, reports, [.. Sorted(defects)]);
    }

    private FundReport Prove(FundLoad load, FundFiles files, ServiceContract contract)
    {
        var gateway = parts.GetRequiredService<IOptions<UssdOptions>>().Value.AfricasTalking;
        var gauge = new Gauge(parts.GetRequiredService<IScreens>(), new TextLimits(gateway.Septets, gateway.Units));
        var publicUrl = parts.GetRequiredService<IOptions<FundsOptions>>().Value.PublicUrl;
        var messages = new MessageSizes(load.Fund!, parts.GetRequiredService<IIdSource>(), publicUrl);
        return new FundProof(load.Fund!, files, contract, gauge).Prove(messages);
    }

    /// <summary>By place; of one kind at one place the first tells enough.</summary>
    private static IEnumerable<FoundDefect> Sorted(IEnumerable<FoundDefect> defects) => defects
        .OrderBy(defect => defect.Fund, StringComparer.Ordinal)
        .ThenBy(defect => defect.Defect.File, StringComparer.Ordinal)
        .ThenBy(defect => defect.Defect.Line)
        .ThenBy(defect => defect.Defect.Kind, StringComparer.Ordinal)
        .DistinctBy(defect => defect.ToString(), StringComparer.Ordinal);
}
