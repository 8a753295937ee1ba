#!/bin/sh
# Whether the tests find what they open pages with: Debian's Chromium and a Chinese font.
set -eu
missing=""
command -v chromium >/dev/null || missing="chromium"
[ -n "$(fc-list :lang=zh 2>/dev/null)" ] || missing="$missing fontconfig fonts-noto-cjk"
[ -z "$missing" ] && exit 0
echo "The tests open pages in a real browser, and this is missing: ${missing# }. Get it with 'apt-get install ${missing# }' (Debian), then run this again." >&2
exit 1
