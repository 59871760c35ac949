using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Flows;
using ChatChannels.Conversation.Localization;
using ChatChannels.Conversation.Text;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Processing;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services.Verification;
using ChatChannels.Simulator;
using ChatChannels.Simulator.World;

namespace ChatChannels.Host.Simulated;

/// <summary>What the simulator shows: the funds that are served, their sample people, where a call stands, and all messages.</summary>
internal sealed class SimulatorWorld(
    FundDirectory funds, FundFolder folder, IStore store, IOutbox outbox, TextedCode texts, ProcessingRun processing, Courier courier)
    : ISimulatorWorld
{
    private const int Shown = 200;

    public IReadOnlyList<SimulatedFund> Funds => [.. funds.All.Select(Describe)];

    public IReadOnlyList<SamplePerson> People(string fund) =>
        funds.Find(new FundId(fund)) is { } found ? SamplePeople.Read(folder, found) : [];

    public async Task<IReadOnlyList<SimulatedMessage>> MessagesAsync(CancellationToken cancellation) =>
        [.. (await outbox.Latest(Shown, cancellation)).Where(entry => !entry.Message.Channel.IsChat).Select(Describe)];

    public async Task<SimulatedStand> StandAsync(string fund, string phone, CancellationToken cancellation)
    {
        if (funds.Find(new FundId(fund)) is not { } found)
            return new SimulatedStand(Ask: null);
        var address = new Address(Channel.Ussd, phone, Proof.Possessed);
        return CallStand.Of(await store.FindLatest(found.Id, address, cancellation), found);
    }

    public Task<bool> TextAsync(string fund, string phone, string text, CancellationToken cancellation) =>
        texts.Take(new FundId(fund), new Address(Channel.Sms, phone, Proof.Possessed), text, cancellation);

    public async Task<int> RunProcessingAsync(CancellationToken cancellation)
    {
        var processed = await processing.Pass(cancellation);
        await courier.Round(cancellation);
        return processed;
    }

    private static SimulatedFund Describe(Fund fund) => new(
        fund.Id.Value,
        InEachLanguage(fund, CommonTexts.FundName),
        fund.ServiceCodes,
        fund.Country,
        [.. fund.Languages.Select(language => language.Code)])
    {
        ShortName = InEachLanguage(fund, CommonTexts.FundShort),
        Networks = [.. fund.Operators.Select(carrier => new MobileNetwork(carrier.NetworkCode, carrier.Name))],
    };

    private static LocalizedText InEachLanguage(Fund fund, string key)
    {
        string In(Language language) => fund.Texts.Plain(fund.Languages.Contains(language) ? language : fund.Languages[0], key);
        return new LocalizedText(In(Language.French), In(Language.Arabic), In(Language.English));
    }

    private static SimulatedMessage Describe(OutboxEntry entry)
    {
        var message = entry.Message;
        var isSms = message.Channel == Channel.Sms;
        return new SimulatedMessage(message.Id.ToString("N"), isSms ? MessageKind.Sms : MessageKind.Email, message.Sender, message.To, message.Text)
        {
            At = message.At,
            State = Describe(entry.State),
            Subject = isSms ? null : message.Subject,
            Segments = isSms ? SmsSegments.Count(message.Text) : null,
        };
    }

    private static MessageState Describe(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => MessageState.Waiting,
        DeliveryState.Delivered => MessageState.Delivered,
        DeliveryState.Failed => MessageState.Failed,
        _ => MessageState.Expired,
    };
}
