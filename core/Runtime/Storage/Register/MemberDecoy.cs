using System.Security.Cryptography;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Runtime.Storage.Writing;
using ChatChannels.Services.Members;

namespace ChatChannels.Runtime.Storage.Register;

/// <summary>A sealed row of nobody, opened where there is no row, so that an unknown person costs what a known one does.</summary>
internal sealed class MemberDecoy(KeyRing keys)
{
    private const string Owner = "nobody";
    private readonly Lazy<MemberRow> _row = new(() => Seal(keys));

    public MemberRow Row => _row.Value;

    private static MemberRow Seal(KeyRing keys)
    {
        var secret = RandomNumberGenerator.GetBytes(MasterKey.Size);
        var wrapped = keys.Master.Wrap(Owner, secret);
        var key = new DataKey(Owner, secret, wrapped, era: null);
        var facts = AnswerSheet.None.With("surname", "NOBODY").With("given-names", "AT ALL").With("birth-date", "1900-01-01").With("id-number", "X000000");
        var nobody = new Member(new FundId(Owner), "000000000", "none:X000000", "NOBODY|AT ALL|1900-01-01", facts, DateTimeOffset.UnixEpoch);
        return new MemberRow { Owner = Owner, Body = key.Seal(RegisterCodec.Encode(nobody), Places.Member([])), Wrapped = wrapped };
    }
}
