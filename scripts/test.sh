#!/usr/bin/env bash
# Everything that CI checks: formatting, build, properties, architecture, integration on real servers.
# Installs what is missing (Debian packages) and ends with a line "N passed, N failed".
#
#   scripts/test.sh                  everything
#   scripts/test.sh Properties       one test project (Properties, Architecture, Integration)
set -uo pipefail
cd "$(dirname "$0")/.."
root=$PWD
projects=("$@")
[ ${#projects[@]} -gt 0 ] || projects=(Architecture Properties Integration)
passed=0
failed=0

step() { printf '\n== %s\n' "$*"; }
finish() {
  rm -rf "$results"
  printf '\n%s passed, %s failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}
# A step that is no test project counts as one test.
check() {
  local name=$1
  shift
  step "$name"
  if "$@"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    echo "FAILED: $name"
    return 1
  fi
}

install_servers() {
  local missing=()
  command -v redis-server > /dev/null || missing+=(redis-server)
  compgen -G '/usr/lib/postgresql/*/bin/postgres' > /dev/null || missing+=(postgresql)
  command -v mariadbd > /dev/null || [ -x /usr/sbin/mariadbd ] || missing+=(mariadb-server)
  [ ${#missing[@]} -gt 0 ] || return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo > /dev/null || {
      echo "These packages are missing and cannot be installed without root: ${missing[*]}" >&2
      return 1
    }
    as_root=(sudo)
  fi
  echo "Installing ${missing[*]}"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
}

run_project() {
  local project=$1 trx
  trx=$results/$project.trx
  dotnet test "tests/$project" --no-build --nologo --logger "trx;LogFileName=$trx" --logger "console;verbosity=minimal"
  local code=$?
  if [ -s "$trx" ]; then
    local counters
    counters=$(grep -o '<Counters [^>]*' "$trx" | head -n 1)
    local p f
    p=$(sed 's/.* passed="\([0-9]*\)".*/\1/' <<< "$counters")
    f=$(sed 's/.* failed="\([0-9]*\)".*/\1/' <<< "$counters")
    passed=$((passed + p))
    failed=$((failed + f))
    [ "$code" -eq 0 ] || [ "$f" -gt 0 ] || failed=$((failed + 1))
    [ "$p" -gt 0 ] || {
      echo "FAILED: $project ran no test"
      failed=$((failed + 1))
    }
  else
    echo "FAILED: $project left no results"
    failed=$((failed + 1))
  fi
}

results=$(mktemp -d)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 CI=${CI:-true}

case " ${projects[*]} " in *" Integration "*) check "Servers for the tests" install_servers || finish ;; esac
check "Tools" dotnet tool restore || finish
check "Restore (locked)" dotnet restore Causum.Hex.sln --locked-mode -v quiet || finish
check "Build" dotnet build Causum.Hex.sln --no-restore -v quiet --nologo || finish
check "Formatting" dotnet csharpier check .
case " ${projects[*]} " in
*" Integration "*)
  check "The agent as it is shipped" dotnet publish src/Host -c Release -v quiet --nologo -o "$root/artifacts/agent" || finish
  export CAUSUM_AGENT=$root/artifacts/agent/agent
  ;;
esac
for project in "${projects[@]}"; do
  step "tests/$project"
  run_project "$project"
done
finish
