#!/bin/sh
# A made-up press (tests/sim) as texts with claims: whatever the order in which
# it is added, in one run or several, every view says the same.
. "$SR_SOURCE/tests/cli/tap.sh"
export SITREP_NOW=2012-01-01T00:00:00Z

mkdir press
"$SR_BUILD/tests/sim/sim" write press 3 5 240
ls press/*.txt >in.order
sort -r in.order >turned
sort -t- -k2.6,2.6n -k2.3,2.3nr in.order >mixed

# fill LEDGER LIST: all reports of the list, in that order
fill() {
	xargs "$sitrep" add -d "$1" --claims press/claims.jsonl <"$2"
}

try 0 '240 new with [0-9]+ claims, 0 already there, 0 refused' fill a.db in.order
try 0 '240 new' fill b.db turned
# In parts, of which the second has the first again.
head -n 90 mixed >part
try 0 '90 new' fill c.db part
try 0 '150 new with [0-9]+ claims, 90 already there' fill c.db mixed

same() {
	for ledger in a b c; do
		"$sitrep" "$@" --format jsonl -d $ledger.db >$ledger.out 2>&1
	done
	[ "$(wc -l <a.out)" -gt 1 ] && cmp a.out b.out >out 2>&1 &&
		cmp a.out c.out >>out 2>&1
	ok $? "the same in any order: $*"
}

same claims
same reports
same incidents
same timeline
same civilians
same control --on 2011-03-20
same control --on 2011-03-20 --known-on 2011-03-10
same losses
same conflicts
same sources
for ledger in a b c; do
	try 0 '' "$sitrep" check --ledger -d $ledger.db
done
finish
