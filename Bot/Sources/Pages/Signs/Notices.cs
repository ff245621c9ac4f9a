using System.Buffers;
using System.Text.RegularExpressions;

namespace Bot.Sources.Pages.Signs;

/// <summary>Legal and public notices: what heads them and how they speak.</summary>
internal static partial class Notices
{
    [GeneratedRegex(@"^[【《]?(?:[^，。；：？！]{0,30}(?:公告|通告|公示|声明|启事|遗失|挂失|寻人启事|认尸启事|招领|告示|公告栏|公告书|传票|告知书|通知书|送达)(?:[（(][^）)]{1,12}[）)])?)[】》]?$")]
    private static partial Regex Title { get; }

    /// <summary>Every title of a notice has one of these.</summary>
    private static readonly SearchValues<char> _titleSigns = SearchValues.Create("告示明事失领票书达");

    [GeneratedRegex(@"公告送达|特此(?:公告|声明|公示|通告)|声明作废|声明(?:原件)?(?:遗失|作废)|不慎(?:将|丢失|遗失)|登报(?:声明|公告)|自(?:本)?公告(?:之|发布|刊登|见报)|(?:逾期|期满)(?:未|不)|依法缺席|缺席(?:判决|裁判|审理)|视为送达|清算组|债权申报|申报债权|注销登记|拍卖会|竞买|应诉(?:通知书|及举证)|限你|开庭传票|领取(?:民事|判决|裁定)|减资|吸收合并公告")]
    private static partial Regex Wording { get; }

    [GeneratedRegex(@"^[^，。；：]{2,45}[：:]\s*(?:本院|我院|本委|本会|我局|本局|本机关|你|因你|申请人|原告|上诉人)")]
    private static partial Regex Addressee { get; }

    [GeneratedRegex(@"[\u4E00-\u9FFF]{2,24}(?:法院|委员会|局|公司|仲裁委|公证处|管理人|清算组|中心|厅|处|队|协会|学会|商会|工会|联合会|办公室|政府|检察院|海关|总局|部|署|院|所|管委会|人大常委会|领导小组|指挥部)\s*(?:(?:20|二〇|二零)[\d一二三四五六七八九〇零]{2}年.{2,6}日)?$")]
    private static partial Regex Signature { get; }

    [GeneratedRegex(@"^(?:20\d\d|二[〇零○]..)\s*年\s*[\d一二三四五六七八九十]{1,2}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$")]
    private static partial Regex DateLine { get; }

    [GeneratedRegex(@"^(?!.{0,4}(?:本报|本版|新闻|投稿|读者|发行|广告|订阅|通讯|记者))[\u4E00-\u9FFF（）()\s]{0,14}(?:地\s*址|电\s*话|联系人|联系方式|邮\s*箱|时\s*间|网\s*址|地\s*点|账\s*号|开户行|传\s*真)\s*[:：]")]
    private static partial Regex Contact { get; }

    /// <summary>Where to ask, to call or to file.</summary>
    public static bool IsContact(string line) => Contact.IsMatch(line);

    public static bool IsTitle(string line) => line.Length <= 40 && line.AsSpan().ContainsAny(_titleSigns) && Title.IsMatch(line);

    /// <summary>How many turns of phrase of a notice the text has.</summary>
    public static int Strength(string text) => Wording.Count(text) + (Addressee.IsMatch(text) ? 1 : 0);

    /// <summary>Whether the text opens as a court addresses a party: 甲乙：本院受理…</summary>
    public static bool OpensWithAddressee(string text) => Addressee.IsMatch(text);

    /// <summary>The issuer's name, alone on its line or before the date.</summary>
    public static bool IsSignature(string line) => line.Length <= 40 && Signature.IsMatch(line);

    /// <summary>Who issued a document, and nothing else on the line under its title.</summary>
    public static bool IsIssuer(string line) => line.Length is >= 5 and <= 24 && Issuer.IsMatch(line);

    [GeneratedRegex(@"^(?:中共|中国|全国|国务院|国家|最高|[\u4E00-\u9FFF]{2,8}[省市县区旗州])[\u4E00-\u9FFF]{2,20}(?:委员会|组织部|宣传部|办公厅|办公室|法院|检察院|部|委|局|厅)$")]
    private static partial Regex Issuer { get; }

    /// <summary>读者 甲乙丙 under a letter.</summary>
    [GeneratedRegex(@"^(?:(?:热心)?(?:读者|市民|网友|村民|居民)|来信人|此致人)\s*[:：]?\s+[\u4E00-\u9FFF]\s?[\u4E00-\u9FFF]{1,2}$")]
    private static partial Regex Reader { get; }

    public static bool IsSignedByReader(string line) => line.Length <= 14 && Reader.IsMatch(line);

    public static bool IsDate(string line) => DateLine.IsMatch(line);
}
