#!/usr/bin/env python3
"""Measures sitrep and, on the same text in the same run, peers and `wc -w`.

bench/run.py [-n RUNS] [FOLDER ...]: the .txt files of the folders; without,
the outside corpora beside the project if they are there, else a generated
folder. Everything runs on one core. Figures are medians of whole processes, by
the time of the processor, which others on the machine disturb least. wink-nlp
takes 0.2 s to start, so it is also given as it is once started ("started").
What the ledger answers is set beside grep over the same claims as JSON Lines.
"""
import glob
import json
import os
import shutil
import statistics
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SITREP = os.path.join(ROOT, "build", "src", "cli", "sitrep")
# UDPipe 1.4, trained on the same treebank, best search: words/s of tags and
# trees on one core of such a machine (a peer that is not to be had here).
UDPIPE = 1900
OUTSIDE = [os.path.join(ROOT, "..", "shared", d)
           for d in ("data/fakes", "seeds", "dev")]


def run(command):
    """Seconds of the processor and peak memory in MB; None if it failed."""
    pin = ["taskset", "-c", str(max(os.sched_getaffinity(0)))]
    if not shutil.which("taskset"):
        pin = []
    with open(os.devnull, "wb") as null:
        process = subprocess.Popen(pin + command, stdout=null, stderr=null,
                                   stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        return None
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def median(command, runs):
    return middle([run(command) for _ in range(runs)])


def middle(results):
    if None in results:
        return None
    return (statistics.median(r[0] for r in results),
            max(r[1] for r in results))


def texts(folders):
    if not folders:
        folders = [f for f in OUTSIDE if os.path.isdir(f)]
    if not folders:
        made = os.path.join(ROOT, "build", "bench-corpus")
        subprocess.check_call([os.path.join(ROOT, "bench", "corpus.py"), made])
        folders = [made]
    files = sorted(f for d in folders for f in glob.glob(d + "/*.txt"))
    return [os.path.relpath(f) for f in folders], files


def ten_kilobytes(files):
    path = os.path.join(ROOT, "build", "bench-10kB.txt")
    text = b""
    for f in files:
        text += open(f, "rb").read() + b"\n\n"
        if len(text) > 10000:
            break
    text = text[:10000].decode("utf-8", "ignore").rsplit(" ", 1)[0]
    with open(path, "w", encoding="utf-8") as out:
        out.write(text + ".\n")
    return path


def peer(what):
    for up in (".", "..", "../.."):
        modules = os.path.join(ROOT, up, "node_modules")
        if os.path.isdir(os.path.join(modules, "wink-nlp")):
            return ["node", os.path.join(ROOT, "bench", "peer.js"), what]
    return None


def warm(command, own, files, runs):
    """Best MB/s of the peer by its own count, its start and its model left out,
    and in turns with it that of `own`, a whole process."""
    size = sum(os.path.getsize(f) for f in files) / 1e6
    best = [0, 0]
    for _ in range(runs):
        out = subprocess.run(command + files, stdout=subprocess.PIPE,
                             stdin=subprocess.DEVNULL).stdout.split()
        if len(out) == 3:
            best[0] = max(best[0], float(out[1]) / float(out[0]) / 1e3)
        best[1] = max(best[1], size / run(own + files)[0])
    return best


def link_parser(files, speed):
    """The parser of link-grammar on a few sentences: it takes 30 ms each."""
    name = "link-grammar (trees)"
    if not shutil.which("link-parser"):
        print(f"{name:32} SKIPPED: no link-parser (Debian: link-grammar)")
        return
    lines = subprocess.run([SITREP, "annotate"] + files[:4],
                           stdout=subprocess.PIPE, text=True).stdout
    said = [line[9:] for line in lines.splitlines()
            if line.startswith("# text = ")][:60]
    given = os.path.join(ROOT, "build", "bench-sentences.txt")
    with open(given, "w", encoding="utf-8") as out:
        out.write("\n".join(said) + "\n")
    size = os.path.getsize(given) / 1e6
    text = sum(len(s.split()) for s in said)
    figures = run(["sh", "-c", f"link-parser en -verbosity=0 <'{given}'"])
    if figures is None:
        print(f"{name:32}{'failed':>12}")
        return
    rate = size / figures[0]
    print(f"{name:32}{text / figures[0]:12,.0f}{rate:9.4f}{figures[1]:9.0f}"
          f"   ({len(said)} sentences)")
    if speed:
        print(f"sitrep extract / {name}: speed {speed / rate:,.0f}")


def ledger(files, runs):
    """Rows of the ledger: add to a new one, then questions to it."""
    path = os.path.join(ROOT, "build", "bench.db")
    lines = os.path.join(ROOT, "build", "bench.jsonl")
    made, read = [], []
    for _ in range(runs):
        for old in glob.glob(path + "*"):
            os.remove(old)
        made.append(run([SITREP, "add", "-j", "1", "-d", path] + files))
        read.append(run([SITREP, "extract", "-j", "1"] + files))
    yield "sitrep extract (in turns with add)", middle(read)
    yield "sitrep add (into a new ledger)", middle(made)
    with open(lines, "wb") as out:
        subprocess.run([SITREP, "claims", "-d", path, "--format", "jsonl"],
                       stdout=out, check=True)
    place = commonest(lines)
    for name, command in (
            (f"sitrep control {place}", ["control", place]),
            ("sitrep control --on DAY", ["control", "--on", "2016-01-01"]),
            ("sitrep losses", ["losses"])):
        yield name, median([SITREP] + command + ["-d", path], runs)
    yield "grep over the claims", median(["grep", "-c", place, lines], runs)


def commonest(lines):
    count = {}
    with open(lines, encoding="utf-8") as claims:
        for line in claims:
            place = json.loads(line).get("place")
            if place and place.get("id"):
                count[place["name"]] = count.get(place["name"], 0) + 1
    return max(sorted(count), key=count.get)


def say_ledger(files, runs):
    seconds = {}
    print(f"\n{'':34}{'ms':>10}{'peak MB':>18}")
    for name, figures in ledger(files, runs):
        if figures is None:
            sys.exit(f"{name}: failed")
        seconds[name] = figures[0]
        print(f"{name:34}{figures[0] * 1e3:10.1f}{figures[1]:18.0f}")
    extract, add, *names, base = seconds
    print(f"{add} / {extract}: {seconds[add] / seconds[extract]:.2f}")
    for name in names:
        ratio = seconds[name] / max(seconds[base], 1e-4)
        print(f"{name} / grep: {ratio:.1f}")


def main():
    args = sys.argv[1:]
    runs = 5
    if args[:1] == ["-n"]:
        runs, args = int(args[1]), args[2:]
    folders, files = texts(args)
    words = int(subprocess.run(["wc", "-w", "--"] + files, check=True,
                               stdout=subprocess.PIPE, env={"LC_ALL": "C"})
                .stdout.split()[-2])
    size = sum(os.path.getsize(f) for f in files)
    print(f"text: {len(files)} reports, {size / 1e6:.2f} MB, {words} words "
          f"({', '.join(folders)}); one core, processor time, medians of "
          f"{runs} runs")
    one_thread = ["-j", "1"]
    rows = [("sitrep annotate (tags, trees)", [SITREP, "annotate"]),
            ("sitrep mentions", [SITREP, "mentions"]),
            ("sitrep extract (claims)", [SITREP, "extract"] + one_thread),
            ("wink-nlp (tags, entities)", peer("entities")),
            ("wink-nlp (tags)", peer("tags")),
            ("wink-nlp (tokens)", peer("tokens")),
            ("wc -w", ["wc", "-w"])]
    print(f"{'':32}{'words/s':>12}{'MB/s':>9}{'peak MB':>9}{'10 kB, ms':>11}")
    speed = {}
    peak = {}
    small = ten_kilobytes(files)
    for name, command in rows:
        whole = command and median(command + files, runs)
        one = command and median(command + [small], runs * 3)
        if not whole or not one:
            print(f"{name:32}{'not to be had here':>32}")
            continue
        speed[name] = size / 1e6 / whole[0]
        peak[name] = whole[1]
        print(f"{name:32}{words / whole[0]:12,.0f}{speed[name]:9.3f}"
              f"{whole[1]:9.0f}{one[0] * 1e3:11.1f}")
    base, count, extract = rows[3][0], rows[-1][0], rows[2][0]
    if rows[0][0] in speed:
        ratio = words / (size / 1e6) * speed[rows[0][0]] / UDPIPE
        print(f"{rows[0][0]} / UDPipe's {UDPIPE:,} words/s: {ratio:.0f}")
    for name, _ in rows[:3]:
        if base in speed and name in speed:
            print(f"{name} / wink-nlp: speed {speed[name] / speed[base]:.2f}, "
                  f"memory {peak[name] / peak[base]:.2f}")
    for name, command in rows[3:6]:
        if name not in speed or extract not in speed:
            continue
        rate, own = warm(command, rows[2][1], files, runs)
        print(f"{extract} / {name}, started: {own / rate:.2f} "
              f"({own:.2f} by {rate:.2f} MB/s, the best of {runs} in turns)")
    link_parser(files, speed.get(extract))
    if count in speed and extract in speed:
        print(f"wc -w / {extract}: speed {speed[count] / speed[extract]:.0f}")
    say_ledger(files, runs)


main()
