namespace Bot.Topics;

/// <summary>How pressing a topic's alerts are. The numbers are stored and sort: urgent first.</summary>
internal enum TopicPriority
{
    Urgent = 0,
    Normal = 1,
    Low = 2,
}
