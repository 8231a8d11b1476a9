#!/bin/sh
# Volume by source and day, with a paper that falls silent, one that drops, and
# one that comes once a week.
. "$SR_SOURCE/tests/cli/tap.sh"
export SITREP_KIT="$SR_BUILD/data/sitrep.kit" SITREP_NOW=2024-06-01T12:00:00Z
command -v python3 >/dev/null || { echo "1..0 # SKIP no python3"; exit 0; }

mkdir in
python3 - <<'END'
import datetime
n = 0
def report(day, paper, k):
    global n
    n += 1
    with open("in/%05d.txt" % n, "w") as f:
        f.write("Title: Report %d\nPublisher: %s\nDate: %s\n\nRebels seized the "
                "village of Kidal on Monday, report %d says.\n" % (n, paper, day, k))
first = datetime.date(2024, 3, 1)
for d in range(80):
    day = first + datetime.timedelta(d)
    if not 50 <= d < 57:                      # a week of silence
        for k in range(4):
            report(day, "Silent Post", k)
    for k in range(2 if d == 60 else 12):     # a day with few
        report(day, "Dropping Post", k)
    if d % 7 == 0:
        report(day, "Weekly Post", 0)
with open("in/empty.txt", "w") as f:
    pass
END
try 1 'refused' "$sitrep" add -j 2 in
try 0 '' "$sitrep" sources --coverage --format jsonl
lines out 4
has out '"source":"Silent Post".*"ngap":1,"gaps":"2024-04-20..2024-04-26"'
has out '"source":"Dropping Post".*"ngap":0,"gaps":null,"ndrop":1,"drops":"2024-04-30"'
has out '"source":"Weekly Post".*"ngap":0,"gaps":null,"ndrop":0,"drops":null'
has out '"source":"\(no publisher\)".*"refused":1'
try 0 '' "$sitrep" sources --coverage --series --source dropping --format csv
lines out 81
has out '^Dropping Post,2024-04-30,2,[0-9]+,0,0,0,12,drop$'
try 0 '' "$sitrep" sources --coverage --series --source silent --from 2024-04-19 \
	--to 2024-04-21 --format csv
lines out 4
has out '^Silent Post,2024-04-20,0,0,0,0,0,4,gap$'
try 0 '' "$sitrep" sources --coverage
has out '^Silent Post +2024-03-01 +2024-05-19 +292 '
finish
