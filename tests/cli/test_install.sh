#!/bin/sh
# What `meson install` puts down works from there alone: the kit, the module with
# the large libraries (a page needs it), the base map.
. "$SR_SOURCE/tests/cli/tap.sh"

DESTDIR=$work/root
export DESTDIR
try 0 '' meson install -C "$SR_BUILD" --no-rebuild
unset DESTDIR
sitrep=$(find root -name sitrep -type f -perm -u+x | head -1)
[ -n "$sitrep" ]
ok $? 'a program is there'
sitrep=$work/$sitrep

try 0 '' "$sitrep" extract "$SR_SOURCE/samples/shusha-2020.txt"
has out '"place":\{.*"name":"Shusha"'
try 0 '' "$sitrep" add "$SR_SOURCE/tests/pages/agency.html" \
	"$SR_SOURCE/samples/shusha-2020.txt"
try 0 '' "$sitrep" map -o map.svg
has map.svg '<svg'

finish
