#!/usr/bin/env bash
# Verifies a .tlog-proof, step by step, with coreutils and openssl alone: docs/verify-by-hand.md explains each step.
# Usage: verify-by-hand.sh FILE VKEY [LEAF]
#   FILE   a proof (c2sp.org/tlog-proof), or any signed note, of which only the signature is then checked
#   VKEY   the key of the log that you trust: name+id+base64 (c2sp.org/signed-note)
#   LEAF   the bytes of the leaf; by default those of the proof's "extra" line
# Ends with 0 when everything holds, and with 1 at the first thing that does not.
set -euo pipefail
export LC_ALL=C

plain() { tr -c ' -~\n' '?'; } # nothing in a file can steer the terminal
fail() { echo "NOT VERIFIED: $*" | plain >&2; exit 1; }
[ $# -ge 2 ] && [ $# -le 3 ] && [ -r "$1" ] || fail "usage: verify-by-hand.sh FILE VKEY [LEAF]"
file=$1 vkey=$2 given=${3:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

hex() { od -An -v -tx1 | tr -d ' \n'; }                     # bytes to hexadecimal
bytes() { printf "$(printf %s "$1" | sed 's/../\\x&/g')"; } # and back
sha256() { sha256sum | cut -c 1-64; }                       # of bytes, in hexadecimal

# Base64 to hexadecimal. One text for some bytes: what does not come out again as it went in is refused.
unbase64() {
  local text=$1 decoded
  decoded=$(printf %s "$text" | base64 -d 2>/dev/null | hex) || fail "not base64: $text"
  [ "$(bytes "$decoded" | base64 -w 0)" = "$text" ] || fail "not proper base64: $text"
  printf %s "$decoded"
}
number() { [[ $1 =~ ^(0|[1-9][0-9]{0,17})$ ]] || fail "not a number: $1"; }

[ "$(tr -d '\n -~\177-\377' < "$file" | wc -c)" -eq 0 ] || fail "the file holds control characters"
[ "$(tail -c 1 "$file" | hex)" = 0a ] || fail "the file does not end in a newline"
cp "$file" "$work/note"
verdict="VERIFIED: the signature. This file is no proof of a leaf."
name=${vkey%%+*} id=${vkey#*+} && id=${id%%+*}
if [ "$(head -n 1 "$file")" = 'c2sp.org/tlog-proof@v1' ]; then
  # The proof: lines up to the first empty one; after it the checkpoint.
  blank=$(grep -n -m 1 '^$' "$file" | cut -d : -f 1) || fail "no checkpoint after an empty line"
  tail -n "+$((blank + 1))" "$file" > "$work/note"
  mapfile -t proof < <(head -n "$((blank - 1))" "$file" | tail -n +2)
  if [[ ${proof[0]:-} == extra\ * ]]; then
    extra=$(unbase64 "${proof[0]#extra }")
    proof=("${proof[@]:1}")
  fi
  [[ ${proof[0]:-} == index\ * ]] || fail "no index"
  index=${proof[0]#index } && number "$index"
  [ "$(sed -n 1p "$work/note")" = "$name" ] || fail "the checkpoint is of another log than the key"
  size=$(sed -n 2p "$work/note") && number "$size"
  root=$(unbase64 "$(sed -n 3p "$work/note")")

  if [ -n "$given" ]; then cp "$given" "$work/leaf"; else bytes "${extra:-}" > "$work/leaf"; fi
  [ -n "$given" ] || [ -n "${extra:-}" ] || fail "the proof does not hold the leaf: give its file"
  hash=$({ bytes 00; cat "$work/leaf"; } | sha256)
  echo "leaf       $(plain < "$work/leaf")"
  echo "place      leaf $index of $size"
  echo "leaf hash  $hash = SHA-256(00, leaf)"

  # Up the tree. In each row, `at` is our place and `last` that of the last node, which moves up if it stands alone.
  [ "$index" -lt "$size" ] || fail "the tree has no leaf $index"
  at=$index last=$((size - 1)) next=1
  while [ "$last" -gt 0 ]; do
    if [ $((at % 2)) -eq 1 ] || [ "$at" -lt "$last" ]; then
      [ "$next" -lt "${#proof[@]}" ] || fail "a hash is missing"
      sibling=$(unbase64 "${proof[$next]}")
      [ ${#sibling} -eq 64 ] || fail "not a hash: ${proof[$next]}"
      if [ $((at % 2)) -eq 1 ]; then pair=$sibling$hash side=left; else pair=$hash$sibling side=right; fi
      hash=$(bytes "01$pair" | sha256)
      echo "step $next     $side sibling $sibling"
      echo "           gives $hash = SHA-256(01, left, right)"
      next=$((next + 1))
    fi
    at=$((at / 2)) last=$((last / 2))
  done
  [ "$next" -eq "${#proof[@]}" ] || fail "there are hashes too many"
  [ "$hash" = "$root" ] || fail "the hashes lead to $hash, and the checkpoint says $root"
  echo "root       $root, as the checkpoint says"
  verdict="VERIFIED: the log $name holds this leaf."
fi

# The note: text up to its last empty line, then lines "— name base64(id, signature)".
key=$(unbase64 "$(cut -d + -f 3- <<< "$vkey")")
[ ${#key} -eq 66 ] && [ "${key:0:2}" = 01 ] || fail "not an Ed25519 key of a log: $vkey"
[ "$({ printf '%s\n' "$name"; bytes "$key"; } | sha256 | cut -c 1-8)" = "$id" ] || fail "the key's id is not its own"
blank=$(grep -n '^$' "$work/note" | tail -n 1 | cut -d : -f 1) || fail "no signature after an empty line"
head -n "$((blank - 1))" "$work/note" > "$work/text"
while read -r dash signer blob; do
  [ "$dash" = '—' ] && [ "$signer" = "$name" ] || continue
  blob=$(unbase64 "$blob")
  [ "${blob:0:8}" = "$id" ] || continue
  bytes "${blob:8}" > "$work/signature"
  bytes "302a300506032b6570032100${key:2}" > "$work/key.der"
  openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey "$work/key.der" \
    -in "$work/text" -sigfile "$work/signature" > /dev/null 2>&1 || fail "the signature is not one of $name over this text"
  echo "signature  valid, by $name+$id (Ed25519)"
  echo "$verdict"
  exit 0
done < <(tail -n "+$((blank + 1))" "$work/note")
fail "$name+$id has not signed it"
