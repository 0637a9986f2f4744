#!/usr/bin/env bash
# Measures the performance budget on this machine: every bound is a ratio or a time taken in this very run. Prints one table and writes it to docs/performance.md.
#
#   scripts/bench.sh               all parts (about a quarter of an hour)
#   scripts/bench.sh guard queue   some: guard, rules, leaks, masking, rows, queue, process, scaling
#
# Needs redis-server and PostgreSQL (scripts/test.sh installs them). Exit code 0: all within their bounds, 1: something is over, 2: no such part.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet publish src/Host -c Release -v quiet --nologo -o artifacts/agent
dotnet build benchmarks -c Release -v quiet --nologo
export CAUSUM_AGENT=$PWD/artifacts/agent/agent
exec artifacts/bin/Benchmarks/release/Causum.Benchmarks "$@"
