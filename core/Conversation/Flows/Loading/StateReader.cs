using ChatChannels.Conversation.Answers;

namespace ChatChannels.Conversation.Flows.Loading;

/// <summary>Reads one state of a flow and the arrows that leave it.</summary>
internal sealed class StateReader(Source source, string flow, LoadedParts parts)
{
    private static readonly string[] Common = ["covers", "save", "forget", "next"];
    private static readonly string[] Collecting = [.. Common, "as", "personal", "optional", "in-review", "derive"];
    private static readonly string[] Kinds = ["ask", "choose", "attach", "tell", "review", "do", "call", "end"];
    private static readonly Channel[] Channels = [Channel.Sms, Channel.Email];
    private readonly Source _source = source;
    private readonly string _flow = flow;
    private readonly LoadedParts _parts = parts;
    private readonly ArrowReader _arrows = new(source);

    public ImmutableArray<Arrow> Arrows => _arrows.Arrows;

    public State? Read(string name, Node.Map map)
    {
        var kinds = Kinds.Where(kind => map.Find(kind) is not null && !(kind is "choose" && map.Find("review") is not null)).ToList();
        if (kinds is not [var kind])
        {
            _source.Gap("state-kind", map.Line, $"State '{name}' must be exactly one of {string.Join(", ", Kinds)}.");
            return null;
        }

        var state = ReadKind(kind, name, map);
        return state is null ? null : state with
        {
            Covers = _source.Texts(map.Find("covers")?.Value, "covers"),
            Forget = _source.Texts(map.Find("forget")?.Value, "forget"),
            SavePoint = _source.Flag(map, "save"),
        };
    }

    private State? ReadKind(string kind, string name, Node.Map map) => kind switch
    {
        "ask" => ReadAsk(name, map),
        "choose" => ReadChoose(name, map),
        "attach" => ReadAttach(name, map),
        "tell" => ReadTell(name, map),
        "review" => ReadReview(name, map),
        "do" => ReadDo(name, map),
        "call" => ReadCall(name, map),
        _ => ReadEnd(name, map),
    };

    private State.Ask? ReadAsk(string name, Node.Map map)
    {
        _arrows.Next(name, map);
        if (_source.RequiredText(map, "ask") is not { } typeName)
            return null;
        if (AnswerTypes.Find(typeName) is not { } type)
        {
            _source.Gap("unknown-answer-type", map.Find("ask")!.Line, $"There is no answer type '{typeName}'.");
            return null;
        }

        var settings = ReadSettings(map);
        foreach (var wrong in type.CheckSettings(settings))
            _source.Report("answer-setting", map.Line, wrong);
        return Collected(map, new State.Ask
        {
            Name = name,
            Line = map.Line,
            As = name,
            Type = type,
            Settings = settings,
        });
    }

    /// <summary>A state with the settings of every state that collects an answer.</summary>
    private T Collected<T>(Node.Map map, T state)
        where T : State.Collects => state with
        {
            As = _source.OptionalText(map, "as") ?? state.Name,
            Personal = _source.Flag(map, "personal"),
            Optional = _source.Flag(map, "optional"),
            InReview = _source.Flag(map, "in-review", absent: true),
            Derive = ReadDerivations(map),
        };

    private AnswerSettings ReadSettings(Node.Map map) => new(map.Entries
        .Where(entry => entry.Key is not "ask" && !Collecting.Contains(entry.Key, StringComparer.Ordinal))
        .Select(entry => (entry.Key, Text: _source.Text(entry.Value, entry.Key)))
        .Where(entry => entry.Text is not null)
        .Select(entry => KeyValuePair.Create(entry.Key, entry.Text!))
        .ToImmutableDictionary(StringComparer.Ordinal));

    private State.Choose? ReadChoose(string name, Node.Map map)
    {
        _source.Allow(map, [.. Collecting, "choose", "exits"]);
        var chosen = map.Find("choose")!.Value;
        var exits = map.Find("exits") is not null;
        if (exits)
            _arrows.Exits(name, map);
        else
            _arrows.Next(name, map);
        var list = chosen is Node.Map named ? ReadNamedList(named) : ReadOptions(name, map);
        return list is null ? null : Collected(map, new State.Choose
        {
            Name = name,
            Line = map.Line,
            As = name,
            Options = list,
            Search = chosen is Node.Map searchable && _source.Flag(searchable, "search"),
            Within = chosen is Node.Map parted ? _source.OptionalText(parted, "within") : null,
            Exits = exits,
        });
    }

    private ChoiceList ReadOptions(string name, Node.Map map)
    {
        var chosen = map.Find("choose");
        var values = _source.Texts(chosen?.Value, "choose");
        if (values.IsEmpty)
            _source.Gap("no-options", chosen?.Line ?? map.Line, "There is nothing to choose.");
        return _parts.Inline(_flow, name, values);
    }

    private ChoiceList? ReadNamedList(Node.Map named)
    {
        _source.Allow(named, "list", "search", "within");
        if (_source.RequiredText(named, "list") is not { } listName)
            return null;
        if (_parts.Lists.TryGetValue(listName, out var list))
            return list;
        _source.Gap("unknown-list", named.Line, $"There is no list '{listName}' in lists/.");
        return null;
    }

    private State.Attach? ReadAttach(string name, Node.Map map)
    {
        _source.Allow(map, [.. Collecting, "attach", "accept", "else"]);
        _arrows.Next(name, map);
        var accepted = _source.RequiredItems(map, "accept").SelectMany(ReadFileKind).ToImmutableArray();
        var ways = map.Find("else") is null ? State.Attach.AllWays : [.. _source.RequiredItems(map, "else").Select(ReadWay).OfType<string>()];
        return _source.RequiredText(map, "attach") is not { } paper ? null : Collected(map, new State.Attach
        {
            Name = name,
            Line = map.Line,
            As = name,
            Paper = paper,
            Accepts = accepted,
            Ways = ways,
        });
    }

