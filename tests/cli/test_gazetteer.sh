#!/bin/sh
# sitrep gazetteer import, and what is read with the gazetteer it leaves.
. "$SR_SOURCE/tests/cli/tap.sh"

row() { # ID NAME LAT LON
	printf '%s\t%s\t%s\t\t%s\t%s\tP\tPPL\tMD\t\t58\t\t\t\t900\t\t40\tx\t2024-01-01\n' \
		"$1" "$2" "$2" "$3" "$4"
}
row 99000001 'Ursoaicei' 46.9 29.3 >dump.txt
echo 'Shells hit the village of Ursoaicei in Moldova.' >report.txt

try 0 '' "$sitrep" mentions report.txt
has out '"type":"missing"'
try 0 '' "$sitrep" --version
cp out before
try 0 '' "$sitrep" gazetteer import dump.txt
has out '1 rows: 1 places new'
[ -s data/sitrep/gazetteer ]
ok $? 'the gazetteer is in the data folder'
try 0 '' "$sitrep" --version
! cmp -s out before
ok $? 'the version tells of another gazetteer'
try 0 '' "$sitrep" mentions report.txt
has out '"id":99000001,"lat":46.9,"lon":29.3'
echo 'not a row' >>dump.txt
try 1 'dump.txt: line 2: not 19 columns' "$sitrep" gazetteer import --alone dump.txt
has out '1 places new'
try 1 'expected 19 columns' "$sitrep" gazetteer import report.txt
try 3 'nowhere.txt: No such file' "$sitrep" gazetteer import nowhere.txt
try 2 'expected import' "$sitrep" gazetteer export dump.txt
try 2 '' "$sitrep" gazetteer import
echo no >bad
try 1 'bad: not a gazetteer' env SITREP_GAZETTEER=bad "$sitrep" --version
try 3 'nowhere: No such file' env SITREP_GAZETTEER=nowhere "$sitrep" --version
try 0 '' env SITREP_GAZETTEER= "$sitrep" --version
cmp -s out before
ok $? 'an empty $SITREP_GAZETTEER leaves the built-in one'
finish
