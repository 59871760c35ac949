using ChatChannels.Simulator.World;

namespace ChatChannels.Simulator;

/// <summary>What the simulator asks of the service around it. The host implements it.</summary>
public interface ISimulatorWorld
{
    /// <summary>The funds that can be dialled.</summary>
    IReadOnlyList<SimulatedFund> Funds { get; }

    /// <summary>The sample people of a fund; none for an unknown fund.</summary>
    IReadOnlyList<SamplePerson> People(string fund);

    /// <summary>The SMS and e-mails to anybody, newest first.</summary>
    Task<IReadOnlyList<SimulatedMessage>> MessagesAsync(CancellationToken cancellation);

    /// <summary>Where the last call of a phone (E.164, leading <c>+</c>) to a fund stands.</summary>
    Task<SimulatedStand> StandAsync(string fund, string phone, CancellationToken cancellation);

    /// <summary>Takes an SMS from a phone number (E.164, leading <c>+</c>) to a fund, and says whether it was waited for.</summary>
    Task<bool> TextAsync(string fund, string phone, string text, CancellationToken cancellation);

    /// <summary>Runs now what the fund's back office would do overnight, and says how many cases moved.</summary>
    Task<int> RunProcessingAsync(CancellationToken cancellation);
}
