#!/usr/bin/env bash
# What an operator has at hand: curl, socat and nc, each with a call, an error, and a large reply.
set -euo pipefail
socket=$1/run/ideas.sock
meta="\"_meta\":{\"authorization\":\"$WELLSPRING_TEST_TOKEN\"}"
ping='{"jsonrpc":"2.0","id":7,"method":"rpc.ping"}'
pong='{"jsonrpc":"2.0","id":7,"result":"pong"}'
missing='{"jsonrpc":"2.0","id":7,"method":"ideas.nothing"}'
large="{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ideas.list\",\"params\":{\"campaign\":\"$WELLSPRING_TEST_CAMPAIGN\",\"limit\":450,$meta}}"

for tool in curl socat nc; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done

with_curl() { curl -sS --max-time 20 --unix-socket "$socket" -H 'Content-Type: application/json' --data-binary @- http://localhost/; }
with_socat() { socat -t 20 - "UNIX-CONNECT:$socket"; }
with_nc() { nc -N -U "$socket"; }

expect() { # expect WHAT PATTERN TEXT
    grep -qF -- "$2" <<<"$3" || { echo "$1: expected $2, got ${3:0:300}"; exit 1; }
}

for tool in curl socat nc; do
    # Without a line feed, with one, and several requests in one go.
    expect "$tool ping" "$pong" "$(printf '%s' "$ping" | "with_$tool")"
    expect "$tool ping" "$pong" "$(printf '%s\n' "$ping" | "with_$tool")"
    expect "$tool error" '"code":-32601' "$(printf '%s\n' "$missing" | "with_$tool")"
    expect "$tool batch" "[$pong,$pong]" "$(printf '[%s,%s]' "$ping" "$ping" | "with_$tool")"
    size=$(printf '%s\n' "$large" | "with_$tool" | wc -c)
    [ "$size" -gt 900000 ] || { echo "$tool: the large reply had $size bytes"; exit 1; }
done
[ "$(printf '%s\n%s\n' "$ping" "$ping" | with_socat | wc -l)" = 2 ] || { echo "socat: two requests, not two replies"; exit 1; }
expect "nc junk" '"code":-32700' "$(printf 'hello\n' | with_nc)"
expect "curl health" "ok" "$(curl -sS --unix-socket "$socket" http://localhost/healthz)"
expect "curl token" '"items":[' "$(curl -sS --unix-socket "$socket" -H "Authorization: Bearer $WELLSPRING_TEST_TOKEN" \
    -d '{"jsonrpc":"2.0","id":1,"method":"ideas.list","params":{"limit":1}}' http://localhost/)"
