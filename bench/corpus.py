#!/usr/bin/env python3
"""Writes a folder of reports to measure on: bench/corpus.py OUT [N].

The samples' sentences in other orders, with other places, numbers and days
put in, so that no cache of words or sentences helps more than it would in
real news. The same folder each time (a linear congruential generator, no
clock)."""
import glob
import os
import re
import sys

from draw import Draw

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MONTHS = ("January February March April May June July August September "
          "October November December").split()


def column(table, name):
    names, rows = None, []
    for line in open(os.path.join(ROOT, "data", table), encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if line.startswith("#"):
            continue
        if names is None:
            names = cells
        elif cells[names.index(name)] != "-":
            rows += cells[names.index(name)].split("|")
    return rows


def sentences():
    for path in sorted(glob.glob(os.path.join(ROOT, "samples", "*.txt"))):
        for line in open(path, encoding="utf-8"):
            if len(line) > 120:
                yield from re.split(r"(?<=[a-z]\.) (?=[A-Z])", line.strip())


def vary(sentence, draw, places):
    def number(match):
        value = int(match.group().replace(",", ""))
        if 1900 < value < 2100:
            return match.group()
        return f"{max(2, value * (50 + draw.below(120)) // 100):,}"

    def day(match):
        return f"{1 + draw.below(28)} {draw.one(MONTHS)}"

    sentence = re.sub(r"\b\d{1,2} (?:%s)\b" % "|".join(MONTHS), day, sentence)
    sentence = re.sub(r"\b\d[\d,]*\b(?![\d.:])", number, sentence)
    for name in ("Kherson", "Lyman", "Izium", "Palmyra", "Aleppo", "Ramadi",
                 "Shusha", "Mekelle", "Mukalla", "Debaltseve", "Wad Madani"):
        if name in sentence:
            sentence = sentence.replace(name, draw.one(places))
    return sentence


def main():
    out, n = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 400
    places = [p for p in column("places/features.tsv", "name")
              if re.fullmatch(r"[A-Z][\w' -]+", p)]
    pool, draw = list(sentences()), Draw(2022)
    os.makedirs(out, exist_ok=True)
    for i in range(n):
        lines = [f"Title: {draw.one(places)}: report {i}",
                 "Publisher: Sample Wire",
                 f"Date: {2014 + i % 12}-{1 + i % 12:02}-{1 + i % 28:02}", ""]
        for _ in range(6 + draw.below(10)):
            lines.append(" ".join(vary(draw.one(pool), draw, places)
                                  for _ in range(2 + draw.below(3))))
            lines.append("")
        with open(os.path.join(out, f"{i:04}.txt"), "w",
                  encoding="utf-8") as f:
            f.write("\n".join(lines))


main()
