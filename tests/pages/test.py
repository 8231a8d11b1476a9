#!/usr/bin/env python3
"""The article is cut out of each made-up page: test.py INTAKE_SHOW KIT PAGES

TAP. Of the words of the article 12 of 13 come out, and of the words that come
out as many are the article's; title and day are the page's, but for a few. A
page whose .json says "none" is refused. eval/pages.mjs gives the figures."""
import collections
import glob
import json
import os
import re
import subprocess
import sys

KINDS = ("body", "heading", "caption")
MAY_MISS = 0.08
MAY_ERR = {"title": 1, "published": 2}  # pages


def words(text):
    return collections.Counter(re.findall(r"[^\W_]+", text.lower()))


def read(show, kit, page):
    out = subprocess.run([show, kit, page], capture_output=True, text=True,
                         check=True).stdout
    first, *more = map(json.loads, out.splitlines())
    if more:  # messages, each a report: their headings are of the text
        first["reports"] = 1 + len(more)
        first["blocks"] = [["heading" if k == "title" else k, t]
                           for r in (first, *more) for k, t in r["blocks"]]
    return first


def faults(gold, got):
    """What is wrong with a page's report, a line each."""
    if gold.get("none"):
        return [] if "refused" in got else ["an article where there is none"]
    if "refused" in got:
        return [got["refused"]]
    found = words(" ".join(t for k, t in got["blocks"] if k in KINDS))
    found += words(got.get("dateline") or "")
    want = words(" ".join(gold["paragraphs"]))
    free = words(" ".join(gold.get("captions", []) + gold.get("neutral", [])))
    missed = sum((want - found).values())
    over = sum((found - want - free).values())
    wrong = []
    if got.get("reports", 1) != gold.get("reports", 1):
        wrong.append(f"{got.get('reports', 1)} reports")
    if missed > MAY_MISS * sum(want.values()):
        wrong.append(f"{missed} words of {sum(want.values())} missed")
    if over > MAY_MISS * sum(found.values()) + 3:
        wrong.append(f"{over} words too many")
    return wrong


def main():
    show, kit, folder = sys.argv[1:]
    pages = sorted(glob.glob(os.path.join(folder, "*.html")) +
                   glob.glob(os.path.join(folder, "unseen", "*.html")))
    print(f"1..{len(pages) + len(MAY_ERR)}")
    erred = collections.Counter()
    failed = 0
    for n, page in enumerate(pages, 1):
        with open(page[:-4] + "json", encoding="utf-8") as file:
            gold = json.load(file)
        got = read(show, kit, page)
        wrong = faults(gold, got)
        erred.update(f for f in MAY_ERR if gold.get(f, got.get(f)) != got.get(f))
        failed += bool(wrong)
        print(f"{'not ' if wrong else ''}ok {n} - {os.path.basename(page)}")
        for line in wrong:
            print(f"# {line}")
    for n, (field, most) in enumerate(MAY_ERR.items(), len(pages) + 1):
        failed += erred[field] > most
        print(f"{'not ' if erred[field] > most else ''}ok {n} - {field}: "
              f"{erred[field]} pages wrong, {most} at most")
    sys.exit(failed > 0)


main()
