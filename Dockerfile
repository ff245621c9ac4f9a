# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY Bot/Bot.csproj Bot/
RUN dotnet restore Bot/Bot.csproj
COPY Bot/ Bot/
COPY config/ config/
RUN dotnet publish Bot/Bot.csproj --no-restore -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The program runs as a user without rights; these two folders are all that it needs.
RUN mkdir -p /app/data /app/config && chown -R $APP_UID /app/data
WORKDIR /app
COPY --from=build /app ./
USER $APP_UID
ENV Urls=http://0.0.0.0:5080 \
    DOTNET_CLI_TELEMETRY_OPTOUT=1
VOLUME ["/app/data", "/app/config"]
EXPOSE 5080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["dotnet", "Bot.dll", "health"]
ENTRYPOINT ["dotnet", "Bot.dll"]
