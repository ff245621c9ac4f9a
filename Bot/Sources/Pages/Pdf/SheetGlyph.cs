namespace Bot.Sources.Pages.Pdf;

/// <summary>A printed character, in points, seen upright: x to the right, y downwards to the baseline.</summary>
internal readonly record struct SheetGlyph(string Text, double X, double Y, double Width, double Size)
{
    public double Right => X + Width;
}
