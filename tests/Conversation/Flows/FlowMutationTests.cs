using FsCheck;
using FsCheck.Fluent;

namespace ChatChannels.Tests.Conversation.Flows;

/// <summary>What holds however an editor slips. FsCheck prints the seed of a failure, to replay it.</summary>
public sealed class FlowMutationTests
{
    private static readonly string[] Spice = [" ", ":", "-", "{", "}", "[", "]", "\"", "#", "&a ", "*a", "!x ", "|", "? ", "{x}", "\0", "é", "ع"];

    private static readonly Gen<Func<string, string>> Slip =
        from kind in Gen.Choose(0, 4)
        from at in Gen.Choose(0, 10_000)
        from to in Gen.Choose(0, 10_000)
        from spice in Gen.Elements(Spice)
        select new Func<string, string>(text => Mutate(text, kind, (at, to), spice));

    private static readonly Gen<(string Path, Func<string, string>[] Slips)> Slips =
        from path in Gen.Elements<string>(MiniatureFund.Files.Own.Keys)
        from slips in Slip.NonEmptyListOf()
        select (path, slips.Take(4).ToArray());

    [Fact]
    public void Load_AnyMutation_LoadsOrReportsAndNeverThrows() =>
        Prop.ForAll(Slips.ToArbitrary(), mutation =>
        {
            var own = MiniatureFund.Files.Own;
            var text = mutation.Slips.Aggregate(own[mutation.Path], (text, slip) => slip(text));
            var load = MiniatureFund.Load(MiniatureFund.Files with { Own = own.SetItem(mutation.Path, text) });
            return load.Fund is null == !load.Defects.IsEmpty
                && load.Defects.All(defect => defect.Line > 0 && defect.Message.Length > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("[[[[[[[[")]
    [InlineData("a: &x [*x]")]
    [InlineData("states: &x { a: *x }")]
    [InlineData("a: 1\n!!str a: 2")]
    [InlineData("? [a, b]\n: 1")]
    [InlineData("--- {}\n--- {}")]
    [InlineData("items:\n  north: { fr: Nord }\n:")]
    [InlineData("")]
    public void Load_OddYaml_IsADefect(string text)
    {
        foreach (var path in MiniatureFund.Files.Own.Keys)
            Assert.NotEmpty(MiniatureFund.Load(MiniatureFund.Files with { Own = MiniatureFund.Files.Own.SetItem(path, text) }).Defects);
    }

    [Fact]
    public void Load_DeepNesting_IsADefect()
    {
        var deep = $"states: {string.Concat(Enumerable.Repeat("[", 50_000))}";

        var load = MiniatureFund.Load(MiniatureFund.Files with { Own = MiniatureFund.Files.Own.SetItem("services/card.yaml", deep) });

        Assert.Contains(load.Defects, defect => defect is { Kind: "yaml", File: "services/card.yaml" });
    }

    private static string Mutate(string text, int kind, (int At, int To) place, string spice)
    {
        var lines = text.Split('\n').ToList();
        var (at, to) = (place.At % lines.Count, place.To % lines.Count);
        switch (kind)
        {
            case 0 when lines.Count > 1:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(to, lines[at]);
                break;
            case 2:
                (lines[at], lines[to]) = (lines[to], lines[at]);
                break;
            case 3:
                lines[at] = lines[at].Insert(place.To % (lines[at].Length + 1), spice);
                break;
            default:
                lines[at] = lines[at].Remove(place.To % (lines[at].Length + 1));
                break;
        }

        return string.Join('\n', lines);
    }
}
