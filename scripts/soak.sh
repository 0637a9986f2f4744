#!/usr/bin/env bash
# The promise of the queue under stress: three instances of the published agent work off 20,000 tasks while they are killed, frozen, stopped and cut off at random and
# Redis is killed and restarted. Afterwards the streams in Redis are judged: every task needs an answer, nothing may be pending, and last_ack must never have been ahead.
# Prints the seed, what happened, and 'lost 0, duplicated N, fenced N'; exit code 1 if anything was lost, left pending or wrongly marked.
#
#   scripts/soak.sh                 ten minutes, another seed each time
#   scripts/soak.sh 3               three minutes
#   scripts/soak.sh 10 20261123     the same order of mishaps again
#
# Needs redis-server (scripts/test.sh installs it).
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet publish src/Host -c Release -v quiet --nologo -o artifacts/agent
dotnet build tests/Soak -v quiet --nologo -clp:ErrorsOnly
export CAUSUM_AGENT=$PWD/artifacts/agent/agent
exec dotnet artifacts/bin/Soak/debug/Causum.Soak.dll "${1:-10}" "${2:-$((RANDOM * 32768 + RANDOM))}"
