#!/bin/sh
# People's decisions: made, applied in every view, kept through new readings,
# carried to another ledger. Claims are given by hand.
. "$SR_SOURCE/tests/cli/tap.sh"
. "$SR_SOURCE/tests/cli/claims.sh"
unset SITREP_BY
export USER=ann SITREP_NOW=2024-06-01T12:00:00Z
make_kidal

add() {
	"$sitrep" add --claims claims.jsonl "$@"
}
id() { # id TYPE WORDS: of the claim
	"$sitrep" claims --all --type "$1" --format jsonl | grep -F "$2" |
		sed -n '1s/.*"id":"\([0-9a-f]*\)".*/\1/p'
}
decided() { # of the last command: the decision's id
	sed -n '1s/ .*//p' out
}

try 0 '' add kidal.txt kidal2.txt
seize=$(id control.seize 'Rebels seized')
denial=$(id control.seize 'governor denied')
retake=$(id control.retake 'retook')
dead=$(id loss.killed '12 soldiers')

# What to look at first
try 0 'claims weigh on the record' "$sitrep" review next 2
has out '^1\. claim [0-9a-f]{10}  control'
has out '^   because alone for '
has out '^   sitrep review reject [0-9a-f]{10}'
lacks out '^3\.'
try 0 '' "$sitrep" review next 50 --format jsonl
has out "^.\"id\":\"$seize\",\"score\":"
cp out before.txt
try 2 'the number of claims' "$sitrep" review next some

# Made
try 0 '' "$sitrep" review accept "$seize"
has out "^d[0-9a-f]{12}  accept $(printf %.10s "$seize")  Rebels seized"
try 0 '' "$sitrep" review next 50 --format jsonl
lacks out "$seize"
try 0 '' "$sitrep" review reject "$denial" --why 'he meant another town' --by bob
reject=$(decided)
try 0 '' "$sitrep" claims --type control --format csv
lines out 3
lacks out 'governor'
has out "^$seize,.*,accepted,Rebels"
try 0 '' "$sitrep" claims --type control --all
has out 'denied, rejected'
has out 'asserted, accepted'
try 0 '' "$sitrep" control Kidal
lacks out 'denied'
try 0 '' "$sitrep" explain "$denial"
has out "^decided  $reject  by bob, 2024-06-01T12:00:00Z: reject, because: he meant another town"
try 0 '' "$sitrep" explain "$reject"
has out "^decision $reject  reject"
has out '^  because he meant another town'
has out '^claim  .*yes  kidal.txt  The governor denied'
try 0 '' "$sitrep" review correct "$dead" --set count=15..20 --set date=2024-05-02
try 0 '' "$sitrep" losses --format csv
has out '^ML,soldiers,killed,,15,20,people,[a-z]*,2024-05-02,2024-05-02,'
lacks out ',12,'
try 0 '' "$sitrep" explain "$dead"
has out '^  count     15 to 20 people'
has out '^as read  date 2024-05-03; count at least 12 people'
try 0 '' "$sitrep" review correct "$dead" --set type=loss.wounded
retype=$(decided)
try 0 '' "$sitrep" losses --type loss.wounded --format csv
has out '^ML,soldiers,wounded,,15,20,'
try 0 '' "$sitrep" losses --type loss.killed --format csv
lacks out 'soldiers'
try 0 '' "$sitrep" review undo "$retype"
try 0 '' "$sitrep" losses --type loss.killed --format csv
has out '^ML,soldiers,killed,,15,20,'
try 1 'is undone already' "$sitrep" review undo "$retype"
try 0 '' "$sitrep" review merge "$seize" "$denial"
try 0 '' "$sitrep" review split "$retake" from "$seize" "$denial"
try 0 '' "$sitrep" review list --format csv
lines out 8
try 0 '' "$sitrep" review list "$dead"
has out '^d.*correct +[0-9a-f]{10} +date 2024-05-02; count 15 to 20 people'
has out 'undone by d[0-9a-f]{12}'
try 0 '' "$sitrep" check --ledger

# What is no decision
try 1 'no claim has that id' "$sitrep" review accept ffff0000
try 2 'no id of a claim' "$sitrep" review accept Kidal
try 2 'takes one claim, and --set' "$sitrep" review correct "$dead"
try 2 'expected type, status, actor' "$sitrep" review correct "$dead" --set x=1
try 2 'expected N, N..M' "$sitrep" review correct "$dead" --set count=many
try 2 'expected N, N..M' "$sitrep" review correct "$dead" --set count=..
try 2 'expected a day no later' "$sitrep" review correct "$dead" \
	--set date=2024-05-03..2024-05-01
try 2 'a place of the gazetteer' "$sitrep" review correct "$dead" \
	--set place=Nowhereville
try 2 'a type of claim' "$sitrep" review correct "$dead" --set type=x
try 2 "only for 'review correct'" "$sitrep" review accept "$dead" --set count=1
try 1 'to merge takes two claims' "$sitrep" review merge "$dead"
try 2 "needs 'from'" "$sitrep" review split "$dead" "$seize"
try 1 'on both sides' "$sitrep" review split "$dead" from "$dead"
try 2 'expected accept, reject' "$sitrep" review acept "$dead"
try 1 'no decision has that id' "$sitrep" review undo d000000000000
USER='' LOGNAME=''
try 2 'who decides' "$sitrep" review accept "$dead"
USER=ann
try 0 '' "$sitrep" check --ledger

