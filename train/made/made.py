#!/usr/bin/env python3
"""Makes sentences of war news with their trees, from grammar.txt and words.txt.

    made.py COUNT SEED [TEST_FILE ...] >OUT.conllu

The same count, seed and files give the same bytes. No two sentences are alike,
and none shares SHARED words in a row with a line of the test files, so that
what is made may be trained on and the tests stay tests.
"""
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "..", "data")
LONGEST = 40  # words of a sentence
SHORTEST = 4
SHARED = 6
DEEPEST = 14  # rules within rules; below it optional items are left out
FORMS = ["VB", "VBD", "VBG", "VBN", "VBZ", "VBP", "Vs", "Vp"]
TAGS = {"Ns": "NN", "Np": "NNS", "Vs": "VBZ", "Vp": "VBP"}
UPOS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV",
    "RP": "ADP", "TO": "PART", "POS": "PART", "CD": "NUM", "DT": "DET",
    "MD": "AUX", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB",
    "VBZ": "VERB", "VBP": "VERB", "WRB": "ADV", "IN": "ADP", "CC": "CCONJ",
    "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "EX": "PRON", "HYPH": "PUNCT",
    ",": "PUNCT", ".": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT",
}
# The usual tags of a word written out, by its relation.
BY_RELATION = {
    "case": ("IN", "ADP"), "det": ("DT", "DET"), "cc": ("CC", "CCONJ"),
    "mark": ("IN", "SCONJ"), "advmod": ("RB", "ADV"),
    "compound:prt": ("RP", "ADP"), "nmod:poss": ("PRP$", "PRON"),
    "nummod": ("CD", "NUM"), "compound": ("NN", "NOUN"), "aux": ("MD", "AUX"),
}
BY_WORD = {
    "was": ("VBD", "be"), "were": ("VBD", "be"), "is": ("VBZ", "be"),
    "are": ("VBP", "be"), "be": ("VB", "be"), "been": ("VBN", "be"),
    "being": ("VBG", "be"), "had": ("VBD", "have"), "has": ("VBZ", "have"),
    "have": ("VBP", "have"), "did": ("VBD", "do"), "having": ("VBG", "have"),
}
LEMMAS = {
    "his": "he", "their": "they", "its": "it", "them": "they",
    "those": "that", "an": "a", "'s": "'s", "later": "late",
    "earlier": "early", "deadliest": "deadly", "worst": "bad",
    "largest": "large", "latest": "late", "fewer": "few", "pm": "p.m.",
}
PUNCTUATION = {
    ",": ",", ".": ".", ";": ":", "-": "HYPH", "“": "``", "”": "''",
}
DOUBLED = "run set cut put win begin dig shut quit get let hit".split()
PREFIXES = "New Wad Deir Abu Tel Kafr Bani Umm Port Fort San Um Mount".split()
SYLLABLES = (
    "Ba Kha Za Ndu Mar Slo Tel Qa Shi Ho Vel Um Ka Pol Ro Chor Dje Wa Bu Ne "
    "Sa Ta Kra Lu Mo Ye Gu Tri Ab O Fa Ber Du Hra Sy Pe Ja Kir Zor Mek Dan "
    "Gor Bel Nov Ser Tam Lok Vin Or Kal Sev Ash Dor Hel Ram Yar Mir Tor",
    "ra li no ma dha vo ke sta ri bu zha to ha mi ndo ta ne go la   ",
    "vka sk abad iya ville ne ka nsk ar in ov i ah oun mba za rah iv yk oro "
    "tan ch el une shi go nia ra ts yah burg ets ino ani ovo stan ik",
)


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


def column(path, name):
    """The cells of a table's column, without those of several words."""
    with open(os.path.join(DATA, path), encoding="utf-8") as f:
        rows = [l.rstrip("\n").split("\t") for l in f if l[0] != "#"]
    at = rows[0].index(name)
    return [row[at] for row in rows[1:] if len(row) > at]


