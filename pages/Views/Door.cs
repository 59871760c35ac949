namespace ChatChannels.Pages.Views;

/// <summary>A page that opens by the secret code: its name in links, and its texts.</summary>
internal sealed record Door(string Name, string Title, string Ask, string Open)
{
    public static readonly Door Receipt = new(Links.Receipts, PageTexts.ReceiptTitle, PageTexts.ReceiptAsk, PageTexts.ReceiptOpen);
    public static readonly Door Case = new(Links.Cases, PageTexts.CaseTitle, PageTexts.CaseAsk, PageTexts.CaseOpen);
}
