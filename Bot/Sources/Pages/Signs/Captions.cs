using System.Text.RegularExpressions;

namespace Bot.Sources.Pages.Signs;

/// <summary>Words under a photograph.</summary>
internal static partial class Captions
{
    [GeneratedRegex(@"^[（(▲▼◀▶↑↓←→△▽]?\s*(?:图|左图|右图|上图|下图|本版图片|图片)\s*(?:为|一为|①|②|③|④|[0-9一二三四]\s*[:：为]|说明|[:：])")]
    private static partial Regex Opening { get; }

    [GeneratedRegex(@"(?:(?:(?:本报)?(?:记者|通讯员|实习生)\s*)?[\u4E00-\u9FFF·]{1,4}\s*[\u4E00-\u9FFF]{0,3}\s+/?\s*摄影?(?:报道)?|摄影\s*[:：/]\s*[\u4E00-\u9FFF· ]{2,12}|(?:记者|通讯员|实习生)\s*[\u4E00-\u9FFF· ]{2,12}/?摄影?(?:报道)?|/摄|供图|资料图片?|图片来源[:：].{2,20})\s*[）)]?$")]
    private static partial Regex Closing { get; }

    [GeneratedRegex(@"^[（(]?\s*(?:(?:本报|本网)?(?:记者|通讯员|实习生)?\s*[\u4E00-\u9FFF·]{2,4}(?:\s*[、 ]\s*[\u4E00-\u9FFF·]{2,4})?\s*/?\s*(?:摄|供图|图)(?:影报道|影)?|资料图片?|(?:本版)?图片由.{2,25}提供|[\u4E00-\u9FFF ]{2,16}供图|摄影\s*[:：/].{2,16}|图\s*[/：:]\s*[\u4E00-\u9FFF ]{2,10})\s*[）)]?$")]
    private static partial Regex CreditOnly { get; }

    public static bool Opens(string line) => Opening.IsMatch(line);

    /// <summary>Whether a text closes with a photographer's name.</summary>
    public static bool Closes(string line) => line.Length >= 4 && HasSign(line) && Closing.IsMatch(line);

    /// <summary>Nothing but a photographer's name.</summary>
    public static bool IsCredit(string line) => line.Length is >= 3 and <= 40 && HasSign(line) && CreditOnly.IsMatch(line);

    /// <summary>Every credit has one of the two.</summary>
    private static bool HasSign(string line) => line.AsSpan().ContainsAny('摄', '图');
}
