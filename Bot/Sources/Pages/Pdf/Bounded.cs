namespace Bot.Sources.Pages.Pdf;

/// <summary>Work that cannot be told to stop: done on a thread of its own, which is left behind when the time is over.</summary>
internal static class Bounded
{
    /// <exception cref="OperationCanceledException">The work was not done in time. It may go on unseen.</exception>
    public static T Run<T>(Func<T> work, CancellationToken limited)
    {
        var task = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            task.Wait(limited);
        }
        catch (AggregateException fault)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault.InnerExceptions[0]);
        }

        return task.GetAwaiter().GetResult();
    }
}
