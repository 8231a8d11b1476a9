#!/bin/sh
# Reports into the ledger and answers out of it, with claims given by hand so
# that nothing depends on what is read in the text.
. "$SR_SOURCE/tests/cli/tap.sh"
export SITREP_NOW=2024-06-01T12:00:00Z

. "$SR_SOURCE/tests/cli/claims.sh"
make_kidal
add() {
	"$sitrep" add --claims claims.jsonl "$@"
}

try 3 "sitrep.db: No such file or directory; 'sitrep add' makes" \
	"$sitrep" claims
try 0 '2 new with 5 claims, 0 already there, 0 refused' add kidal.txt kidal2.txt
lines err 1
lines out 0
try 0 '0 new with 0 claims, 2 already there' add kidal.txt kidal2.txt
cp kidal.txt copy.txt
try 0 '1 already there' add copy.txt
try 0 '' "$sitrep" check --ledger
has out '^whole: 2 reports, 2 readings, 5 claims'

try 0 '' "$sitrep" reports
has out 'The Desert Post +Rebels take Kidal +kidal.txt +3 '
try 0 '' "$sitrep" reports --format jsonl
has out '"also":"copy.txt"'
has out '"learnt":"2024-06-01T12:00:00Z"'
try 0 '' "$sitrep" claims --type control --format jsonl
lines out 3
has out '"evidence":\{"start":[0-9]+,"end":[0-9]+,"text":"Rebels seized Kidal'
try 0 '' "$sitrep" claims --status denied --format csv
lines out 2
try 0 '' "$sitrep" claims --near 18.0,1.41,50 --format csv
lines out 4
try 0 '' "$sitrep" claims --near 18.0,1.41,40 --format csv
lines out 1
try 0 '' "$sitrep" claims --from 2024-05-10 --to 2024-05 --format csv
lines out 3
try 0 '' "$sitrep" claims --known-on 2024-05-19 --format csv
lines out 4
try 0 '' "$sitrep" claims --source sahel --limit 1 --format csv
lines out 2
try 0 '' "$sitrep" claims --speaker GOVERNOR --side jnim --format geojson
has out '"coordinates":\[1.41,18.44\]'
try 2 "no such type of claim" "$sitrep" claims --type control.sieze
try 2 "no such status" "$sitrep" claims --status maybe
try 2 "no such day; expected YYYY-MM-DD" "$sitrep" claims --from yesterday
try 2 "later than --to" "$sitrep" claims --from 2024-05-02 --to 2024-05-01
try 2 "no such format" "$sitrep" claims --format xml
try 2 "expected a number of rows" "$sitrep" claims --limit some
try 2 "expected LAT,LON,KM" "$sitrep" claims --near here

try 0 '' "$sitrep" control KIDAL
has out '^Kidal, ML +18.44 N +1.41 E +2 origins, 3 claims'
has out '^\? +2024-05-03 +ML +assumed'
has out '^2024-05-03 +2024-05-18 +JNIM +claimed [0-9]+%, 1 report, against it 1 report +\[1\] "Rebels seized Kidal on 3 May"'
has out '^2024-05-18 +now +ML +claimed [0-9]+%, 1 report +\[2\] "The army retook Kidal on 18 May" \(a witness\)'
has out '^nothing after 2024-05-18'
has out '^\[1\] kidal.txt, The Desert Post, published 2024-05-04'
has out 'denied +\[1\] "The governor denied'
try 0 '' "$sitrep" control Kidal --known-on 2024-05-10
has out '^2024-05-03 +now +JNIM'
try 0 '' "$sitrep" control --on 2024-05-10
has out '^Kidal +ML +JNIM +claimed +[0-9]+% +2024-05-03 +1 report +1 report '
try 0 '' "$sitrep" control Kidal --format jsonl
lines out 3
has out '"holder":"JNIM".*"claims":\["[0-9a-f]{16}"\],"claims_against":\["[0-9a-f]{16}"\]'
has out '"how":"claimed","sure":0\.[0-9]+,"origins":1,"reports":1,'
try 0 '' "$sitrep" control Kidal --format csv
has out '^h[0-9a-f]{12},Kidal,'
try 0 '' "$sitrep" control --on 2024-05-10 --format geojson
has out '"type": ?"Feature"'
line=$("$sitrep" control --on 2024-05-10 --format csv | sed -n '2s/,.*//p')
try 0 '' "$sitrep" explain "$line"
has out '^2024-05-03 +2024-05-18|^2024-05-03 +now +JNIM'
has out 'denied: "The governor denied'
has out '^source +claim +published +speaks +agreed +differed'
try 1 'no line of control has that id' "$sitrep" explain h000000000000
try 0 'Timbuktu: no claim of who held it' "$sitrep" control Timbuktu
try 0 '' "$sitrep" control
has out '^Kidal +ML '