# A claim stays decided when other rules read the report: found by its words
# where its key has gone, kept where it is read no more.
grep -v -e governor -e 'Army back' -e '12 soldiers' claims.jsonl |
	grep -F '"doc":"kidal.txt"' |
	sed 's/"text":"Rebels seized/"text":"seized/' |
	awk '{ match($0, /"start":[0-9]+/)
		n = substr($0, RSTART + 8, RLENGTH - 8) + 7
		sub(/"start":[0-9]+/, "\"start\":" n); print }' >claims2.jsonl
try 0 '1 new with 1 claims' "$sitrep" add --claims claims2.jsonl kidal.txt
try 0 '' "$sitrep" claims --all --format csv
has out 'accepted,seized Kidal on 3 May'
has out ',15,20,people,.*corrected,At least 12 soldiers'
lacks out 'rejected'
try 0 'hold.* of nothing in this ledger now' "$sitrep" review list
has out 'accept .* by its words'
has out 'correct .* kept as decided'
has out 'reject .* of nothing now'
try 0 '' "$sitrep" check --ledger
new=$(id control.seize 'seized Kidal on 3 May')
try 0 '' "$sitrep" review correct "$new" --set 'actor=Northern Front (MNLA)'
try 0 '' "$sitrep" explain "$new"
has out 'decided .*: accept'
has out '^ .*d[0-9a-f]{12} .*: correct'
has out '^  actor     Northern Front \(MNLA\)'
echo >>claims.jsonl
try 0 '' add kidal.txt
try 0 '' "$sitrep" claims --format csv
has out "^$seize,.*Northern Front,MNLA,.*,corrected,Rebels seized"
try 0 '' "$sitrep" check --ledger

# To another ledger: before or after the reports.
"$sitrep" review export >decisions.jsonl
lines decisions.jsonl 8
add -d before.db kidal2.txt 2>/dev/null
try 0 '8 new decisions, 0 already there, [0-9] hold of nothing here yet' \
	"$sitrep" review -d before.db apply decisions.jsonl
has err 'waits: its report is not in this ledger'
add -d before.db kidal.txt 2>/dev/null
add -d after.db kidal.txt kidal2.txt 2>/dev/null
try 0 '8 new decisions, 0 already there, 0 hold' \
	"$sitrep" review -d after.db apply decisions.jsonl
try 0 '0 new decisions, 8 already there' \
	"$sitrep" review -d after.db apply decisions.jsonl
for db in before after; do
	"$sitrep" claims -d $db.db --all --format jsonl >$db.jsonl
	"$sitrep" review -d $db.db export >$db.dec
	try 0 '' "$sitrep" check --ledger -d $db.db
done
cmp -s before.jsonl after.jsonl
ok $? 'decisions before reports are decisions after reports'
cmp -s decisions.jsonl after.dec && cmp -s decisions.jsonl before.dec
ok $? 'what was applied is exported as it came'
sort -r decisions.jsonl >turned.jsonl
add -d turned.db kidal2.txt kidal.txt 2>/dev/null
try 0 '' "$sitrep" review -d turned.db apply turned.jsonl
"$sitrep" claims -d turned.db --all --format jsonl | cmp -s - after.jsonl
ok $? 'decisions hold in their own order, whatever order they come in'

# The clock of learning: what the ledger had, and people had decided, by then.
at() { # at MOMENT COUNT: so many claims had been learnt by then
	try 0 '' "$sitrep" claims -d clocks.db --learnt-by "$1" --format jsonl
	lines out "$2"
}
SITREP_NOW=2024-05-25 add -d clocks.db kidal.txt 2>/dev/null
SITREP_NOW=2024-06-01 add -d clocks.db kidal2.txt 2>/dev/null
SITREP_NOW=2024-06-05 "$sitrep" review reject -d clocks.db "$seize" >out
at 2024-05-24 0
at 2024-05-25 3
at 2024-06-01T00:00:00Z 5
at 2024-06-04 5
at 2024-06-05 4
try 0 '' "$sitrep" incidents -d clocks.db --learnt-by 2024-06-04 --format jsonl
has out "$seize"
try 0 '' "$sitrep" incidents -d clocks.db --learnt-by 2024-06-06 --format jsonl
lacks out "$seize"
try 0 '' "$sitrep" control Kidal -d clocks.db --learnt-by 2024-05-30 --known-on 2024-05-10
has out 'now +JNIM'
try 2 'no such moment' "$sitrep" claims -d clocks.db --learnt-by lately
try 0 '' "$sitrep" check --ledger -d clocks.db

# An incident stands for its claims.
incident=$("$sitrep" incidents --format jsonl | sed -n '1s/.*"id":"\(i[0-9a-f]*\)".*/\1/p')
try 0 '' "$sitrep" review merge "$incident" "$retake"
try 1 'no incident has that id' "$sitrep" review merge i00000000ffff "$retake"

# Hostile files
cat >bad.jsonl <<'E'
{
[1]
{"verb":"accept"}
{"verb":"explode","who":"a","at":"2024-01-01T00:00:00Z","nth":0}
{"verb":"accept","who":"a","at":"yesterday","nth":0,"claims":[]}
{"verb":"accept","who":"a","at":"2024-01-01T00:00:00Z","nth":0,"claims":[{"report":"x","claim":"y","type":"z"}]}
{"verb":"undo","who":"a","at":"2024-01-01T00:00:00Z","nth":0,"undoes":"'; DROP TABLE decision; --"}
E
try 1 '0 new decisions, 0 already there, 0 hold of nothing here yet, 7 refused' \
	"$sitrep" review -d after.db apply bad.jsonl
has err '^sitrep: bad.jsonl:5: '
sed 's/"who":"ann"/"who":"eve"/' decisions.jsonl >eve.jsonl
try 0 'was changed since it was made' "$sitrep" review -d after.db apply eve.jsonl
try 0 '' "$sitrep" check --ledger -d after.db
finish