def single(words):
    return [w for w in words if re.fullmatch(r"[A-Z][a-z]{2,}", w)]


class Lexicon:
    def __init__(self, path):
        self.classes, self.doubling = {}, set()
        self.irregular, self.plurals, self.mass = {}, {}, set()
        self.participles = {}
        name = None
        for line in open(path, encoding="utf-8"):
            line = line.split("#")[0].strip()
            if line.startswith("["):
                name = line[1:-1]
                self.classes.setdefault(name, [])
            elif line:
                self.add(name, line.split())
        for w in ("country", "nation", "demonym.pl", "given"):
            self.classes[w] = []
        self.read_tables()

    def add(self, name, words):
        if name == "irregular":
            self.irregular[words[0]] = words[1:]
        elif name == "plurals":
            self.plurals[words[0]] = words[1]
        elif name == "participles":
            self.participles[words[0]] = (words[1], words[2])
        elif name == "doubling":
            self.doubling.update(words)
        elif name == "mass":
            self.mass.update(words)
        else:
            # A word that stands twice in a class is met twice as often.
            self.classes[name] += words

    def read_tables(self):
        c = self.classes
        c["country"] = single(column("places/countries.tsv", "name"))
        for cell in column("places/countries.tsv", "demonyms"):
            words = single(cell.split("|"))
            c["nation"] += words[:1]
            c["demonym.pl"] += [w for w in words[1:2] if w.endswith("s")]
        for cell in column("actors/given.tsv", "forms"):
            c["given"] += single(cell.split("|"))
        c["area"] = single(
            w.split("|")[0] for w in column("places/admin1.tsv", "names"))

    def past(self, verb):
        if verb in self.irregular:
            return self.irregular[verb]
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
        if tag == "VBG":
            if verb.endswith("ie"):
                return verb[:-2] + "ying"
            if re.search(r"[^eoy]e$", verb):
                return verb[:-1] + "ing"
            double = verb in self.doubling or verb in DOUBLED
            return verb + (verb[-1] if double else "") + "ing"
        if tag == "VBZ":
            return self.with_s(verb)
        return verb

    def with_s(self, word):
        if re.search(r"(s|sh|ch|x|z)$", word) or word in ("go", "do"):
            return word + "es"
        if re.search(r"[^aeiou]y$", word):
            return word[:-1] + "ies"
        return word + "s"

    def plural(self, noun):
        return self.plurals.get(noun) or self.with_s(noun)


