using ChatChannels.Host;

return await CommandLine.Parse(args).InvokeAsync();
