namespace ChatChannels.Ussd.AfricasTalking;

/// <summary>The fields of a form, in the order they came. A callback has a handful: looking through them beats a table.</summary>
internal sealed class FormFields
{
    private readonly List<(string Name, string Value)> _fields = new(8);

    public int Count => _fields.Count;

    public IReadOnlyList<(string Name, string Value)> All => _fields;

    public void Add(string name, string value) => _fields.Add((name, value));

    /// <summary>How often a field was sent.</summary>
    public int CountOf(string name)
    {
        var count = 0;
        foreach (var field in _fields)
            count += string.Equals(field.Name, name, StringComparison.Ordinal) ? 1 : 0;
        return count;
    }

    /// <summary>A field's first value; empty where it was not sent.</summary>
    public string this[string name]
    {
        get
        {
            foreach (var field in _fields)
            {
                if (string.Equals(field.Name, name, StringComparison.Ordinal))
                    return field.Value;
            }

            return "";
        }
    }

    /// <summary>Masked: it carries all that was typed.</summary>
    public override string ToString() => $"FormFields {{ {Count} }}";
}
