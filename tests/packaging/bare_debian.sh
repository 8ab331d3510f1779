#!/usr/bin/env bash
# The trial of the two commands on a Debian that has Python and nothing else.
#
#   tests/packaging/bare_debian.sh [FOLDER]
#
# Needs root and debootstrap. Makes a minimal Debian in FOLDER (a temporary one if not named, removed at the end),
# clones the last commit into it and plays four people:
#   1. somebody without rights            is told exactly what to install
#   2. root starts the program            and everything that lacks is installed
#   3. somebody without rights again      starts the program from an own folder, twice
#   4. root runs every check              the whole test run
# DEBIAN names the release (bookworm), MIRROR the mirror (else the one this machine uses). The settings of apt
# and pip of this machine (proxy, certificates, indexes) are taken along. PYTEST_ARGS goes to the test run.
set -euo pipefail

checkout=$(cd "$(dirname "$0")/../.." && pwd)
release=${DEBIAN:-bookworm}

if [ -z "${TRIAL_ROOT:-}" ]; then
    root=${1:-$(mktemp -d /var/tmp/bare-debian.XXXXXX)}
    # A mount namespace of its own: whatever happens, nothing stays mounted.
    code=0
    TRIAL_ROOT=$root unshare --mount --propagation private "$0" || code=$?
    [ -n "${1:-}" ] || rm -rf --one-file-system "$root"
    exit "$code"
fi
root=$TRIAL_ROOT

own_mirror() {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list 2>/dev/null |
        grep -oE 'https?://[^ ]+/debian/?( |$)' | head -1
}

make_debian() {
    mkdir -p "$root"
    [ -x "$root/usr/bin/python3" ] ||
        debootstrap --variant=minbase --include=python3,ca-certificates "$release" "$root" "${MIRROR:-$(own_mirror)}"
    cp --remove-destination /etc/resolv.conf "$root/etc/resolv.conf"
    cp --remove-destination /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
    grep -lE 'Acquire' /etc/apt/apt.conf.d/* | xargs -r cp -t "$root/etc/apt/apt.conf.d/"
    mount -t proc proc "$root/proc"
    mount --bind /dev "$root/dev"
    mount -t devpts devpts "$root/dev/pts"
    mount -t tmpfs tmpfs "$root/dev/shm"
}

# The packages pip may take from folders of this machine, and its settings.
take_pip_along() {
    python3 -m pip config list | sed -n "s/^global\.\(.*\)='\(.*\)'$/\1 = \2/p" | sed '1i [global]' > "$root/etc/pip.conf"
    {
        grep -oE 'file:///[^ ]+' "$root/etc/pip.conf" | sed -e 's,^file://,,' -e 's,/simple$,,'
        sed -n 's/^find-links = //p' "$root/etc/pip.conf" | tr ' ' '\n'
    } | sort -u | while read -r folder; do
        [ -d "$folder" ] || continue
        mkdir -p "$root$folder"
        mount --bind "$folder" "$root$folder"
    done
}

# as USER FOLDER COMMAND…: run in the new Debian with a clean environment, and say how long it took.
as() {
    local user=$1 folder=$2 started=$SECONDS code=0
    shift 2
    # shellcheck disable=SC2016  # the inner shell expands
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME="$folder" CI="${CI:-}" \
        "${proxies[@]}" chroot --userspec="$user" "$root" sh -c 'cd "$HOME/jury-desktop" && exec "$@"' sh "$@" || code=$?
    echo "== $user: $* → $code after $((SECONDS - started)) s"
    return "$code"
}

clone_for() {
    local user=$1 folder=$2
    [ "$user" = root ] || chroot "$root" useradd --create-home "$user" 2>/dev/null || true
    rm -rf "${root:?}$folder/jury-desktop"
    git clone --quiet --no-hardlinks "$checkout" "$root$folder/jury-desktop"
    chroot "$root" chown -R "$user:$user" "$folder/jury-desktop"
}

mapfile -t proxies < <(env | grep -iE '^(https?|no)_proxy=' || true)
make_debian
take_pip_along
clone_for somebody /home/somebody
clone_for root /root

if said=$(as somebody /home/somebody python3 run.py 2>&1); then
    echo "$said"
    echo "A person without rights was not told what lacks; was it installed already?" >&2
    exit 1
fi
echo "$said"
grep -qE "su -c 'apt-get update && apt-get install -y .*libegl1.*'" <<< "$said"

as root /root python3 run.py
as somebody /home/somebody python3 run.py
as somebody /home/somebody python3 run.py --help > /dev/null
# shellcheck disable=SC2086  # several arguments are meant
as root /root python3 run.py test ${PYTEST_ARGS:-}
