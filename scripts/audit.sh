#!/bin/sh
# Known holes in what we depend on. Both auditors call it clean when they could not reach their advisories, so each
# is first shown a package with a known hole: one that does not see it has not looked.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "audit: $*" >&2
    exit 1
}

scripts/venv.sh
.venv/bin/python -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pip-audit==2.10.1 || fail "pip-audit could not be installed"
audit() {
    "$work/venv/bin/pip-audit" --strict --disable-pip --no-deps --progress-spinner off --requirement "$1"
}
echo 'jinja2==2.4.1' >"$work/canary.txt"
if audit "$work/canary.txt" >"$work/canary.log" 2>&1 || ! grep -Eq 'PYSEC|GHSA|CVE' "$work/canary.log"; then
    fail "pip-audit does not see a known hole: its advisories can't be reached"
fi
audit requirements.txt

if [ -f frontend-types/package-lock.json ]; then
    command -v npm >/dev/null || fail "npm is missing: frontend-types was not looked at"
    mkdir "$work/canary"
    (
        cd "$work/canary"
        printf '{"name":"canary","version":"1.0.0","dependencies":{"minimist":"0.0.8"}}' >package.json
        npm install --package-lock-only --ignore-scripts --no-audit --silent
        npm audit >canary.log 2>&1 && exit 1
        grep -q 'GHSA' canary.log
    ) || fail "npm audit does not see a known hole: its advisories can't be reached"
    npm --prefix frontend-types audit
fi
echo "audit: no known hole"
