#!/bin/sh
# The same reports give the same ledger and the same answers, whatever the order
# in which they came, one by one or all at once, with one thread or several.
. "$SR_SOURCE/tests/cli/tap.sh"
export SITREP_NOW=2026-01-02T08:00:00Z
views='claims incidents timeline losses control conflicts forces sources
civilians politics reports'

# Made reports beside the samples: copies with another end, with other headers,
# in part; a story and its correction.
mkdir in
cp "$SR_SOURCE"/samples/*.txt in/
i=0
for f in in/*.txt; do
	i=$((i + 1))
	case $((i % 3)) in
	0) { cat "$f"; echo 'More details were expected later.'; } ;;
	1) { echo "Publisher: Second Wire"; echo; sed 1,2d "$f"; } ;;
	2) head -n 12 "$f" ;;
	esac >"in/copy$i.txt"
done
cat >in/first.txt <<'E'
Publisher: The Desert Post
Date: 2024-05-04

Rebels seized Kidal on 3 May. At least 12 soldiers were killed, the army said.
E
cat >in/second.txt <<'E'
Publisher: Sahel Wire
Date: 2024-05-05

Rebels seized Kidal on 3 May, The Desert Post reported. The army said on
Saturday that 15 soldiers were killed. The governor denied that Kidal had fallen.
E

# shuffle SEED: lines of standard input in another order, the same everywhere
shuffle() {
	awk -v s="$1" '{ s = (s * 16807 + NR) % 2147483647
		printf "%010d %s\n", (s * 48271) % 2147483647, $0 }' |
		sort | sed 's/^[0-9]* //'
}

answers() { # answers DB: all that can be asked
	"$sitrep" export -d "$1" --as ledger
	for v in $views; do
		echo "$v"
		"$sitrep" "$v" -d "$1" --format jsonl 2>/dev/null
	done
	"$sitrep" control -d "$1" --on 2024-06-01 --format jsonl
	"$sitrep" incidents -d "$1" --known-on 2022-06-01 --format jsonl
	"$sitrep" brief -d "$1" --from 2015 --to 2024
	"$sitrep" brief -d "$1" --from 2022 --to 2022 --as html
}

same() { # same DB WHAT
	try 0 '' "$sitrep" check --ledger -d "$1"
	answers "$1" >"$1.txt"
	cmp -s all.txt "$1.txt"
	status=$?
	[ $status -eq 0 ] || diff all.txt "$1.txt" | cut -c1-300 | head -6 >out
	ok $status "$2"
}

orders() { # orders FOLDER: the list of its files in files.txt
	rm -f ./*.db
	ls "$1"/*.txt >files.txt
	xargs "$sitrep" add -d all.db --jobs 1 <files.txt 2>/dev/null
	answers all.db >all.txt
	[ -s all.txt ] && grep -q '"incident"' all.txt
	ok $? "there is something to compare: $(wc -l <all.txt) lines"
	xargs "$sitrep" add -d jobs.db --jobs 4 <files.txt 2>/dev/null
	same jobs.db 'four threads'
	for seed in 1 2 3; do
		shuffle $seed <files.txt >order.txt
		cmp -s files.txt order.txt
		[ $? -eq 1 ]
		ok $? 'another order'
		xargs "$sitrep" add -d shuffled.db <order.txt 2>/dev/null
		same shuffled.db "shuffled, seed $seed"
		rm shuffled.db
	done
	shuffle 4 <files.txt | while read -r f; do
		"$sitrep" add -d single.db "$f" 2>/dev/null
	done
	same single.db 'one by one'
}

orders in

# Names: which came first is no content of the ledger.
mkdir twins
cp in/first.txt twins/b.txt
cp in/first.txt twins/a.txt
printf '\377\376 no text' >twins/bad.txt
"$sitrep" add -d one.db twins/a.txt twins/b.txt twins/bad.txt 2>/dev/null
"$sitrep" add -d two.db twins/bad.txt twins/b.txt twins/a.txt 2>/dev/null
"$sitrep" export -d one.db --as ledger >one.txt
"$sitrep" export -d two.db --as ledger | cmp -s - one.txt
ok $? 'twins under two names'
grep -q '"names":\["a.txt","b.txt"\]' one.txt && grep -q '"refused"' one.txt
ok $? 'both names are there, and what was refused'

# With one thread reports wait to be put: what is large, a twin or refused
# among them changes nothing.
mkdir waiting
for i in $(seq 100 180); do
	echo "Shelling killed $i people in Kharkiv on 3 May 2022, police said." \
		>waiting/$i.txt
done
cp waiting/103.txt waiting/103b.txt
: >waiting/120.txt
for i in $(seq 600); do
	echo "On 4 May 2022 a mine killed $i people near Izium, police said."
done >waiting/140.txt
"$sitrep" add -d wait1.db --jobs 1 waiting 2>wait1.err
"$sitrep" add -d wait3.db --jobs 3 waiting 2>wait3.err
"$sitrep" export -d wait1.db --as ledger >wait1.txt
"$sitrep" export -d wait3.db --as ledger | cmp -s - wait1.txt
ok $? 'one thread puts many at once, three one by one'
sed 's/wait1.db//' wait1.err >wait1.said
sed 's/wait3.db//' wait3.err | cmp -s - wait1.said
ok $? 'and say the same'
grep -q '80 new with [0-9]* claims, 1 already there, 1 refused' wait1.err
ok $? 'of 82 files'

shared=$SR_SOURCE/../shared
if [ -d "$shared/seeds" ]; then
	mkdir seeds
	find "$shared/seeds" "$shared/dev" -name '*.txt' -exec cp {} seeds/ \;
	orders seeds
else
	echo '# SKIPPED: no ../shared, the orders of the seeds are not tried'
fi
finish
