using System.Text;
using Bot.Texts;

namespace Bot.Tests.Sources.Pages.Generation;

/// <summary>Odd characters for usual ones.</summary>
internal static class CharacterFaults
{
    private const string Compatible = "一⼀人⼈入⼊八⼋力⼒十⼗口⼝土⼟大⼤女⼥子⼦小⼩山⼭工⼯己⼰心⼼手⼿文⽂方⽅日⽇月⽉木⽊水⽔火⽕父⽗生⽣用⽤白⽩目⽬石⽯立⽴米⽶老⽼自⾃行⾏言⾔走⾛足⾜身⾝里⾥金⾦面⾯音⾳高⾼民⺠长⻓车⻋见⻅门⻔马⻢风⻛食⻝来來";
    private const string Simple = "个会来对时国过发后这学开动两长门问间见车东话说议论认让识记讲设证评诉调请责财质费资赔达还进远违运连选邻针钱铁错镇队阳际险难须领题风飞马驾验鱼鸟黄龙万与专业严为义习书买乱争产亲亿从众优传伤体余侦侧债儿党关兴养兽写军农决况冻净凤划则创办务劝势区医华协单卖卢厂厅历压厕县参双变叶号吗员响团园围图圆场坏块坚声处备复头夺奋妇妈孙宁实审宪宽宾寻导尔尽层届属岁岗岛币师帮带应庆库庙广归当录彻忆忧怀态总恶惊惩惯愿戏战户执扩扫扬抚护报担择挂挡损换据摄收数斗断无旧显术机杀杂权条极构标树样桥检楼欢残毕气汇汉沟没泽济浅测浏浓涉温湿满滥灭灯灵炼烂热爱牵状独狱环现盘监盖盗码确离种积称稳穷窃竞笔签简紧红约级纪纯纲纳纵纷线练组细织终绍经结绝统继绩续维综缓缴网罗罚职联肃胜脑脚脱艺节药获营虑虽补装规视览觉誉订训许诈词译试详语误诱谁谅谈谋谐谢谣质贝负贡败货贩贪贫购贯贴贵贷贸费贺贼贿赁赌赏赢赶趋跃践踪轨转轮软轻载较辅辆辈输辖辞边辽迁迈迟适递遗邮郑采释钟钢银销锁锋键镜闭闲闹闻阅阶阵阴陆陈随隐页顶项顺顾顿预频颗颜额类饭饮饰饲骗骤们着讯劳礼乡邓计骑随虾凭缘绪绕垦塑谨诊赡询诵诗诞谱账贾赵轿辑辞钉锈锦闪阔阁颂饲饱驰驾鲜鸡鸭麦闫阎凤刘剂剥勋吕呈啰嘱坠垒垫埙壮娄孪岭峡崭巩帜帼录悬惭憋扑抛抢挠挤捞掷揽搀撑撤敛斋晒晓暂橱歼殴沟沪泪浇渐渊湾滚潜烛烦烧焕爷";
    private const string Traditional = "個會來對時國過發後這學開動兩長門問間見車東話說議論認讓識記講設證評訴調請責財質費資賠達還進遠違運連選鄰針錢鐵錯鎮隊陽際險難須領題風飛馬駕驗魚鳥黃龍萬與專業嚴為義習書買亂爭產親億從眾優傳傷體餘偵側債兒黨關興養獸寫軍農決況凍淨鳳劃則創辦務勸勢區醫華協單賣盧廠廳歷壓廁縣參雙變葉號嗎員響團園圍圖圓場壞塊堅聲處備復頭奪奮婦媽孫寧實審憲寬賓尋導爾盡層屆屬歲崗島幣師幫帶應慶庫廟廣歸當錄徹憶憂懷態總惡驚懲慣願戲戰戶執擴掃揚撫護報擔擇掛擋損換據攝收數鬥斷無舊顯術機殺雜權條極構標樹樣橋檢樓歡殘畢氣匯漢溝沒澤濟淺測瀏濃涉溫濕滿濫滅燈靈煉爛熱愛牽狀獨獄環現盤監蓋盜碼確離種積稱穩窮竊競筆簽簡緊紅約級紀純綱納縱紛線練組細織終紹經結絕統繼績續維綜緩繳網羅罰職聯肅勝腦腳脫藝節藥獲營慮雖補裝規視覽覺譽訂訓許詐詞譯試詳語誤誘誰諒談謀諧謝謠質貝負貢敗貨販貪貧購貫貼貴貸貿費賀賊賄賃賭賞贏趕趨躍踐蹤軌轉輪軟輕載較輔輛輩輸轄辭邊遼遷邁遲適遞遺郵鄭採釋鐘鋼銀銷鎖鋒鍵鏡閉閒鬧聞閱階陣陰陸陳隨隱頁頂項順顧頓預頻顆顏額類飯飲飾飼騙驟們著訊勞禮鄉鄧計騎隨蝦憑緣緒繞墾塑謹診贍詢誦詩誕譜賬賈趙轎輯辭釘鏽錦閃闊閣頌飼飽馳駕鮮雞鴨麥閆閻鳳劉劑剝勳呂呈囉囑墜壘墊塤壯婁孿嶺峽嶄鞏幟幗錄懸慚憋撲拋搶撓擠撈擲攬攙撐撤斂齋曬曉暫櫥殲毆溝滬淚澆漸淵灣滾潛燭煩燒煥爺";

    private static readonly Dictionary<char, char> _traditional = Pairs();

    public static string ToTraditional(string text) => string.Concat(text.Select(c => _traditional.GetValueOrDefault(c, c)));

    /// <summary>The tables above, and for the rest the first traditional form that Big5 has.</summary>
    private static Dictionary<char, char> Pairs()
    {
        var pairs = new Dictionary<char, char>();
        for (var i = 0; i < Simple.Length; i++)
            pairs[Simple[i]] = Traditional[i];
        var big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;
        bool Has(char c) => big5.GetString(big5.GetBytes([c])) == c.ToString();
        for (var c = '\u4E00'; c <= '\u9FFF'; c++)
        {
            if (PlainCharacters.Fold(c) is var simple && simple != c && Has(c) && !Has(simple))
                pairs.TryAdd(simple, c);
        }

        return pairs;
    }

    public static string ToFullWidth(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? (char)(c + 0xFEE0) : c));

    public static string Spread(string line) => string.Join(' ', line.Where(c => c != ' ').Select(c => c.ToString()));

    public static string Disguise(string line, double share, Random random)
    {
        var odd = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            var hit = random.NextDouble() < share;
            var i = hit ? Compatible.IndexOf(c, StringComparison.Ordinal) : -1;
            odd.Append(i >= 0 && i % 2 == 0 && c is not '来' ? Compatible[i + 1] : c);
            if (hit && i < 0 && random.Next(3) == 0)
                odd.Append(random.Next(3) switch { 0 => '\u200B', 1 => '\uFEFF', _ => '\uE4A1' });
        }

        return odd.ToString();
    }
}
