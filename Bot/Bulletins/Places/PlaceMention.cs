namespace Bot.Bulletins.Places;

/// <param name="Start">In the text as given, in UTF-16 units.</param>
/// <param name="Relative">It says 自治区, 全市 or the like and means the home region.</param>
internal sealed record PlaceMention(Place Place, int Start, int Length, bool Relative = false);
