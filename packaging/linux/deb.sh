#!/usr/bin/env bash
# packaging/linux/deb.sh PROGRAM PACKAGING OUT
#
# Makes the Debian package OUT from a built program, with what PACKAGING (the tool of this folder's crate) writes. The same
# sources and the same moment, SOURCE_DATE_EPOCH or that of the last commit, give the same bytes. WAYMARK_DEB_FAST=1 packs
# less tightly, for tests.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$(realpath "$1")
packaging=$(realpath "$2")
out=$(realpath -m "$3")
cd "$root"
export LC_ALL=C TZ=UTC
umask 022
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH

version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
architecture=$(dpkg --print-architecture)
work=$(mktemp -d "${TMPDIR:-/tmp}/waymark-deb-XXXXXX")
trap 'rm -rf "$work"' EXIT
tree=$work/tree
share=$tree/usr/share
doc=$share/doc/waymark

put() { install -D -m 644 "$1" "$2"; }
squeeze() { gzip -9n; }

# One program, two names: without a window it needs nothing that it does not need with one.
install -D -m 755 "$program" "$tree/usr/bin/waymark"
strip --strip-all --remove-section=.comment "$tree/usr/bin/waymark"
ln -s waymark "$tree/usr/bin/waymark-cli"

put packaging/linux/waymark.desktop "$share/applications/waymark.desktop"
put packaging/linux/app.waymark.desktop.metainfo.xml "$share/metainfo/app.waymark.desktop.metainfo.xml"
put packaging/linux/waymark.xml "$share/mime/packages/waymark.xml"
for size in 16 24 32 48 64 128; do
  put "icons/${size}x$size.png" "$share/icons/hicolor/${size}x$size/apps/waymark.png"
done
put "icons/128x128@2x.png" "$share/icons/hicolor/256x256/apps/waymark.png"
put icons/icon.png "$share/icons/hicolor/512x512/apps/waymark.png"
put icons/waymark.svg "$share/icons/hicolor/scalable/apps/waymark.svg"

generated=src-tauri/crates/cli/generated
put $generated/waymark-cli.bash "$share/bash-completion/completions/waymark-cli"
put $generated/_waymark-cli "$share/zsh/vendor-completions/_waymark-cli"
put $generated/waymark-cli.fish "$share/fish/vendor_completions.d/waymark-cli.fish"
mkdir -p "$share/man/man1" "$doc"
squeeze <$generated/waymark-cli.1 >"$share/man/man1/waymark-cli.1.gz"
squeeze <packaging/linux/waymark.1 >"$share/man/man1/waymark.1.gz"

"$packaging" copyright "$doc/copyright"
"$packaging" sbom "$work/sbom.json" "$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)"
squeeze <"$work/sbom.json" >"$doc/sbom.cdx.json.gz"
for page in README.md CHANGELOG.md docs/*.md curriculum/FORMAT.md; do
  squeeze <"$page" >"$doc/$(basename "$page").gz"
done
printf 'waymark (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md.gz beside this file.\n\n -- The Waymark authors <waymark@localhost>  %s\n' \
  "$version" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" | squeeze >"$doc/changelog.gz"
find "$doc" "$share/man" -type f -exec chmod 644 {} +

# What the program is linked with, as this machine's packages have it.
mkdir -p "$work/debian"
printf 'Source: waymark\n\nPackage: waymark\nArchitecture: any\n' >"$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info "$tree/usr/bin/waymark" 2>"$work/shlibs" | sed -n 's/^shlibs:Depends=//p')
[ -n "$depends" ] || { cat "$work/shlibs" >&2; exit 1; }

mkdir "$tree/DEBIAN"
(cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
cat >"$tree/DEBIAN/control" <<END
Package: waymark
Version: $version
Architecture: $architecture
Maintainer: The Waymark authors <waymark@localhost>
Installed-Size: $(cd "$tree" && find usr -type f -printf '%s\n' | awk '{ sum += int(($1 + 1023) / 1024) } END { print sum }')
Depends: $depends
Recommends: cups-client, xdg-desktop-portal
Section: education
Priority: optional
Description: Illness Management and Recovery, session by session
 Waymark walks a session of Illness Management and Recovery through its eight
 steps, shows and prints the handouts, keeps each person's own words, goals and
 promises in an encrypted vault on this computer, and turns what happened into a
 session note to sign. It opens no internet connection.
 .
 waymark-cli does the same work without a window.
END
chmod 644 "$tree/DEBIAN/md5sums" "$tree/DEBIAN/control"

# The triggers of shared-mime-info, desktop-file-utils, hicolor-icon-theme and man-db bring their lists up to date, so the
# package needs no scripts of its own, and removing it touches nobody's data folder.
find "$tree" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
mkdir -p "$(dirname "$out")"
packing=(-Zxz)
[ -z "${WAYMARK_DEB_FAST:-}" ] || packing=(-Zgzip -z1)
dpkg-deb --root-owner-group "${packing[@]}" --build "$tree" "$out" >&2
