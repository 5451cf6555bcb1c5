# Sourced by ./run and ./check: makes the machine ready, saying what it does.

# The packages of debian-packages.txt that "run", or "run" and "check", need.
packages_wanted() {
  awk -v purpose="$1" '$1 == "run" || $1 == purpose { print $2 }' "$here/.setup/debian-packages.txt"
}

packages_missing() {
  for package in $(packages_wanted "$1"); do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || printf '%s ' "$package"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

set_up() {
  if command -v apt-get >/dev/null 2>&1; then
    missing=$(packages_missing "$1")
    [ -n "$missing" ] || return 0
    echo "Aubaine needs these Debian packages and will install them: $missing" >&2
    as_root apt-get update -q >&2
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -q -y --no-install-recommends $missing >&2
    return 0
  fi
  command -v meson >/dev/null 2>&1 && pkg-config --exists libadwaita-1 json-glib-1.0 sqlite3 libqpdf xlsxwriter && return 0
  cat >&2 <<'TEXT'
Aubaine needs a C compiler, meson, ninja, gettext, GTK 4, libadwaita, SQLite, JSON-GLib,
qpdf and libxlsxwriter. Install:
  Fedora    sudo dnf install gcc meson gettext gtk4-devel libadwaita-devel sqlite-devel json-glib-devel \
            qpdf-devel libxlsxwriter-devel
  Arch      sudo pacman -S base-devel meson gettext gtk4 libadwaita sqlite json-glib qpdf libxlsxwriter
  Homebrew  brew install meson pkg-config gettext gtk4 libadwaita sqlite json-glib qpdf libxlsxwriter
  MSYS2     pacman -S mingw-w64-ucrt-x86_64-{gcc,meson,pkgconf,gettext,gtk4,libadwaita,sqlite3,json-glib,qpdf,libxlsxwriter}
TEXT
  return 1
}

# build_in FOLDER SETUP-OPTION…: sets the folder up once, then builds.
build_in() {
  folder=$1
  shift
  log=$(mktemp)
  if { [ -f "$folder/build.ninja" ] || meson setup "$@" "$folder" "$here"; } >"$log" 2>&1 &&
    ninja -C "$folder" >>"$log" 2>&1; then
    rm -f "$log"
  else
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
}
