using System.Collections.Immutable;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Flows.Loading;

namespace ChatChannels.Tests.Conversation.Flows;

/// <summary>The fund in <c>sound/</c>, with the texts and lists that all funds share.</summary>
internal static class MiniatureFund
{
    public static readonly FundFiles Files = new(new FundId("miniature"), Read("tests/Conversation/Flows/sound"), Read("funds/common"));

    private static readonly ServiceContract Contract = new(
        [
            new ActionSignature(
                "order-card",
                ["ordered", "refused"],
                Needs: ["surname", "copies"],
                Adds: ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("ordered", ["card-number"])),
            new ActionSignature("locate-person", ["located"], Needs: [], Adds: ImmutableDictionary<string, ImmutableArray<string>>.Empty)
            {
                Settings = [ActionSetting.Answers("by")],
                Proves = ImmutableDictionary<string, Proof>.Empty.Add("located", Proof.Located),
            },
            new ActionSignature("prove-person", ["right", "wrong"], Needs: [], Adds: ImmutableDictionary<string, ImmutableArray<string>>.Empty)
            {
                Settings = [ActionSetting.OneOf("to", "own", "given")],
                Proves = ImmutableDictionary<string, Proof>.Empty.Add("right", Proof.Possessed),
                ProvesOnlyWith = ("to", "own"),
            },
            new ActionSignature(
                "show-card",
                ["shown"],
                Needs: [],
                Adds: ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("shown", ["card-lines"]))
            {
                Settings = [ActionSetting.Answers("by"), new ActionSetting("proof", [])],
                Requires = Proof.Possessed,
                WaivedWith = ("proof", "none"),
            },
        ],
        ImmutableDictionary<string, ImmutableArray<Channel>>.Empty.Add("dial-back", [Channel.Sms]),
        ImmutableDictionary<string, ImmutableArray<string>>.Empty);

    public static FundLoad Load(FundFiles files) => FundLoader.Load(files, Contract);

    private static ImmutableSortedDictionary<string, string> Read(string folder) => Repository.Files(".yaml")
        .Where(file => file.StartsWith($"{folder}/", StringComparison.Ordinal))
        .ToImmutableSortedDictionary(
            file => file[(folder.Length + 1)..],
            file => File.ReadAllText(Repository.PathOf(file)),
            StringComparer.Ordinal);
}
