using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

namespace Bot.Summaries.Model;

internal static class ModelClients
{
    /// <summary>A client of the configured endpoint; null where none is configured. It never retries: the extract is the second try.</summary>
    public static IChatClient? Create(ModelOptions options)
    {
        if (options.Endpoint is null)
            return null;
        if (options.Kind == ModelKind.Ollama)
            return new OllamaApiClient(options.Endpoint, options.Name);
        var client = new OpenAIClient(
            new ApiKeyCredential(string.IsNullOrEmpty(options.ApiKey) ? "none" : options.ApiKey),
            new OpenAIClientOptions { Endpoint = options.Endpoint, RetryPolicy = new ClientRetryPolicy(0), NetworkTimeout = options.Timeout });
        return client.GetChatClient(options.Name).AsIChatClient();
    }
}
