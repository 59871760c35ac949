using System.Collections.Immutable;
using System.Globalization;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Host.Replay;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Services.Members;
using ChatChannels.Tests.Conversation.Engine;
using ChatChannels.Tests.Runtime.Storage;

namespace ChatChannels.Tests.Runtime.Verification;

/// <summary>The actions of verification over a fresh store, at a time that the test moves.</summary>
public abstract class CodeTest(StorageKind kind) : StorageTest(kind)
{
    private static readonly Fund Fund = Funds.Sample;

    private protected ReplayClock Clock { get; } = new(Samples.Noon);

    private protected DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().DateTime);

    /// <summary>The sample fund with a policy for codes.</summary>
    private protected CodeDesk Desk(params (string Name, int Value)[] policy) => new(
        Fund with
        {
            Policies = Fund.Policies.SetItem("codes", new AnswerSettings(policy.ToImmutableDictionary(
                rule => rule.Name, rule => rule.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal))),
        },
        CodePorts.Of(Node, new KeyedSecrets(Node.Keys)),
        Clock);

    private protected static AnswerSheet Located(MemberRecord member) => Located(member.Number);

    private protected static AnswerSheet Located(string number) => AnswerSheet.None.With(ProofAnswers.Member, number);

    /// <summary>Somebody's line that is on nobody's file.</summary>
    private protected static string Stranger(CodeDesk desk, int n = 0) => desk.Phone(900_000 + n);

    /// <summary>A code for a member, asked for by a stranger's line.</summary>
    private protected static Task<SentCode> Send(CodeDesk desk, MemberRecord member, int stranger = 0) =>
        desk.Send(desk.Request(Stranger(desk, stranger), Located(member)), Stop);

    /// <summary>Tries a code, and says by which exit.</summary>
    private protected static async Task<string> Try(CodeDesk desk, SentCode sent, string code, int stranger = 0) =>
        (await desk.Check(desk.Request(Stranger(desk, stranger), sent.Answers), code, Stop)).Outcome.Exit;

    private protected static string CodeOf(SentCode sent) => CodeDesk.CodeIn(sent.Messages[0]);

    private protected static string Wrong(SentCode sent) => CodeOf(sent) is "00000000" ? "00000001" : "00000000";

    /// <summary>Fails so often that nothing of the code is left.</summary>
    private protected static async Task Burn(CodeDesk desk, MemberRecord member, int stranger)
    {
        var sent = await Send(desk, member, stranger);
        for (var i = 0; i < 3; i++)
            await Try(desk, sent, "12345678", stranger);
    }
}
