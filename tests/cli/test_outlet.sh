#!/bin/sh
# For whom a publisher speaks: the enemy of an organ of a state or of an armed
# group is whoever fights that one, and newspapers have no enemy of their own.
. "$SR_SOURCE/tests/cli/tap.sh"
export SITREP_NOW=2024-12-01T12:00:00Z SITREP_KIT="$SR_BUILD/data/sitrep.kit"

report() { # PUBLISHER
	cat <<END
Title: Summary of the day
Publisher: $1
Date: 2024-10-18

Ukrainian and Russian units met near Kupiansk. The enemy lost 20 soldiers.
END
}

report 'Ministry of Defence of the Russian Federation' >one.txt
report 'Russian Defence Ministry' >two.txt
report 'General Staff of the Armed Forces of Ukraine' >three.txt

try 0 '' "$sitrep" extract one.txt two.txt
has out '"doc":"one.txt","type":"loss.casualties".*"target":{"name":"enemy","side":"UA"}'
has out '"doc":"two.txt","type":"loss.casualties".*"target":{"name":"enemy","side":"UA"}'
try 0 '' "$sitrep" extract three.txt
has out '"doc":"three.txt","type":"loss.casualties".*"target":{"name":"enemy","side":"RU"}'
finish
