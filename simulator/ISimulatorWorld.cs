using ChatChannels.Simulator.World;

namespace ChatChannels.Simulator;

/// <summary>What the simulator asks of the service around it. The host implements it.</summary>
public interface ISimulatorWorld
{
    /// <summary>The funds that can be dialled.</summary>
    IReadOnlyList<SimulatedFund> Funds { get; }

    /// <summary>The sample people of a fund; none for an unknown fund.</summary>
    IReadOnlyList<SamplePerson> People(string fund);

    /// <summary>The messages to and from a phone number (E.164, leading <c>+</c>), newest first.</summary>
    Task<IReadOnlyList<SimulatedMessage>> MessagesAsync(string phone, CancellationToken cancellation);

    /// <summary>Takes an SMS from a phone number (E.164, leading <c>+</c>) to a fund, and says whether it was waited for.</summary>
    Task<bool> TextAsync(string fund, string phone, string text, CancellationToken cancellation);

    /// <summary>Runs now what the fund's back office would do overnight, and says how many cases moved.</summary>
    Task<int> RunProcessingAsync(CancellationToken cancellation);
}
