using System.Collections.Immutable;

namespace ChatChannels.Bot.WhatsApp.Screens;

/// <summary>One message of a screen as WhatsApp shows it. A closed family. Personal.</summary>
internal abstract record Bubble(string Body)
{
    /// <summary>Words alone.</summary>
    public sealed record Words(string Body) : Bubble(Body)
    {
        public const int LongestBody = 4096;

        public override string ToString() => "Words { *** }";
    }

    /// <summary>Words with up to three buttons below.</summary>
    /// <param name="Footer">In small letters below the words; null for none.</param>
    public sealed record Buttons(string Body, string? Footer, ImmutableArray<Choice> Choices) : Bubble(Body)
    {
        public const int LongestBody = 1024;
        public const int LongestTitle = 20;
        public const int Most = 3;

        public override string ToString() => $"Buttons {{ {Choices.Length} }}";
    }

    /// <summary>Words with a list of up to ten rows behind one button.</summary>
    /// <param name="Open">The words of that button.</param>
    public sealed record Rows(string Body, string? Footer, string Open, ImmutableArray<Choice> Choices) : Bubble(Body)
    {
        public const int LongestBody = 4096;
        public const int LongestTitle = 24;
        public const int LongestDescription = 72;
        public const int LongestOpen = 20;
        public const int Most = 10;

        public override string ToString() => $"Rows {{ {Choices.Length} }}";
    }

    public const int LongestFooter = 60;
}
