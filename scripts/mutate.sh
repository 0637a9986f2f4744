#!/usr/bin/env bash
# Mutation tests of the core: changes one thing at a time in src/Domain and sees whether a property notices.
#
#   scripts/mutate.sh                       the whole core (long)
#   scripts/mutate.sh 'Queue/**/*.cs'       a part of it
#   scripts/mutate.sh --since main          only what differs from main
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore > /dev/null
cd src/Domain
case "${1:-}" in
'') exec dotnet stryker ;;
--since) exec dotnet stryker --since:"${2:-main}" ;;
*) exec dotnet stryker --mutate "$1" ;;
esac
