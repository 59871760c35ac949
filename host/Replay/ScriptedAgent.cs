using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.HandOvers;
using ChatChannels.Services.HandOvers;

namespace ChatChannels.Host.Replay;

/// <summary>The agent of a script, at the desk: takes whoever has waited longest, and speaks with them.</summary>
internal sealed class ScriptedAgent(ReplayHost service)
{
    private const string Name = "agent-1";

    private readonly IHandOverDesk _desk = service.Services.GetRequiredService<IHandOverDesk>();
    private readonly SignedInAgents _agents = service.Services.GetRequiredService<SignedInAgents>();
    private readonly FundDirectory _funds = service.Services.GetRequiredService<FundDirectory>();
    private int _said;

    /// <summary>Signs in with every fund: whose script it is, is asked for there.</summary>
    public void SignIn()
    {
        foreach (var fund in _funds.All)
            _agents.SignIn(fund.Id, Name);
    }

    public void SignOut()
    {
        foreach (var fund in _funds.All)
            _agents.SignOut(fund.Id, Name);
    }

    public async Task<DeskAnswer> Take() => await _desk.Take(await First(HandOverState.Waiting), Name);

    public async Task<DeskAnswer> Say(string text) =>
        await _desk.Say(await First(HandOverState.Agent), Name, FormattableString.Invariant($"{++_said}"), text);

    public async Task<DeskAnswer> Return() => await _desk.Return(await First(HandOverState.Agent), Name);

    private async Task<HandOver> First(HandOverState state)
    {
        foreach (var fund in _funds.All)
            if ((await _desk.Open(fund.Id, CancellationToken.None)).FirstOrDefault(handOver => handOver.State == state) is { } found)
                return found;
        throw new FormatException($"Nobody is there whose hand-over is in {state}.");
    }
}
