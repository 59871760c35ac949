namespace ChatChannels.Host.Replay;

/// <summary>One channel as scripts use it: what a person does goes in over the wire, what they then see comes back as lines.</summary>
internal interface IFrontDoor
{
    /// <summary>The number that the person uses from here on, E.164.</summary>
    string Phone { set; }

    /// <summary>Begins a conversation with the fund of a service code.</summary>
    Task<string> Open(string code);

    /// <summary>The person types.</summary>
    Task<string> Say(string text);

    /// <summary>The person touches a button that was shown, by its key.</summary>
    Task<string> Touch(string key);

    /// <summary>The person sends a file of <see cref="SampleFiles"/>.</summary>
    Task<string> Send(string file);

    /// <summary>The last message comes once more, as it was.</summary>
    Task<string> Repeat();

    /// <summary>What the person sees that came unasked.</summary>
    Task<string> Look();

    /// <summary>The line is lost, and the channel says so.</summary>
    Task HangUp();
}
