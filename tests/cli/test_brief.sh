#!/bin/sh
# The situation report: its formats, the same bytes each time, nothing of what
# outside text brings along.
. "$SR_SOURCE/tests/cli/tap.sh"
export SITREP_NOW=2026-01-02T08:00:00Z

"$sitrep" add "$SR_SOURCE"/samples/*.txt 2>/dev/null
try 0 '' "$sitrep" brief --from 2016-12-10 --to 2016-12-23
has out '^# Situation report$'
has out '^\*\*10 to 23 December 2016\*\*$'
has out '^## Losses$'
has out '^1\. Sample Monitor, '
lacks out '\{|  |&lt;'
cp out one.md
try 0 '' "$sitrep" brief --from 2016-12-10 --to 2016-12-23 -o two.md
cmp -s one.md two.md
ok $? 'a file as standard output'
for f in html pdf; do
	try 0 '' "$sitrep" brief --from 2016-12-10 --to 2016-12-23 -o one.$f
	try 0 '' "$sitrep" brief --from 2016-12-10 --to 2016-12-23 --as $f
	cmp -s one.$f out
	ok $? "$f twice: the same bytes"
done
head -c 5 one.pdf | grep -q '^%PDF-'
ok $? 'a PDF'
has one.html '^<!DOCTYPE html>'
lacks one.html '<script|src=|@import|url\('
try 0 '' "$sitrep" brief --place Aleppo --from 2016 --to 2016
has out '^# Situation report: Aleppo$'
try 0 '' "$sitrep" brief
has out 'the last seven of which'
try 0 '' "$sitrep" brief --from 1850 --to 1850
has out 'holds no claim'
try 2 'no such format of a brief; expected md, html or pdf' \
	"$sitrep" brief --as docx
try 2 'expected md, html or pdf' "$sitrep" brief -o brief.txt
try 2 'later than --to' "$sitrep" brief --from 2022 --to 2021
try 3 'written' "$sitrep" brief -o nowhere/brief.md
[ ! -e brief.txt ] && [ ! -e nowhere ]
ok $? 'nothing is left behind'

# An empty ledger; one claim.
mkdir none
try 1 "without files" "$sitrep" add -d none.db none
try 0 '' "$sitrep" brief -d none.db
has out 'holds no claim'
try 0 '' "$sitrep" brief -d none.db --as pdf
printf 'Publisher: Hill Post\nDate: 2024-05-04\n\nRebels seized Kidal on 3 May.\n' >one.txt
try 0 '' "$sitrep" add -d one.db one.txt
try 0 '' "$sitrep" brief -d one.db --from 2024-05-01 --to 2024-05-07
has out '3 May'
has out 'in one report'

# What outside text brings along.
rtl=$(printf '\342\200\256')
long=$(awk 'BEGIN { while (i++ < 2000) printf "a b] " }')
printf 'Title: <script>alert(1)</script> [x](javascript:alert(2)) %s|# %s\nPublisher: ](javascript:alert(3)) <b>*News*\nURL: javascript:alert(4)\nDate: 2024-05-04\n\nRebels seized Kidal on 3 May, <img src=x onerror=alert(5)> commander ](javascript:alert(6)) said. At least 12 soldiers were killed in Kidal on 3 May, the army said.\n' \
	"$rtl" "$long" >bad.txt
printf 'Title: www.example.org/x https://example.org/y\nPublisher: Hill Post\nURL: https://example.org/a?b=1&c=<i>\nDate: 2024-05-04\n\nRebels shelled Kidal on 3 May.\n' >link.txt
try 0 '' "$sitrep" add -d bad.db bad.txt link.txt
try 0 '' "$sitrep" brief -d bad.db --from 2024-05-01 --to 2024-05-07 -o bad.html
lacks bad.html '<script|<img|<b>|href="javascript'
has bad.html '&lt;script&gt;'
lacks bad.html "$rtl"
[ "$(wc -c <bad.html)" -lt 30000 ]
ok $? 'a title of 10 kB is cut'
try 0 '' "$sitrep" brief -d bad.db --from 2024-05-01 --to 2024-05-07 -o bad.md
lacks bad.md '[^\\]\]\(|[^\\]<(script|img|b)'
lacks bad.md "$rtl"
lacks bad.md '[^\\<]https?://|www\.e'
try 0 '' "$sitrep" brief -d bad.db --from 2024-05-01 --to 2024-05-07 -o bad.pdf
! grep -aq 'javascript:' bad.pdf
ok $? 'no link of that kind in the PDF'

# Who died is no more than the words say; what took weeks is no event; a town
# under siege stands there, though nobody says who has it; no label is quoted.
printf 'Title: Rebels besiege Gao as shells kill at least 31 people in the market of Kidal\nPublisher: Hill Post\nDate: 2024-05-04\n\nA shell killed at least 31 people in Kidal on 3 May. Rebels have besieged the town of Gao since 1 May. More than 400 people were killed in Mali between 5 April and 2 May, the United Nations said. An air strike killed nine civilians in Menaka on 2 May.\n' >toll.txt
try 0 '' "$sitrep" add -d toll.db toll.txt
try 0 '' "$sitrep" brief -d toll.db --from 2024-04-01 --to 2024-05-07 -o toll.md
has toll.md 'deadliest event told of: at least 31 people killed in Kidal'
has toll.md '^\| People \| killed \| at least 31 people '
has toll.md '^\| Civilians \| killed \| nine|^\| Civilians \| killed \| 9 '
has toll.md '^\| Gao \| .* \| assumed, besieged \| +\| \[1\] \|$'
lacks toll.md 'Title:|Publisher:'

# How it was before it was taken back is no change of these days.
printf 'Date: 2022-09-10\nSource: Hill Post\n\nUkrainian officials said they had recaptured Kupiansk on 10 September. Russian forces had captured Kupiansk in the early days of the invasion.\n' >back.txt
try 0 '' "$sitrep" add -d back.db back.txt
try 0 '' "$sitrep" brief -d back.db --from 2022-09-01 --to 2022-09-30
has out 'retook Kupiansk'
lacks out 'Russian forces (were said to have taken|took) Kupiansk'
finish
