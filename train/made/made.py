#!/usr/bin/env python3
"""Makes sentences of war news with their trees, from grammar/ and words/.

    made.py COUNT SEED [TEST_FILE ...] >OUT.conllu

The same count, seed and files give the same bytes. No two sentences are alike,
and none shares SHARED words in a row with a line of the test files, so that
what is made may be trained on and the tests stay tests.

While a rule is expanded, its parts are entries: the relation to the head that
the rule marks with *, the words in their order, and the one they hang by.
"""
import os
import re
import sys

from lexicon import UPOS, Chance, Lexicon, Word

HERE = os.path.dirname(os.path.abspath(__file__))
LONGEST = 40  # words of a sentence
SHORTEST = 4
SHARED = 6
DEEPEST = 14  # rules within rules; below it optional items are left out
FORMS = ["VB", "VBD", "VBG", "VBN", "VBZ", "VBP", "Vs", "Vp"]
TAGS = {"Ns": "NN", "Np": "NNS", "Vs": "VBZ", "Vp": "VBP"}
# The usual tags of a word written out, by its relation.
BY_RELATION = {
    "case": ("IN", "ADP"), "det": ("DT", "DET"), "cc": ("CC", "CCONJ"),
    "mark": ("IN", "SCONJ"), "advmod": ("RB", "ADV"),
    "compound:prt": ("RP", "ADP"), "nmod:poss": ("PRP$", "PRON"),
    "nummod": ("CD", "NUM"), "compound": ("NN", "NOUN"), "aux": ("MD", "AUX"),
}
PUNCTUATION = {
    ",": ",", ".": ".", ";": ":", "-": "HYPH", "“": "``", "”": "''",
    "(": "-LRB-", ")": "-RRB-",
}
# No space before these.
TIGHT = (",", ".", ";", "-", ")", "%", "'s", "’s", "'", "’")
ITEM = re.compile(r"^(?:([a-z:*]+)=)?(<.+?>|[^<?]+)(?:\?(\d*))?$")


# The grammar


def bound(text, letter, value):
    """A rule's name with the value for its $letter."""
    if letter == "n":
        text = text.replace("@$n", "@N" + value).replace("V$n", "V" + value)
        return text.replace("$n", "." + value).replace("$V", ".V")
    text = text.replace("@$t", "@" + value)
    return text.replace(".$t", "." + value).replace("$t", "." + value)


def read_item(text, where):
    if text.startswith("!"):
        return ("!", text[1:], 100)
    m = ITEM.match(text)
    if not m:
        raise ValueError("%s: %s" % (where, text))
    rel, what, likely = m.groups()
    return (rel, what, 100 if likely is None else int(likely or 50))


def files(folder):
    folder = os.path.join(HERE, folder)
    return [os.path.join(folder, f) for f in sorted(os.listdir(folder))]


def read_file(path, raw):
    name = None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        where = "%s:%d" % (path, number)
        line = line.split("#")[0].rstrip()
        if line and not line[0].isspace():
            name = line
            if name in raw:
                raise ValueError("%s: %s stands twice" % (where, name))
            raw[name] = []
        elif line:
            weight, *items = line.split()
            raw[name].append(
                (int(weight), [read_item(x, where) for x in items]))


def read_grammar(paths):
    """Rules by name: the sum of the weights, the weighted alternatives."""
    raw, rules = {}, {}
    for path in paths:
        read_file(path, raw)
    for name, alternatives in raw.items():
        for n in "sp" if "$n" in name else [None]:
            for t in FORMS if "$t" in name else [None]:
                add_rule(rules, name, alternatives, n, t)
    return rules


def add_rule(rules, name, alternatives, n, t):
    def fit(text):
        if t:
            text = bound(text, "t", t)
        if n:
            text = bound(text, "n", n)
        return text.replace("$V", ".V")

    rules[fit(name)] = (
        sum(w for w, _ in alternatives),
        [(w, [(rel, fit(what), p) for rel, what, p in items])
         for w, items in alternatives])


# Trees


def close(entries):
    """Words and head of the entries, hung on the one marked *."""
    heads = [h for rel, _, h in entries if rel == "*"]
    if len(heads) != 1:
        raise ValueError("%d heads: %s" % (len(heads), entries))
    words = []
    for rel, part, head in entries:
        words += part
        if rel == "*":
            continue
        head.head, head.rel = heads[0], rel
        if rel in ("aux", "aux:pass", "cop"):
            head.upos = "AUX"
    return words, heads[0]


