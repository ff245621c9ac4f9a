namespace Bot.Deliveries;

/// <summary>What waits here for one chat, the most pressing first. At most one of it is on its way.</summary>
internal sealed class Lane(long chatId)
{
    private readonly PriorityQueue<Parcel, (int, long, long)> _waiting = new();

    public long ChatId => chatId;

    public bool IsBusy { get; set; }

    /// <summary>What waited is on its way back to the database; until it is there, nothing more of this chat is claimed.</summary>
    public bool IsGivingBack { get; set; }

    /// <summary>Grows whenever the lane is put up for sending anew; what was put up before is out of date.</summary>
    public int Round { get; set; }

    public int Count => _waiting.Count;

    public int Urgent { get; private set; }

    /// <summary>Whether it begins early and goes on at its chat's own pace, so that it must not run dry.</summary>
    public bool IsAhead => Count > 0 && First.Ahead > TimeSpan.Zero;

    /// <summary>Among the other chats' lanes. Within the chat nothing changes places.</summary>
    public (int, long, long) Place
    {
        get
        {
            var (priority, due, id) = _waiting.Peek().Place;
            return (priority, due - (long)First.Ahead.TotalMilliseconds, id);
        }
    }

    public DueDelivery First => _waiting.Peek().Delivery;

    public IEnumerable<long> Ids => _waiting.UnorderedItems.Select(i => i.Element.Delivery.Id);

    public void Add(Parcel parcel)
    {
        _waiting.Enqueue(parcel, parcel.Place);
        Urgent += parcel.Delivery.Priority == 0 ? 1 : 0;
    }

    public Parcel Take()
    {
        var parcel = _waiting.Dequeue();
        Urgent -= parcel.Delivery.Priority == 0 ? 1 : 0;
        return parcel;
    }

    public List<long> Clear()
    {
        var ids = Ids.ToList();
        _waiting.Clear();
        Urgent = 0;
        return ids;
    }
}
