namespace Bot.Texts;

/// <summary>A language that the product speaks to people. The tag is what is stored and sent: <c>zh</c> or <c>en</c>.</summary>
internal enum Language
{
    Zh,
    En,
}