class Maker:
    def __init__(self, seed):
        self.chance = Chance(seed)
        self.lexicon = Lexicon(files("words"), self.chance)
        self.rules = read_grammar(files("grammar"))

    # Words of classes

    def phrasal(self, word, tag):
        """A verb, with its particles if it has some."""
        word, *rest = word.split("_")
        w = Word(self.lexicon.verb(word, tag), word, "VERB", tag)
        particles = [Word(r, r, "ADP", "RP") for r in rest]
        return close([("*", [w], w)] +
                     [("compound:prt", [p], p) for p in particles])

    def long_name(self, word):
        """A name of two words, with a space or a hyphen between them."""
        first, mark, last = re.split("([_-])", word)
        w, x = (Word(f, f, "PROPN", "NNP") for f in (first, last))
        x.head, x.rel = w, "flat"
        if mark == "_":
            return [w, x], w
        y = Word("-", "-", "PUNCT", "HYPH")
        y.head, y.rel = x, "punct"
        return [w, y, x], w

    def adjective(self, form):
        lemma, tag = self.lexicon.forms["participles"].get(form, (form, "JJ"))
        return Word(form, lemma, UPOS[tag], tag)

    def noun(self, word, tag):
        """With what stands before it in words/."""
        parts = re.split(r"([+~])", word)
        head, entries = parts[-1], []
        for w, mark in zip(parts[::2], parts[1::2]):
            x = Word(w, w, "NOUN", "NN")
            if mark == "~":
                x = self.adjective(w)
            elif w[0].isupper():
                x.upos, x.xpos = "PROPN", "NNP"
            entries.append(("amod" if mark == "~" else "compound", [x], x))
        form, lemma = head, head
        if tag == "NNS" and not head.endswith("0s"):
            form = self.lexicon.plural(head)
        elif tag == "CD":
            lemma = head.replace(",", "")
        elif tag == "NNPS":
            lemma = head[:-1]
        w = self.adjective(head) if tag == "JJ" else \
            Word(form, lemma, UPOS[tag], tag)
        return close(entries + [("*", [w], w)])

    def drawn(self, name, tag):
        tag = TAGS.get(tag, tag)
        word = name[1:] if name.startswith("=") else \
            self.lexicon.drawn(name, tag)
        if tag.startswith("V"):
            return self.phrasal(word, tag)
        if tag == "NNP" and re.search("[_-]", word):
            return self.long_name(word)
        return self.noun(word, tag)

    # Words written out

    def written(self, rel, text):
        form, *tags = text.split("/")
        if form in PUNCTUATION:
            return Word(form, form, "PUNCT", PUNCTUATION[form])
        if form in ("'s", "'"):
            return Word(form, "'s", "PART", "POS")
        if tags:
            return self.tagged(form, *tags)
        auxiliary = self.lexicon.forms["auxiliaries"].get(form)
        if auxiliary:
            return Word(form, auxiliary[1], "VERB", auxiliary[0])
        if form == "to" and rel == "mark":
            return Word(form, form, "PART", "TO")
        xpos, upos = BY_RELATION.get(rel, ("MD", "AUX"))
        return Word(form, self.lemma(form), upos, xpos)

    def lemma(self, form):
        return self.lexicon.forms["lemmas"].get(form, [form])[0]

    def tagged(self, form, xpos, upos=None):
        lex = self.lexicon
        lemma = self.lemma(form)
        if form in lex.forms["auxiliaries"]:
            lemma = lex.forms["auxiliaries"][form][1]
        elif form in lex.forms["lemmas"]:
            pass
        elif xpos.startswith("V"):
            lemma = lex.infinitive(form, xpos)
        elif xpos == "NNS":
            lemma = lex.singular(form)
        return Word(form, lemma, upos or UPOS[xpos], xpos)

    # Rules

    def alternative(self, name):
        total, alternatives = self.rules[name]
        at = self.chance.below(total)
        for weight, items in alternatives:
            at -= weight
            if at < 0:
                return items

    def expand(self, name, depth=0):
        """Entries of one alternative of a rule."""
        if depth > 60:
            raise RecursionError(name)
        items = self.alternative(name)
        n = "sp"[self.chance.below(20) < 11]
        entries = []
        for rel, what, likely in items:
            if likely < 100 and (self.chance.below(100) >= likely or
                                 depth > DEEPEST):
                continue
            if rel == "!":
                self.headline = True
                continue
            entries += self.item(rel, bound(what, "n", n), depth)
        return entries

    def item(self, rel, what, depth):
        if not what.startswith("<"):
            w = self.written(rel, what)
            return [(rel, [w], w)]
        name = what[1:-1]
        if name in self.rules:
            entries = self.expand(name, depth + 1)
            return entries if rel is None else [(rel, *close(entries))]
        return [(rel, *self.drawn(*name.split("@")))]

    # Sentences

    def sentence(self):
        self.headline = False
        words, _ = close(self.expand("S"))
        words = self.without_idle(words)
        for w in words:
            if w.xpos == "PRP" and not w.rel.startswith("nsubj"):
                w.form = self.lexicon.forms["objects"].get(w.form, [w.form])[0]
        for w, after in zip(words, words[1:]):
            if w.form in ("a", "an") and w.xpos == "DT":
                w.form = "an" if vowel(after.form) else "a"
        w = words[words[0].form == "“"]
        w.form = w.form[0].upper() + w.form[1:]
        self.choose_quotes(words)
        return words

    def without_idle(self, words):
        """Without commas that meet a stop or each other, and articles in
        headlines."""
        kept = []
        for w in reversed(words):
            article = w.rel == "det" and w.form in ("the", "a", "an")
            comma = w.form == "," and (not kept or kept[-1].form in ",.;")
            if not comma and not (self.headline and article):
                kept.append(w)
        return kept[::-1]

    def choose_quotes(self, words):
        straight = self.chance.below(2)
        curly = self.chance.below(4) == 0
        for w in words:
            if straight and w.form in "“”":
                w.form = w.lemma = '"'
            if curly and w.form in ("'s", "'"):
                w.form = w.form.replace("'", "’")


