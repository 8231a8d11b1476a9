#!/usr/bin/env python3
"""own.py: the project's own sentences of war, one a paragraph: the examples of the patterns (data/patterns) and
the texts of the cases (tests/cases). Their trees are those that the net gives them before it is made thin."""
import glob
import os
import re

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


def lines(pattern, expression):
    for path in sorted(glob.glob(os.path.join(ROOT, pattern))):
        with open(path, encoding="utf-8") as f:
            for line in f:
                m = re.match(expression, line)
                if m:
                    yield m.group(1).strip()


for text in [*lines("data/patterns/*.pat", r"(?:yes|no)\s+([^|]*)"), *lines("tests/cases/*/*.case", r"\| (.*)")]:
    print(text, end="\n\n")
