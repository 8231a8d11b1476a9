#!/bin/sh
# An add that is stopped, by Ctrl-C or without warning, and begun again: in the
# end the ledger answers as one that nobody disturbed.
. "$SR_SOURCE/tests/cli/tap.sh"
export SITREP_KIT="$SR_BUILD/data/sitrep.kit" SITREP_NOW=2024-06-01T12:00:00Z

mkdir in
i=0
while [ $i -lt 900 ]; do
	i=$((i + 1))
	echo "Rebels seized the town of Kidal on $((i % 28 + 1)) May 2024, killing $((i % 50 + 2)) soldiers, the governor said. Report $i." \
		>"in/$i.txt"
done
try 0 '900 new' "$sitrep" add -d whole.db in

# Stopped while it is at work, however fast this machine is.
"$sitrep" add -d parts.db in 2>err &
pid=$!
while [ ! -s parts.db ]; do sleep 0.02; done
kill -INT $pid
wait $pid
got=$?
[ $got -eq 1 ] && grep -q 'stopped; the same command goes on from here' err ||
	{ [ $got -eq 0 ] && grep -q '900 new' err; }
ok $? "told that it was stopped"
try 0 '' "$sitrep" check --ledger -d parts.db
for wait in 0.05 0.2 0.1 0.3; do
	timeout -s KILL $wait "$sitrep" add -d parts.db in >/dev/null 2>&1
done
try 0 '0 refused' "$sitrep" add -d parts.db in
try 0 '0 new with 0 claims, 900 already there' "$sitrep" add -d parts.db in
for what in claims incidents reports conflicts; do
	"$sitrep" $what -d whole.db --format jsonl >whole.$what
	"$sitrep" $what -d parts.db --format jsonl >parts.$what
	cmp whole.$what parts.$what >out 2>&1
	ok $? "$what are the same"
	[ -s whole.$what ] || [ $what = conflicts ]
	ok $? "and there are some"
done
try 0 '' "$sitrep" check --ledger -d parts.db
finish
