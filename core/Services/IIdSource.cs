namespace ChatChannels.Services;

/// <summary>Where ids and chance come from, so that tests can foretell them.</summary>
public interface IIdSource
{
    Guid NextId();

    /// <summary>A string of random decimal digits.</summary>
    string NextDigits(int count);
}
