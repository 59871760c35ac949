using ChatChannels.Conversation.Text;
using ChatChannels.Services.Cases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ChatChannels.Pages.Requests;

/// <summary>What a form of the pages sends. Personal.</summary>
/// <param name="Code">The secret code without what groups its digits; empty when it is none.</param>
/// <param name="Decision"><c>yes</c>, <c>no</c>, or empty while nothing is chosen.</param>
/// <param name="Mark">Tells the data that the person saw from others; empty from a caller that saw none.</param>
internal sealed record CaseForm(string Code, string Decision, string Mark)
{
    public const string CodeField = "code";
    public const string DecisionField = "decision";
    public const string MarkField = "mark";
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>Three short fields; more is nobody's form.</summary>
    public const int LargestBody = 2048;

    private static readonly FormOptions Limits = new() { KeyLengthLimit = 32, ValueLengthLimit = 256, ValueCountLimit = 8 };

    /// <summary>Reads the form, or tells the status to refuse it with.</summary>
    public static async Task<(CaseForm? Form, int Refusal)> Read(HttpContext http)
    {
        var request = http.Request;
        if (!string.Equals(request.ContentType?.Split(';')[0].Trim(), "application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return (null, StatusCodes.Status400BadRequest);
        if (request.ContentLength > LargestBody)
            return (null, StatusCodes.Status413PayloadTooLarge);
        try
        {
            var form = await request.ReadFormAsync(Limits, http.RequestAborted);
            return (new CaseForm(CodeIn(form[CodeField]), form[DecisionField].ToString(), form[MarkField].ToString()), 0);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    public override string ToString() => "CaseForm { *** }";

    private static string CodeIn(string? typed)
    {
        var code = string.Concat(InputCleaning.Clean(typed ?? "", 40).Where(sign => sign is not (' ' or '.' or '-')));
        return code.Length == CaseAccess.CodeDigits && code.All(char.IsAsciiDigit) ? code : "";
    }
}
