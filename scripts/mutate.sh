#!/usr/bin/env bash
# Mutation tests of the core: changes one thing at a time in src/Domain and sees whether a property notices.
#
#   scripts/mutate.sh                       the whole core (long)
#   scripts/mutate.sh 'Queue/**/*.cs'       a part of it
#   scripts/mutate.sh --since main          only what differs from main
#   scripts/mutate.sh Sql                   the read-only guard: prints its score, fails below 90 (an hour or more)
#   scripts/mutate.sh 'Sql/SqlLexer.cs'     a part of the guard, against the guard's tests only
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore > /dev/null
export FIXED_SEED=true
cd src/Domain
case "${1:-}" in
'') exec dotnet stryker ;;
--since) exec dotnet stryker --since:"${2:-main}" ;;
Sql) exec dotnet stryker --config-file stryker-sql.json ;;
Sql/*) exec dotnet stryker --config-file stryker-sql.json --mutate "$1" ;;
*) exec dotnet stryker --mutate "$1" ;;
esac
