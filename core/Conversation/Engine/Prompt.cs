using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Localization;

namespace ChatChannels.Conversation.Engine;

/// <summary>What the person is to see, before any channel gives it a shape.</summary>
public sealed record Prompt
{
    public required Language Language { get; init; }

    /// <summary>What is wrong with the last answer, or another notice; stands first.</summary>
    public string? Notice { get; init; }

    /// <summary>What may help beside the notice; the first thing to be left out where there is no room.</summary>
    public string? Hint { get; init; }

    public required string Text { get; init; }

    /// <summary>What can be chosen, numbered steadily over all pages.</summary>
    public ImmutableArray<Option> Options { get; init; } = [];

    /// <summary>Whether the options are some of many, which the beginning of a name finds.</summary>
    public bool IsSearched { get; init; }

    /// <summary>Whether the options count only once everything was read, and so stand together behind the last of it.</summary>
    public bool OptionsAtEnd { get; init; }

    /// <summary>The word that opens the options on a channel that folds them away.</summary>
    public string Open { get; init; } = "";

    /// <summary>The stable keys to name on the screen (back, menu, help …); they work whether named or not.</summary>
    public ImmutableArray<Option> Keys { get; init; } = [];

    /// <summary>Labels of the paging keys, which only a channel that pages shows.</summary>
    public required Option More { get; init; }

    public required Option Previous { get; init; }

    /// <summary>What <see cref="Asks"/> says where a file can be sent.</summary>
    public const string File = "file";

    /// <summary>The answer type that is asked for (<c>date</c>, <c>phone</c> …), or <see cref="File"/>; null where something is chosen or read.</summary>
    public string? Asks { get; init; }

    /// <summary>The kinds of file that can be sent; empty where none can.</summary>
    public ImmutableArray<FileKind> Accepts { get; init; } = [];

    /// <summary>The version that the session has with this prompt: what is touched on an older one is out of date.</summary>
    public long Turn { get; init; }

    /// <summary>Whether what is offered stays good while the person goes on writing.</summary>
    public bool Stays { get; init; }

    /// <summary>Whether this is the last screen of the exchange.</summary>
    public bool Ends { get; init; }

    /// <summary>The case whose receipt can be seen now; null for none. Personal.</summary>
    public string? Receipt { get; init; }

    /// <summary>The page asked for, from 0.</summary>
    public int Page { get; init; }

    /// <summary>The same prompt with each of its texts changed, as a channel needs them.</summary>
    public Prompt WithTexts(Func<string, string> change) => this with
    {
        Notice = Notice is null ? null : change(Notice),
        Hint = Hint is null ? null : change(Hint),
        Text = change(Text),
        Options = WithLabels(Options, change),
        Keys = WithLabels(Keys, change),
    };

    private static ImmutableArray<Option> WithLabels(ImmutableArray<Option> options, Func<string, string> change) =>
        [.. options.Select(option => option with { Label = change(option.Label) })];

    /// <summary>Masked: screens can carry answers.</summary>
    public override string ToString() => $"Prompt {{ {Language} options={Options.Length} }}";
}
