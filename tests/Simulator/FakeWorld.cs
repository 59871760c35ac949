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
            ShortName = new("CAISSE", "الصندوق", "FUND"),
            Networks = [new("62401", "MTN"), new("62402", "Orange")],
        },
        new("demo-ma", new("Caisse du Maroc", "صندوق المغرب", "Morocco fund"), ["*212#"], "MA", ["fr", "ar"])
        {
            ShortName = new("CAISSE", "الصندوق", "FUND"),
            Networks = [new("60401", "Maroc Telecom")],
        },
    ];

    public IReadOnlyList<SamplePerson> People(string fund)
        => fund is not "demo-cm" ? [] :
        [
            new(new("Salariée sans matricule", "أجيرة دون رقم تسجيل", "Employee without a number"), Phone,
            [
                new("menu", new("Bienvenue", "مرحبا", "Welcome"), "1"),
                new("form.surname", new("Nom", "الاسم العائلي", "Surname"), "NGONO"),
            ]),
        ];

    /// <summary>Where the call stands; the test says it.</summary>
    public Func<SimulatedStand> Stand { get; set; } = () => new(Ask: null);

    public void Receive(SimulatedMessage message)
    {
        lock (_messages)
            _messages.Insert(0, message);
    }

    public Task<IReadOnlyList<SimulatedMessage>> MessagesAsync(CancellationToken cancellation)
    {
        lock (_messages)
            return Task.FromResult<IReadOnlyList<SimulatedMessage>>([.. _messages]);
    }

    public Task<SimulatedStand> StandAsync(string fund, string phone, CancellationToken cancellation) => Task.FromResult(Stand());

    public Task<bool> TextAsync(string fund, string phone, string text, CancellationToken cancellation) => Task.FromResult(true);

    public Task<int> RunProcessingAsync(CancellationToken cancellation) => Task.FromResult(3);
}
