#!/usr/bin/env bash
# The API by curl: with the server running, `bash examples/curl.sh photo.jpg` prints one JSON answer a
# line. NEGAR_URL and NEGAR_PASSWORD name another server than this machine's and its password.
set -euo pipefail

photo=${1:?Name a photo: bash examples/curl.sh photo.jpg}
server=${NEGAR_URL:-http://127.0.0.1:3000}

# Prints the answer, also that of an error, and fails if it is one.
request() {
  curl --silent --show-error --fail-with-body --user ":${NEGAR_PASSWORD:-}" \
    --write-out '\n' "$@"
}

# Is the model loaded?
request "$server/ready"

# Which model is it, and what are the limits?
request "$server/api/trpc/model.info"

# A photo and options as the fields of a form.
request --form "photo=@$photo" --form candidates=2 --form neutral=true \
  "$server/api/trpc/caption.create"

# The same as JSON, with the photo in base64 on one line.
{
  printf '{"photo":"'
  base64 < "$photo" | tr -d '\n'
  printf '","options":{"candidates":1,"altLength":80}}'
} | request --header 'content-type: application/json' --data-binary @- \
  "$server/api/trpc/caption.fromBase64"
