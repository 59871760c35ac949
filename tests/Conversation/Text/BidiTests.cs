using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;
using ChatChannels.Tests.Simulator;

namespace ChatChannels.Tests.Conversation.Text;

public sealed class BidiTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>The worst that answers and texts can hold: each falls apart in one sentence or another, unless it is steady.</summary>
    private static readonly string[] Runs =
    [
        "5608\u00A03427", "060\u00A0595\u00A03777", "*237*1#", "*237*1*22#", "*#06#", "*855*#", "+237650000001", "+237\u00A06\u00A050\u00A000\u00A000\u00A001",
        "05/03/2026", "08:05", "1\u00A0250,50", "12 RUE DES ÉCOLES", "BP 1234 YAOUNDÉ", "12BIS", "AB123456", "AB-12", "12-AB-3", "3-5", "-5",
        "1.ngono@exemple.cm", "aline.1@exemple.example", "https://services.example.org/papers/88", "www.cnops.org.ma", "N'DIAYE", "12'AB",
        "ESSAI-NGONO", "WÙ ƉƐ 7", "0538002020", ".xlsx", "230\u00A0780\u00A08888888888888888\u00A088", "00237\u00A0650",
    ];

    public static TheoryData<string, string> Marked => new()
    {
        { "الرمز 7286\u00A03731.", "الرمز 7286\u00A03731." },
        { "الرمز 7286 3731.", "الرمز <7286 3731." },
        { "ركبوا *237*1#، شكرا", "ركبوا <*237*1#، شكرا" },
        { "ركبوا *855*# شكرا", "ركبوا <*855*#< شكرا" },
        { "الهاتف: +237\u00A06\u00A050", "الهاتف: <+237\u00A06\u00A050" },
        { "المطلوب: +237 +228", "المطلوب: <+237 <+228" },
        { "يوم 14/03/1994، ثم 15", "يوم 14/03/1994، ثم 15" },
        { "1. 100000301 مرفوض", "1. 100000301 مرفوض" },
        { "العنوان: 12 RUE X", "العنوان: <12 RUE X" },
        { "الاسم: ALINE EXEMPLE 2", "الاسم: ALINE EXEMPLE 2" },
        { "الصندوق-CNPS", "الصندوق-CNPS" },
        { "CNPS: الملف 12", ">CNPS: الملف 12" },
        { "الأول\nCNPS: الملف", "الأول\n>CNPS: الملف" },
        { "+237 شكرا", "><+237 شكرا" },
        { "CNPS 12", "CNPS 12" },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(Marked))]
    public void Mark_WhatWouldFallApart_IsMarkedAndNothingElse(string text, string marked) =>
        Assert.Equal(marked.Replace('<', '\u200E').Replace('>', '\u200F'), Bidi.Mark(text));

    [Fact]
    public void Mark_NothingToMark_IsTheSameString()
    {
        const string text = "الملف 123\u00A0456\u00A07897";
        Assert.Same(text, Bidi.Mark(text));
    }

    [Fact]
    public void Mark_AnyText_IsMarkedOnceForAll() => AnyText.IsStableUnder(Bidi.Mark);

    [Fact]
    public async Task Mark_EveryRunAnywhere_IsDrawnInOrder()
    {
        var page = await chromium.NewPageAsync("ar-MA");
        var texts = Runs.SelectMany(Sentences).ToArray();

        Assert.Empty(await ReadingOrder.FaultsOf(page, texts.Select(Bidi.Mark)));
        await page.CloseAsync();
    }

    /// <summary>The measure itself can fail: unmarked, the same texts fall apart, and so does a number whose groups have plain spaces.</summary>
    [Theory]
    [InlineData("الرمز 5608 3427")]
    [InlineData("الرقم 060 595 3777")]
    [InlineData("اطلبوا *237*1#")]
    [InlineData("الهاتف +237650000001")]
    [InlineData("CNPS: الملف")]
    public async Task FaultsOf_AnUnmarkedText_SeesThatItFallsApart(string text)
    {
        var page = await chromium.NewPageAsync("ar-MA");

        Assert.NotEmpty(await ReadingOrder.FaultsOf(page, [text]));
        Assert.Empty(await ReadingOrder.FaultsOf(page, [Bidi.Mark(text)]));
        await page.CloseAsync();
    }

    [Fact]
    public void PhoneText_InArabic_KeepsNoBreakSpacesAndMarks() => Assert.Equal(
        "الرمز 5608\u00A03427، \u200E*237*1#", PhoneText.Of("الرمز 5608\u00A03427، *237*1#", Language.Arabic));

    [Fact]
    public void PhoneText_InFrench_IsGsm7() => Assert.Equal("125 000 F, *237*1#", PhoneText.Of("125\u00A0000 F, *237*1#", Language.French));

    private static IEnumerable<string> Sentences(string run) =>
        [run, $"الرقم {run}", $"الرقم: {run}، شكرا", $"{run} هنا", $"({run}) هنا", $"هنا ({run})", $"CNPS: الملف {run} في CNSS.", $"قبل {run}\nبعد"];
}
