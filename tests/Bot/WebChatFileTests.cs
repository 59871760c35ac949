using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ChatChannels.Conversation.Text;
using ChatChannels.Host.Replay;
using ChatChannels.Services;
using ChatChannels.Tests.Scripts;
using ChatChannels.Tests.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Bot;

/// <summary>The web-chat page where a file is asked for.</summary>
public sealed partial class WebChatFileTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Files = "#file input";
    private const int Heaviest = 200_000;
    private static readonly DateTimeOffset Morning = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("fr", "dossier")]
    [InlineData("ar", "الملف")]
    public async Task File_APhotoTooHeavyForASlowNetwork_ArrivesLighterAndIsFiled(string language, string filed)
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnps-cm", language);
        foreach (var answer in UntilTheFile($"cnps-cm/paper-sent.{language}.web.chat"))
            await visitor.Answer(answer);
        await Expect(visitor.Page.Locator("#file")).ToBeVisibleAsync();
        await visitor.Check();
        await Picture.Take(visitor.Page, $"chat-file-{language}");
        var heard = await visitor.Page.Locator("#log > li.them").CountAsync();

        await visitor.Page.Locator(Files).SetInputFilesAsync(Bitmap());

        await Expect(visitor.Page.Locator("#log > li.them")).ToHaveCountAsync(heard + 1);
        await Expect(visitor.LastHeard).ToContainTextAsync(filed, new() { IgnoreCase = true });
        await Expect(visitor.Page.Locator("#file")).ToBeHiddenAsync();
        var document = Assert.Single(service.Store.TakeChanges().OfType<Change.FileDocument>()).Document;
        Assert.Equal("image/jpeg", document.MediaType);
        Assert.InRange(document.Content.Length, 1, Heaviest);
    }

    [Fact]
    public async Task File_ThatIsTakenNowhere_IsRefusedInWordsAndAsksAgain()
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnps-cm", "fr");
        foreach (var answer in UntilTheFile("cnps-cm/paper-sent.fr.web.chat"))
            await visitor.Answer(answer);

        await visitor.Page.Locator(Files).SetInputFilesAsync(new FilePayload { Name = "a.exe", MimeType = "application/octet-stream", Buffer = SampleFiles.Of("program.exe") });

        await Expect(visitor.Page.Locator("#log > li.me").Last).ToContainTextAsync("Ce fichier ne convient pas");
        await Expect(visitor.Page.Locator("#file")).ToBeVisibleAsync();
        await visitor.Check();
    }

    /// <summary>What the person of a script answers before a file is sent; a date as the page's field takes it.</summary>
    private static IEnumerable<string> UntilTheFile(string script) => ScriptedAnswers.UntilAFile(script)
        .Select(answer => Date().Replace(WesternDigits.Of(answer), date => $"{date.Groups["year"]}-{date.Groups["month"].Value.PadLeft(2, '0')}-{date.Groups["day"].Value.PadLeft(2, '0')}"));

    [GeneratedRegex("^(?<day>[0-9]{1,2})[/-](?<month>[0-9]{1,2})[/-](?<year>[0-9]{4})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Date();

    /// <summary>A picture of 400 by 300 points of noise, of a type that the service itself does not take.</summary>
    private static FilePayload Bitmap()
    {
        var content = RandomNumberGenerator.GetBytes(54 + (400 * 300 * 3));
        content.AsSpan(0, 54).Clear();
        "BM"u8.CopyTo(content);
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(2), content.Length);
        foreach (var (at, value) in new[] { (10, 54), (14, 40), (18, 400), (22, 300), (26, 1 | (24 << 16)) })
            BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(at), value);
        return new FilePayload { Name = "scan.bmp", MimeType = "image/bmp", Buffer = content };
    }
}
