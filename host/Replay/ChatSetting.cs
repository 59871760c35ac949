namespace ChatChannels.Host.Replay;

/// <summary>Where a script begins, from its head: <c># now 2026-03-05T09:00:00Z phone +237650000001</c>.</summary>
public sealed record ChatSetting(DateTimeOffset Now, string Phone);
