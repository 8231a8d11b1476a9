#!/bin/sh
# The order of battle: reports read, units joined across them, filters.
. "$SR_SOURCE/tests/cli/tap.sh"
export SITREP_NOW=2024-06-01T12:00:00Z

cat >one.txt <<'E'
Title: The front in Ukraine
Publisher: Eastern Wire
Date: 2023-06-10

Ukraine's 93rd Separate Mechanised Brigade held Soledar. Soldiers of the 64th
motorised rifle brigade of the 35th Combined Arms Army shelled Soledar.
E
cat >two.txt <<'E'
Title: Ukraine's front line
Publisher: Second Post
Date: 2023-06-12

The 93rd Brigade held Soledar, Ukraine said. Russia's 64th brigade withdrew
from Soledar. The Wagner Group attacked Soledar.
E
try 0 '2 new' "$sitrep" add one.txt two.txt

try 0 '' "$sitrep" forces
has out '^RU +35th Combined Arms Army +superior'
has out '^RU +64th Guards Motor Rifle Brigade +attacks +Soledar +by 2023-06-10'
has out '^RU +64th Guards Motor Rifle Brigade +leaves +Soledar +by 2023-06-12'
has out '^UA +93rd Mechanised Brigade +holds +Soledar +.* +asserted +2 origins'
lacks out 'Wagner'
try 0 '' "$sitrep" forces --all
has out '^RU +Wagner Group +attacks +Soledar'
try 0 '' "$sitrep" forces '93rd brigade' --format jsonl
lines out 1
has out '"unit":"93rd Mechanised Brigade","number":93,"type":"Mechanised","echelon":"Brigade","size":7,"parent":null,"role":"holds","place":"Soledar"'
has out '"origins":2,"reports":2'
try 0 '' "$sitrep" forces --side RU --format csv
lines out 6
has out ',35th Combined Arms Army,attacks,Soledar,'
try 0 '' "$sitrep" forces --known-on 2023-06-11
lacks out 'leaves'
try 0 '' "$sitrep" forces nobody
lines out 1

# the same whatever the order
"$sitrep" forces --all --format jsonl >first
try 0 '2 new' "$sitrep" add -d other.db two.txt one.txt
"$sitrep" forces -d other.db --all --format jsonl >second
cmp -s first second
ok $? 'the same answer in whatever order reports came'
finish
