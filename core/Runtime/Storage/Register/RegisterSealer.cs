using System.Diagnostics;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services;
using ChatChannels.Services.Claims;
using ChatChannels.Services.Requests;

namespace ChatChannels.Runtime.Storage.Register;

/// <summary>Turns what concerns the register into sealed rows.</summary>
internal static class RegisterSealer
{
    public const string Requests = "request";
    public const string Questions = "question";

    /// <summary>Whose key seals a change; null for a change that is not the register's.</summary>
    public static string? Owner(KeyRing keys, Change change) => change switch
    {
        Change.Ask { Request.Member.Length: > 0 } c => keys.OwnerOfMember(c.Request.Fund, c.Request.Member),
        Change.Ask c => keys.OwnerOfAddress(c.Request.Fund, c.Request.Filer.Value),
        Change.AskLater c => keys.OwnerOfAddress(c.Question.Fund, c.Question.Caller.Value),
        Change.AnswerLate c => keys.OwnerOfAddress(c.Question.Fund, c.Question.Caller.Value),
        Change.Follow c => keys.OwnerOfMember(c.Wish.Fund, c.Wish.Member),
        _ => null,
    };

    public static RowWrite Row(KeyRing keys, Change change, DataKey key) => change switch
    {
        Change.Ask c => new(RegisterStatements.Enqueue, Row(c.Request, key), CanClash: false),
        Change.AskLater c => new(RegisterStatements.Enqueue, Row(c.Question, key), CanClash: false),
        Change.AnswerLate c => new(RegisterStatements.Answer, [Id(c.Question.Id), c.At.UtcTicks], CanClash: true),
        Change.Follow c => new(RegisterStatements.Follow, Row(keys, c.Wish, key), CanClash: true),
        _ => throw new UnreachableException(),
    };

    public static string Id(Guid id) => id.ToString("D");

    public static string PlaceOfQueued(string id) => $"register_outbox|{id}|body";

    public static string PlaceOfFollow(byte[] member) => $"claim_follows|{KeyRing.Hex(member)}|body";

    public static string PlaceOfClaim(byte[] claim) => $"claims|{KeyRing.Hex(claim)}|body";

    public static string PlaceOfAccount(byte[] number) => $"accounts|{KeyRing.Hex(number)}|body";

    public static string PlaceOfEmployer(byte[] number) => $"employers|{KeyRing.Hex(number)}|body";

    private static object?[] Row(RegisterRequest request, DataKey key) =>
        Queued(request.Id, Requests, request.Fund.Value, request.At, key, RegisterCodec.Encode(request));

    private static object?[] Row(LateQuestion question, DataKey key) =>
        Queued(question.Id, Questions, question.Fund.Value, question.At, key, RegisterCodec.Encode(question));

    private static object?[] Queued(Guid id, string what, string fund, DateTimeOffset at, DataKey key, byte[] body) =>
        [Id(id), what, fund, at.UtcTicks, key.Owner, key.Seal(body, PlaceOfQueued(Id(id)))];

    private static object?[] Row(KeyRing keys, ClaimFollow wish, DataKey key)
    {
        var member = keys.Blind("number", wish.Fund, wish.Member);
        return [wish.Fund.Value, member, wish.Version, key.Owner, key.Seal(RegisterCodec.Encode(wish), PlaceOfFollow(member))];
    }
}
