using System.Net;
using System.Net.Http.Json;
using System.Text;
using Bot.Sources;
using Bot.Sources.Push;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Sources.Push;

public sealed class PushEndpointTests
{
    [Theory]
    [InlineData("Authorization", "Bearer right", """{"id":"1","title":"a"}""", HttpStatusCode.OK)]
    [InlineData("X-Api-Key", "right", """[{"id":"1","title":"a"},{"id":"2","title":"b"}]""", HttpStatusCode.OK)]
    [InlineData("X-Api-Key", "wrong", """{"id":"1","title":"a"}""", HttpStatusCode.Unauthorized)]
    [InlineData("X-Other", "right", """{"id":"1","title":"a"}""", HttpStatusCode.Unauthorized)]
    [InlineData("X-Api-Key", "right", """{"id":"1"}""", HttpStatusCode.BadRequest)]
    [InlineData("X-Api-Key", "right", "nonsense", HttpStatusCode.BadRequest)]
    public async Task A_client_with_a_key_pushes_bulletins(string header, string value, string json, HttpStatusCode status)
    {
        var intake = new Intake();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<IPushIntake>(intake).AddSources();
        await using var app = builder.Build();
        app.MapPush();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, PushEndpoint.Path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await app.GetTestClient().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? json.Split("title").Length - 1 : 0, intake.Taken.Count);
        if (status == HttpStatusCode.BadRequest)
        {
            Assert.NotEmpty((await response.Content.ReadFromJsonAsync<Answer>(TestContext.Current.CancellationToken))!.Errors);
        }
    }

    [Theory]
    [InlineData("zh-CN,en;q=0.5", "公报")]
    [InlineData("en-GB", "title")]
    [InlineData(null, "title")]
    public async Task A_client_is_answered_in_the_language_that_it_asks_for(string? language, string says)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<IPushIntake>(new Intake()).AddSources();
        await using var app = builder.Build();
        app.MapPush();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, PushEndpoint.Path) { Content = new StringContent("""{"id":"1"}""", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("X-Api-Key", "right");
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var response = await app.GetTestClient().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains(says, Assert.Single((await response.Content.ReadFromJsonAsync<Answer>(TestContext.Current.CancellationToken))!.Errors).Message, StringComparison.Ordinal);
    }

    private sealed record Answer(IReadOnlyList<Fault> Errors);

    private sealed record Fault(int? Index, string Message);

    private sealed class Intake : IPushIntake
    {
        public List<Entry> Taken { get; } = [];

        public SourceDefinition? SourceOf(string apiKey) =>
            apiKey == "right" ? new() { Id = "s", Name = "s", Kind = SourceKind.Push, Location = "" } : null;

        public Task<int> Take(SourceDefinition source, ReadOnlyMemory<byte> body, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
        {
            Taken.AddRange(entries);
            return Task.FromResult(entries.Count);
        }
    }
}
