using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Pages.Requests;
using ChatChannels.Runtime.Web;
using ChatChannels.Services.Documents;
using Microsoft.AspNetCore.Http;

namespace ChatChannels.Pages.Views;

/// <summary>Asks for one paper, with the kinds of file beside the field.</summary>
internal static class PaperView
{
    public static Page Of(Visit visit, string token, DocumentLink link, string? problem = null)
    {
        var words = visit.Words;
        var name = words.Paper(PageTexts.PaperTitle, link.Paper);
        var door = $"{PaperLinks.Path}/{words.Fund.Id}/{token}";
        var described = problem is null ? "file-hint" : "file-error file-hint";
        var main = Html.Of(
            $"""
            {Parts.Problem(words, FileForm.Field, problem)}<h1>{name}</h1><p>{words[PageTexts.PaperSay]}</p>
            <form method="post" action="{visit.Links.Of(door)}" enctype="multipart/form-data" class="secret">
            <label for="file">{words[PageTexts.PaperFile]}</label><p class="hint" id="file-hint">{words.Kinds(PageTexts.PaperRule, Kinds(link))}</p>{Parts.Invalid(FileForm.Field, problem)}
            <input id="file" name="file" type="file" accept="{string.Join(',', link.Accepts)}" aria-describedby="{described}"{Parts.Wrong(problem)}>
            <button>{words[PageTexts.PaperSend]}</button></form>
            """);
        var title = problem is null ? name : $"{words[PageTexts.Problem]} : {name}";
        return new Page(problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, title, main) { Door = door };
    }

    /// <summary>What is said of a file of another kind.</summary>
    public static string OtherKind(Words words, DocumentLink link) => words.Kinds(CommonTexts.AttachOtherKind, Kinds(link));

    private static IEnumerable<FileKind> Kinds(DocumentLink link) => link.Accepts.Select(FileKind.OfType).OfType<FileKind>();
}
