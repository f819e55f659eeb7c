#!/bin/sh
# Build what the browser gets; `build.sh lint` checks what it is made from. Node 20 or newer from the PATH, else from the PyPI package.
set -eu
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
new_enough() { command -v "$1" >/dev/null 2>&1 && "$1" -e 'process.exit(+process.versions.node.split(".")[0] < 20 ? 1 : 0)'; }
if ! new_enough node || ! command -v npm >/dev/null 2>&1; then
    "$root/.tools/bin/uv" pip install --quiet --require-hashes --python "$root/.tools/bin/python" -r "$root/requirements-node.lock"
    PATH="$root/.tools/bin:$PATH"
fi
install() { npm ci --ignore-scripts --silent --no-audit --no-fund "$@"; }
linter=node_modules/.bin/biome
if [ "${1:-}" = lint ]; then
    [ -x "$linter" ] || install
    exec npm run lint --silent
fi
# The linter is large: whoever only runs the portal does not get it.
if [ -x "$linter" ]; then install; else install --omit=dev; fi
npm run build --silent >"$root/.tools/assets.log" || { cat "$root/.tools/assets.log"; exit 1; }
