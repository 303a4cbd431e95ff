#!/usr/bin/env bash
# Packs what training needs on a bare linux-x64 machine into .cache/gpu/0, 1, 2 ..., each small
# enough to travel with the project's files in one call:
#
#   training/gpu/pack.sh [--encoder <folder>] [--text] [run ...]
#
#   --encoder  artefact of the encoder that looks at the photos; default public/models/encoder
#   --text     takes along the text that the language model learns
#   run        runs in runs/ to go on with, or to start from
set -euo pipefail
cd "$(dirname "$0")/../.."

encoder=public/models/encoder
text=
runs=()
while [ $# -gt 0 ]; do
  case $1 in
    --encoder) encoder=$2 && shift ;;
    --text) text=multi30k/captions-train.en ;;
    *) runs+=("$1") ;;
  esac
  shift
done

[ "$(uname -sm)" = 'Linux x86_64' ] || { echo "This machine's Node does not run on linux-x64." >&2; exit 1; }
[ -e node_modules/webgpu ] || { echo 'First: npm install --no-save --loglevel=error webgpu@0.6.2' >&2; exit 1; }

out=$PWD/.cache/gpu
stage=$out/stage
data=${NEGAR_DATA:-../shared/data}
rm -rf "$out"
mkdir -p "$stage"/{bin,lib,data/flickr8k,runs} "$out/0"

# Programs: Node, the bundle, and libraries of Vulkan for machines that lack its loader.
cp "$(node -p process.execPath)" "$stage/bin/node"
node training/gpu/bundle.mjs "$stage/program"
git rev-parse --short HEAD >"$stage/commit"
(
  cd "$out"
  apt-get download -q libvulkan1 libegl1 libglvnd0 libopengl0 libgl1 libglx0 libgles2 2>&1 | grep -v '^W:' || true
  for package in *.deb; do dpkg -x "$package" vulkan; done
  cp -P vulkan/usr/lib/x86_64-linux-gnu/*.so* "$stage/lib"
  rm -rf vulkan *.deb
)
echo 'Compressing the programs, a minute or so ...' >&2
tar c -C "$stage" bin lib program commit | xz -T0 -3 >"$out/0/programs.tar.xz"

# Data: photos, captions, encoder, runs.
mkdir -p "$stage/$encoder"
cp -r "$encoder/." "$stage/$encoder"
cp "$data"/flickr8k/{captions.tsv,train.txt,dev.txt,images-train*.tar,images-dev*.tar} "$stage/data/flickr8k"
[ -z "$text" ] || { mkdir "$stage/data/${text%/*}" && cp "$data/$text" "$stage/data/$text"; }
for run in "${runs[@]}"; do cp -r "runs/$run" "$stage/runs"; done

# One call takes 64 MiB, of which the project's own files need some.
own=$(git ls-files -z --cached --others --exclude-standard | xargs -0 stat -c %s | awk '{s += $1} END {print s}')
room=$(((63 << 20) - own))
[ "$(stat -c %s "$out/0/programs.tar.xz")" -le $room ] || echo 'Part 0 is too large for a call.' >&2
tar cz -C "$stage" data runs "${encoder%%/*}" | split -b $room -d -a 1 --additional-suffix .part - "$out/"
rm -r "$stage"
parts=("$out"/*.part)
for i in "${!parts[@]}"; do
  mkdir "$out/$((i + 1))"
  mv "${parts[i]}" "$out/$((i + 1))"
  echo ${#parts[@]} >"$out/$((i + 1))/parts"
done
du -sh "$out"/*
