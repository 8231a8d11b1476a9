#!/bin/sh
# Every pattern fires on its examples, with the slots they name, and on none of
# its near misses.
. "$SR_SOURCE/tests/cli/tap.sh"

"$sitrep" check >out 2>err
status=$?
while read -r line; do
	false
	ok $? "$line"
done <err
[ "$status" = 0 ]
ok $? "$(head -1 out)"
finish
