using System.ComponentModel.DataAnnotations;

namespace ChatChannels.Runtime.Funds;

/// <summary>Where the content is, and where the pages of links are reached.</summary>
public sealed class FundsOptions
{
    /// <summary>The folder of funds; a relative one is looked for in the working directory and above it, then beside the program.</summary>
    /// <value>The default is <c>funds</c>.</value>
    [Required]
    public string Folder { get; set; } = "funds";

    /// <summary>
    /// The address under which people outside reach the pages that messages link to. Outside development it must be set, and begin
    /// with <c>https://</c> unless it is this machine's own.
    /// </summary>
    /// <value>In development the first of <c>Urls</c>, by default <c>http://localhost:5080/</c>.</value>
    [Required]
    public Uri PublicUrl { get; set; } = new("http://localhost:5080/");

    /// <summary>Whether the invented members of <c>sample/members.csv</c> are put into the local register at the start.</summary>
    /// <value>The default is false; true in development.</value>
    public bool Sample { get; set; }
}
