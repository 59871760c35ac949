using System.Security.Cryptography;
using System.Text;
using ChatChannels.Conversation.Text;
using ChatChannels.Services.Members;

namespace ChatChannels.Runtime.Storage.Register;

/// <summary>Whether facts fit a member: as the person may write them, in a time that does not tell which differs.</summary>
internal static class MemberMatch
{
    /// <summary>Whether there are facts, and all of them fit.</summary>
    public static bool Fits(Member member, IEnumerable<KeyValuePair<string, string>> facts)
    {
        var (any, all) = (false, true);
        foreach (var (name, said) in facts)
        {
            any = true;
            all &= IsSame(Known(member, name), said);
        }

        return any && all;
    }

    private static string Known(Member member, string name) =>
        member.Facts.Has(name) ? member.Facts[name]!
        : name is MemberAnswers.RegistrationNumber ? member.Number
        : "";

    private static bool IsSame(string known, string said) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Folding.ForMatching(known)), Encoding.UTF8.GetBytes(Folding.ForMatching(said)))
        & said.Length > 0;
}
