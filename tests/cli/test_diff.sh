#!/bin/sh
# What differs between two ledgers, two runs of one, two files of claims, and
# what made it so.
. "$SR_SOURCE/tests/cli/tap.sh"
. "$SR_SOURCE/tests/cli/claims.sh"
export SITREP_NOW=2024-06-01T12:00:00Z USER=ann
make_kidal

add() { # add DB CLAIMS FILE ...
	db=$1 claims=$2
	shift 2
	"$sitrep" add -d "$db" --claims "$claims" "$@" 2>/dev/null
}
# Another reading: one claim gone, one with other words and rule, one with
# another number, one new.
grep -v 'governor denied' claims.jsonl | sed '
	s/"text":"Rebels seized Kidal/"rule":"seize.other","text":"Rebels seized Kidal/
	s/"low":12,/"low":20,/' >other.jsonl
{
	cat other.jsonl
	claim kidal2.txt force.present asserted "$army" null "$at" null null \
		null 'The army'
} >b.jsonl
sed 's/"evidence":{\(.*\)"rule":"seize.other",\(.*\)}}/"rule":"seize.other","evidence":{\1\2}}/' \
	b.jsonl >c.jsonl
add a.db claims.jsonl kidal.txt kidal2.txt
add same.db claims.jsonl kidal2.txt kidal.txt
add b.db c.jsonl kidal.txt kidal2.txt

try 0 '' "$sitrep" diff a.db same.db
has out '5 the same, 0 changed, 0 added, 0 gone'
lacks out 'because of'
try 0 '' "$sitrep" diff a.db same.db --format jsonl
lines out 0
try 1 '' "$sitrep" diff a.db b.db
has out '2 the same, 1 changed, 1 added, 1 gone, 1 with another rule only'
has out '^rule given -> seize.other +0 +0 +1'
has out '^rule given, other tables or program +0 +0 +1'
has out '^changed .*count at least 12 people +count at least 20 people'
has out '^gone .*The governor denied'
has out '^added .*force.present'
try 1 '' "$sitrep" diff a.db b.db --format jsonl
has out '"change":"rule",.*"because":"rule given -> seize.other"'

# Reports that only one has, and what follows for who holds what.
add part.db claims.jsonl kidal.txt
try 1 '' "$sitrep" diff a.db part.db
has out 'reports: 1 only in the first, 0 only in the second'
has out '^a.db +report +kidal2.txt'
has out '^a.db +control +Kidal, ML: ML, claimed, from 2024-05-18'

# A decision is the cause.
cp a.db decided.db
id=$("$sitrep" claims -d a.db --type control.retake --format csv | sed -n '2s/,.*//p')
"$sitrep" review reject -d decided.db "$id" >out
decision=$(sed 's/ .*//' out)
try 1 '' "$sitrep" diff a.db decided.db
has out "^changed .*review none +review rejected +decision $decision"
has out '^a.db +control +Kidal, ML: ML, claimed'

# Two runs of one ledger.
cp a.db runs.db
try 2 'no two runs' "$sitrep" diff --runs -d runs.db
add runs.db c.jsonl kidal.txt kidal2.txt
try 1 '' "$sitrep" diff --runs -d runs.db
has out '^run 1: 2 reports, 5 claims'
has out '2 the same, 1 changed, 1 added, 1 gone, 1 with another rule only'
try 0 '' "$sitrep" diff --runs 2 2 -d runs.db
try 1 '' "$sitrep" diff --runs 2 1 -d runs.db
has out '1 added, 1 gone'
try 2 'numbers of two runs' "$sitrep" diff --runs 1 -d runs.db
try 2 'numbers of two runs' "$sitrep" diff --runs one two -d runs.db

# Files of claims
try 0 '' "$sitrep" diff claims.jsonl claims.jsonl
try 1 '' "$sitrep" diff claims.jsonl c.jsonl
has out '1 added, 1 gone'
try 3 'bad.jsonl: No such file' "$sitrep" diff claims.jsonl bad.jsonl
echo '{"doc":"x"' >bad.jsonl
try 1 'bad.jsonl:1: neither a ledger nor a claim' \
	"$sitrep" diff claims.jsonl bad.jsonl
try 2 'needs two' "$sitrep" diff a.db
finish
