#!/bin/sh
# What the program says to a command line that it does not understand.
. "$SR_SOURCE/tests/cli/tap.sh"

try 2 'expected a command' "$sitrep"
lines err 1
try 0 '' "$sitrep" --help
has out '^usage: sitrep COMMAND'
has out '^  check '
try 0 '' "$sitrep" help check
has out '--kit FILE'
try 0 '' "$sitrep" check --help
has out '--kit FILE'
try 2 "chek: no such command; did you mean 'check'" "$sitrep" chek
lines err 1
try 2 "frobnicate: no such command" "$sitrep" frobnicate
try 2 "did you mean 'check'" "$sitrep" help chekc
try 2 "did you mean '--data'" "$sitrep" check --dta x
try 2 "'--help' takes no value" "$sitrep" --help=3
try 2 'needs a value: FILE' "$sitrep" check --kit
try 2 'one too many' "$sitrep" help a b
try 2 'one too many' "$sitrep" reports x
try 2 "has no such option" "$sitrep" help --kit x
try 0 '' "$sitrep" --version
has out '^sitrep [0-9]'
has out '^kit [0-9a-f]{64}$'
try 3 'nowhere.kit: No such file' "$sitrep" check --kit nowhere.kit
try 3 'nowhere.kit: No such file' env SITREP_KIT=nowhere.kit "$sitrep" check
echo no kit >bad.kit
try 1 'bad.kit: not a kit file' "$sitrep" check --kit=bad.kit
try 0 '' "$sitrep" --version --data "$SR_SOURCE/data"
has out '^kit [0-9a-f]{64}$'
if [ -e /dev/full ]; then
	"$sitrep" help >/dev/full 2>err
	[ $? -eq 3 ]
	ok $? 'a full disk under standard output is told: exit 3'
	has err 'No space left'
fi
# A reader that has gone is no error.
{ "$sitrep" help; echo $? >status; } 2>err | true
[ "$(cat status)" -eq 0 ] && [ ! -s err ]
ok $? 'a closed pipe is met with silence'
# What no table knows.
echo 'Rebels seized Vexlorby near Quindrassa on Monday. Vexlorby burned.' >g.txt
try 0 '' "$sitrep" check --gaps g.txt --format csv
has out '^count,kind,name,doc$'
echo 'Rebel fighters defenestrated the soldiers in Kidal on Monday.' >g2.txt
try 0 '' "$sitrep" check --gaps g2.txt --format csv
has out '^1,verb,defenestrate,g2.txt$'
try 2 'needs files to read' "$sitrep" check --gaps
try 2 'takes files only with --gaps' "$sitrep" check g.txt
# Nothing from outside reaches a terminal raw.
try 2 'x1b\[31m' "$sitrep" "$(printf '\033[31mred')"
lacks err "$(printf '\033')"

# A side by its name, a filter that nothing fits, a point without its distance,
# the town before its quarters.
printf 'Date: 2024-05-04\nSource: Hill Post\n\nUkrainian forces took Kupiansk on 3 May 2024. A Russian strike killed two people in Kupiansk.\n' >side.txt
"$sitrep" add -d side.db side.txt 2>/dev/null
for s in UA ua Ukraine ukraine; do
	try 0 '' "$sitrep" claims -d side.db --side $s --type control
	has out 'Kupiansk'
done
try 0 'side.db: nothing in it fits' "$sitrep" losses -d side.db --side Fiji
try 2 'expected LAT,LON,KM' "$sitrep" claims -d side.db --near 49.7,37.6
finish
