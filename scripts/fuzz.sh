#!/usr/bin/env bash
# A long run of the guard's proof: made-up texts that the guard allows run on real PostgreSQL, MariaDB, SQLite and DuckDB with all
# rights and must change nothing, honest reads must be allowed, and in every dialect related texts must get related verdicts in
# linear time. Prints the seed and each find; exit code 1 on a find, which is kept as a case in artifacts/fuzz/<dialect>.jsonl.
#
#   scripts/fuzz.sh                 ten minutes, another seed each time
#   scripts/fuzz.sh 30              thirty minutes
#   scripts/fuzz.sh 10 20261123     the same run again
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build tests/Fuzz -v quiet --nologo -clp:ErrorsOnly
exec nice -n 15 dotnet artifacts/bin/Fuzz/debug/Causum.Fuzz.dll "${1:-10}" "${2:-$RANDOM$RANDOM}"
