#!/bin/sh
# Maps: what they show is what control says, in three formats, the same twice;
# what is wrong with the command line or the disk is one line.
. "$SR_SOURCE/tests/cli/tap.sh"
. "$SR_SOURCE/tests/cli/claims.sh"
export SITREP_NOW=2024-06-01T12:00:00Z
make_kidal
add() {
	"$sitrep" add --claims claims.jsonl "$@"
}

# shown FILE: place, holder's name and how of each place on a map, sorted.
shown() {
	sed -n '/<desc>/,/<\/desc>/p' "$1" |
		sed 's/.*<desc>//; s/<\/desc>.*//; /^$/d' | sort
}

try 3 'No such file' "$sitrep" map -o a.svg
try 0 '' add kidal.txt kidal2.txt
try 2 'expected --output FILE' "$sitrep" map
try 0 '' "$sitrep" map --on 2024-05-10 -o a.svg
shown a.svg >out
lines out 1
has out '^Kidal: JNIM, (claimed|contested)'
try 0 '' "$sitrep" map --on 2024-05-30 -o b.svg
shown b.svg >out
has out '^Kidal: Mali, (claimed|assessed)'
# Of two days before the first claim nothing is claimed, so nothing is drawn.
try 1 'nothing that the ledger has of that day' \
	"$sitrep" map --on 2024-05-01 -o none.svg
try 0 '' "$sitrep" map --on 2024-05-01 --area Kidal -o none.svg
shown none.svg >out
lines out 0

for f in svg png pdf; do
	try 0 '' "$sitrep" map --on 2024-05-10 -o 1.$f
	try 0 '' "$sitrep" map --on 2024-05-10 -o 2.$f
	cmp -s 1.$f 2.$f
	ok $? "the same $f twice"
done
head -c 4 1.pdf | grep -q '%PDF'
ok $? 'a PDF'
grep -q '<svg' 1.svg && tail -c 10 1.svg | grep -q '</svg>'
ok $? 'an SVG'
try 0 '' "$sitrep" map --on 2024-05-10 --theme dark --width 390 \
	--height 800 -o dark.svg
! cmp -s 1.svg dark.svg
ok $? 'dark is another'

# What is wrong
try 2 'a.gif.*ends in .svg, .png or .pdf' "$sitrep" map -o a.gif
try 2 'nowhere at all.*no such place' "$sitrep" map --area 'nowhere at all' -o c.svg
try 2 '9,8,7.*west,south,east,north' "$sitrep" map --area 9,8,7 -o c.svg
try 2 'expected --theme light or dark' "$sitrep" map --theme blue -o c.svg
try 2 'expected --width from 360 to 8000' "$sitrep" map --width 10 -o c.svg
try 2 'expected --days from 0 to 366' "$sitrep" map --days -1 -o c.svg
try 2 '' "$sitrep" map --on yesterday -o c.svg
try 3 "no/such/a.svg.*can't be written" "$sitrep" map -o no/such/a.svg
try 2 'go with --animate' "$sitrep" map --from 2024-05-01 -o c.svg
lines err 1
[ ! -e c.svg ]
ok $? 'nothing is written when something is wrong'

# A frame a day
try 0 '' "$sitrep" map --animate --from 2024-05-09 --to 2024-05-11 \
	--width 400 --height 400 -o frames
ls frames >out
lines out 3
has out '^0003.png$'
try 2 'expected --from DAY and --to DAY' "$sitrep" map --animate -o frames
try 3 "can't be written" "$sitrep" map --animate --from 2024-05-09 \
	--to 2024-05-11 -o no/such/folder

# Names are outside text.
sed 's/"name":"Kidal"/"name":"<script>\&\\"x\\u202e"/' claims.jsonl >h.jsonl
try 0 '' "$sitrep" add -d h.db --claims h.jsonl kidal.txt
try 0 '' "$sitrep" map -d h.db --on 2024-05-10 -o h.svg
lacks h.svg '<script'
has h.svg '&lt;script&gt;&amp;'

# On reports that are there only sometimes: as control has it.
same() { # same DAY
	# all of them, what lies far off the others too
	"$sitrep" map -d seeds.db --on "$1" --area=-10,30,60,70 -o seeds.svg
	shown seeds.svg | sed 's/, besieged//; s/: [^:]*, /: /' | sort >shown
	"$sitrep" control -d seeds.db --on "$1" --format jsonl |
		grep -v '"lat":null' |
		sed 's/.*"place":"\([^"]*\)".*"how":"\([^"]*\)".*/\1: \2/' |
		sort >said
	cmp -s shown said
	ok $? "the map of $1 shows what control says"
}
seeds=$SR_SOURCE/../shared/seeds
if ls "$seeds"/0*.txt >out 2>err; then
	try 0 '' "$sitrep" add -d seeds.db "$seeds"/0*.txt
	same 2022-09-09
	shown seeds.svg >out
	has out '^Balakliia: Ukraine, '
	has out '^Trostianets: Ukraine, '
	same 2022-03-20
else
	ok 0 "seeds # SKIP not at $seeds"
fi
finish
