#!/bin/sh
# Incidents as views show them: filters, status, what explains them, and that
# what is kept is what is worked out anew.
. "$SR_SOURCE/tests/cli/tap.sh"
. "$SR_SOURCE/tests/cli/claims.sh"
unset SITREP_BY
export USER=ann SITREP_NOW=2024-06-01T12:00:00Z
make_kidal

# A second report of the fall, days later, a strike with its dead, and talks.
cat >kidal3.txt <<'E'
Title: After Kidal
Publisher: The River Times
Date: 2024-05-06

Kidal fell to rebels at the beginning of May. A strike on Gao on Sunday killed
nine people. A strike on Gao. Envoys met in Algiers on Monday. The army plans
to retake Kidal.
E
gao='{"name":"Gao","lat":16.27,"lon":-0.04,"role":"at","country":"ML"}'
algiers='{"name":"Algiers","lat":36.75,"lon":3.06,"role":"at","country":"DZ"}'
sunday='{"from":"2024-05-05","to":"2024-05-05","basis":"relative"}'
monday='{"from":"2024-05-06","to":"2024-05-06","basis":"relative"}'
{
	claim kidal3.txt control.seize asserted "$rebels" null "$at" \
		'{"from":"2024-05-01","to":"2024-05-10","basis":"explicit"}' \
		null null 'Kidal fell to rebels'
	claim kidal3.txt attack.air asserted "$army" null "$gao" "$sunday" \
		null null 'A strike on Gao on Sunday'
	claim kidal3.txt loss.killed asserted "$army" \
		'{"name":"people","side":"CIV"}' "$gao" "$sunday" \
		'{"low":9,"high":9,"unit":"people"}' null 'killed'
	claim kidal3.txt attack.air asserted "$army" null "$gao" \
		'{"from":"2024-05-06","to":"2024-05-06","basis":"report"}' \
		null null 'A strike on Gao. '
	claim kidal3.txt politics.talks asserted null null "$algiers" \
		"$monday" null null 'Envoys met in Algiers'
	claim kidal3.txt control.retake planned "$army" null "$at" \
		null null null 'The army plans'
} >>claims.jsonl
add() {
	"$sitrep" add --claims claims.jsonl "$@"
}

try 0 '' add kidal.txt kidal2.txt kidal3.txt
try 0 '' "$sitrep" check --ledger
try 0 '' "$sitrep" incidents --format csv
lines out 5
# The fall: two reports, one denial; the caption is no second strike.
has out '^i[0-9a-f]{12},control,2024-05-03,2024-05-03,false,control.seize,.*,contested,false,false,Contested,4,2,2,1,'
has out ',attack,2024-05-05,2024-05-05,false,attack.air,attack.air loss.killed,Gao,.*,killed 9 people \(The River Times\),reported,.*,Weak,3,1,1,0,'
lacks out 'The army plans'

try 0 '' "$sitrep" incidents --status contested --format csv
lines out 2
try 0 '' "$sitrep" incidents --status supported,admitted --format csv
lines out 1
try 2 'no such status of an incident; expected' \
	"$sitrep" incidents --status asserted
try 0 '' "$sitrep" incidents --type loss --format csv
lines out 4
try 0 '' "$sitrep" incidents --limit 1 --format csv
lines out 2
try 0 '' "$sitrep" civilians --format csv
lines out 2
has out ',harm,2024-05-05,'
try 0 '' "$sitrep" politics
has out '^i[0-9a-f]{12} +talks +2024-05-06 +Algiers '
try 0 '' "$sitrep" timeline Kidal
lines out 3
try 0 '' "$sitrep" incidents --place Gao --format geojson
has out '"geometry":\{"type":"Point","coordinates":\[-0.04,16.27\]\}'

# Kept and worked out anew: the same bytes.
"$sitrep" incidents --format jsonl >kept
"$sitrep" incidents --known-on 2024-12-31 --format jsonl >anew
cmp kept anew
ok $? 'kept incidents are those worked out anew'
try 0 '' "$sitrep" incidents --known-on 2024-05-05 --format csv
lines out 2

# Why
fall=$("$sitrep" incidents --type control.seize --format csv |
	sed -n '2s/,.*//p')
try 0 '' "$sitrep" explain "$fall"
has out "^incident $fall  control.seize"
has out 'status +contested: some say so, and others deny or dispute it'
has out '^joined, 78 points where 60 are enough: the same place \(\+40\), days'
has out '^weakest link: [0-9a-f]{10}, [0-9]+ points'
try 1 'no incident has that id' "$sitrep" explain i000000000000
try 2 'no id; expected' "$sitrep" explain i00x

planned=$("$sitrep" claims --status planned --format csv | sed -n '2s/,.*//p')
try 0 '' "$sitrep" explain "$planned"
has out '^  incident +none: planned'

# People
old=$("$sitrep" claims --type control.seize --source kidal.txt \
	--status asserted --format csv | sed -n '2s/,.*//p')
new=$("$sitrep" claims --type control.seize --source kidal3.txt --format csv |
	sed -n '2s/,.*//p')
try 0 '' "$sitrep" explain "$old"
has out "^  incident +$fall\$"
try 0 '' "$sitrep" review split "$old" from "$new" --why 'another fall'
try 0 '' "$sitrep" incidents --format csv
lines out 6
try 0 '' "$sitrep" check --ledger
finish
