using System.Diagnostics.CodeAnalysis;

namespace ChatChannels.Ussd.AfricasTalking;

/// <summary>The fields of a callback, checked against what the protocol allows. Unknown fields are ignored.</summary>
internal sealed record GatewayForm(string SessionId, string Phone, string ServiceCode, string Text, string Status)
{
    private const int LongestText = 4000;
    private const int LongestSessionId = 128;
    private const int LongestCode = 6;
    private const int LongestDigits = 20;
    private const int MostParts = 9;

    /// <summary>Reads the form, or names the first field that the protocol does not allow.</summary>
    public static bool TryRead(FormFields form, [NotNullWhen(true)] out GatewayForm? read, [NotNullWhen(false)] out string? problem)
    {
        read = null;
        problem = Check(form, "sessionId", IsSessionId)
            ?? Check(form, "phoneNumber", IsPhone)
            ?? Check(form, "serviceCode", IsServiceCode)
            ?? CheckText(form)
            ?? (form.CountOf("status") > 1 ? "status must be sent once." : null);
        if (problem is not null)
            return false;
        read = new GatewayForm(
            form["sessionId"],
            '+' + form["phoneNumber"].Trim().TrimStart('+'),
            form["serviceCode"].Trim(),
            form["text"],
            form["status"]);
        return true;
    }

    /// <summary>Masked: it carries all that was typed.</summary>
    public override string ToString() => "GatewayForm { *** }";

    private static string? Check(FormFields form, string name, Func<string, bool> isOfItsForm) => form.CountOf(name) switch
    {
        0 => $"{name} is missing.",
        > 1 => $"{name} must be sent once.",
        _ => isOfItsForm(form[name]) ? null : $"{name} is not of the form that the protocol gives it.",
    };

    private static string? CheckText(FormFields form) => form.CountOf("text") > 1 ? "text must be sent once."
        : form["text"].Length > LongestText ? $"text is longer than {LongestText} characters."
        : null;

    private static bool IsSessionId(string text) =>
        text.Length is > 0 and <= LongestSessionId && !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>E.164; a raw plus in a form arrives as a space.</summary>
    private static bool IsPhone(string text)
    {
        var digits = text is ['+' or ' ', ..] ? text.AsSpan(1) : text;
        return digits.Length is >= 8 and <= 15 && digits[0] is not '0' && AreDigits(digits);
    }

    /// <summary>Numbers between stars, as dialled; the first star may be missing, and a raw plus before it arrives as a space.</summary>
    private static bool IsServiceCode(string text)
    {
        var code = text is [' ', ..] ? text.AsSpan(1) : text;
        code = code is ['*', ..] ? code[1..] : code;
        code = code is [.., '#'] ? code[..^1] : code;
        var parts = 0;
        foreach (var part in code.Split('*'))
        {
            var length = part.End.Value - part.Start.Value;
            if (length == 0 || length > (parts == 0 ? LongestCode : LongestDigits) || ++parts > MostParts || !AreDigits(code[part]))
                return false;
        }

        return true;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
