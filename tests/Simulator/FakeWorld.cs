using ChatChannels.Simulator;
using ChatChannels.Simulator.World;

namespace ChatChannels.Tests.Simulator;

/// <summary>Two invented funds, one person, and an inbox the test fills.</summary>
internal sealed class FakeWorld : ISimulatorWorld
{
    public const string Phone = "+237650000001";

    private readonly List<SimulatedMessage> _messages = [];

    public IReadOnlyList<SimulatedFund> Funds { get; } =
    [
        new("demo-cm", new("Caisse d’essai", "صندوق التجربة", "Trial fund"), ["*237*1#", "*855*2#"], "CM", ["fr", "en"])
        {
            Networks = [new("62401", "MTN"), new("62402", "Orange")],
        },
        new("demo-ma", new("Caisse du Maroc", "صندوق المغرب", "Morocco fund"), ["*212#"], "MA", ["fr", "ar"])
        {
            Networks = [new("60401", "Maroc Telecom")],
        },
    ];

    public IReadOnlyList<SamplePerson> People(string fund)
        => fund is not "demo-cm" ? [] :
        [
            new(new("Salariée sans matricule", "أجيرة دون رقم تسجيل", "Employee without a number"), Phone,
            [
                new(new("Nom", "الاسم العائلي", "Surname"), "NGONO"),
                new(new("Date de naissance", "تاريخ الميلاد", "Date of birth"), "05031990"),
            ]),
        ];

    public void Receive(SimulatedMessage message)
    {
        lock (_messages)
            _messages.Insert(0, message);
    }

    public Task<IReadOnlyList<SimulatedMessage>> MessagesAsync(string phone, CancellationToken cancellation)
    {
        lock (_messages)
            return Task.FromResult<IReadOnlyList<SimulatedMessage>>(phone is Phone ? [.. _messages] : []);
    }

    public Task<bool> TextAsync(string fund, string phone, string text, CancellationToken cancellation) => Task.FromResult(true);

    public Task<int> RunProcessingAsync(CancellationToken cancellation) => Task.FromResult(3);
}
