#!/usr/bin/env python3
"""How reading grows: seconds and peak memory of `sitrep extract` and of `add`
for more and more reports, and of two threads beside one.

bench/growth.py [REPORTS ...]: 1000 and 4000 unless said otherwise; 100000
takes minutes. Made reports (bench/corpus.py), 1,000 different ones read again
and again; `add` counts each once, so it is given other ones, up to 10,000.
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
CORPUS = os.path.join(ROOT, "bench", "corpus.py")
DISTINCT = 1000
MOST_ADDED = 10000


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
    path = os.path.join(folder, str(n))
    if not os.path.isdir(path):
        subprocess.check_call([CORPUS, path, str(n)])
    return path


def size_of(path):
    return sum(e.stat().st_size for e in os.scandir(path)) / 1e6


def row(name, reports, megabytes, figures):
    seconds, clock, peak = figures
    print(f"{name:16}{reports:9,}{seconds:10.2f}{clock:10.2f}"
          f"{seconds / reports * 1e3:11.3f}{megabytes / seconds:9.2f}"
          f"{peak:9.0f}", flush=True)


def measure(folder, n):
    few = made(folder, min(n, DISTINCT))
    times = max(1, n // DISTINCT)
    reports = times * min(n, DISTINCT)
    row("extract", reports, size_of(few) * times,
        run([SITREP, "extract", "-j", "1"] + [few] * times))
    if n > MOST_ADDED:
        return
    many = made(folder, n)
    row("add", n, size_of(many),
        run([SITREP, "add", "-j", "1", "-d",
             os.path.join(folder, f"{n}.db"), many]))


def threads(folder):
    few = made(folder, DISTINCT)
    out = [os.path.join(folder, name) for name in ("one", "two")]
    for jobs in (1, 2):
        row(f"extract -j {jobs}", DISTINCT, size_of(few),
            run([SITREP, "extract", "-j", str(jobs), few], out[jobs - 1]))
    if not filecmp.cmp(out[0], out[1], shallow=False):
        sys.exit("two threads do not give what one gives")
    print("two threads give the same bytes as one")


def main():
    sizes = [int(a) for a in sys.argv[1:]] or [1000, 4000]
    print(f"{'':16}{'reports':>9}{'cpu s':>10}{'clock s':>10}"
          f"{'ms/report':>11}{'MB/s':>9}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for n in sizes:
            measure(folder, n)
        threads(folder)


main()
