#!/bin/sh
# Makes .venv from the hash-locked requirements.txt; done at once when nothing has changed.
set -eu
cd "$(dirname "$0")/.."
installed=.venv/installed-requirements.txt
cmp -s requirements.txt "$installed" && exit 0

fail() {
    echo "$1" >&2
    exit 1
}

find_python() {
    for candidate in ${PYTHON:-} python3.10 python3 python; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 10))' >/dev/null 2>&1; then
            echo "$candidate"
            return
        fi
    done
}

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    [ -n "$python" ] || fail "Python 3.10 is missing (Rasa runs on no later one). Get it with 'pyenv install 3.10', or where the system has it 'apt-get install python3.10 python3.10-venv'; then run this again."
    "$python" -m venv --clear .venv || fail "$python cannot make a virtual environment: install its venv module (python3.10-venv) and run this again."
fi

mkdir -p var/log
log=var/log/install.log
echo "Installing the packages of requirements.txt into .venv (a few minutes the first time; log: $log) ..."
.venv/bin/python -m pip install --disable-pip-version-check --require-hashes -r requirements.txt >"$log" 2>&1 ||
    fail "The packages could not be installed: $(grep -m 1 '^ERROR' "$log" || echo 'no reason given'). Log: $log"
.venv/bin/python -m pip check >>"$log" 2>&1 ||
    fail "The installed packages do not fit together ('pip check'). Log: $log"
cp requirements.txt "$installed"
