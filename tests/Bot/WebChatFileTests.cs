using System.Buffers.Binary;
using System.Security.Cryptography;
using ChatChannels.Host.Replay;
using ChatChannels.Services;
using ChatChannels.Tests.Scripts;
using ChatChannels.Tests.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatChannels.Tests.Bot;

/// <summary>The web-chat page where a file is asked for.</summary>
public sealed class WebChatFileTests(Chromium chromium) : IClassFixture<Chromium>
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

        await Slow(visitor.Page);
        await visitor.Page.Locator(Files).SetInputFilesAsync(Bitmap());

        var sent = visitor.Page.Locator("#log > li.me").Last;
        await Expect(sent.Locator("canvas")).ToBeVisibleAsync();
        await Expect(sent.Locator("progress")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("#log > li.them")).ToHaveCountAsync(heard + 1);
        await Expect(visitor.LastHeard).ToContainTextAsync(filed, new() { IgnoreCase = true });
        await Expect(visitor.Page.Locator("#file")).ToBeHiddenAsync();
        var document = Assert.Single(service.Store.TakeChanges().OfType<Change.FileDocument>()).Document;
        await Expect(sent.Locator("progress")).ToHaveCountAsync(0);
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
        await visitor.Answer("[2]");
    }

    /// <summary>It does not leave the phone, and what else was offered can still be chosen.</summary>
    [Theory]
    [InlineData("fr", "Ce fichier ne convient pas")]
    [InlineData("ar", "هذا الملف غير مقبول")]
    public async Task File_ThatIsTooLarge_LeavesTheOtherWaysWhereTheyWere(string language, string unfit)
    {
        await using var service = await ReplayHost.Start(Morning);
        await using var visitor = await Visitor.Open(chromium, service, "cnps-cm", language);
        foreach (var answer in UntilTheFile($"cnps-cm/paper-sent.{language}.web.chat"))
            await visitor.Answer(answer);
        var uploads = 0;
        visitor.Page.Request += (_, request) => uploads += request.Url.Contains("/upload", StringComparison.Ordinal) ? 1 : 0;

        await visitor.Page.Locator(Files).SetInputFilesAsync(new FilePayload { Name = "long.pdf", MimeType = "application/pdf", Buffer = new byte[20_000_000] });

        await Expect(visitor.Page.Locator("#log > li.me").Last).ToContainTextAsync(unfit);
        await Expect(visitor.Page.Locator(".offer [data-key='2']")).ToBeVisibleAsync();
        await visitor.Answer("[2]");
        Assert.Equal(0, uploads);
        Assert.Equal("agency", service.Store.Last!.Answers["income-proof"]);
    }

    /// <summary>Slow enough that a photo's way can be seen.</summary>
    private static async Task Slow(IPage page)
    {
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["offline"] = false,
            ["latency"] = 0,
            ["downloadThroughput"] = -1,
            ["uploadThroughput"] = 60_000,
        });
    }

    /// <summary>What the person of a script answers before a file is sent.</summary>
    private static IEnumerable<string> UntilTheFile(string script) => ScriptedAnswers.UntilAFile(script);

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
