#!/usr/bin/env bash
# Trains on a bare machine with a graphics card, with what pack.sh packed and without network.
# Every call first unpacks what came along.
#
#   training/gpu/run.sh receive                           no more than that
#   training/gpu/run.sh check                             checks the card, measures it and WASM
#   training/gpu/run.sh train <seconds> <run> [option ..] trains with the options of `npm run train`
#   training/gpu/run.sh bring <run> <n>                   brings the pieces of a run from number n on
#   training/gpu/run.sh exec <program> [option ..]        runs check.mjs, throughput.mjs or train.mjs
#
# Results go to the folder OUT, at most 64 MiB in files of at most 16 MiB.
set -euo pipefail
cd "$(dirname "$0")/../.."
home=${NEGAR_GPU_HOME:-/tmp/negar-gpu}
incoming=$home/incoming
: "${OUT:?must name the folder for results}"
mkdir -p "$incoming" "$OUT"

receive() {
  local file
  for file in .cache/gpu/*/*; do
    case $file in
      *.tar.xz)
        tar xJf "$file" -C "$home" || python3 -m tarfile -e "$file" "$home"
        rm "$file"
        ;;
      *.part | */parts) mv "$file" "$incoming" ;;
    esac
  done
  local received=("$incoming"/*.part)
  if [ -e "$incoming/parts" ] && [ ${#received[@]} -eq "$(cat "$incoming/parts")" ]; then
    cat "${received[@]}" | tar xz -C "$home"
    rm "$incoming"/*
    echo 'All data has arrived.'
  fi
}

# Runs a program of the bundle: program <seconds> <name> [option ..]
program() {
  local seconds=$1 name=$2
  shift 2
  local libraries=/usr/local/nvidia/lib64:/usr/local/nvidia/lib
  if ! /sbin/ldconfig -p | grep 'libvulkan\.so\.1' >/dev/null; then libraries+=:$home/lib; fi
  local driver=${VK_DRIVER_FILES:-/usr/local/nvidia/share/vulkan/icd.d/nvidia_icd.json}
  (
    cd "$home"
    if [ -e "$driver" ]; then export VK_DRIVER_FILES=$driver; fi
    export LD_LIBRARY_PATH=$libraries${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
    export XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/tmp}
    export NEGAR_DATA=$home/data NEGAR_COMMIT
    NEGAR_COMMIT=$(cat commit)
    exec timeout --foreground --signal TERM --kill-after 60 "$seconds" bin/node "program/$name" "$@"
  )
}

check() {
  nvidia-smi || true
  program 120 check.mjs --real | tee "$OUT/check.json"
  local batch
  for batch in 24 64 128 256; do measure --backend webgpu --batch "$batch"; done
  measure --backend wasm --batch 96 --steps 4
}

measure() {
  program 90 throughput.mjs "$@" 2>>"$OUT/throughput.log" | tee -a "$OUT/throughput.jsonl" ||
    echo "Failed: $*"
}

train() {
  local seconds=$1 run=$2 code=0
  shift 2
  program "$seconds" train.mjs --backend webgpu --workers "$(nproc)" --run "$run" "$@" 2>&1 |
    tee "$OUT/$run.txt" || code=$?
  bring "$run" 0
  return "$code"
}

# What a half-brought run needs least comes last.
bring() {
  local run=$1 first=$2 name files=()
  for name in run.json vocabulary.json log.jsonl best.bin checkpoint.bin; do
    if [ -e "$home/runs/$run/$name" ]; then files+=("$run/$name"); fi
  done
  rm -rf "$home/pieces"
  mkdir "$home/pieces"
  tar c -C "$home/runs" "${files[@]}" | gzip -1 | split -b 16000K -d - "$home/pieces/$run.tgz."
  local pieces=("$home/pieces"/*)
  cp "${pieces[@]:first:4}" "$OUT"
  echo "Brought pieces $first to $((first + 3)) of $run; there are ${#pieces[@]}."
}

receive
case ${1:-} in
  receive) ;;
  check) check ;;
  train | bring) "$@" ;;
  exec) shift && program 0 "$@" ;;
  *) echo "Say what to do: see the head of $0." >&2 && exit 1 ;;
esac
