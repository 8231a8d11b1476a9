#!/usr/bin/env python3
"""Checks what made.py makes: TAP. The trees are trees, projective, of tags and
relations that the ontology lists; rules lead somewhere; the same seed gives
the same sentences; none is a line of the test it is kept apart from."""
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True
import made  # noqa: E402

COUNT = 400
ONTOLOGY = os.path.join(HERE, "..", "..", "data", "ontology")
ARCS = os.path.join(HERE, "..", "..", "eval", "war.arcs")
# Classes of words that are met in lexicon.py only.
BY_CODE = ("area", "doubling", "mass", "nameArticle", "namePrefix", "numeral",
           "syllable1", "syllable2", "syllable3", "written")
done = 0


def ok(good, what):
    global done
    done += 1
    print("%s %d - %s" % ("ok" if good else "not ok", done, what))


def names(table):
    with open(os.path.join(ONTOLOGY, table), encoding="utf-8") as f:
        rows = [l.rstrip("\n").split("\t") for l in f if l[0] != "#"]
    return {row[1] for row in rows[1:]}


def rows_of(text):
    lines = [l.split("\t") for l in text.split("\n") if l and l[0] != "#"]
    return [c for c in lines if "-" not in c[0]]


def is_tree(rows):
    """One root that every word leads to."""
    head = [int(c[6]) for c in rows]
    if head.count(0) != 1:
        return False
    for i in range(1, len(head) + 1):
        steps = 0
        while i and steps <= len(head):
            i, steps = head[i - 1], steps + 1
        if i:
            return False
    return True


def crosses(rows):
    arcs = [sorted((int(c[0]), int(c[6]))) for c in rows if c[6] != "0"]
    return any(a < c < b < d for a, b in arcs for c, d in arcs)


def text_of(text):
    return text.split("\n")[1][len("# text = "):]


def check_trees(made_now):
    trees = [rows_of(t) for t in made_now]
    upos, xpos, rels = (names(t + ".tsv") for t in
                        ("upos", "xpos", "deprels"))
    cells = [c for rows in trees for c in rows]
    ok(all(is_tree(rows) for rows in trees), "trees with one root")
    ok(not any(crosses(rows) for rows in trees), "no arcs that cross")
    ok({c[3] for c in cells} <= upos, "parts of speech are known")
    ok({c[4] for c in cells} <= xpos, "tags are known")
    ok({c[7] for c in cells} <= rels, "relations are known")
    ok(all(rows[0][1][0].isupper() or not rows[0][1][0].isalpha()
           for rows in trees), "the first word begins large")
    tokens = [[l.split("\t") for l in t.split("\n") if l and l[0] != "#"]
              for t in made_now]
    ok(all(spelled(rows) == text_of(t) for rows, t in zip(tokens, made_now)),
       "the words and their spaces are the text")


def spelled(rows):
    text, until = "", 0
    for c in rows:
        if "-" in c[0]:
            until = int(c[0].split("-")[1])
        elif int(c[0]) <= until:
            continue
        text += c[1] + ("" if "SpaceAfter=No" in c[9] else " ")
    return text.rstrip(" ")


def check_words(maker):
    lex = maker.lexicon
    for verb, tag, form in (("shell", "VBD", "shelled"),
                            ("flee", "VBD", "fled"),
                            ("stop", "VBG", "stopping"),
                            ("die", "VBG", "dying"),
                            ("take", "VBN", "taken"),
                            ("carry", "VBZ", "carries")):
        ok(lex.verb(verb, tag) == form, "%s of %s" % (tag, verb))
    for noun, form in (("gunman", "gunmen"), ("army", "armies")):
        ok(lex.plural(noun) == form, "several %s" % form)
    ok(made.vowel("airstrike") and made.vowel("8") and
       not made.vowel("university"), "an and a")


def check_rules(maker):
    """Each rule and class that is named is there, and every rule is used."""
    missing, used, drawn = [], {"S"}, set(BY_CODE)
    for name, (_, alternatives) in maker.rules.items():
        for _, items in alternatives:
            for rel, what, _ in items:
                if rel == "!" or not what.startswith("<"):
                    continue
                for n in "sp":
                    to = made.bound(what, "n", n)[1:-1]
                    word = to.split("@")[0]
                    drawn.add(word)
                    if to in maker.rules:
                        used.add(to)
                    elif "@" not in to or not (
                            word.startswith("=") or
                            maker.lexicon.classes.get(word) or
                            maker.lexicon.computed(word)):
                        missing.append("%s: %s" % (name, to))
    ok(not missing, "rules name what there is %s" % " ".join(missing[:3]))
    forms = re.compile(r"\.(V[A-Zsp]+|[sp])$")
    stems = {forms.sub("", u) for u in used}
    idle = [n for n in maker.rules if forms.sub("", n) not in stems]
    ok(not idle, "every rule is used %s" % " ".join(idle[:3]))
    idle = sorted(set(maker.lexicon.classes) - drawn)
    ok(not idle, "every class is used %s" % " ".join(idle))


def main():
    kept_out = made.kept_out([ARCS])
    sentences = list(made.sentences(made.Maker(7), COUNT, kept_out))
    again = list(made.sentences(made.Maker(7), COUNT, kept_out))
    other = list(made.sentences(made.Maker(8), COUNT, kept_out))
    ok(len(sentences) == COUNT, "as many as are asked for")
    ok(sentences == again, "a seed gives the same sentences")
    ok(len(set(map(text_of, sentences + other))) == 2 * COUNT,
       "none twice, and others by another seed")
    check_trees(sentences + other)
    check_words(made.Maker(1))
    check_rules(made.Maker(1))
    own = [c[1] for c in rows_of(sentences[0])]
    ok(made.runs(own, 3) & made.runs(own[:3], 3) and
       not made.runs(own[:2], 3), "runs of words")
    print("1..%d" % done)


if __name__ == "__main__":
    main()
