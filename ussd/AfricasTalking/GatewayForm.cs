using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ChatChannels.Ussd.AfricasTalking;

/// <summary>The fields of a callback, checked against what the protocol allows. Unknown fields are ignored.</summary>
internal sealed partial record GatewayForm(string SessionId, string Phone, string ServiceCode, string Text, string Status)
{
    private const int LongestText = 4000;

    /// <summary>Reads the form, or names the first field that the protocol does not allow.</summary>
    public static bool TryRead(IFormCollection form, [NotNullWhen(true)] out GatewayForm? read, [NotNullWhen(false)] out string? problem)
    {
        read = null;
        problem = Check("sessionId", form["sessionId"], SessionIdForm())
            ?? Check("phoneNumber", form["phoneNumber"], PhoneForm())
            ?? Check("serviceCode", form["serviceCode"], ServiceCodeForm())
            ?? CheckText(form["text"])
            ?? (form["status"].Count > 1 ? "status must be sent once." : null);
        if (problem is not null)
            return false;
        read = new GatewayForm(
            form["sessionId"].ToString(),
            '+' + form["phoneNumber"].ToString().Trim().TrimStart('+'),
            form["serviceCode"].ToString().Trim(),
            form["text"].ToString(),
            form["status"].ToString());
        return true;
    }

    /// <summary>Masked: it carries all that was typed.</summary>
    public override string ToString() => "GatewayForm { *** }";

    private static string? Check(string name, StringValues values, Regex form) => values.Count switch
    {
        0 => $"{name} is missing.",
        > 1 => $"{name} must be sent once.",
        _ => form.IsMatch(values.ToString()) ? null : $"{name} is not of the form that the protocol gives it.",
    };

    private static string? CheckText(StringValues values) => values.Count > 1 ? "text must be sent once."
        : values.ToString().Length > LongestText ? $"text is longer than {LongestText} characters."
        : null;

    [GeneratedRegex(@"\A[\x21-\x7E]{1,128}\z", RegexOptions.NonBacktracking)]
    private static partial Regex SessionIdForm();

    /// <summary>E.164; a raw plus in a form arrives as a space.</summary>
    [GeneratedRegex(@"\A[+ ]?[1-9][0-9]{7,14}\z", RegexOptions.NonBacktracking)]
    private static partial Regex PhoneForm();

    [GeneratedRegex(@"\A ?\*?[0-9]{1,6}(\*[0-9]{1,20}){0,8}#?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ServiceCodeForm();
}
