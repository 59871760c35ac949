using ChatChannels.Conversation.Text;

namespace ChatChannels.Tests.Conversation.Text;

public sealed class TextTemplateTests
{
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["case-number"] = "1234",
        ["name"] = "{Awa}",
        ["step-2"] = "",
    };

    [Theory]
    [InlineData("", "")]
    [InlineData("Bonjour", "Bonjour")]
    [InlineData("Votre numéro : {case-number}", "Votre numéro : 1234")]
    [InlineData("{name}{name}, {case-number}.", "{Awa}{Awa}, 1234.")]
    [InlineData("[{step-2}]\n", "[]\n")]
    [InlineData("{{name}}", "{name}")]
    [InlineData("{{{case-number}}}", "{1234}")]
    [InlineData("رقمكم: {case-number}", "رقمكم: 1234")]
    public void Fill_WithItsValues_IsTheText(string source, string text) => Assert.Equal(text, Parse(source).Fill(Values));

    [Theory]
    [InlineData("{", 1)]
    [InlineData("a }", 3)]
    [InlineData("Votre {case-number", 7)]
    [InlineData("{Case}", 1)]
    [InlineData("{case_number}", 1)]
    [InlineData("{case--number}", 1)]
    [InlineData("{-case}", 1)]
    [InlineData("{case-}", 1)]
    [InlineData("{2}", 1)]
    [InlineData("{}", 1)]
    [InlineData("{ name }", 1)]
    [InlineData("{name}}", 7)]
    public void TryParse_ALoneBrace_SaysWhere(string source, int character)
    {
        Assert.False(TextTemplate.TryParse(source, out var template, out var defect));
        Assert.Null(template);
        Assert.Contains($"at character {character};", defect, StringComparison.Ordinal);
    }

    [Fact]
    public void Placeholders_SeveralTimesInAnyOrder_AreOneSet()
    {
        Assert.Equal(["a", "b-2"], Parse("{b-2} {a} {{c}} {b-2}").Placeholders);
        Assert.True(Parse("{a} {b}").Placeholders.SetEquals(Parse("{b} {a}").Placeholders));
    }

    [Fact]
    public void Fill_AValueMissing_Throws()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Parse("{unknown}").Fill(Values));
        Assert.Equal("No value for {unknown}.", exception.Message);
    }

    [Fact]
    public void Fill_NoPlaceholder_IsAlwaysTheSameString()
    {
        var template = Parse("Merci {{!}}");
        Assert.Same(template.Fill(Values), template.Fill(Values));
    }

    [Fact]
    public void TryParse_AnyTextWithBracesDoubled_FillsToItself() => AnyText.Obeys(static text =>
    {
        var source = text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        return AnyText.IsSame(text, Parse(source).Fill(Values));
    });

    [Fact]
    public void TryParse_AnyText_IsATemplateOrADefect() => AnyText.Obeys(static text =>
        TextTemplate.TryParse(text, out var template, out _)
            ? template.Placeholders.All(name => text.Contains($"{{{name}}}", StringComparison.Ordinal))
            : text.AsSpan().ContainsAny('{', '}'));

    private static TextTemplate Parse(string source)
    {
        Assert.True(TextTemplate.TryParse(source, out var template, out var defect), defect);
        return template;
    }
}
