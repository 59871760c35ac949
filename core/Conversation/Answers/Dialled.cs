namespace ChatChannels.Conversation.Answers;

/// <summary>What a person dials: the digits, after the <c>+</c> or <c>00</c> of an international number.</summary>
internal readonly record struct Dialled(string Digits, bool IsInternational)
{
    public static Dialled Of(string typed)
    {
        var signs = string.Concat(Typed.Ungrouped(typed).Where(sign => sign is not ('(' or ')' or '/')));
        return signs switch
        {
            ['+', ..] => new Dialled(signs[1..], IsInternational: true),
            ['0', '0', ..] => new Dialled(signs[2..], IsInternational: true),
            _ => new Dialled(signs, IsInternational: false),
        };
    }
}