try 0 '' "$sitrep" conflicts
has out '^k[0-9a-f]{12} +denial +said: 1 report +.*"Rebels seized Kidal on 3 May" +The Desert Post'
has out '^ +denied: 1 report .*"The governor denied'
lines out 3
try 0 '' "$sitrep" conflicts --place Timbuktu
lines out 1
try 0 '' "$sitrep" conflicts --known-on 2024-05-01 --format jsonl
lines out 0
try 0 '' "$sitrep" conflicts --format jsonl
lines out 1
has out '"kind":"denial".*"place":"Kidal".*"said_origins":1,.*"said_claims":\["[0-9a-f]{16}"\]'
k=$("$sitrep" conflicts --format csv | sed -n '2s/,.*//p')
try 0 '' "$sitrep" explain "$k"
has out "^conflict $k, denial, weight"
has out 'denied: 1 report'
try 1 'no conflict has that id' "$sitrep" explain k000000000000

try 0 '' "$sitrep" losses
has out '^JNIM +rebels +killed +30 to 40 people +period +2024-05-18 +asserted +Sahel Wire'
has out '^ML +soldiers +killed +at least 12 people .* the army '
try 0 '' "$sitrep" losses --format csv
has out '^JNIM,rebels,killed,,30,40,people,period,2024-05-18,2024-05-18,asserted,Sahel Wire,true,1,[0-9a-f]{16},Between 30'
has out '^side,who,category,disposition,low,high,unit,scope,from,to,status,claimant,.*,series,step,change_low,change_high$'
try 0 '' "$sitrep" losses --series
has out '^JNIM +rebels +killed +Sahel Wire +figures +1 +2024-05-18 +30 to 40 people +0 +1 report'
try 0 '' "$sitrep" losses --series --format jsonl
has out '"claimant":"the army","kind":"figures","figures":1,'
try 0 '' "$sitrep" sources --format csv
has out '^speaker,the army,1,1,.*,2024-05-04,2024-05-04'
try 0 '' "$sitrep" timeline Kidal --format csv
lines out 3
has out '^i[0-9a-f]{12},control,2024-05-03,.*,contested,'

id=$("$sitrep" claims --type control.retake --format csv | sed -n '2s/,.*//p')
try 0 '' "$sitrep" explain "$id"
has out "^claim $id +control.retake, asserted"
has out '>>> The army retook Kidal on 18 May <<<'
has out '^report .*kidal2.txt, Sahel Wire'
try 0 '' "$sitrep" explain "$(printf %s "$id" | cut -c1-6)"
try 1 'no claim or report has that id' "$sitrep" explain ffffffffffff0000
try 2 'no id; expected 4 hex digits' "$sitrep" explain Kidal

# Claims that are none: where, and what was expected.
cp kidal.txt new.txt && echo More. >>new.txt
echo '{"doc":"new.txt","type":"x"}' >bad.jsonl
try 1 "bad.jsonl:1: key 'type': expected one of" \
	"$sitrep" add --claims bad.jsonl new.txt
echo '{' >bad.jsonl
try 1 "bad.jsonl:1: expected a claim as a JSON object" \
	"$sitrep" add --claims bad.jsonl new.txt
try 0 '' "$sitrep" check --ledger

# What a ledger must not be.
echo text >text.db
try 3 'text.db: .*not a ledger of sitrep, nor any database' \
	add -d text.db kidal.txt
try 3 'text.db: .*nor any database' "$sitrep" claims -d text.db
try 3 'a folder; expected a ledger file' "$sitrep" claims -d .
try 3 'unable to open' add -d nowhere/x.db kidal.txt
if [ "$(id -u)" -ne 0 ]; then
	cp sitrep.db fixed.db && chmod 444 fixed.db
	try 3 'readonly' add -d fixed.db new.txt
	try 0 '' "$sitrep" claims -d fixed.db
fi

# The same bytes out of the same in.
add -d one.db kidal.txt kidal2.txt 2>/dev/null
add -d two.db kidal.txt kidal2.txt 2>/dev/null
cmp -s one.db two.db
ok $? 'the same reports at the same moment give the same ledger'
finish
