#!/bin/sh
# The ledger in the forms of other projects: what each holds, that other
# programs' readers take it, and what is said to be left out and lost.
. "$SR_SOURCE/tests/cli/tap.sh"
export SITREP_NOW=2024-06-01T12:00:00Z
script="$SR_SOURCE/tests/cli/export.py"
python3 "$script" make
try 0 '' "$sitrep" add --claims claims.jsonl kidal.txt river.txt

check() { # check FORM 'WORDS ON STANDARD ERROR'
	try 0 "$2" "$sitrep" export --as "$1"
	cp out "$1.out"
	has err "^sitrep: $1 loses .*[a-z]"
	python3 "$script" "$1" "$1.out" >said 2>&1
	ok $? "$1: $(cat said)"
	"$sitrep" export --as "$1" 2>/dev/null | cmp - "$1.out"
	ok $? "$1: the same bytes again"
}

check acled '^sitrep: acled: 5 rows, one an incident'
has err '^sitrep: acled: 1 left out: of no type that it has'
has err '^sitrep: acled: 1 left out: nothing but denials'
check ucdp '^sitrep: ucdp: 3 rows, one an incident'
has err '^sitrep: ucdp: 2 left out: nobody is said to have died'
check viina '^sitrep: viina: 5 rows'
check plover '^sitrep: plover: 7 rows, one a claim'
has err '^sitrep: plover: 4 left out: of no type that it has'
has err '^sitrep: plover: 2 left out: denials'
check hxl '^sitrep: hxl: 7 rows'
check timemap '^sitrep: timemap: 7 rows'
check kml '^sitrep: kml: 7 rows'

# As many as there are incidents, or claims.
"$sitrep" incidents --format jsonl >incidents
lines incidents 7
try 0 '' "$sitrep" export --as csv
lines out 14
has err 'csv keeps one row a claim'
try 0 '' "$sitrep" export --as geojson
has err 'geometry'

# Filters, and a table that a researcher edits.
try 0 'acled: 2 rows' "$sitrep" export --as acled --place Kidal
try 0 'acled: 1 row, ' "$sitrep" export --as acled --status contested
try 2 'no such status of an incident' "$sitrep" export --as kml --status asserted
try 0 'plover: 1 row, one a claim' "$sitrep" export --as plover --status planned
try 0 'hxl: 2 rows' "$sitrep" export --as hxl --limit 2
cp -r "$SR_SOURCE/data" data.own
sed 's/^attack.shelling	shelling	shelling/attack.shelling	grenade	grenade/' \
	"$SR_SOURCE/data/export/terms.tsv" >data.own/export/terms.tsv
try 0 '' "$sitrep" export --as acled --data data.own
has out ',Explosions/Remote violence,Grenade,'

# Addresses that differ in a capital alone are two.
for page in aB Ab; do
	printf 'Title: %s\nPublisher: %s Post\nURL: https://example.org/%s\nDate: 2024-05-04\n\nRebels seized Kidal on 3 May 2024.\n' \
		$page $page $page >page$page.txt
done
try 0 '' "$sitrep" add -d pages.db pageaB.txt pageAb.txt
try 0 'hxl: 1 row, ' "$sitrep" export --as hxl -d pages.db
has out 'https://example.org/(aB; https://example.org/Ab|Ab; https://example.org/aB)",'

# What there is not.
try 2 '^sitrep: export: found --as xml; expected --as acled, ucdp, plover, viina, timemap, hxl, geojson, kml, csv or ledger$' \
	"$sitrep" export --as xml
lines err 1
try 2 'found no --as; expected --as acled' "$sitrep" export
try 3 '' "$sitrep" export --as acled -d none.db
for form in acled ucdp viina plover timemap hxl kml; do
	try 0 "^sitrep: $form: 0 rows" "$sitrep" export --as $form --place Oslo
done
python3 -c 'import json; json.load(open("timemap.out"))'
ok $? 'an empty domain is JSON'
finish
