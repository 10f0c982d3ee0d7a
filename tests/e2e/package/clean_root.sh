#!/usr/bin/env bash
# clean_root.sh PACKAGE FIXTURE WORK DISPLAY
#
# Makes a root that holds what PACKAGE depends on and nothing else, taken from this machine's own packages, and in it
# installs an older version, keeps a vault, updates, opens a vault of an older schema, opens the window on DISPLAY, and
# removes the package again. To be run in a mount namespace of its own, as (a mapped) root. Says each step it has done.
set -euo pipefail
trap 'echo "failed in line $LINENO" >&2' ERR
package=$1 fixture=$2 work=$3 display=$4
root=$work/root
info=/var/lib/dpkg/info
export LC_ALL=C DEBIAN_FRONTEND=noninteractive
passphrase="seven quiet lanterns by the harbour"

done_with() { printf 'DONE %s\n' "$*"; }

# --- What it depends on, and what every Debian has.
essential=$(dpkg-query -W -f '${Essential} ${db:Status-Status} ${Package}\n' | awk '$1 == "yes" && $2 == "installed" { print $3 }')
needed=$(dpkg-deb -f "$package" Depends | tr ',' '\n' | sed 's/|.*//; s/(.*//; s/[[:space:]]//g')
# desktop-file-utils is on every desktop and depended on by none of ours.
# shellcheck disable=SC2086 # lists of words
closure=$(apt-cache depends --recurse --installed --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
  --no-enhances $essential $needed desktop-file-utils | sed -n 's/^\([a-z0-9][^ ]*\)$/\1/p' | sort -u)
closure=$(dpkg-query -W -f '${db:Status-Status} ${binary:Package}\n' $closure 2>/dev/null | awk '$1 == "installed" { print $2 }' | sort -u) || true
# Nothing that only this machine has because programs are built on it.
if grep -E '^(libgtk-3-dev|libwebkit2gtk-4.1-dev|libc6-dev|nodejs)' <<<"$closure"; then echo "that is no clean root"; exit 1; fi

mkdir -p "$root"/{usr/{bin,sbin,lib,lib64},etc,proc,sys,dev,run,tmp,root,home/user,var/lib/dpkg/{info,updates,triggers},var/log}
for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$root/$folder"; done
for folder in lib32 libx32; do [ ! -e "/usr/$folder" ] || { mkdir "$root/usr/$folder" && ln -s "usr/$folder" "$root/$folder"; }; done
# Links cost no room; where the two lie on different disks, copies.
link=--link
touch "$work/on-this-disk" && { ln /usr/bin/env "$work/linked" 2>/dev/null || link=; }
# Folders are passed over, and manuals and translations left away, as on a small machine.
# shellcheck disable=SC2086
dpkg-query -L $closure | sed -n 's|^/||p' | grep -vE '^usr/share/(doc|man|locale|help|info)/' | sort -u |
  (cd / && xargs -d '\n' cp --no-dereference --preserve=all $link --parents --target-directory="$root" 2>/dev/null) || true
# shellcheck disable=SC2086
dpkg-query -s $closure >"$root/var/lib/dpkg/status"
: >"$root/var/lib/dpkg/available"
for name in $closure; do
  for file in "$info/$name".* "$info/${name%%:*}:$(dpkg --print-architecture)".*; do
    [ ! -e "$file" ] || cp "$file" "$root/var/lib/dpkg/info/"
  done
done
cp "$info/format" "$root/var/lib/dpkg/info/"
names=$(sed 's/:.*//' <<<"$closure" | sort -u)
grep -F -x -f <(sed 's|$||' <<<"$names") <(awk '{ print $NF }' /var/lib/dpkg/triggers/File | sed 's|/.*||' | sort -u) >"$work/triggered" || true
awk 'NR == FNR { known[$1]; next } { name = $2; sub("/.*", "", name); if (name in known) print }' "$work/triggered" /var/lib/dpkg/triggers/File >"$root/var/lib/dpkg/triggers/File"
printf 'root:x:0:0:root:/root:/bin/sh\nuser:x:1000:1000::/home/user:/bin/sh\n' >"$root/etc/passwd"
printf 'root:x:0:\nuser:x:1000:\n' >"$root/etc/group"
printf '%032d\n' 1 >"$root/etc/machine-id"
[ -e "$root/usr/bin/awk" ] || ln -s mawk "$root/usr/bin/awk"
[ -e "$root/usr/bin/which" ] || ln -s which.debianutils "$root/usr/bin/which"

