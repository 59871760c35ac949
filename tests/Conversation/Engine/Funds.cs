using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Flows.Loading;
using ChatChannels.Host;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Conversation.Engine;

/// <summary>The repository's own content, loaded once against the real service actions.</summary>
internal static class Funds
{
    private static readonly Lazy<(ServiceContract Contract, FundDirectory Directory)> Loaded = new(Load);

    public static ServiceContract Contract => Loaded.Value.Contract;

    public static FundDirectory Directory => Loaded.Value.Directory;

    public static ImmutableArray<Fund> All => Directory.All;

    /// <summary>The fund whose flows most tests walk.</summary>
    public static Fund Sample => Directory.Find(new FundId("cnps-cm"))!;

    private static (ServiceContract Contract, FundDirectory Directory) Load()
    {
        using var app = Composition.Build(["--Funds:Folder", Repository.PathOf("funds")]);
        var contract = app.Services.GetRequiredService<ActionCatalogue>().Contract;
        return (contract, FundDirectory.Load(new FundFolder(Repository.PathOf("funds")), contract));
    }
}
