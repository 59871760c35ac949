using System.CommandLine;
using ChatChannels.Host;

// A stop drains what waits for the disk; nothing may cut that short.
return await CommandLine.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(40) });
