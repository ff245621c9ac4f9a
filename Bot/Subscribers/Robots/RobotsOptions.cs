using Microsoft.Extensions.Options;

namespace Bot.Subscribers;

internal sealed class RobotsOptions
{
    public const string Section = "Robots";

    /// <summary>Hosts that robots may post to beside the three services' own, such as <c>wecom.example:8443</c>; http is allowed there. Default none.</summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>Robots that are there from the start. Default none; admins add others with /robot.</summary>
    public IList<RobotSetting> Chats { get; } = [];
}

internal sealed class RobotSetting
{
    /// <summary><c>wecom</c>, <c>feishu</c> or <c>dingtalk</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Letters of any script, digits, hyphen and underscore; at most 40.</summary>
    public string Name { get; set; } = "";

    /// <summary>The webhook as the service shows it. It is a secret: better in secrets.json or the environment.</summary>
    public string Url { get; set; } = "";

    /// <summary>What requests are signed with (Feishu, DingTalk). Default none.</summary>
    public string? Secret { get; set; }

    /// <summary>Ids of the topics that it follows. Empty (the default) leaves that to /robot.</summary>
    public IList<string> Topics { get; } = [];

    /// <summary><c>AtOnce</c> (default), <c>Silent</c>, <c>Daily</c> or <c>Weekly</c>, for all its topics.</summary>
    public FollowMode Mode { get; set; }

    /// <summary><c>zh</c> (default) or <c>en</c>.</summary>
    public string Language { get; set; } = "zh";
}

/// <summary>A fault is named by its key and never by its value, which may be a secret.</summary>
internal sealed class RobotsOptionsValidator : IValidateOptions<RobotsOptions>
{
    public ValidateOptionsResult Validate(string? name, RobotsOptions options)
    {
        List<string> faults = [];
        foreach (var (i, robot) in options.Chats.Index())
        {
            if (RobotAddresses.FaultOf(options, robot.Kind, robot.Name, robot.Url) is { } fault)
            {
                faults.Add($"Robots:Chats:{i}:{fault.Key} {fault.Expected}");
            }
        }

        if (options.Chats.DistinctBy(r => (r.Kind, r.Name)).Count() < options.Chats.Count)
        {
            faults.Add("Robots:Chats has two robots of one kind and name.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
