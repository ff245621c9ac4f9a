using System.Collections.Concurrent;
using System.Reflection;
using ArchUnitNET.Loader;

namespace Bot.Tests.Architecture;

/// <summary>Which namespaces the types of a namespace depend on, read from the compiled program.</summary>
internal static class References
{
    private static readonly ConcurrentDictionary<Assembly, ArchUnitNET.Domain.Architecture> _loaded = [];

    public static IReadOnlyList<(string From, string To)> Of(Assembly assembly, string root)
    {
        var architecture = _loaded.GetOrAdd(assembly, a => new ArchLoader().LoadAssemblies(a).Build());
        return
        [
            .. from type in architecture.Types
               let home = type.Namespace.FullName
               where home == root || home.StartsWith(root + '.', StringComparison.Ordinal)
               from dependency in type.Dependencies
               // Types that the compiler makes for collection expressions have no namespace.
               let target = dependency.Target.Namespace?.FullName
               where target is not null && target != home
               select (type.FullName, target),
        ];
    }
}
