#!/bin/sh
# What is different on a terminal: colours, width, the progress line. script(1)
# makes one.
. "$SR_SOURCE/tests/cli/tap.sh"

if ! command -v script >/dev/null || ! script -qc true /dev/null >/dev/null; then
	echo '1..0 # SKIP no script(1) to make a terminal with'
	exit 0
fi
export SITREP_NOW=2024-06-01T12:00:00Z
# on_terminal COMMAND: what it says there, in out.
on_terminal() {
	script -qc "$1" /dev/null </dev/null >out 2>err
}
escape=$(printf '\033')
: >none.jsonl
mkdir many
for i in 1 2 3 4 5 6 7 8 9; do
	echo "A report of the front, number $i, that goes on for some time." \
		>"many/a-rather-long-name-of-a-report-number-$i.txt"
done
TERM=xterm on_terminal "'$sitrep' add --claims none.jsonl many"
has out "reports, .* MB, .* reports/s$escape"
has out '9 new'
TERM=dumb on_terminal "'$sitrep' add --claims none.jsonl many"
lacks out "$escape"
COLUMNS=70 TERM=xterm on_terminal "'$sitrep' reports"
has out "$escape\[1mid"
has out 'a-rather.*…'
[ "$(tr -d '\r' <out | sed "s/$escape\[[0-9]*m//g" | LC_ALL=C.UTF-8 wc -L)" \
	-le 70 ]
ok $? 'no line is wider than the terminal'
NO_COLOR=1 TERM=xterm on_terminal "'$sitrep' reports"
lacks out "$escape"
TERM=dumb on_terminal "'$sitrep' reports"
lacks out "$escape"
"$sitrep" reports >out
lacks out "$escape"
lacks out '…'
finish
