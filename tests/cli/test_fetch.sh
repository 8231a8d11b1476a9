#!/bin/sh
# Pages and feeds from servers on loopback that are slow, huge, looping, lying,
# broken off; edited pages; a feed that is watched.
. "$SR_SOURCE/tests/cli/tap.sh"
export SITREP_KIT="$SR_BUILD/data/sitrep.kit"
command -v python3 >/dev/null || { echo "1..0 # SKIP no python3"; exit 0; }

mkdir server
echo 1 >server/page
python3 "$SR_SOURCE/tests/cli/server.py" server &
pid=$!
trap 'kill $pid 2>/dev/null; rm -rf "$work"' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	[ -f server/port ] && break
	sleep 0.3
done
at=http://127.0.0.1:$(cat server/port)
add() {
	"$sitrep" add --allow-private --pause 0 "$@"
}

# One's own network is not asked.
try 1 'page: its address is of a private network' "$sitrep" add "$at/page"
[ ! -f server/asked ]
ok $? "nothing was asked"
try 1 'private network' "$sitrep" add "http://localhost:$(cat server/port)/page"
try 1 'expected an address of http or https' add "http://"
rm -f sitrep.db

export SITREP_NOW=2024-05-04T09:00:00Z
try 0 '1 new with [1-9][0-9]* claims' add "$at/page"
has server/asked '^/page sitrep/[0-9.]+ .*None$'
try 0 '' "$sitrep" reports --format jsonl
has out '"publisher":"Desert Post","title":"Kidal"'
try 0 '' "$sitrep" claims --type loss.killed --format jsonl
has out '"low":12'
# The second time it is asked whether it has changed.
try 0 '0 new with 0 claims, 1 already there' add "$at/page"
has server/asked '^/page .*"1"$'

# It has: the new version stands, the old one is kept.
echo 2 >server/page
export SITREP_NOW=2024-05-04T10:00:00Z
try 0 '1 new with [1-9]' add "$at/page"
try 0 '' "$sitrep" claims --type loss.killed --format jsonl
lines out 1
has out '"low":15'
try 0 '' "$sitrep" reports --format jsonl
lines out 2
has out '"replaced_by":"[0-9a-f]{64}"'
has out '"published_to":"2024-05-04",.*"updated_from":"2024-05-06"'
old=$(grep '"replaced_by":"' out | sed 's/^{"id":"\([0-9a-f]*\)".*/\1/')
try 0 '' "$sitrep" explain "$old"
has out '^ +updated +2024-05-06'
has out '^ +replaced +by a later version of its page, [0-9a-f]{10}'
try 0 '' "$sitrep" reports --versions --format jsonl
has out '"change":"figure","type":"loss.killed".*"before":"12 [a-z]+","after":"15 '
has out '"change":"new"'
try 0 '' "$sitrep" check --ledger
# Back again: the first version stands.
echo 1 >server/page
export SITREP_NOW=2024-05-04T11:00:00Z
try 0 '1 already there' add "$at/page"
try 0 '' "$sitrep" claims --type loss.killed --format jsonl
lines out 1
has out '"low":12'
try 0 '' "$sitrep" check --ledger

# A channel's page: a message that was edited is a version of itself, one that
# says the same on another day is a report of its own, the page is kept.
try 0 '3 new with [1-9]' add -d channel.db "$at/channel"
try 0 '' "$sitrep" claims -d channel.db --type loss.killed --format jsonl
lines out 3
try 0 '0 new with 0 claims, 3 already there' add -d channel.db "$at/channel"
echo 2 >server/page
export SITREP_NOW=2024-05-05T08:00:00Z
try 0 '2 new with [1-9][0-9]* claims, 2 already there' \
	add -d channel.db "$at/channel"
