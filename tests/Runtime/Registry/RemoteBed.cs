using System.Collections.Immutable;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.ReferenceRegister;
using ChatChannels.Runtime.Registry.Remote;
using ChatChannels.Runtime.Storage.Register;
using ChatChannels.Services.Claims;

namespace ChatChannels.Tests.Runtime.Registry;

/// <summary>The reference register with the contract's people, and our side of the wire.</summary>
internal sealed class RemoteBed : IAsyncDisposable
{
    public const string Token = "token-of-the-tests";
    private readonly ReferenceServer _server;
    private readonly RemoteCalls _calls;

    private RemoteBed(ReferenceServer server, RegisterBook book, Faults faults, RemoteRegisterOptions options)
    {
        (_server, Book, Faults) = (server, book, faults);
        _calls = new RemoteCalls(options, RemoteCalls.Handler(), TimeProvider.System);
        Register = new RemoteRegister(Storage.Samples.Fund, _calls, () => Loaded);
    }

    public RegisterBook Book { get; }

    public Faults Faults { get; }

    public RemoteRegister Register { get; }

    /// <summary>A fund that calls a settled claim LIQ.</summary>
    private static Fund Loaded { get; } = new()
    {
        Id = Storage.Samples.Fund,
        Country = "MA",
        Languages = [Language.French],
        TimeZone = "Africa/Casablanca",
        ServiceCodes = [],
        Menu = [],
        Flows = [],
        Texts = new TextCatalogue([]),
        Policies = ImmutableDictionary<string, AnswerSettings>.Empty.Add("claim-states", new(ImmutableDictionary<string, string>.Empty.Add("LIQ", "settled"))),
    };

    public static async Task<RemoteBed> Open(Action<RemoteRegisterOptions>? arrange = null)
    {
        var (book, faults) = (Hold(), new Faults(seed: 20261121));
        var server = await ReferenceServer.Start(book, faults, Token);
        var options = new RemoteRegisterOptions { Fund = Storage.Samples.Fund.Value, Url = server.Url, Token = Token };
        arrange?.Invoke(options);
        return new RemoteBed(server, book, faults, options);
    }

    public async ValueTask DisposeAsync()
    {
        _calls.Dispose();
        await _server.DisposeAsync();
    }

    private static RegisterBook Hold()
    {
        var book = new RegisterBook();
        foreach (var entry in RegisterSample.People.OfType<RegisterEntry.OfMember>())
            book.Put(Person(entry));
        foreach (var entry in RegisterSample.Claims.Cast<RegisterEntry.OfClaim>())
            book.Put(Filed(entry));
        return book;
    }

    private static RegisteredPerson Person(RegisterEntry.OfMember entry) => new()
    {
        Number = entry.Member.Number,
        Standing = entry.Member.Reason is null ? "registered" : "not-eligible",
        Reason = entry.Member.Reason,
        HasAccount = RegisterSample.People.OfType<RegisterEntry.OfAccount>().Any(account => string.Equals(account.Account.Number, entry.Member.Number, StringComparison.Ordinal)),
        Phone = entry.Member.Phone,
        PhoneSince = entry.Member.PhoneSince,
        Email = entry.Member.Email,
        PaymentMode = entry.Member.PaymentMode is ChatChannels.Services.Members.PaymentMode.Transfer ? "transfer" : "none",
        Names = $"{entry.Member.Facts["given-names"]} {entry.Member.Facts["surname"]}".Trim(),
        Facts = entry.Member.Facts.Values,
        Identity = entry.Member.Identity,
        Likeness = entry.Member.Likeness,
    };

    private static RegisteredClaim Filed(RegisterEntry.OfClaim entry) => new()
    {
        Number = entry.Number,
        ChangedAt = RegisterSample.Changed,
        Claim = entry.Claim.Id,
        State = ClaimTexts.Word(entry.Claim.State),
        FiledOn = entry.Claim.FiledOn,
        AmountClaimed = entry.Claim.AmountClaimed,
        AmountReimbursed = entry.Claim.AmountReimbursed,
        RejectionReason = entry.Claim.RejectionReason,
        MissingPieces = entry.Claim.MissingPieces,
        CompleteBy = entry.Claim.CompleteBy,
        PaidOn = entry.Claim.PaidOn,
    };
}
