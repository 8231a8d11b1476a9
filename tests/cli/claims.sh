# A small war by hand: kidal.txt, kidal2.txt and their claims in claims.jsonl,
# so that nothing depends on what is read in the text. Sourced.

# claim FILE TYPE STATUS ACTOR TARGET PLACE DATE COUNT SPEAKER WORDS: one line,
# the words found in the file; the others are JSON.
claim() {
	start=$(awk -v w="${10}" '{ s = s $0 "\n" }
		END { print index(s, w) - 1 }' "$1")
	length=$(printf %s "${10}" | wc -c)
	printf '{"doc":"%s","type":"%s","status":"%s","actor":%s,"target":%s,' \
		"$1" "$2" "$3" "$4" "$5"
	printf '"place":%s,"date":%s,"count":%s,"speaker":%s,' \
		"$6" "$7" "$8" "$9"
	printf '"evidence":{"start":%d,"end":%d,"text":"%s"}}\n' \
		"$start" $((start + length)) "${10}"
}

make_kidal() {
cat >kidal.txt <<'E'
Title: Rebels take Kidal
Publisher: The Desert Post
Date: 2024-05-04

Rebels seized Kidal on 3 May. At least 12 soldiers were killed, the army said.
The governor denied that the town had fallen.
E
cat >kidal2.txt <<'E'
Title: Army back in Kidal
Publisher: Sahel Wire
Date: 2024-05-20

The army retook Kidal on 18 May, a witness said. Between 30 and 40 rebels died.
E

at='{"name":"Kidal","lat":18.44,"lon":1.41,"role":"at","country":"ML"}'
rebels='{"name":"Rebels","side":"JNIM"}'
army='{"name":"The army","side":"ML"}'
{
	claim kidal.txt control.seize asserted "$rebels" null "$at" \
		'{"from":"2024-05-03","to":"2024-05-03","basis":"explicit"}' \
		null null 'Rebels seized Kidal on 3 May'
	claim kidal.txt loss.killed asserted null \
		'{"name":"soldiers","side":"ML"}' null \
		'{"from":"2024-05-03","to":"2024-05-03"}' \
		'{"low":12,"high":null,"unit":"people"}' '"the army"' \
		'At least 12 soldiers were killed'
	claim kidal.txt control.seize denied "$rebels" null "$at" \
		'{"from":"2024-05-03","to":"2024-05-04"}' null \
		'"The governor"' 'The governor denied that the town had fallen'
	claim kidal2.txt control.retake asserted "$army" null "$at" \
		'{"from":"2024-05-18","to":"2024-05-18","basis":"explicit"}' \
		null '"a witness"' 'The army retook Kidal on 18 May'
	claim kidal2.txt loss.killed asserted null \
		'{"name":"rebels","side":"JNIM"}' null \
		'{"from":"2024-05-18","to":"2024-05-18"}' \
		'{"low":30,"high":40,"unit":"people"}' null \
		'Between 30 and 40 rebels died'
} >claims.jsonl
}
