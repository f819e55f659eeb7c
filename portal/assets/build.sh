#!/bin/sh
# Build what the browser gets. Node 20 or newer from the PATH, else from the PyPI package.
set -eu
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
new_enough() { command -v "$1" >/dev/null 2>&1 && "$1" -e 'process.exit(+process.versions.node.split(".")[0] < 20 ? 1 : 0)'; }
if ! new_enough node || ! command -v npm >/dev/null 2>&1; then
    "$root/.tools/bin/uv" pip install --quiet --require-hashes --python "$root/.tools/bin/python" -r "$root/requirements-node.lock"
    PATH="$root/.tools/bin:$PATH"
fi
npm ci --ignore-scripts --silent --no-audit --no-fund
npm run build --silent >"$root/.tools/assets.log" || { cat "$root/.tools/assets.log"; exit 1; }
