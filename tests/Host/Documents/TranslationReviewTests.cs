using ChatChannels.Host.Documents;
using ChatChannels.Tests.Host.Checking;

namespace ChatChannels.Tests.Host.Documents;

public sealed class TranslationReviewTests
{
    [Fact]
    public void Translations_TheCommittedPage_IsOfToday()
    {
        var review = Commanded.Run("translations", "--check", "--Funds:Folder", Repository.PathOf("funds"), "--to", Repository.PathOf("docs"));

        Assert.True(review.Code == 0, string.Join('\n', review.Lines));
    }

    [Fact]
    public void Translations_ATermThatATextBeginsToUse_IsFoundThere()
    {
        using var funds = new PlantedFunds();
        funds.Change("cnss-ma/texts/ar.yaml", "بمن تصرحون؟", "بمن تصرحون من أفراد العائلة؟");

        var review = Commanded.Run("translations", "--check", "--Funds:Folder", funds.Folder, "--to", Repository.PathOf("docs"));

        Assert.Equal(1, review.Code);
    }

    [Theory]
    [InlineData("تم الأداء يوم 3", true)]
    [InlineData("قد تم أداؤه", false)]
    [InlineData("وتم الأداء", true)]
    [InlineData("استتم الأداء", false)]
    public void Page_ATerm_IsFoundAsWordsOfItsOwn(string text, bool found)
    {
        var files = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("texts/ar.yaml", $"any: \"{text}\"");
        var none = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty;
        var term = new ReviewTerm("95", "payé", "paid", ["تم الأداء"]);

        var page = new TranslationReview([term], [new(new("any"), files, none)]).Page();

        Assert.Equal(found, page.Contains("any `any`", StringComparison.Ordinal));
    }
}
