#!/usr/bin/env bash
# Copies the widget's libraries out of their npm packages: the versions of
# bot/widget/vendor/package.json, the files that a browser loads, and their licences.
set -euo pipefail

vendor="$(cd "$(dirname "$0")/.." && pwd)/bot/widget/vendor"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

version_of() { # name of a package
    node -p "require('$vendor/package.json').dependencies['$1']"
}

unpack() { # name of a package
    mkdir -p "$scratch/$1"
    archive="$(cd "$scratch" && npm pack --silent "$1@$(version_of "$1")")"
    tar -xzf "$scratch/$archive" -C "$scratch/$1" --strip-components=1
}

copy() { # name of a package, then its files
    local package="$1"
    shift
    unpack "$package"
    rm -rf "${vendor:?}/$package"
    mkdir -p "$vendor/$package"
    for file in LICENSE "$@"; do
        cp "$scratch/$package/$file" "$vendor/$package/"
    done
}

copy deep-chat dist/deepChat.bundle.js
copy eventsource-parser dist/index.js dist/parse.js dist/errors.js
# the source maps are not copied, so that nothing may point at them
sed -i '/^\/\/# sourceMappingURL=/d' "$vendor"/eventsource-parser/*.js
cd "$vendor" && sha256sum deep-chat/* eventsource-parser/* >SHA256SUMS
cat SHA256SUMS
