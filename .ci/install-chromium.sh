#!/bin/bash
# Installs the browser that the page tests use, where none is there yet (Debian, Ubuntu): the headless shell, lighter
# than the whole browser; that one where the shell is not packaged.
set -euo pipefail
command -v chromium-headless-shell >/dev/null && exit 0
has_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null
export DEBIAN_FRONTEND=noninteractive
install() { apt-get install -y -qq --no-install-recommends "$@" fonts-dejavu-core >/dev/null; }
apt-get update -qq || has_browser
install chromium-headless-shell || has_browser || install chromium
