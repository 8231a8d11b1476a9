#!/usr/bin/env python3
"""Fusion's curve: made-up reports (tests/sim) put into a ledger, and what the
ledger answers of them.

bench/fusion.py [REPORTS ...]: 1000 and 10000 unless said otherwise; 100000
takes minutes. For each: seconds of putting them in, with what is kept up as
they come; of adding one more; then seconds and peak memory of each view, a
whole process each. Targets: 100,000 reports in 600 s and 2 GB on two
cores, one more in 100 ms.
"""
import os
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.environ.get("SR_BUILD", os.path.join(ROOT, "build"))
SITREP = os.path.join(BUILD, "src", "cli", "sitrep")
SIM = os.path.join(BUILD, "tests", "sim", "sim")
VIEWS = [["control", "--on", "2011-05-01"], ["incidents"], ["losses"],
         ["conflicts"], ["sources"], ["timeline"], ["forces"], ["civilians"],
         ["review", "next"], ["check", "--ledger"]]


def run(command):
    """Exit status, seconds by the clock, peak memory in MB, output."""
    with tempfile.TemporaryFile() as out:
        begin = time.monotonic()
        process = subprocess.Popen(command, stdout=out,
                                   stderr=subprocess.DEVNULL,
                                   stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        head = out.read(4096).decode("utf-8", "replace")
    return process.returncode, seconds, usage.ru_maxrss / 1024, head


def known(command):
    return run([SITREP, "help", command])[0] == 0


def row(name, figures):
    status, seconds, peak, _ = figures
    failed = f"  exit {status}" if status else ""
    print(f"  {name:28}{seconds:10.2f} s{peak:10.0f} MB{failed}", flush=True)


def measure(reports, folder):
    ledger = os.path.join(folder, f"{reports}.db")
    status, seconds, peak, head = run([SIM, "put", ledger, "2", "1",
                                       str(reports)])
    if status:
        print(f"{reports}: sim put failed ({status})")
        return False
    said = dict(line.split("\t") for line in head.splitlines())
    size = os.path.getsize(ledger) / 1e6
    print(f"{said['reports']} reports, {said['claims']} claims, "
          f"ledger {size:.0f} MB")
    # The press itself, in memory, is part of this process's peak.
    print(f"  {'put, all':28}{float(said['put']):10.2f} s")
    print(f"  {'put, one more':28}{float(said['one']) * 1e3:9.1f} ms")
    total = float(said["put"])
    for view in VIEWS:
        if not known(view[0]):
            continue
        figures = run([SITREP, *view, "-d", ledger])
        if figures[0] == 2:
            continue  # not a question that this program knows
        row("sitrep " + " ".join(view), figures)
        total += figures[1]
    print(f"  {'all of it':28}{total:10.2f} s")
    os.remove(ledger)
    return True


def main():
    sizes = [int(a) for a in sys.argv[1:]] or [1000, 10000]
    with tempfile.TemporaryDirectory() as folder:
        ok = [measure(n, folder) for n in sizes]
    return 0 if all(ok) else 1


sys.exit(main())
