#!/bin/sh
# Makes .venv and installs what is pinned: `scripts/venv.sh` for running, `scripts/venv.sh dev` for testing.
# Does nothing, quickly, when the pins have not changed since.
set -eu
cd "$(dirname "$0")/.."

fail() {
    echo "foothold: $*" >&2
    exit 1
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in ${PYTHON:-} python3.13 python3.12 python3.11 python3; do
        if command -v "$candidate" >/dev/null && new_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
}

pins=requirements.txt
if [ "${1:-}" = dev ]; then
    pins=requirements-dev.txt
fi

if ! new_enough .venv/bin/python; then
    python=$(find_python)
    [ -n "$python" ] || fail "no Python 3.11 or newer on the PATH: install one, or name it: make run PYTHON=/path/to/python3"
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "$python lacks the module venv or ensurepip: install it (Debian: apt install python3-venv)"
    echo "foothold: making .venv with $("$python" --version)"
    rm -rf .venv
    "$python" -m venv .venv || fail "$python could not make .venv"
fi

if ! cmp -s "$pins" ".venv/$pins"; then
    echo "foothold: installing the $(grep -c '==' "$pins") packages pinned in $pins"
    .venv/bin/python -m pip install --disable-pip-version-check --require-hashes --requirement "$pins" ||
        fail "the packages of $pins could not be installed; what pip said stands above"
    # What is installed for testing holds all that running needs.
    cp "$pins" requirements.txt .venv/
fi
