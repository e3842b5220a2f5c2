#!/usr/bin/env bash
# Builds pgvector for PostgreSQL 15 from Debian's source package and installs it; does nothing where it is already there.
# Usage: install-pgvector.sh WORK_FOLDER
set -euo pipefail

PG_CONFIG=/usr/lib/postgresql/15/bin/pg_config
CONTROL=$("$PG_CONFIG" --sharedir)/extension/vector.control
if [ -f "$CONTROL" ]; then
  grep default_version "$CONTROL"
  exit 0
fi

folder=$1/pgvector
mkdir -p "$folder"
cd "$folder"
# apt knows its mirror, however its sources are written. Security updates come from another archive, which has no unstable.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | awk '!/security/ && !found { print; found = 1 }')

# Unstable's pool moves on while an index is being mirrored, so older releases are named with their checksums too.
fetch() {
  local version=$1 checksum=$2
  curl -fsS -o pgvector.tar.gz "${mirror%/}/pool/main/p/pgvector/pgvector_$version.orig.tar.gz" || return 1
  echo "$checksum  pgvector.tar.gz" | sha256sum --check --quiet
}

fetch 0.8.7 b028949dce65a39818cf2bccd64c0a2abc68262a2079f598b161de9c82c9510e ||
  fetch 0.8.6 25c9b78cfdaa43c66788d7490246ac24e4fe1c86f19c4b60c089b723f84a4a0d ||
  fetch 0.8.5 66bbef55c85d41bab29e0bf2a94dcec17a8f54948eb3df2dab328d8ba8275463

mkdir source
tar xf pgvector.tar.gz -C source --strip-components=1
make -s -C source OPTFLAGS="" with_llvm=no PG_CONFIG="$PG_CONFIG"
make -s -C source install with_llvm=no PG_CONFIG="$PG_CONFIG"
grep default_version "$CONTROL"
