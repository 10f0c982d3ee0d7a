#!/bin/sh
# Draws every size from waymark.svg. Needs rsvg-convert (librsvg2-bin), convert (imagemagick) and png2icns (icnsutils).
set -eu
cd "$(dirname "$0")"
for size in 16 24 32 48 64 128 256 512; do
  rsvg-convert -w "$size" -h "$size" waymark.svg -o "/tmp/waymark-icon-$size.png"
done
# Tauri wants true colour with alpha.
png() { convert "/tmp/waymark-icon-$1.png" -strip "PNG32:$2"; }
png 32 32x32.png
png 128 128x128.png
png 256 128x128@2x.png
png 512 icon.png
convert /tmp/waymark-icon-16.png /tmp/waymark-icon-24.png /tmp/waymark-icon-32.png /tmp/waymark-icon-48.png \
  /tmp/waymark-icon-64.png /tmp/waymark-icon-256.png icon.ico
png2icns icon.icns /tmp/waymark-icon-16.png /tmp/waymark-icon-32.png /tmp/waymark-icon-128.png \
  /tmp/waymark-icon-256.png /tmp/waymark-icon-512.png >/dev/null
rm -f /tmp/waymark-icon-*.png
