using System.Collections.Concurrent;
using System.Globalization;

namespace Bot.Tests.Deliveries.Simulation;

/// <summary>
/// <c>FAXUN_SIMULATION_SEEDS</c> runs so many seeds (1,000 without it), <c>FAXUN_SIMULATION_SEED</c> just one, with all that happened.
/// </summary>
public sealed class SimulationTests
{
    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    [Fact]
    public void Everything_owed_arrives_once_in_order_and_within_the_limits_whatever_the_network_and_the_process_do()
    {
        var (first, count) = Setting("FAXUN_SIMULATION_SEED") is { } only ? (only, 1) : (Setting("FAXUN_SIMULATION_FROM") ?? 0, Setting("FAXUN_SIMULATION_SEEDS") ?? 1000);
        var faults = new ConcurrentBag<(int Seed, string What)>();
        Parallel.For(
            first,
            first + count,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken },
            () => new SimulatedDatabase(keepsHistory: count == 1),
            (seed, _, database) =>
            {
                var simulation = new Simulation(seed, database);
                foreach (var fault in simulation.Run())
                {
                    faults.Add((seed, fault));
                }

                if (count == 1)
                {
                    TestContext.Current.SendDiagnosticMessage(simulation.Trace);
                    Console.WriteLine(simulation.Trace);
                }

                return database;
            },
            database => database.Dispose());
        Assert.True(faults.IsEmpty, string.Join('\n', faults.OrderBy(f => f.Seed).Take(30).Select(f => $"seed {f.Seed}: {f.What}").Prepend($"{faults.Select(f => f.Seed).Distinct().Count()} of {count} seeds failed")));
    }

    [Fact]
    public void A_seed_replays_exactly()
    {
        using var database = new SimulatedDatabase();
        for (var seed = 0; seed < 5; seed++)
        {
            var once = new Simulation(seed, database);
            var again = new Simulation(seed, database);
            once.Run();
            again.Run();
            Assert.Equal(once.Trace, again.Trace);
        }
    }
}
