using Bot.Bulletins.Stories;

namespace Bot.Tests.Bulletins.Stories;

public sealed class DocumentReferenceTests
{
    [Theory]
    [InlineData("司法部关于《公证机构管理办法（修订草案征求意见稿）》公开征求意见的通知", "Draft", "公证机构管理办法")]
    [InlineData("青禾市司法局关于印发《公证机构管理办法》的通知", "Final", "公证机构管理办法")]
    [InlineData("青禾市司法局关于印发公证机构管理办法的通知", "Final", "公证机构管理办法")]
    [InlineData("公证机构管理办法", "Final", "公证机构管理办法")]
    [InlineData("关于修改《公证机构管理办法》的决定", "Amendment", "公证机构管理办法")]
    [InlineData("关于废止《公证机构管理办法（试行）》的公告", "Repeal", "公证机构管理办法")]
    [InlineData("《公证机构管理办法》答记者问", "Interpretation", "公证机构管理办法")]
    [InlineData("一图读懂《公证机构管理办法》", "Interpretation", "公证机构管理办法")]
    [InlineData("关于公证机构管理办法（征求意见稿）公开征求意见的公告", "Draft", "公证机构管理办法")]
    [InlineData("公证机构管理办法（修订草案）向社会公开征求意见", "Draft", "公证机构管理办法")]
    [InlineData("关于公开征求公证机构管理办法意见的通知", "Draft", "公证机构管理办法")]
    [InlineData("全国人民代表大会常务委员会关于修改《中华人民共和国公证法》的决定", "Amendment", "公证法")]
    [InlineData("《公证法（修订草案）》公开征求意见", "Draft", "公证法")]
    [InlineData("青禾市司法局就公证收费征求意见", "Draft", null)]
    [InlineData("青禾市司法局关于加强公证工作的意见", "Final", null)]
    [InlineData("青禾市司法局召开会议", "Unknown", null)]
    [InlineData("学习《红楼梦》", "Unknown", null)]
    public void A_title_names_the_document_and_its_stage(string title, string stage, string? name)
    {
        var reference = DocumentReference.Of(title);
        Assert.Equal((stage, name), (reference.Stage.ToString(), reference.Name));
    }

    [Fact]
    public void The_final_text_and_its_interpretation_follow_the_draft()
    {
        var draft = DocumentReference.Of("《公证机构管理办法（草案）》公开征求意见");
        var final = DocumentReference.Of("司法部公布《公证机构管理办法》");
        var interpretation = DocumentReference.Of("《公证机构管理办法》解读");
        var other = DocumentReference.Of("司法部公布《公证员管理办法》");
        Assert.True(DocumentReference.Follows(final, draft));
        Assert.True(DocumentReference.Follows(interpretation, final));
        Assert.False(DocumentReference.Follows(other, draft));
        Assert.False(DocumentReference.Follows(final, DocumentReference.Of("司法部颁布《公证机构管理办法》")));
    }
}
