#!/bin/sh
# Draws every size from waymark.svg. Needs rsvg-convert (librsvg2-bin), convert (imagemagick) and png2icns (icnsutils).
set -eu
cd "$(dirname "$0")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for size in 16 24 32 48 64 128 256 512; do
  rsvg-convert -w "$size" -h "$size" waymark.svg -o "$scratch/$size.png"
done
# Tauri wants true colour with alpha.
png() { convert "$scratch/$1.png" -strip "PNG32:$2"; }
for size in 16 24 32 48 64; do
  png "$size" "${size}x$size.png"
done
png 128 128x128.png
png 256 128x128@2x.png
png 512 icon.png
convert "$scratch/16.png" "$scratch/24.png" "$scratch/32.png" "$scratch/48.png" \
  "$scratch/64.png" "$scratch/256.png" icon.ico
png2icns icon.icns "$scratch/16.png" "$scratch/32.png" "$scratch/128.png" \
  "$scratch/256.png" "$scratch/512.png" >/dev/null
