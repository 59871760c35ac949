using System.Globalization;
using ChatChannels.Runtime.Storage.Keys;

namespace ChatChannels.Runtime.Storage.Audit;

/// <summary>
/// A line of the anchor: <c>head 25 9f3c… 2026-03-05T09:00:00Z - 5e1a…</c>. The seal at its end is keyed and covers the seal before it,
/// so that lines can be added with the key alone, and none can be changed, moved or taken out of the middle.
/// </summary>
/// <param name="Kind"><see cref="Head"/>, <see cref="Restored"/> or <see cref="Broken"/>.</param>
/// <param name="Count">How many facts there were.</param>
/// <param name="Hash">The last one's hash, in hexadecimal.</param>
/// <param name="Note">Of a restore its id, of a break how many facts there had been; else <c>-</c>.</param>
internal sealed record AnchorLine(string Kind, long Count, string Hash, DateTimeOffset At, string Note, string Seal)
{
    /// <summary>The audit as it was.</summary>
    public const string Head = "head";

    /// <summary>The audit behind a restore that an operator asked for.</summary>
    public const string Restored = "restored";

    /// <summary>The audit as it was found, where it did not go on from the line before.</summary>
    public const string Broken = "broken";

    public const string None = "-";

    private const int Fields = 6;

    public static AnchorLine Of(KeyRing keys, string before, string kind, AuditHead head, DateTimeOffset at, string note)
    {
        var line = new AnchorLine(kind, head.Seq, KeyRing.Hex(head.Hash), at, note, "");
        return line with { Seal = line.SealBehind(keys, before) };
    }

    /// <summary>Null where it is no line of an anchor.</summary>
    public static AnchorLine? Parse(string text) => text.Split(' ') is { Length: Fields } parts
        && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && DateTimeOffset.TryParseExact(parts[3], "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            ? new AnchorLine(parts[0], count, parts[2], at, parts[4], parts[5])
            : null;

    /// <summary>Whether it stands as it was written, behind the line with that seal.</summary>
    public bool IsWhole(KeyRing keys, string before) => string.Equals(Seal, SealBehind(keys, before), StringComparison.Ordinal);

    public override string ToString() => $"{Text} {Seal}";

    private string Text => string.Create(CultureInfo.InvariantCulture, $"{Kind} {Count} {Hash} {At:O} {Note}");

    private string SealBehind(KeyRing keys, string before) => KeyRing.Hex(keys.Master.Secret("audit-anchor", $"{before}\n{Text}"));
}