try 0 '' "$sitrep" claims -d channel.db --type loss.killed --format jsonl
lines out 3
has out '"low":15'
! grep -q '"low":12' out
ok $? "the first version no longer stands"
try 0 '' "$sitrep" reports -d channel.db --versions --format jsonl
has out '"url":"[^"]*#desert/11".*"change":"figure".*"12 .*"15 '
! grep -q 'desert/1[256]' out
ok $? "others have no versions"
try 0 '' "$sitrep" check --ledger -d channel.db
echo 1 >server/page
try 0 '0 new with 0 claims, 3 already there' add -d channel.db "$at/channel"
try 0 '' "$sitrep" claims -d channel.db --type loss.killed --format jsonl
has out '"low":12'
try 0 '' "$sitrep" check --ledger -d channel.db
# Where an id is a place on the page, no message takes another's place.
try 0 '3 new with [1-9]' add -d places.db "$at/renumbered"
echo 2 >server/page
try 0 '1 new with [1-9]' add -d places.db "$at/renumbered"
try 0 '' "$sitrep" reports -d places.db --versions --format jsonl
lines out 0
try 0 '' "$sitrep" claims -d places.db --type loss.killed --format jsonl
lines out 4
echo 1 >server/page

# What must not be asked, and what goes wrong.
try 1 'secret: its robots.txt forbids it' add "$at/secret"
! grep -q '^/secret' server/asked
ok $? "it was not asked"
try 0 '1 new' add "$at/moved"
try 0 '1 new' add "$at/brotli"
try 1 'loop: more than 5 redirects' add "$at/loop"
try 1 'expected an address of http or https' add "$at/file"
try 1 'huge: larger than 16777216 bytes' add "$at/huge"
try 1 'long: (larger than|broken off)' add "$at/long"
try 1 'broken: broken off by the server' add "$at/broken"
try 1 'bomb: larger than 16777216 bytes' add "$at/bomb"
try 1 'notgzip: its compression is broken' add "$at/notgzip"
try 1 'picture: ' add "$at/picture"
try 0 '1 new' add "$at/text"
try 0 '1 new' add "$at/busy"
try 1 'never: the server says 429: to be asked again in 9999 seconds' \
	add "$at/never"
try 1 'slow: too slow' add --timeout 1 "$at/slow"
try 1 'error: the server says 500' add "$at/error"
try 1 'same: the server says 304' add "$at/same"
try 1 'old: what answers there speaks no HTTP' add "$at/old"
try 1 'nothing: the server says 404' add "$at/nothing"
try 1 'Could ?n.t connect' add http://127.0.0.1:1/
try 2 'expected a number of seconds' "$sitrep" add --pause soon "$at/page"
try 0 '' "$sitrep" reports --refused --format jsonl
has out '"doc":"http://127.0.0.1:[0-9]*/loop".*"kind":"too large"'
try 0 '' "$sitrep" check --ledger

# A feed: what it links to is fetched.
try 0 '2 new with [1-9]' "$sitrep" watch --once --allow-private --pause 0 \
	-d watch.db "$at/feed"
try 0 '' "$sitrep" reports -d watch.db --format jsonl
lines out 2
has out '"title":"Gao"'
try 0 '0 new with 0 claims, [0-9]+ already there' "$sitrep" watch --once \
	--allow-private --pause 0 -d watch.db "$at/feed"
try 2 'expected a number of minutes' "$sitrep" watch --every 0 "$at/feed"
# It ends when it is told to, and what it has is kept.
: >server/asked
"$sitrep" watch --every 0.02 --allow-private --pause 0 -d ended.db "$at/feed" \
	2>err &
watch=$!
sleep 4
kill -INT $watch
wait $watch
ok $? "ends well"
has err 'ended.db: 2 new with [1-9]'
# A feed that was read is asked only whether it has changed.
has server/asked '^/feed .*"feed"$'
[ "$(grep -c '^/feed .*None$' server/asked)" = 1 ]
ok $? "its first answer is asked for once"
[ "$(grep -c '^/page' server/asked)" = 1 ]
ok $? "and so are its pages, within an hour"
try 0 '' "$sitrep" check --ledger -d ended.db
finish
