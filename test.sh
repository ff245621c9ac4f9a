#!/usr/bin/env bash
# Builds, checks the format and runs every test. The last line is "N passed, N failed, N skipped".
# Words behind it go to the test runner, such as: ./test.sh --filter-class '*RuleParserTests'
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

have_postgres() { command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }
have_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }
have_cjk_font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh family)" ]; }

missing=()
have_postgres || missing+=(postgresql)
have_chromium || missing+=(chromium)
have_cjk_font || missing+=(fontconfig fonts-noto-cjk)

if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing what the tests need: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq -o DPkg::Lock::Timeout=300
    # A server that the distribution starts by itself is not wanted: the tests start their own.
    mkdir -p /etc/postgresql-common && [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
    apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}" >/dev/null
  else
    echo "Not installed here: ${missing[*]}. Tests that need them are skipped and say so."
    echo "To run them too, install these packages (on Debian or Ubuntu: sudo apt-get install ${missing[*]})."
  fi
fi

dotnet build Bot.sln -nologo -v quiet
dotnet format Bot.sln --no-restore --verify-no-changes

log=$(mktemp)
trap 'rm -f "$log"' EXIT
# A test that hangs is named and ended after five minutes; the outer limit is the last resort.
set +e
timeout 60m dotnet test --solution Bot.sln --no-build --hangdump --hangdump-timeout 5m --hangdump-type None "$@" 2>&1 | tee "$log"
code=${PIPESTATUS[0]}
set -e
grep -q 'hang' "$log" && [ "$code" = 7 ] && echo "A test hung; the log above names it."
awk '/^  failed:/ {f=$2} /^  succeeded:/ {p=$2} /^  skipped:/ {s=$2} END {printf "%d passed, %d failed, %d skipped\n", p, f, s}' "$log"
exit "$code"
