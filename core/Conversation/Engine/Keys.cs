namespace ChatChannels.Conversation.Engine;

/// <summary>The stable keys: the same meaning on every screen, whether the screen names them or not.</summary>
public static class Keys
{
    public const string Back = "0";
    public const string Menu = "00";
    public const string Skip = "94";
    public const string CallBack = "95";
    public const string Language = "96";
    public const string Help = "97";
    public const string More = "98";
    public const string Previous = "99";

    public static readonly ImmutableArray<string> All = [Back, Menu, Skip, CallBack, Language, Help, More, Previous];

    /// <summary>The key that a text to be read names for going on; any other goes on too.</summary>
    public const string Next = "1";

    /// <summary>The word under <c>keys</c> in the texts that names a key.</summary>
    public static string Name(string key) => key switch
    {
        Back => "back",
        Menu => "menu",
        Skip => "skip",
        CallBack => "call-back",
        Language => "language",
        Help => "help",
        More => "more",
        Previous => "previous",
        Next => "next",
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Not a stable key."),
    };

    /// <summary>The highest number a choice may have without meeting a key.</summary>
    public const int HighestChoice = 93;
}
