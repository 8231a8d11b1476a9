#!/bin/sh
# What may be handed to the program as a report, and what it says to it.
. "$SR_SOURCE/tests/cli/tap.sh"
export SITREP_NOW=2024-06-01T12:00:00Z
: >none.jsonl
add() {
	"$sitrep" add --claims none.jsonl "$@"
}

try 2 'add: needs FILE' add
try 1 'nowhere.txt: No such file or directory' add nowhere.txt
has err '0 new with 0 claims, 0 already there, 1 refused'
: >empty.txt
try 1 'empty.txt: empty' add empty.txt
head -c 3000 /dev/zero >binary.txt
try 1 'binary.txt: binary: expected text' add binary.txt
printf 'Good words, then a bad byte: \377.\n' >latin.txt
try 1 'latin.txt:1.*0x?[Ff][Ff]' add latin.txt
try 0 '1 new' add --replace latin.txt
truncate -s 200M huge.txt
try 1 'huge.txt: 209715200 bytes; expected a report of at most' add huge.txt
lines err 2
try 1 '' add - <huge.txt
"$sitrep" add --claims none.jsonl - <huge.txt >out 2>err
[ $? -eq 1 ]
ok $? 'too much on standard input is refused'
has err 'larger than 4194304 bytes'
echo 'Rebels left the town.' | "$sitrep" add --claims none.jsonl - 2>err
ok $? 'standard input is read'
has err '1 new'
mkfifo pipe
(echo 'Soldiers came to the town.' >pipe) &
try 0 '1 new' add pipe

# A folder: byte order, hidden files left out, one broken among ten.
mkdir -p many/sub many/.hidden
for i in 1 2 3 4 5 6 7 8 9; do
	echo "Report number $i from the front." >many/$i.txt
done
echo 'Not to be seen.' >many/.hidden/x.txt
echo 'Not to be seen either.' >many/.seen.txt
: >many/sub/broken.txt
try 1 'broken.txt: empty' add -d many.db many
has err '9 new with 0 claims, 0 already there, 1 refused'
lines err 2
try 0 '' "$sitrep" reports -d many.db --refused --format csv
lines out 2
has out '^broken.txt,'
try 1 'many/sub/broken.txt: empty' "$sitrep" extract many
echo 'It is whole now.' >many/sub/broken.txt
try 0 '1 new with 0 claims, 9 already there, 0 refused' add -d many.db many
try 0 '' "$sitrep" reports -d many.db --format csv
lines out 11

mkdir nothing
try 1 'nothing: a folder without files; expected reports' add nothing
echo 'What these files are.' >nothing/README.md
try 1 'nothing: a folder without files' add nothing
try 0 '1 new' add -d readme.db nothing/README.md

# Links: followed, but never round in a circle; folders: not without end.
ln -s .. many/sub/up
try 1 'many/sub/up: a link back to a folder above it' add -d many.db many
has err '10 already there, 1 refused'
rm many/sub/up
ln -s nowhere many/dangling.txt
try 1 'dangling.txt: No such file' add -d many.db many
rm many/dangling.txt
deep=deep
mkdir deep
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 \
	27 28 29 30 31 32 33 34; do
	deep=$deep/d
	mkdir $deep
done
echo 'Far down.' >$deep/x.txt
try 1 'too many folders within folders' add -d many.db deep
has err '0 new'
mkdir -p odd && mkfifo odd/pipe && echo 'A file beside a pipe.' >odd/a.txt
try 1 'odd/pipe: neither a file nor a folder' add -d many.db odd

# Names from outside are shown, never obeyed.
evil=$(printf 'a\033[2Jb.txt')
: >"$evil"
try 1 'a.x1b\[2Jb.txt' add "$evil"
lacks err "$(printf '\033')"

# Many threads: the same ledger as one makes, twins in it or not.
cp -r many twins && cp -r many twins/again
for j in 1 2 7; do
	try 0 '10 new with 0 claims, 10 already there' add -j $j -d j$j.db twins
done
cmp -s j1.db j2.db && cmp -s j1.db j7.db
ok $? 'the same ledger with any number of threads'
try 2 'expected a number of threads' add -j many twins

# The disk fills up: what was kept stays, and it is said.
i=0
mkdir bulk
awk 'BEGIN { for (i = 0; i < 1000; i++) { f = sprintf("bulk/%05d.txt", i);
	for (k = 0; k < 12; k++) print "Report", i, "line", k, "of the bulk." >f;
	close(f) } }'
(
	ulimit -f 1500
	add -d full.db bulk 2>err
	echo $? >status
)
[ "$(cat status)" -eq 3 ]
ok $? 'a full disk under the ledger: exit 3'
has err 'full.db: stopped; [0-9]+ new reports are kept'
kept=$(sed -n 's/.*stopped; \([0-9]*\) new.*/\1/p' err)
try 0 '' "$sitrep" check --ledger -d full.db
try 0 '' "$sitrep" reports -d full.db --format csv
[ "$(wc -l <out)" -eq $((kept + 1)) ] && [ "$kept" -gt 0 ]
ok $? "what was said to be kept ($kept) is there"

# Killed at any moment: whole, and it goes on from there.
for t in 0.01 0.03 0.05 0.08 0.12 0.17 0.23 0.3; do
	"$sitrep" add --claims none.jsonl -d killed.db bulk >/dev/null 2>&1 &
	pid=$!
	sleep $t
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	if [ -s killed.db ]; then
		"$sitrep" check --ledger -d killed.db >out 2>err ||
			grep -q "'sitrep add' fills it" err
		ok $? "killed after $t s: the ledger is whole"
	fi
