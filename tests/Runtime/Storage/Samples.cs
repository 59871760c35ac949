using System.Collections.Immutable;
using System.Security.Cryptography;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Audit;
using ChatChannels.Services.Cases;
using ChatChannels.Services.Members;
using ChatChannels.Services.Messages;

namespace ChatChannels.Tests.Runtime.Storage;

/// <summary>Things to store.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 5, 12, 0, 0, TimeSpan.FromHours(1));
    public static readonly DateOnly Day = new(2026, 3, 5);
    public static readonly FundId Fund = new("fund-a");

    public static Address Phone(int n = 1) => new(Channel.Ussd, $"+2376555500{n:00}", Proof.Possessed);

    public static Session Session(string exchange, int phone = 1, long version = 1) => new()
    {
        Key = new SessionKey(Fund, Channel.Ussd, exchange),
        Address = Phone(phone),
        Version = version,
        Life = Life.InService,
        Language = Language.French,
        Frames = [new Frame("pre-registration", 3, "scheme", "surname")],
        Answers = AnswerSheet.None.With("surname", "Atangana").With("birth", "1980-02-29"),
        StartedAt = Noon,
        LastAt = Noon.AddSeconds(version),
    };

    public static TurnWrite Turn(Session session, string request = "1*2", string reply = "CON Nom ?") =>
        new(session, request, reply);

    /// <summary>What the store has of a session.</summary>
    public static async Task<StoredSession?> Read(this IStore store, Session session) =>
        (await store.Find(session.Key, session.Address, CancellationToken.None)).Session;

    public static Unit Unit(TurnWrite? turn, params Change[] changes) => new(turn, [.. changes]);

    public static Unit Unit(string exchange, int phone = 1, long version = 1) => Unit(Turn(Session(exchange, phone, version)));

    public static Case Case(string number, string? identity = "CNI 100200300", long version = 1, CaseState state = CaseState.Registered) => new()
    {
        Number = new CaseNumber(number),
        Fund = Fund,
        Kind = "pre-registration",
        State = state,
        Language = Language.French,
        Answers = AnswerSheet.None.With("surname", "Atangana"),
        Filer = Phone(),
        SecretHash = "abcd",
        Identity = identity,
        Reasons = ["photo"],
        Version = version,
        OpenedAt = Noon,
        ChangedAt = Noon.AddMinutes(version),
    };

    public static Member Member(string number, string? identity = "CNI 1", string? likeness = "atangana|1980|ngo") =>
        new(Fund, number, identity, likeness, AnswerSheet.None.With("surname", "Atangana"), Noon);

    public static Message Message(int minute = 0, string person = "+237655550001") => new()
    {
        Id = new Guid(RandomNumberGenerator.GetBytes(16)),
        Fund = Fund,
        Channel = Channel.Sms,
        To = person,
        Person = person,
        Template = "receipt",
        Language = Language.French,
        Sender = "FUND",
        Text = "Votre dossier 0000000018 est enregistré.",
        At = Noon.AddMinutes(minute),
        Expires = Noon.AddHours(1),
    };

    public static AuditFact Fact(string about = "0000000018") => new(Fund, "case-opened", about, Phone(), Noon);

    public static Change Record(string about = "0000000018") => new Change.Record(Fact(about));

    public static ImmutableArray<Unit> Crowd(int count) => [.. Enumerable.Range(0, count).Select(n => Unit($"crowd-{n}", n))];
}
