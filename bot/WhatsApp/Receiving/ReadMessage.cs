namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>A message of a notification: taken in, or set aside. Exactly one of the two is there.</summary>
internal sealed record ReadMessage(Received? Received, SetAside? Why = null);
