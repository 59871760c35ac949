using System.Text;
using ChatChannels.Driver.Walks;
using ChatChannels.Driver.Wire;

namespace ChatChannels.Driver.Loads;

/// <summary>The users of a run: each sends, reads, checks, and goes on.</summary>
internal sealed class Crowd(Load load, Epoll epoll, Tally tally, Schedule? schedule)
{
    private readonly Chance _chance = new(load.Seed);
    private readonly byte[][] _excuses = [.. load.Excuses.Select(Encoding.UTF8.GetBytes)];
    private readonly byte[][] _detours = [.. load.Detours.Select(Encoding.UTF8.GetBytes)];
    private readonly Queue<(User User, long At)> _later = new();
    private long _callers;

    public User[] Users { get; } =
        [.. Enumerable.Range(0, load.Users).Select(token => new User(load.Walk, RequestOf(load), token))];

    /// <summary>Whether nobody starts anything new.</summary>
    public bool IsOver { get; set; }

    public bool IsWaitingForLater => _later.Count > 0;

    /// <summary>Whether nothing can happen any more.</summary>
    public bool IsDone => _later.Count == 0
        && (IsOver || _callers >= load.Sessions)
        && Array.TrueForAll(Users, user => !user.IsWaiting && (IsOver || user.Caller is null));

    /// <summary>The user's next request, if it is due.</summary>
    public void GoOn(User user)
    {
        var now = Clock.Now;
        if (user.IsWaiting || user.IsPausing || IsOver || (schedule is not null && schedule.At(user.Tick) > now))
            return;
        if (user.Caller is not null)
            user.Type();
        else if (_callers < load.Sessions)
            user.Begin(new Caller(load.Walk, _chance, load.FirstCaller + _callers++));
        else
            return;
        user.SentAt = schedule?.At(user.Tick) ?? now;
        user.Tick += load.Users;
        Send(user);
    }

    public void Receive(User user)
    {
        if (user.Connection is not { } connection)
            return;
        try
        {
            if (!connection.TryReceive())
                Lose(user, "The connection was lost.");
            else if (connection.TryRead(out var reply))
                Judge(user, reply);
        }
        catch (FormatException broken)
        {
            tally.Wrong(user, broken.Message);
            user.Disconnect();
            user.End();
            GoOn(user);
        }
    }

    /// <summary>Those whose pause is over.</summary>
    public void Resume()
    {
        while (_later.TryPeek(out var next) && next.At <= Clock.Now)
        {
            var user = _later.Dequeue().User;
            user.IsPausing = false;
            if (user.Caller is null)
                GoOn(user);
            else
                Send(user);
        }
    }

    /// <summary>Everybody goes; who still waited has a fault.</summary>
    public void Leave()
    {
        foreach (var user in Users)
        {
            if (user.IsWaiting)
                tally.Wrong(user, "No reply came.");
            user.Disconnect();
        }
    }

    private void Send(User user)
    {
        if (user.Connection is null)
            user.Connect(Connection.TryOpen(load.Server, epoll, user.Token));
        user.IsWaiting = true;
        if (user.Connection?.TrySend(user.Octets) is not true)
            Lose(user, "The server cannot be reached.");
    }

    private void Judge(User user, in Reply reply)
    {
        user.IsWaiting = false;
        var isOfKind = reply.Status == 200 && reply.ContentType.StartsWith(user.ContentType);
        if (isOfKind && user.Accepts(reply.Body))
            Accept(user, reply);
        else if (isOfKind && IsOneOf(_excuses, reply.Body))
            Postpone(user);
        else if (isOfKind && IsOneOf(_detours, reply.Body))
            LeaveOff(user);
        else
            Refuse(user, reply);
        if (reply.Closes)
            user.Disconnect();
        GoOn(user);
    }

    private void Accept(User user, in Reply reply)
    {
        tally.Right(Clock.Now - user.SentAt);
        load.Witness?.Acknowledged(user.Caller!, user.Hop, user.Typed, reply.Body);
        if (!user.IsAtEnd)
            return;
        tally.Finished++;
        user.End();
    }

    private void Refuse(User user, in Reply reply)
    {
        tally.Wrong(user, $"Status {reply.Status}, {Encoding.ASCII.GetString(reply.ContentType)}, not the screen.", reply);
        user.End();
    }

    private void LeaveOff(User user)
    {
        tally.Detoured++;
        user.End();
    }

    private static bool IsOneOf(byte[][] beginnings, ReadOnlySpan<byte> screen)
    {
        foreach (var beginning in beginnings)
        {
            if (screen.StartsWith(beginning))
                return true;
        }

        return false;
    }

    private void Lose(User user, string problem)
    {
        var wasWaiting = user.IsWaiting;
        user.Disconnect();
        if (!wasWaiting)
            return;
        if (load.OnLoss is LossPolicy.IsFault)
        {
            tally.Wrong(user, problem);
            user.End();
        }

        Postpone(user);
    }

    /// <summary>The same request, or a new session, after a pause.</summary>
    private void Postpone(User user)
    {
        tally.Repeated += user.Caller is null ? 0 : 1;
        user.IsPausing = true;
        _later.Enqueue((user, Clock.Now + Clock.Nanoseconds(load.Pause)));
    }

    private static Request RequestOf(Load load) => load.ByActivities
        ? new ActivityRequest(load.Server.ToString(), load.Path)
        : new FormRequest(load.Server.ToString(), load.Path);
}
