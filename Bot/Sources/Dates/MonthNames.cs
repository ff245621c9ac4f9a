using System.Collections.Frozen;

namespace Bot.Sources.Dates;

/// <summary>Month names and abbreviations of the languages that feeds are written in, folded to lower case without their final dot.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int> _months = Table().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan = _months.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>1 to 12; 0 where it is no month.</summary>
    public static int Of(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out var month) ? month : 0;

    private static Dictionary<string, int> Table()
    {
        string[] rows =
        [
            "jan january januar jänner janvier janv enero ene gennaio gen janeiro januari januára január januar\u0301 stycznia sty янв января ιαν ιανουαρίου ocak oca",
            "feb february februar février févr fevrier fév febrero febbraio fevereiro fev februari február lutego lut фев февраля φεβ şubat",
            "mar march märz mär mrz mars marzo março maart mrt március márc marca мар марта μάρ μαρ mart",
            "apr april avril avr abril abr aprile április ápr kwietnia kwi апр апреля απρ nisan nis",
            "may mai mayo maggio mag maio mei május máj maja май мая μάι μαϊ μαι mayıs",
            "jun june juni juin junio giugno giu junho június jún czerwca cze июн июня ιούν ιον haziran haz",
            "jul july juli juillet juil julio luglio lug julho július júl lipca lip июл июля ιούλ ιολ temmuz tem",
            "aug august août aout agosto ago augustus augusztus sierpnia sie авг августа αύγ αυγ ağustos ağu",
            "sep sept september septembre septiembre settembre set setembro szeptember szept września wrz сен сентября σεπ eylül eyl",
            "oct october oktober okt octobre octubre ottobre ott outubro out október października paź окт октября οκτ ekim eki",
            "nov november novembre noviembre novembro november listopada lis ноя ноября νοέ νοε kasım kas",
            "dec december dezember dez décembre decembre déc diciembre dic dicembre dezembro grudnia gru дек декабря δεκ aralık ara",
        ];
        Dictionary<string, int> table = new(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < rows.Length; i++)
        {
            foreach (var name in rows[i].Split(' '))
            {
                table.TryAdd(name, i + 1);
            }
        }

        return table;
    }
}
