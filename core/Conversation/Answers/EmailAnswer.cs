using System.Text.RegularExpressions;

namespace ChatChannels.Conversation.Answers;

/// <summary>
/// An e-mail address of the plain kind: a dot-atom of RFC 5322, <c>@</c>, a domain with a dot. Without the <c>*</c> that RFC 5322 would
/// allow, for on USSD it parts answers. The domain's case does not count.
/// </summary>
internal sealed class EmailAnswer : IAnswerType
{
    private const string Atom = "[A-Za-z0-9!#$%&'+/=?^_{|}~-]+";
    private const string Label = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";
    private const string TopLabel = "[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]";

    // 254: the longest address a mail path can carry (RFC 5321, 4.5.3.1.3).
    private static readonly WholeSetting MaxLength = new("max-length", Least: 20, Most: 254, Default: 60);
    private static readonly SettingSheet Sheet = new() { Numbers = [MaxLength] };

    private static readonly Regex Shape = new(
        $@"\A{Atom}(\.{Atom})*@({Label}\.)+{TopLabel}\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    public string Name => "email";

    public IReadOnlyList<string> FailureCodes => ["email.format", "email.long"];

    public IReadOnlyList<string> CheckSettings(AnswerSettings settings) => Sheet.Check(settings);

    public AnswerReading Read(string typed, AnswerSettings settings, AnswerContext context)
    {
        var address = Typed.Clean(typed).Replace(" @", "@", StringComparison.Ordinal).Replace("@ ", "@", StringComparison.Ordinal);
        if (address.Length > MaxLength.Of(settings))
            return Reading.Reject("email.long", "max", MaxLength.Of(settings));
        return Shape.IsMatch(address) ? Reading.Accept(WithLowerDomain(address)) : Reading.Reject("email.format");
    }

    public string Show(string canonical, AnswerSettings settings, AnswerContext context) => canonical;

    public string Widest(AnswerSettings settings, AnswerContext context) =>
        new string('w', MaxLength.LengthOf(settings) - "@wwwwwww.cm".Length) + "@wwwwwww.cm";

    public int UsualLength(AnswerSettings settings) => 22;

    private static string WithLowerDomain(string address)
    {
        var domain = address.IndexOf('@', StringComparison.Ordinal);
        return address[..domain] + string.Concat(address.Skip(domain).Select(char.ToLowerInvariant));
    }
}