# Only this namespace sees these. What is written goes on top, never into a file that is linked to this machine's own.
mkdir "$work"/{top,scratch,clean}
mount -t tmpfs none "$work/top"
mkdir "$work"/top/{up,work}
mount -t overlay overlay -o "userxattr,lowerdir=$root,upperdir=$work/top/up,workdir=$work/top/work" "$work/clean"
clean=$work/clean
mount --rbind /proc "$clean/proc"
mount --rbind /dev "$clean/dev"
mkdir -p "$clean/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$clean/tmp/.X11-unix"
inside() { chroot "$clean" /usr/bin/env -i PATH=/usr/sbin:/usr/bin HOME=/home/user LANG=C.UTF-8 TZ=Europe/Oslo "$@"; }
inside ldconfig
inside sh -c '/usr/lib/*/gdk-pixbuf-2.0/gdk-pixbuf-query-loaders --update-cache; /usr/lib/*/glib-2.0/glib-compile-schemas /usr/share/glib-2.0/schemas' 2>/dev/null
inside update-mime-database /usr/share/mime
done_with "a root of $(wc -w <<<"$names") packages"

# --- An older version, and a vault kept with it.
dpkg-deb --raw-extract "$package" "$work/older"
sed -i 's/^Version: .*/Version: 0.0.9/' "$work/older/DEBIAN/control"
dpkg-deb --root-owner-group -Zgzip -z1 --build "$work/older" "$clean/tmp/older.deb" >/dev/null
cp "$package" "$clean/tmp/waymark.deb"
inside dpkg --install /tmp/older.deb
done_with "installed"

# A file of each kind is known by what is in it.
head -c 64 "$fixture/vault/vault.db" | cat <(printf 'WAYMARK BACKUP 2\n') - >"$clean/tmp/one.waymark"
printf 'waymark archive 1\n{}\n' >"$clean/tmp/two.waymark"
printf 'PK\003\004' >"$clean/tmp/three.waymark-pack"
grep -q 'application/vnd.waymark' "$clean/usr/share/mime/globs2"
# gio is not a part of what we depend on, so this machine's is asked about the root's types.
for pair in one.waymark:backup two.waymark:archive three.waymark-pack:pack+zip; do
  type=$(XDG_DATA_DIRS=$clean/usr/share XDG_DATA_HOME=$work/nothing gio info -a standard::content-type "$clean/tmp/${pair%%:*}" | sed -n 's/.*content-type: //p')
  [ "$type" = "application/vnd.waymark.${pair##*:}" ] || { echo "$pair is known as $type"; exit 1; }
done
done_with "types"

printf '%s\n' "$passphrase" >"$clean/home/user/passphrase"
cli() { inside waymark-cli --data-dir /home/user/data --passphrase-file /home/user/passphrase "$@"; }
inside waymark-cli --version
cli vault create --sample >/dev/null
before=$(cli person list)
[ -n "$before" ]
cp -r "$fixture" "$clean/home/user/of-an-older-schema"
printf 'seven calm otters read\n' >"$clean/home/user/its-passphrase"
done_with "a vault"

inside dpkg --install /tmp/waymark.deb
[ "$(inside dpkg-query -W -f '${Version}' waymark)" = "$(dpkg-deb -f "$package" Version)" ]
[ "$(cli person list)" = "$before" ]
cli vault check >/dev/null
older() { inside waymark-cli --data-dir /home/user/of-an-older-schema --passphrase-file /home/user/its-passphrase "$@"; }
older vault check >/dev/null
[ -n "$(older person list)" ]
done_with "updated"

# --- The window, until somebody outside has seen it.
chroot "$clean" /usr/bin/env -i PATH=/usr/bin HOME=/home/user LANG=C.UTF-8 DISPLAY="$display" GDK_BACKEND=x11 LIBGL_ALWAYS_SOFTWARE=1 DBUS_SESSION_BUS_ADDRESS=disabled: XDG_RUNTIME_DIR=/home/user \
  WAYMARK_DATA_DIR=/home/user/data waymark >"$work/window.log" 2>&1 &
window=$!
for _ in $(seq 600); do
  [ ! -e "$work/seen" ] || break
  kill -0 $window 2>/dev/null || { cat "$work/window.log"; echo "the window ended"; exit 1; }
  sleep 0.2
done
[ -e "$work/seen" ] || { cat "$work/window.log"; echo "the window was not seen"; exit 1; }
kill $window
wait $window || true
done_with "window"

# --- Away with it: nothing of ours is left, and nothing of theirs is touched.
files=$(inside dpkg-query -L waymark)
sums() { (cd "$clean/home/user" && find data of-an-older-schema -type f ! -name '*.lock' -print0 | sort -z | xargs -0 sha256sum); }
kept=$(sums)
inside dpkg --purge waymark
while IFS= read -r file; do
  [ -d "$clean$file" ] || { [ ! -e "$clean$file" ] && [ ! -L "$clean$file" ]; } || { echo "$file is left"; exit 1; }
done <<<"$files"
[ -z "$(find "$clean/usr" "$clean/etc" "$clean/var/lib/dpkg/info" -iname '*waymark*')" ]
if grep -q waymark "$clean/usr/share/mime/globs2"; then echo "its types are left"; exit 1; fi
[ "$(sums)" = "$kept" ] && grep -q vault.db <<<"$kept"
done_with "removed"