def vowel(form):
    """Does it want "an" before it?"""
    if form[0].isdigit():
        return form[0] == "8" or re.match(r"(11|18)(,|$)", form) is not None
    if form.isupper() and len(form) > 1:
        return form[0] in "AEFHILMNORSX"
    if re.match(r"(?i)(uni|us|eu|one|ukr|ug|ur)", form):
        return re.match(r"(?i)(ug|unid|unim|ur)", form) is not None
    if re.match(r"(?i)hour|honou?r", form):
        return True
    return form[0].lower() in "aeiou"


# CoNLL-U


def glued(words, i):
    """No space between word i and the next."""
    w, after = words[i], words[i + 1]
    quote = w.xpos == "``" or after.xpos == "''"
    return quote or w.form in "-(" or \
        after.form in TIGHT

def token_line(words, i):
    """The line of a word with the possessive behind it."""
    space = i + 2 < len(words) and glued(words, i + 1)
    return "\t".join(["%d-%d" % (i + 1, i + 2),
                      words[i].form + words[i + 1].form] + ["_"] * 7 +
                     ["SpaceAfter=No" if space else "_"])


def conllu(number, words):
    place = {id(w): i + 1 for i, w in enumerate(words)}
    text, lines = "", []
    for i, w in enumerate(words):
        last = i + 1 == len(words)
        tight = not last and glued(words, i)
        text += w.form + ("" if tight or last else " ")
        possessed = not last and words[i + 1].xpos == "POS"
        if possessed:
            lines.append(token_line(words, i))
        within = possessed or w.xpos == "POS"
        head = place[id(w.head)] if w.head else 0
        lines.append("\t".join([
            str(i + 1), w.form, w.lemma, w.upos, w.xpos, "_", str(head),
            w.rel if head else "root", "_",
            "SpaceAfter=No" if tight and not within else "_"]))
    return "# sent_id = made-%d\n# text = %s\n%s\n\n" % (
        number, text, "\n".join(lines))


def runs(forms, n):
    low = [f.lower() for f in forms]
    return {tuple(low[i:i + n]) for i in range(len(low) - n + 1)}


def kept_out(paths):
    """Runs of words that no sentence may have."""
    found = set()
    for path in paths:
        for line in open(path, encoding="utf-8"):
            found |= runs(re.findall(r"[\w'’-]+|[^\w\s]", line), SHARED)
    return found


def sentences(maker, count, without):
    """Sentences in CoNLL-U, `count` of them."""
    seen, number = set(), 0
    while number < count:
        words = maker.sentence()
        forms = tuple(w.form for w in words)
        if not SHORTEST <= len(words) <= LONGEST or forms in seen:
            continue
        if runs(forms, SHARED) & without:
            continue
        seen.add(forms)
        number += 1
        yield conllu(number, words)


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    sys.stdout.writelines(
        sentences(Maker(seed), count, kept_out(sys.argv[3:])))


if __name__ == "__main__":
    main()