class Maker:
    def __init__(self, seed):
        self.chance = Chance(seed)
        self.lexicon = Lexicon(os.path.join(HERE, "words.txt"))
        self.rules = {}
        read_grammar(os.path.join(HERE, "grammar.txt"), self.rules)

    # Words

    def name(self):
        first, middle, last = (s.split(" ") for s in SYLLABLES)
        c = self.chance
        return c.one(first) + c.one(middle) + c.one(last)

    def number(self):
        c = self.chance
        words = ("two three four five six seven eight nine ten eleven twelve "
                 "twenty").split()
        kind = c.below(10)
        if kind < 4:
            return c.one(words)
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

    def computed(self, name):
        """A word of a class that has no list; None if it is no such class."""
        c = self.chance
        if name == "town":
            lists = self.lexicon.classes
            if c.below(3) == 0:
                return c.one(lists["area"])
            kind = c.below(12)
            if kind == 0:
                return self.name() + "_" + self.name()
            if kind == 1:
                return c.one(PREFIXES) + "_" + self.name()
            if kind == 2:
                return c.one(["Al", "al", "Ar", "El"]) + "-" + self.name()
            return self.name()
        if name == "surname":
            return self.name()
        if name == "acronym":
            return "".join(c.one("ABCDFGKLMNPRSTU")
                           for _ in range(3 + c.below(2)))
        if name == "number":
            return self.number()
        if name == "number.small":
            return c.one("two three four five six seven 8 10 12 15".split())
        if name == "bignumber":
            return self.big()
        if name == "year":
            return str(1989 + c.below(37))
        if name == "dayno":
            return str(1 + c.below(31))
        if name == "clock":
            return c.one(["%d" % (1 + c.below(12)),
                          "%d:%02d" % (1 + c.below(23), c.below(60))])
        if name == "letter":
            return c.one("A B F G M S T K D H BM MiG Su RPG SA AK".split())
        if name in ("modelno", "age"):
            return str(2 + c.below(90))
        if name == "decade":
            return c.one("1980s 1990s 2000s 2010s".split())
        return None

    def inflected(self, word, tag):
        lex = self.lexicon
        if tag.startswith("V"):
            word, *rest = word.split("_")
            w = Word(lex.verb(word, tag), word, "VERB", tag)
            return self.close([("*", [w], w)] + [
                ("compound:prt", [p], p) for p in
                [Word(r, r, "ADP", "RP") for r in rest]])
        if tag == "NNP" and re.search("[_-]", word):
            return self.long_name(word)
        parts = re.split(r"([+~])", word)
        head, entries = parts[-1], []
        for w, mark in zip(parts[::2], parts[1::2]):
            adjective = mark == "~"
            x = self.adjective(w) if adjective else Word(w, w, "NOUN", "NN")
            if w[0].isupper() and not adjective:
                x.upos, x.xpos = "PROPN", "NNP"
            entries.append(("amod" if adjective else "compound", [x], x))
        form = lex.plural(head) if tag == "NNS" else head
        lemma = head
        if tag == "CD":
            lemma = head.replace(",", "")
        if tag == "NNPS":
            lemma = head[:-1]
        if tag == "NNS" and head in ("1980s", "1990s", "2000s", "2010s"):
            form = head
        w = self.adjective(head) if tag == "JJ" else \
            Word(form, lemma, UPOS[tag], tag)
        entries.append(("*", [w], w))
        return self.close(entries)

    def long_name(self, word):
        """A name of two words, with a space or a hyphen between them."""
        first, mark, last = re.split("([_-])", word)
        w, x = (Word(f, f, "PROPN", "NNP") for f in (first, last))
        entries = [("*", [w], w), ("flat", [x], x)]
        if mark == "-":
            y = Word("-", "-", "PUNCT", "HYPH")
            y.head, y.rel = x, "punct"
            entries.insert(1, (None, [y], y))
        words = [v for _, part, _ in entries for v in part]
        x.head, x.rel = w, "flat"
        return words, w

    def adjective(self, form):
        lemma, tag = self.lexicon.participles.get(form, (form, "JJ"))
        return Word(form, lemma, UPOS[tag], tag)

    def drawn(self, name, tag):
        tag = TAGS.get(tag, tag)
        if name.startswith("="):
            return self.inflected(name[1:], tag)
        word = self.computed(name)
        if word is None:
            words = self.lexicon.classes[name]
            if tag == "NNS":
                words = [w for w in words if w not in self.lexicon.mass]
            word = self.chance.one(words)
        return self.inflected(word, tag)

    def written(self, rel, text):
        form, *tags = text.split("/") if len(text) > 1 else [text]
        if form in PUNCTUATION:
            tag = PUNCTUATION[form]
            return Word(form, form, "PUNCT", tag)
        if form in ("'s", "'"):
            return Word(form, "'s", "PART", "POS")
        xpos, upos = BY_RELATION.get(rel, (None, None))
        lemma = LEMMAS.get(form, form)
        if form == "to" and rel == "mark":
            xpos, upos = "TO", "PART"
        if form in BY_WORD and not tags:
            xpos, lemma = BY_WORD[form]
            upos = "VERB"
        elif xpos is None and not tags:
            xpos = "MD"
        if tags:
            xpos = tags[0]
            upos = tags[1] if len(tags) > 1 else UPOS[xpos]
            if form in BY_WORD:
                lemma = BY_WORD[form][1]
            elif xpos.startswith("V"):
                lemma = self.stem(form, xpos)
            elif xpos == "NNS":
                lemma = self.singular(form)
        if xpos == "MD":
            upos = "AUX"
        return Word(form, lemma, upos, xpos)

    def stem(self, form, tag):
        """The infinitive of a verb that the grammar writes out."""
        lex = self.lexicon
        low = form.lower()
        for verb in lex.irregular:
            if lex.verb(verb, tag) == low:
                return verb
        for cut, add in (("ied", "y"), ("ed", "e"), ("ed", ""), ("ying", "y"),
                         ("ing", "e"), ("ing", "")):
            if low.endswith(cut):
                stem = low[: -len(cut)] + add
                known = any(stem in v for v in lex.classes.values())
                if known and lex.verb(stem, tag) == low:
                    return stem
        return {
            "trapped": "trap", "stationed": "station", "foiled": "foil",
            "according": "accord", "including": "include",
            "following": "follow", "housing": "house", "adding": "add",
        }.get(low, STEMS.get(low, low))

    def singular(self, form):
        for one, many in self.lexicon.plurals.items():
            if many == form:
                return one
        if form in ("people", "lives"):
            return form if form == "people" else "life"
        return form[:-3] + "y" if form.endswith("ies") else form[:-1]

    # Trees

    def close(self, entries):
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

    def expand(self, name, depth=0):
        """Entries of one alternative of a rule."""
        if depth > 60:
            raise RecursionError(name)
        rule = self.rules[name]
        at = self.chance.below(rule[0])
        for weight, items in rule[1]:
            at -= weight
            if at < 0:
                break
        n = "sp"[self.chance.below(20) < 11]
        entries = []
        for rel, what, likely in items:
            if likely < 100 and (self.chance.below(100) >= likely or
                                 depth > DEEPEST):
                continue
            if rel == "!":
                self.headline = True
                continue
            what = bound(what, "n", n)
            entries += self.item(rel, what, depth)
        return entries

    def item(self, rel, what, depth):
        if not what.startswith("<"):
            w = self.written(rel, what)
            return [(rel, [w], w)]
        name = what[1:-1]
        if name in self.rules:
            entries = self.expand(name, depth + 1)
            if rel is None:
                return entries
            return [(rel, *self.close(entries))]
        name, tag = name.split("@")
        return [(rel, *self.drawn(name, tag))]

    def sentence(self):
        self.headline = False
        words, _ = self.close(self.expand("S"))
        return self.tidied(words)

    def tidied(self, words):
        """Commas that meet a stop or each other go; articles of headlines."""
        kept = []
        for w in reversed(words):
            article = w.rel == "det" and w.form in ("the", "a", "an")
            comma = w.form == "," and (not kept or kept[-1].form in ",.;")
            if not comma and not (self.headline and article):
                kept.append(w)
        words = kept[::-1]
        for w in words:
            if w.xpos == "PRP" and not w.rel.startswith("nsubj"):
                w.form = OBJECTS.get(w.form, w.form)
        for i, w in enumerate(words[:-1]):
            if w.form in ("a", "an") and w.xpos == "DT":
                w.form = "an" if vowel(words[i + 1].form) else "a"
        first = 1 if words[0].form == "“" else 0
        for i in (0, first):
            w = words[i]
            if w.form[0].islower():
                w.form = w.form[0].upper() + w.form[1:]
        straight = self.chance.below(2)
        curly = self.chance.below(4) == 0
        for w in words:
            if straight and w.form in "“”":
                w.form = w.lemma = '"'
            if curly and w.form in ("'s", "'"):
                w.form = w.form.replace("'", "’")
        return words


