#!/usr/bin/env python3
"""How fast the gate is on text of other matters, and what it loses.

bench/gate.py [FOLDER ...]: folders of war reports on which no claim may be
lost. Other text: the documents of the English Web Treebank, where
../shared/data has it; without it the speed is not measured, and it says so."""
import glob
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.environ.get("B", os.path.join(ROOT, "build"))
SITREP = os.path.join(BUILD, "src", "cli", "sitrep")
EWT = os.path.join(ROOT, "..", "shared", "data", "ud-english-ewt", "*.conllu")


def documents(out):
    """The treebank's documents as files; their paths."""
    made = []
    os.makedirs(out, exist_ok=True)
    for path in sorted(glob.glob(EWT)):
        text = []
        for line in list(open(path, encoding="utf-8")) + ["# newdoc"]:
            if line.startswith("# newdoc") and text:
                made.append(os.path.join(out, "%05d.txt" % len(made)))
                with open(made[-1], "w", encoding="utf-8") as f:
                    f.write("\n".join(text) + "\n")
                text = []
            elif line.startswith("# text = "):
                text.append(line[9:].rstrip("\n"))
    return made


def claims(folder, *more):
    run = subprocess.run([SITREP, "extract", *more, folder],
                         capture_output=True, text=True, check=False)
    return (run.stdout.count("\n"),
            run.stderr.count("set aside: no war in it"))


def main():
    pages = documents(os.path.join(BUILD, "bench-other"))
    if pages:
        subprocess.check_call(["ninja", "-C", BUILD, "tests/bench_gate"],
                              stdout=subprocess.DEVNULL)
        subprocess.check_call([os.path.join(BUILD, "tests", "bench_gate"),
                               os.path.join(BUILD, "data", "sitrep.kit")]
                              + pages)
    else:
        print("SKIPPED: the speed on other text: no ../shared/data")
    for folder in sys.argv[1:] or [os.path.join(ROOT, "samples")]:
        every, _ = claims(folder, "--no-gate")
        kept, aside = claims(folder)
        print("%s: %d claims, %d of them lost with %d reports set aside"
              % (folder, every, every - kept, aside))


if __name__ == "__main__":
    main()
