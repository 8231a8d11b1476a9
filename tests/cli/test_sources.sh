#!/bin/sh
# Origins and sources: one wire story in two papers, a paper that has its own
# story, and one that denies it; claims given by hand.
. "$SR_SOURCE/tests/cli/tap.sh"
export SITREP_NOW=2024-06-01T12:00:00Z

wire='Rebels seized the town of Kidal on 3 May after two days of fighting around
the airfield, people who had fled the place told reporters in Gao. Columns of
pick-up trucks entered from the north before dawn. The old fort was empty by
noon, and shops in the market stayed shut for the rest of the day. Aid workers
counted some two hundred families on the road to the south.'
paper() { # FILE PUBLISHER DAY TITLE; the text from standard input
	{
		printf 'Title: %s\nPublisher: %s\nDate: %s\n\n' "$4" "$2" "$3"
		cat
	} >"$1"
}
echo "$wire" | paper a.txt 'Desert Post' 2024-05-04 'Rebels take Kidal'
{ echo "$wire"; echo 'Fuel has doubled in price.'; } |
	paper b.txt 'Sahel Wire' 2024-05-04 'Kidal falls to rebels, say refugees'
echo 'Kidal was taken by the rebels on Friday, a trader who lives beside the old
fort said by telephone. He saw no soldiers. Nobody could reach the governor, whose
house stands empty.' | paper c.txt 'River Times' 2024-05-06 'Kidal lost'
echo 'The governor denied that Kidal had fallen.' |
	paper d.txt 'State Radio' 2024-05-07 'Governor speaks'

# claim FILE STATUS SPEAKER WORDS
claim() {
	start=$(awk -v w="$4" '{ s = s $0 "\n" } END { print index(s, w) - 1 }' "$1")
	printf '{"doc":"%s","type":"control.seize","status":"%s",' "$1" "$2"
	printf '"actor":{"name":"Rebels","side":"JNIM"},"target":null,"place":'
	printf '{"name":"Kidal","lat":18.44,"lon":1.41,"role":"at","country":"ML"},'
	printf '"date":{"from":"2024-05-03","to":"2024-05-03","basis":"explicit"},'
	printf '"count":null,"speaker":%s,"evidence":' "$3"
	printf '{"start":%d,"end":%d,"text":"%s"}}\n' "$start" \
		$((start + $(printf %s "$4" | wc -c))) "$4"
}
{
	claim a.txt asserted null 'Rebels seized the town of Kidal on 3 May'
	claim b.txt asserted null 'Rebels seized the town of Kidal on 3 May'
	claim c.txt asserted '"a trader","voice":"-"' \
		'Kidal was taken by the rebels on Friday'
	claim d.txt denied '"The governor"' \
		'The governor denied that Kidal had fallen'
} >claims.jsonl

try 0 '4 new with 4 claims' "$sitrep" add --claims claims.jsonl ?.txt
try 0 '' "$sitrep" check --ledger

# The copy of a.txt is named by the hash that comes first.
try 0 '' "$sitrep" reports --format jsonl
first=$( (sha256sum a.txt; sha256sum b.txt) | sort | head -n 1 | cut -c1-64)
has out "\"doc\":\"a.txt\".*\"origin\":\"$first\""
has out "\"doc\":\"b.txt\".*\"origin\":\"$first\""
has out '"doc":"c.txt".*"origin":null'
try 0 '' "$sitrep" reports
has out 'same text'
has out "a.txt .* $(echo "$first" | cut -c1-10)"
try 0 '' "$sitrep" reports --source River
lacks out 'same text'

a=$(sha256sum a.txt | cut -c1-12)
try 0 '' "$sitrep" explain "$a"
has out '^one voice with'
has out 'b.txt, Sahel Wire, published 2024-05-04: 71 of its 76 words, 71 of 71 here'
lacks out 'another voice'

try 0 '' "$sitrep" claims --source River --format csv
c=$(sed -n '2s/,.*//p' out)
try 0 '' "$sitrep" explain "$c"
has out 'voice +nobody who is named'
try 0 '' "$sitrep" claims --source Desert --format csv
c=$(sed -n '2s/,.*//p' out)
try 0 '' "$sitrep" explain "$c"
has out 'text +shared'

try 0 '' "$sitrep" sources --format csv
has out '^kind,name,reports,claims,incidents,alone,supported,contradicted,first,'
has out '^publisher,Desert Post,1,1,1,0,1,1,1,1,1,F,2024-05-04,2024-05-04'
has out '^publisher,River Times,1,1,1,0,1,1,0,3,1,F,'
has out '^publisher,State Radio,1,1,1,1,0,1,0,'
has out '^speaker,The governor,1,1,1,1,0,1,0,'
has out '^unnamed,a trader,1,1,1,0,1,1,0,3,1,,'
has out '^text,Desert Post,2,2,1,0,1,1,1,1,2,F,'
lines out 8
try 0 '' "$sitrep" sources --known-on 2024-05-05 --format csv
has out '^publisher,Desert Post,1,1,1,1,0,0,0,'
lacks out 'governor'
try 0 '' "$sitrep" sources --source river --format csv
lines out 3
try 0 '' "$sitrep" sources --limit 2 --format csv
lines out 3
try 0 '' "$sitrep" help sources
has out 'Admiralty'
finish