STEMS = {
    "carried": "carry", "taken": "take", "cut": "cut", "sealed": "seal",
    "handed": "hand", "blown": "blow", "driven": "drive", "pushed": "push",
    "left": "leave", "used": "use", "believed": "believe",
    "called": "call", "launched": "launch", "mounted": "mount",
    "staged": "stage", "repelled": "repel", "halted": "halt",
    "described": "describe", "blamed": "blame", "quoted": "quote",
    "disguised": "disguise", "based": "base", "led": "lead",
    "outnumbered": "outnumber", "loaded": "load", "dropped": "drop",
    "planted": "plant", "claimed": "claim", "backed": "back",
    "charged": "charge", "sentenced": "sentence", "known": "know",
}


OBJECTS = {"he": "him", "she": "her", "they": "them", "we": "us", "I": "me"}


def vowel(form):
    if form[0].isdigit():
        return form[0] == "8" or re.match(r"(11|18)(,|$)", form) is not None
    if form.isupper() and len(form) > 1:
        return form[0] in "AEFHILMNORSX"
    if re.match(r"(?i)(uni|us|eu|one|ukr|ug|ur)", form):
        return re.match(r"(?i)(ug|unid|unim|ur)", form) is not None
    if re.match(r"(?i)hour|honou?r", form):
        return True
    return form[0].lower() in "aeiou"