    private IEnumerable<FileKind> ReadFileKind(Node.Scalar word)
    {
        var kinds = FileKind.All.Where(kind => string.Equals(kind.Word, word.Text, StringComparison.Ordinal)).ToList();
        if (kinds.Count == 0)
            _source.Gap("unknown-file-kind", word.Line, $"There is no kind of file '{word.Text}'; there are {string.Join(", ", FileKind.All.Select(kind => kind.Word).Distinct(StringComparer.Ordinal))}.");
        return kinds;
    }

    private string? ReadWay(Node.Scalar way)
    {
        if (State.Attach.AllWays.Contains(way.Text, StringComparer.Ordinal))
            return way.Text;
        _source.Gap("unknown-way", way.Line, $"A file cannot come by '{way.Text}'; it comes by {string.Join(" or ", State.Attach.AllWays)}.");
        return null;
    }

    private State.Tell ReadTell(string name, Node.Map map)
    {
        _source.Allow(map, [.. Common, "tell", "notify"]);
        _source.Expect(map, "tell", "true");
        _arrows.Next(name, map);
        return new State.Tell { Name = name, Line = map.Line, Notify = ReadNotification(map) };
    }

    private State.Review ReadReview(string name, Node.Map map)
    {
        _source.Allow(map, [.. Common, "review", "choose", "edit", "exits", "as"]);
        _source.Expect(map, "review", "all");
        _arrows.Exits(name, map);
        var words = ReadOptions(name, map);
        return new State.Review
        {
            Name = name,
            Line = map.Line,
            Choices = [.. words.Items.Select(item => item.Value)],
            As = _source.OptionalText(map, "as") ?? name,
            Edit = _source.Flag(map, "edit"),
            Words = words,
        };
    }

    private State.Do? ReadDo(string name, Node.Map map)
    {
        _source.Allow(map, [.. Common, "do", "with", "exits"]);
        _arrows.Exits(name, map);
        var action = _source.Text(map.Find("do")!.Value, "do");
        return action is null ? null : new State.Do { Name = name, Line = map.Line, Action = action, Exits = ExitNames(map), With = ReadWith(map) };
    }

    private ActionSettings ReadWith(Node.Map map) => _source.OptionalMap(map, "with") is not { } with ? ActionSettings.None : new(with.Entries
        .Select(entry => KeyValuePair.Create(entry.Key, _source.Texts(entry.Value, entry.Key)))
        .Where(setting => !setting.Value.IsEmpty)
        .ToImmutableSortedDictionary(StringComparer.Ordinal));

    private State.Call? ReadCall(string name, Node.Map map)
    {
        _source.Allow(map, [.. Common, "call", "at", "exits"]);
        if (map.Find("exits") is null)
            _arrows.Next(name, map);
        else
            _arrows.Exits(name, map);
        var called = _source.Text(map.Find("call")!.Value, "call");
        return called is null ? null : new State.Call
        {
            Name = name,
            Line = map.Line,
            Flow = called,
            At = _source.OptionalText(map, "at"),
            Exits = ExitNames(map),
        };
    }

    private State.End ReadEnd(string name, Node.Map map)
    {
        _source.Allow(map, "end", "receipt", "notify", "covers", "forget", "save");
        var exit = _source.Text(map.Find("end")!.Value, "end");
        return new State.End
        {
            Name = name,
            Line = map.Line,
            Exit = exit is "true" ? null : exit,
            Receipt = _source.OptionalText(map, "receipt"),
            Notify = ReadNotification(map),
        };
    }

    private static ImmutableArray<string> ExitNames(Node.Map map) =>
        map.Find("exits")?.Value is Node.Map exits ? [.. exits.Entries.Select(exit => exit.Key)] : [];

    private Notification? ReadNotification(Node.Map map)
    {
        if (map.Find("notify") is not { } entry || _source.AsMap(entry.Value, "notify") is not { } notify)
            return null;
        _source.Allow(notify, "message", "by");
        return _source.RequiredText(notify, "message") is { } message
            ? new Notification(message, [.. _source.RequiredItems(notify, "by").Select(ReadChannel).OfType<Channel>()], entry.Line)
            : null;
    }

    private Channel? ReadChannel(Node.Scalar by)
    {
        var channel = new Channel(by.Text);
        if (Channels.Contains(channel))
            return channel;
        _source.Gap("unknown-channel", by.Line, $"A message cannot be sent by '{by.Text}'; it goes by {string.Join(" or ", Channels)}.");
        return null;
    }

    private ImmutableArray<Derivation> ReadDerivations(Node.Map map) =>
        [.. _source.Maps(map.Find("derive")?.Value, "derive").Select(ReadDerivation).OfType<Derivation>()];

    private Derivation? ReadDerivation(Node.Map map)
    {
        _source.Allow(map, "when", "value", "answer", "caller", "no-caller");
        var when = _arrows.Condition(map);
        DerivationSource? from = (_source.OptionalText(map, "value"), _source.OptionalText(map, "answer"), _source.Flag(map, "caller")) switch
        {
            ({ } value, null, false) => new DerivationSource.Literal(value),
            (null, { } answer, false) => new DerivationSource.Answer(answer),
            (null, null, true) => new DerivationSource.Caller(),
            _ => null,
        };
        if (from is null)
            _source.Gap("derivation", map.Line, "A derivation needs exactly one of value, answer or caller: true.");
        return from is null || when is null ? null : new Derivation(when, from, map.Line) { WithoutCaller = _source.Flag(map, "no-caller") };
    }
}
