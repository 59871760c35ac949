namespace ChatChannels.Services.Requests;

/// <summary>What somebody wanted to know when the register did not answer, or is to know once it does.</summary>
public enum LateTopic
{
    /// <summary>Nothing that an SMS may say: the caller hears when the service answers again.</summary>
    DialAgain,

    /// <summary>How they stand, with the registration number.</summary>
    Standing,

    /// <summary>Where the claims stand.</summary>
    Claims,

    /// <summary>Nothing: a request was filed in their name, and every address on file is to hear of it.</summary>
    Filed,
}