done
try 0 '' add -d killed.db bulk
try 0 '' "$sitrep" check --ledger -d killed.db
has out '^whole: 1000 reports'
# A heading that has the day of the report, and the number of that day.
printf '%s\n' 'GENERAL STAFF - MORNING UPDATE, 5 November 2020 (Day 40)' '' \
	'Rebels shelled the town at night, killing four soldiers.' >update.txt
try 0 '' "$sitrep" extract update.txt
has out '"date":{"from":"2020-11-05","to":"2020-11-05","basis":"report"}'
# What is refused for one reason is said some times, then counted.
for i in $(seq 30); do echo "{\"id\":\"$i\",\"text\":\"\"}"; done >photos.jsonl
try 1 "10 more were refused for reasons said above; 'sitrep reports --refused'" \
	add -d photos.db photos.jsonl
lines err 22
try 0 '' "$sitrep" reports -d photos.db --refused --format csv
lines out 31
# An export of a channel made again: what was edited since takes the place of
# what it said; the older one does not, whenever it comes.
export SITREP_KIT="$SR_BUILD/data/sitrep.kit"
message() { # ID MINUTE WORDS [EDITED]
	printf '{"id":%s,"date":"2022-03-10T12:%s:00","edited":"%s","text":"%s"}' \
		"$1" "$2" "${4-}" "$3"
}
export_of() { # TITLE MESSAGES
	printf '{"name":"%s","messages":[%s]}' "$1" "$2"
}
gao=$(message 2 05 'Shelling hit Gao, killing two civilians.')
export_of Watch "$(message 1 01 'Rebels seized Kidal, killing 12 soldiers.'),$gao" >a.json
export_of Watch "$(message 1 01 'Rebels seized Kidal, killing 15 soldiers.' \
	2022-03-10T15:00:00),$gao,$(message 3 06 'Rebels left Gao.')" >b.json
export_of Guard "$(message 1 01 'Rebels seized Kidal, killing 16 soldiers.')" >c.json
export_of Watch "$(message 1 02 'Rebels seized Kidal, killing 17 soldiers.')" >d.json
killed() { # NUMBERS: those of Kidal that stand
	"$sitrep" claims -d edit.db --type loss.killed --place Kidal --format jsonl |
		grep -o '"low":[0-9]*' | cut -d: -f2 | sort | tr '\n' ' ' >out
	[ "$(cat out)" = "$1" ]
	ok $? "soldiers killed, as it stands: $1"
}
for order in 'a b' 'b a'; do
	rm -f edit.db
	for f in $order; do
		"$sitrep" add -d edit.db $f.json 2>err
	done
	killed '15 '
	try 0 '0 new with 0 claims, 2 already there' "$sitrep" add -d edit.db a.json
	killed '15 '
	try 0 '' "$sitrep" check --ledger -d edit.db
done
try 0 '' "$sitrep" reports -d edit.db --versions --format jsonl
has out '"url":"Watch#1".*"change":"figure"'
# Another channel's, and another moment's, are others.
try 0 '2 new' "$sitrep" add -d edit.db c.json d.json
killed '15 16 17 '
# An archive's captures of one page: the last one stands, another page is another.
capture() { # ADDRESS MOMENT NUMBER
	page="<html><head><title>Rebels seize Kidal</title></head><body><p>Rebels \
seized Kidal on Monday after a day of fighting, the governor said.</p><p>$3 \
soldiers were killed, he said.</p></body></html>"
	printf 'WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: %s\r\n' "$1"
	printf 'WARC-Date: %s\r\nContent-Type: text/html\r\n' "$2"
	printf 'Content-Length: %s\r\n\r\n%s\r\n\r\n' "${#page}" "$page"
}
capture https://a.example/1 2023-05-03T10:00:00Z 15 >a.warc
capture https://a.example/1 2023-05-02T10:00:00Z 12 >>a.warc
capture https://a.example/2 2023-05-02T10:00:00Z 13 >>a.warc
rm -f edit.db
try 0 '3 new' "$sitrep" add -d edit.db a.warc
"$sitrep" claims -d edit.db --type loss.killed --format jsonl |
	grep -o '"low":[0-9]*' | cut -d: -f2 | sort | tr '\n' ' ' >out
has out '^13 15 $'
# An export larger than any value that is held: its messages, one by one.
{
	printf '{"name":"Chan","id":7,"messages":['
	for i in $(seq 20); do
		[ $i = 1 ] || echo ,
		printf '{"id":%s,"date":"2022-03-10T12:00:00","picture":"' $i
		head -c 3500000 /dev/zero | tr '\0' x
		printf '","text":"Rebels left Gao, {%s said."}' $i
	done
	echo ']}'
} >years.json
try 0 '20 new' "$sitrep" add -d years.db --claims none.jsonl years.json
try 0 '' "$sitrep" reports -d years.db --format csv
has out ',Chan,.*,20,'
rm years.json
unset SITREP_KIT
# The program without its module reads text, and says what else it lacks.
mkdir alone
cp "$sitrep" alone/sitrep
echo 'Rebels shelled the town on Monday, killing four soldiers.' >plain.txt
echo '<html><body><p>Rebels shelled the town on Monday.</p></body></html>' >page.html
export SITREP_KIT="$SR_BUILD/data/sitrep.kit"
try 0 '' alone/sitrep extract plain.txt
has out 'loss.killed'
try 1 'sitrep-more.so of this version is not beside' alone/sitrep extract page.html
: >none.jsonl
alone/sitrep add --db alone.db --claims none.jsonl plain.txt 2>err
try 3 'sitrep-more.so of this version' alone/sitrep map --db alone.db -o map.svg
finish
