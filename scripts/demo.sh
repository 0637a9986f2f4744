#!/usr/bin/env bash
# Builds the agent and runs its demonstration: nothing but the .NET SDK is needed, and nothing is left behind but the build output.
# Arguments go to 'agent demo' (try --help).
set -euo pipefail
cd "$(dirname "$0")/.."

command -v dotnet > /dev/null || {
  echo "demo.sh: the .NET 10 SDK is missing: install it and run this script again." >&2
  exit 2
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
[ ! -t 2 ] || echo "Building the agent (the first time takes a minute) ..." >&2
dotnet build src/Host -c Release --nologo -v quiet > "$log" 2>&1 || {
  cat "$log" >&2
  echo "demo.sh: the build failed; the lines above say why." >&2
  exit 1
}
artifacts/bin/Host/release/agent demo "$@"
