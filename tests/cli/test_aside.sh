#!/bin/sh
# What is set aside: other languages. Told, kept, listed, and read where it is
# asked for.
. "$SR_SOURCE/tests/cli/tap.sh"
export SITREP_NOW=2024-06-01T12:00:00Z SITREP_KIT="$SR_BUILD/data/sitrep.kit"

cat >en.txt <<'END'
Rebels take Kidal
4 May 2024
The Desert Post

Rebels seized Kidal on 3 May, the governor said.
END
cat >uk.txt <<'END'
4 травня 2024

Російські війська вночі обстріляли Харків із реактивних систем, повідомила обласна влада. Двоє людей загинули, ще п'ятеро поранені.
END
cat >both.txt <<'END'
Rebels seized Kidal on 3 May, the governor said. Two soldiers were killed.

Повстанцы захватили Кидаль третьего мая, сообщил губернатор. Двое солдат погибли.
END
printf '' >empty.txt

try 0 "uk.txt: set aside: its language is 'uk'; only English is read" \
	"$sitrep" extract uk.txt
lines out 0
try 1 '2 new with [0-9]+ claims, 0 already there, 1 refused \(1 not a report\), 1 set aside \(1 uk\)' \
	"$sitrep" add en.txt uk.txt both.txt empty.txt
try 0 '' "$sitrep" reports --format jsonl
has out '"language":"uk".*"doc":"uk.txt".*"claims":0'
has out '"language":"en","left_out":"ru".*"doc":"both.txt"'
try 0 '' "$sitrep" reports
has out ' language '
try 0 '' "$sitrep" reports --aside --format jsonl
lines out 1
has out '"why":"language","language":"uk".*"doc":"uk.txt"'
try 0 '' "$sitrep" reports --refused --format jsonl
has out '"doc":"empty.txt".*"kind":"not a report"'
try 0 '' "$sitrep" check --ledger
# Twice is once, and reading all is another way of reading.
try 1 '0 new with 0 claims, 3 already there, 1 refused' \
	"$sitrep" add en.txt uk.txt both.txt empty.txt
try 0 '1 new with 0 claims, 0 already there, 0 refused$' \
	"$sitrep" add --no-gate uk.txt
try 0 '' "$sitrep" check --ledger

# A page without a war: noted, not kept, not read again.
cat >cake.txt <<'END'
Apple cake
4 May 2024
The Desert Post

Fold the flour into the eggs, add the sugar and stir until the dough is smooth.
Peel the apples, cut them into slices and pour the juice of a lemon over them.
Bake the cake for forty minutes, let it cool for an hour in a warm room, and
serve it with cream and a cup of tea. It tastes best on the day after.
END
try 0 'cake.txt: set aside: no war in it' "$sitrep" extract cake.txt
try 0 '0 new with 0 claims, 0 already there, 0 refused, 1 set aside \(1 without a war\)' \
	"$sitrep" add cake.txt
try 0 '0 new with 0 claims, 1 already there, 0 refused$' "$sitrep" add cake.txt
try 0 '' "$sitrep" reports --aside --format jsonl
has out '"why":"no war","language":"en","published":"2024-05-04","publisher":null,"title":"Apple cake".*"doc":"cake.txt"'
try 0 '' "$sitrep" reports --text flour --format jsonl
lines out 0
try 0 '' "$sitrep" check --ledger
try 0 '1 new with 0 claims' "$sitrep" add --no-gate cake.txt
try 0 '' "$sitrep" reports --aside --format jsonl
lacks out cake.txt
finish
