using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Runtime.Funds;

/// <summary>All funds that are served, found by their id or by what was dialled.</summary>
public sealed class FundDirectory
{
    private readonly FrozenDictionary<string, Fund> _byCode;

    public FundDirectory(IEnumerable<Fund> funds)
    {
        All = [.. funds];
        _byCode = All.SelectMany(fund => fund.ServiceCodes.Select(code => (Code: Bare(code), Fund: fund)))
            .ToFrozenDictionary(entry => entry.Code, entry => entry.Fund, StringComparer.Ordinal);
    }

    public ImmutableArray<Fund> All { get; }

    /// <summary>Loads every fund of a folder.</summary>
    /// <exception cref="InvalidDataException">Some content has defects; the message lists all of them.</exception>
    public static FundDirectory Load(FundFolder folder, ServiceContract contract)
    {
        var loads = folder.Read().Select(files => (files.Fund, Load: FundLoader.Load(files, contract))).ToList();
        if (loads.Count == 0)
            throw new InvalidDataException($"There is no fund in {folder.Path}. Name the folder that holds them in Funds:Folder.");
        var defects = loads.SelectMany(load => load.Load.Defects.Select(defect => $"{load.Fund}/{defect}")).ToList();
        return defects.Count == 0
            ? new FundDirectory(loads.Select(load => load.Load.Fund!))
            : throw new InvalidDataException($"{folder.Path} has defects, {defects.Count} in all:{Environment.NewLine}{string.Join(Environment.NewLine, defects)}");
    }

    public Fund? Find(FundId id) => All.FirstOrDefault(fund => fund.Id == id);

    /// <summary>
    /// The fund behind a dialled code, and the digits typed behind its own code: <c>*237*1*2#</c> with a fund at
    /// <c>*237*1#</c> gives that fund and <c>2</c>.
    /// </summary>
    public bool TryFind(string dialled, [NotNullWhen(true)] out Fund? fund, out ImmutableArray<string> digits)
    {
        var code = Bare(dialled);
        for (var end = code.Length; end > 0; end = code.LastIndexOf('*', end - 1))
        {
            if (!_byCode.TryGetValue(code[..end], out fund))
                continue;
            digits = end == code.Length ? [] : [.. code[(end + 1)..].Split('*')];
            return true;
        }

        fund = null;
        digits = [];
        return false;
    }

    private static string Bare(string code) => code.Trim().Trim('*', '#');
}
