using System.Collections.Immutable;
using ChatChannels.Conversation.Text;
using ChatChannels.Services.Cases;
using Microsoft.AspNetCore.Http;

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
    public const string AnswerField = "answer";
    public const string SaidField = "said";
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>What is answered, where an information is changed.</summary>
    public string Answer { get; init; } = "";

    /// <summary>What was answered before that.</summary>
    public ImmutableArray<string> Said { get; init; } = [];

    /// <summary>Reads the form, or tells the status to refuse it with.</summary>
    public static async Task<(CaseForm? Form, int Refusal)> Read(HttpContext http)
    {
        var (form, refusal) = await SmallForm.Read(http);
        if (form is null)
            return (null, refusal);
        return (new CaseForm(CodeIn(form[CodeField]), form[DecisionField].ToString(), form[MarkField].ToString())
        {
            Answer = form[AnswerField].ToString(),
            Said = [.. form[SaidField].OfType<string>()],
        }, 0);
    }

    public override string ToString() => "CaseForm { *** }";

    private static string CodeIn(string? typed)
    {
        var code = string.Concat(InputCleaning.Clean(typed ?? "", 40).Where(sign => sign is not (' ' or '.' or '-')));
        return code.Length == CaseAccess.CodeDigits && code.All(char.IsAsciiDigit) ? code : "";
    }
}