def bound(text, letter, value):
    """A rule's name with the value for its $letter."""
    if letter == "n":
        text = text.replace("@$n", "@N" + value).replace("V$n", "V" + value)
        return text.replace("$n", "." + value).replace("$V", ".V")
    text = text.replace("@$t", "@" + value)
    return text.replace(".$t", "." + value).replace("$t", "." + value)


ITEM = re.compile(r"^(?:([a-z:*]+)=)?(<.+?>|[^<?]+)(?:\?(\d*))?$")


def read_item(text, where):
    if text.startswith("!"):
        return ("!", text[1:], 100)
    m = ITEM.match(text)
    if not m:
        raise ValueError("%s: %s" % (where, text))
    rel, what, likely = m.groups()
    return (rel, what, 100 if likely is None else int(likely or 50))


def read_grammar(path, rules):
    name, raw = None, {}
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.split("#")[0].rstrip()
        if not line:
            continue
        if not line[0].isspace():
            name = line
            if name in raw:
                raise ValueError("%d: %s stands twice" % (number, name))
            raw[name] = []
            continue
        weight, *items = line.split()
        raw[name].append((int(weight), [read_item(x, number) for x in items]))
    for name, alternatives in raw.items():
        for n in "sp" if "$n" in name else [None]:
            for t in FORMS if "$t" in name else [None]:
                add_rule(rules, name, alternatives, n, t)


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


def glued(words, i):
    """No space between word i and the next."""
    w = words[i]
    after = words[i + 1]
    quote = w.xpos == "``" or after.xpos == "''"
    return quote or after.form in (",", ".", ";", "-", "'s", "’s", "'", "’") \
        or w.form == "-"


def conllu(number, words):
    place = {id(w): i + 1 for i, w in enumerate(words)}
    text, lines = "", []
    for i, w in enumerate(words):
        last = i + 1 == len(words)
        tight = not last and glued(words, i)
        text += w.form + ("" if tight or last else " ")
        possessed = not last and words[i + 1].xpos == "POS"
        if possessed:
            lines.append("\t".join(
                ["%d-%d" % (i + 1, i + 2), w.form + words[i + 1].form] +
                ["_"] * 7 + ["SpaceAfter=No" if i + 2 < len(words) and
                             glued(words, i + 1) else "_"]))
        within = possessed or w.xpos == "POS"
        misc = "SpaceAfter=No" if tight and not within else "_"
        head = place[id(w.head)] if w.head else 0
        lines.append("\t".join([
            str(i + 1), w.form, w.lemma, w.upos, w.xpos, "_", str(head),
            w.rel if head else "root", "_", misc]))
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
