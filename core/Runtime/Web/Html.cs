namespace ChatChannels.Runtime.Web;

/// <summary>Finished markup. What is put into it is escaped, unless it is markup itself.</summary>
public readonly record struct Html(string Markup)
{
    public static readonly Html Nothing = new("");

    public static Html Of(Fragment fragment) => new(fragment.ToString());

    public static Html All(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Markup)));

    public override string ToString() => Markup;
}
