"""The words of the made sentences: classes and forms of words/, numbers and
names that are made up. See words/classes.txt for how words are written
there."""
import re

UPOS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV",
    "RP": "ADP", "TO": "PART", "POS": "PART", "CD": "NUM", "DT": "DET",
    "MD": "AUX", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB",
    "VBZ": "VERB", "VBP": "VERB", "WRB": "ADV", "IN": "ADP", "CC": "CCONJ",
    "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "EX": "PRON",
    "HYPH": "PUNCT", ",": "PUNCT", ".": "PUNCT", ":": "PUNCT",
    "``": "PUNCT", "''": "PUNCT",
}


class Chance:
    """xorshift64*, as train/mat.c has it."""

    def __init__(self, seed):
        self.state = (seed * 0x9E3779B97F4A7C15 + 1) & (2**64 - 1)

    def below(self, n):
        x = self.state
        x ^= x >> 12
        x = (x ^ (x << 25)) & (2**64 - 1)
        x ^= x >> 27
        self.state = x
        return ((x * 0x2545F4914F6CDD1D & (2**64 - 1)) >> 33) % n

    def one(self, things):
        return things[self.below(len(things))]


class Word:
    def __init__(self, form, lemma, upos, xpos):
        self.form, self.lemma = form, lemma
        self.upos, self.xpos = upos, xpos
        self.head, self.rel = None, "root"


class Lexicon:
    def __init__(self, paths, chance):
        self.chance = chance
        self.classes = {}
        self.forms = {}  # sections of one row a word: first cell, the others
        for path in paths:
            self.read(path)
        self.doubling = set(self.classes["doubling"])
        self.mass = set(self.classes["mass"])

    def read(self, path):
        name = None
        for line in open(path, encoding="utf-8"):
            line = line.split("#")[0].strip()
            if line.startswith("["):
                name = line[1:-1]
                self.section(name)
            elif line and name in self.forms:
                first, *rest = line.split()
                self.forms[name][first] = rest
            elif line:
                self.classes[name] += line.split()

    def section(self, name):
        if name in ("irregular", "plurals", "participles", "lemmas",
                    "auxiliaries", "objects"):
            self.forms[name] = {}
        else:
            self.classes[name] = []

    # Forms

    def past(self, verb):
        """The past and the participle."""
        if verb in self.forms["irregular"]:
            return self.forms["irregular"][verb]
        if verb.endswith("e"):
            return [verb + "d"] * 2
        if re.search(r"[^aeiou]y$", verb):
            return [verb[:-1] + "ied"] * 2
        if verb in self.doubling:
            verb += verb[-1]
        return [verb + "ed"] * 2

    def verb(self, verb, tag):
        if tag in ("VBD", "VBN"):
            return self.past(verb)[tag == "VBN"]
        if tag == "VBZ":
            return self.with_s(verb)
        if tag != "VBG":
            return verb
        if verb.endswith("ie"):
            return verb[:-2] + "ying"
        if re.search(r"[^eoy]e$", verb):
            return verb[:-1] + "ing"
        return verb + (verb[-1] if verb in self.doubling else "") + "ing"

    def with_s(self, word):
        if re.search(r"(s|sh|ch|x|z)$", word) or word in ("go", "do"):
            return word + "es"
        if re.search(r"[^aeiou]y$", word):
            return word[:-1] + "ies"
        return word + "s"

    def plural(self, noun):
        return self.forms["plurals"].get(noun, [self.with_s(noun)])[0]

    def singular(self, form):
        for one, (many,) in self.forms["plurals"].items():
            if many == form:
                return one
        return form[:-3] + "y" if form.endswith("ies") else form[:-1]

    def infinitive(self, form, tag):
        """Of a verb that the grammar writes out."""
        low = form.lower()
        for verb in [*self.forms["irregular"], *self.classes["written"]]:
            if self.verb(verb, tag) == low:
                return verb
        raise ValueError("no infinitive of %s" % form)

    # Words of classes that have no list

    def name(self):
        c = self.chance
        parts = [c.one(self.classes["syllable" + k]) for k in "123"]
        return "".join(p for p in parts if p != "-")

    def town(self):
        c = self.chance
        if c.below(3) == 0:
            return c.one(self.classes["area"])
        kind = c.below(12)
        if kind == 0:
            return self.name() + "_" + self.name()
        if kind == 1:
            return c.one(self.classes["namePrefix"]) + "_" + self.name()
        if kind == 2:
            return c.one(self.classes["nameArticle"]) + "-" + self.name()
        return self.name()

    def number(self):
        c = self.chance
        kind = c.below(10)
        if kind < 4:
            return c.one(self.classes["numeral"])
        if kind < 8:
            return str(2 + c.below(98))
        return str(100 + c.below(700))

    def big(self):
        c = self.chance
        kind = c.below(4)
        if kind == 0:
            return str((1 + c.below(99)) * 1000) if c.below(4) == 0 else \
                "%d,000" % (1 + c.below(150))
        if kind == 1:
            return "%d,%03d" % (1 + c.below(40), c.below(1000))
        if kind == 2:
            return str((1 + c.below(95)) * 10)
        return "%d,%d00" % (1 + c.below(20), c.below(10))

    def acronym(self):
        c = self.chance
        return "".join(c.one("ABCDFGKLMNPRSTU")
                       for _ in range(3 + c.below(2)))

    def clock(self):
        c = self.chance
        return c.one(["%d" % (1 + c.below(12)),
                      "%d:%02d" % (1 + c.below(23), c.below(60))])

    def counted(self, least, many):
        return lambda: str(least + self.chance.below(many))

    def computed(self, name):
        """A word of the class; None if it is no such class."""
        how = {
            "town": self.town, "surname": self.name, "acronym": self.acronym,
            "number": self.number, "bignumber": self.big,
            "clock": self.clock, "year": self.counted(1989, 37),
            "dayno": self.counted(1, 31), "modelno": self.counted(2, 90),
            "age": self.counted(2, 90),
        }.get(name)
        return how() if how else None

    def drawn(self, name, tag):
        word = self.computed(name)
        if word is None:
            words = self.classes[name]
            if tag == "NNS":
                words = [w for w in words if w not in self.mass]
            word = self.chance.one(words)
        return word
