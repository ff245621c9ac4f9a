namespace Bot.Sources.Pages.Pdf;

/// <summary>One sheet as it is printed, in points from its lower left corner: all that reading it needs of a PDF.</summary>
/// <param name="IsUpright">Whether its text runs as its frames stand.</param>
/// <param name="Images">How many pictures are on it.</param>
/// <param name="Unmapped">How many letters are left out because their fonts do not say which they are.</param>
internal sealed record PrintedSheet(double Width, double Height, bool IsUpright, int Images, int Unmapped, IReadOnlyList<PrintedLetter> Letters, IReadOnlyList<PrintedBox> Boxes);

/// <param name="Size">In points, as printed.</param>
internal readonly record struct PrintedLetter(string Value, double StartX, double StartY, double EndX, double EndY, double Size);

/// <summary>Around a drawn path.</summary>
internal readonly record struct PrintedBox(double Left, double Bottom, double Right, double Top);
