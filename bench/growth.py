#!/usr/bin/env python3
"""How reading grows: time and peak memory of `sitrep extract` and `sitrep add`
for more and more reports, and of two threads beside one.

bench/growth.py [add|extract] [REPORTS ...]: 1,000, 10,000 and 100,000 unless said
otherwise (some minutes); 1000000 takes most of an hour and 8 GB of disk in
$TMPDIR. With a command's name that one alone is measured.
The reports are bench/press.py's, all different, in one file of JSON Lines.
The last column is the processor's time for a report by that of the first
size: 1 would be perfectly linear. Peak memory is to be the same for all sizes,
but for what is remembered up to a bound: SQLite's pages (16 MB), tellings
(24 MB), marks (16 MB) and texts (4 MB) that are near, hashes of all reports
(2 MB), their signs and filters (50 bytes each, 80 MB at most).
"""
import filecmp
import os
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.environ.get("SR_BUILD", os.path.join(ROOT, "build"))
SITREP = os.path.join(BUILD, "src", "cli", "sitrep")
PRESS = os.path.join(ROOT, "bench", "press.py")
SIZES = [1000, 10000, 100000]
NAMES = ["extract", "add"]
HEAD = ("reports", "cpu s", "clock s", "ms/report", "MB/s", "peak MB",
        "by first")


def run(command, out=os.devnull):
    """Seconds of the processor, seconds by the clock, peak memory in MB."""
    with open(out, "wb") as to, open(os.devnull, "wb") as null:
        begin = time.monotonic()
        process = subprocess.Popen(command, stdout=to, stderr=null,
                                   stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command[:3])}: exit {process.returncode}")
    return usage.ru_utime + usage.ru_stime, clock, usage.ru_maxrss / 1024


def made(folder, n):
    path = os.path.join(folder, f"{n}.jsonl")
    if not os.path.exists(path):
        with open(path, "wb") as out:
            subprocess.check_call([PRESS, str(n)], stdout=out)
    return path


class Table:
    """Rows as they are measured; the first of a name is what later ones are
    held against."""

    def __init__(self):
        self.first = {}
        print(" " * 14 + "".join(f"{h:>11}" for h in HEAD))

    def row(self, name, reports, size, figures):
        seconds, clock, peak = figures
        each = seconds / reports * 1e3
        by = each / self.first.setdefault(name, each)
        print(f"{name:14}{reports:11,}{seconds:11.2f}{clock:11.2f}{each:11.3f}"
              f"{size / 1e6 / seconds:11.2f}{peak:11.0f}{by:11.2f}",
              flush=True)


def measure(table, folder, n, names):
    path = made(folder, n)
    ledger = os.path.join(folder, f"{n}.db")
    size = os.path.getsize(path)
    if "extract" in names:
        table.row("extract", n, size,
                  run([SITREP, "extract", "-j", "1", path]))
    if "add" not in names:
        return
    table.row("add", n, size,
              run([SITREP, "add", "-j", "1", "-d", ledger, path]))
    print(f"{'':14}{size / 1e6:.1f} MB of reports, a ledger of "
          f"{os.path.getsize(ledger) / 1e6:.1f} MB", flush=True)
    os.remove(ledger)


def threads(table, folder, n):
    path = made(folder, n)
    out = [os.path.join(folder, name) for name in ("one", "two")]
    for jobs in (1, 2):
        table.row(f"extract -j {jobs}", n, os.path.getsize(path),
                  run([SITREP, "extract", "-j", str(jobs), path],
                      out[jobs - 1]))
        table.row(f"add -j {jobs}", n, os.path.getsize(path),
                  run([SITREP, "add", "-j", str(jobs), "-d",
                       os.path.join(folder, f"{jobs}.db"), path]))
    if not filecmp.cmp(out[0], out[1], shallow=False):
        sys.exit("two threads do not give what one gives")
    print("two threads give the same bytes as one")


def main():
    names = [a for a in sys.argv[1:] if not a.isdigit()] or NAMES
    sizes = [int(a) for a in sys.argv[1:] if a.isdigit()] or SIZES
    table = Table()
    with tempfile.TemporaryDirectory() as folder:
        for n in sizes:
            measure(table, folder, n, names)
            if n > sizes[0]:
                os.remove(made(folder, n))
        if names == NAMES:
            threads(table, folder, sizes[0])


main()
