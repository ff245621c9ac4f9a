BenchmarkSwitcher.FromAssembly(typeof(Bot.Benchmarks.Sources.FeedReading).Assembly).Run(args);
