# Shell tests of the command line, TAP out. Sourced by the test_*.sh here:
#	try STATUS 'WORDS ON STDERR' COMMAND ...   (words: a grep -E pattern)
# runs the command and keeps what it said in $out and $err.
set -u
sitrep=${SITREP:-$SR_BUILD/src/cli/sitrep}
work=$(mktemp -d "${TMPDIR:-/tmp}/sitrep.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 99
unset SITREP_KIT SITREP_LEDGER SITREP_GAZETTEER NO_COLOR COLUMNS
export XDG_DATA_HOME="$work/data"
n=0 failed=0 # not to be used by the tests

ok() { # ok STATUS WHAT
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		failed=$((failed + 1))
		echo "not ok $n - $2"
		sed 's/^/# out /' out 2>/dev/null | head -20
		sed 's/^/# err /' err 2>/dev/null | head -20
	fi
}

try() {
	want=$1 words=$2
	shift 2
	"$@" >out 2>err </dev/null
	got=$?
	[ $got -eq "$want" ]
	ok $? "exit $want (got $got): $*"
	if [ -n "$words" ]; then
		grep -Eq -- "$words" err
		ok $? "standard error says '$words'"
	fi
}

# has FILE PATTERN: the last command's out or err holds it.
has() {
	grep -Eq -- "$2" "$1"
	ok $? "$1 holds '$2'"
}

lacks() {
	! grep -Eq -- "$2" "$1"
	ok $? "$1 lacks '$2'"
}

lines() { # lines FILE COUNT
	[ "$(wc -l <"$1")" -eq "$2" ]
	ok $? "$1 has $2 lines"
}

finish() {
	echo "1..$n"
	[ $failed -eq 0 ]
	exit
}
