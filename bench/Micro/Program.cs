using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ChatChannels.Micro;

// In this process: the build of its own that the library would make knows nothing of this repository's settings.
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "chatchannels-micro"));
BenchmarkSwitcher.FromAssembly(typeof(Hop).Assembly).Run(args, config);
