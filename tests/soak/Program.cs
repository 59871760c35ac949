using System.CommandLine;
using ChatChannels.Soak.Commands;

var root = new RootCommand("Long tests of ChatChannels. Each ends with another code than 0 when a promise was broken.")
{
    KillCommand.Create(),
    HostileCommand.Create(),
    CopiesCommand.Create(),
    CodesCommand.Create(),
    RegisterCommand.Create(),
    UploadsCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
