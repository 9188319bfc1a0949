#!/bin/sh
# Lists EPA Desktop among this account's programs, or takes it out again: install.sh [--remove].
# Nothing is copied but a link, the icons and two small files; the program stays in this folder.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
data=${XDG_DATA_HOME:-$HOME/.local/share}
links=$HOME/.local/bin

if [ "${1:-}" = --remove ]; then
  (cd "$here/share" && find . -type f) | while IFS= read -r file; do rm -f "$data/$file"; done
  [ ! -L "$links/epa-desktop" ] || rm -f "$links/epa-desktop"
  echo "EPA Desktop is no longer listed. To remove it, delete this folder: $here"
  exit 0
fi

mkdir -p "$data" "$links"
cp -R "$here/share/." "$data/"
ln -sfn "$here/epa-desktop" "$links/epa-desktop"
# A desktop does not look into ~/.local/bin everywhere: the entry names the link with its folder, which unlike this one's
# seldom holds a sign that means something in an entry.
named=$(printf '%s' "$links/epa-desktop" | sed -e 's/["$`]/\\\\&/g' -e 's/[\\&|]/\\&/g')
sed -e "s|^Exec=.*|Exec=\"$named\" %F|" -e '/^TryExec=/d' \
  "$here/share/applications/epa-desktop.desktop" >"$data/applications/epa-desktop.desktop"
command -v update-desktop-database >/dev/null && update-desktop-database -q "$data/applications" || true
echo "EPA Desktop is listed among your programs. It stays in this folder: $here"
