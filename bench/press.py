#!/usr/bin/env python3
"""A made-up press as large as one likes: bench/press.py REPORTS > press.jsonl

What the real one is like, as far as a measure of growth needs it: three hundred
short reports a day (300 to 1,500 bytes) about some seventy events, so the world
grows with the number: 1,000 are three days, 1,000,000 nine years. Fronts move
from month to month: at any time fighting is round a fifth of the places of
eight wars. A third of the reports are wire copy with another headline, a
sentence cut or added; others tell an event in words of their own, with another
toll, and look back on earlier ones. Towns, days, counts, speakers and weapons
vary; all is made from a seed, so it is the same each time.
"""
import datetime
import json
import os
import sys

from draw import Draw

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
A_DAY = 300
FIRST = datetime.date(2014, 1, 1)

# country: two sides, who speaks for each, a word for its regions
WARS = {
    "UA": (("Russian forces", "Russian troops", "The Russian army"),
           ("Ukrainian forces", "Ukrainian troops", "Kyiv's forces"),
           ("the Russian Defence Ministry", "Russian officials"),
           ("Ukraine's General Staff", "Ukrainian officials")),
    "SY": (("Syrian government forces", "The Syrian army", "Syrian troops"),
           ("Syrian rebels", "Opposition fighters", "Rebel fighters"),
           ("Syrian state media", "the Syrian Defence Ministry"),
           ("opposition activists", "a rebel spokesman")),
    "IQ": (("Iraqi forces", "The Iraqi army", "Iraqi troops"),
           ("Islamic State fighters", "Islamic State militants"),
           ("the Iraqi Defence Ministry", "Iraqi officials"),
           ("the group's news agency", "local residents")),
    "SD": (("The Sudanese army", "Sudanese troops"),
           ("The Rapid Support Forces", "RSF fighters"),
           ("the Sudanese army", "an army spokesman"),
           ("the Rapid Support Forces", "local activists")),
    "CD": (("Congolese troops", "The Congolese army"),
           ("M23 rebels", "M23 fighters"),
           ("the Congolese army", "the provincial governor"),
           ("an M23 spokesman", "local residents")),
    "MM": (("Myanmar's military", "Junta troops"),
           ("Resistance fighters", "Rebel fighters"),
           ("state television", "a junta spokesman"),
           ("a rebel spokesman", "local media")),
    "AF": (("Afghan forces", "Afghan troops"),
           ("Taliban fighters", "The Taliban"),
           ("the Afghan Defence Ministry", "provincial officials"),
           ("a Taliban spokesman", "local elders")),
    "ML": (("Malian forces", "The Malian army"),
           ("Islamist militants", "Armed fighters"),
           ("the Malian army", "the Malian government"),
           ("local officials", "residents")),
}
PAPERS = ["Northern Wire", "Morning Ledger", "The Evening Courier",
          "World Service Daily", "City Tribune", "Frontline Review",
          "Harbour Times", "Continental Press", "The Observer of Wars",
          "Valley Gazette", "Metro Dispatch", "Atlas News"]
WEAPONS = ["rockets", "artillery", "mortars", "heavy shells"]
SITES = ["a school", "a hospital", "a market", "a power plant",
         "an apartment building", "a bridge", "a grain depot",
         "a railway station", "a bakery", "a water station"]

# kind: (what opens a report, how it is told later)
TOLD = {
    "shelling": (
        "{A} shelled {P} with {weapon} {when}, killing {n} people and "
        "wounding {m}, {S} said.",
        "At least {n} people were killed {when} when {weapon} hit {site} in "
        "{P}, according to {S}.",
        "{weapon_} fired by {a} struck {site} in {P} {when}, {S} said, and "
        "{m} people were injured."),
    "air": (
        "An air strike on {site} in {P} killed {n} people {when}, {S} said.",
        "Warplanes bombed {P} {when}; {n} civilians died and {m} were "
        "wounded, {S} said.",
        "{A} carried out air strikes on {P} {when}, destroying {site}, "
        "according to {S}."),
    "seize": (
        "{A} captured {P} {when} after days of fighting, {S} said.",
        "{A} have taken control of {P}, {S} said {when}.",
        "{P} fell to {a} {when}, according to {S}."),
    "leave": (
        "{B} withdrew from {P} {when}, {S} said.",
        "{B} pulled out of {P} {when} to avoid being surrounded, according "
        "to {S}."),
    "ground": (
        "{A} attacked positions of {b} near {P} {when}, {S} said.",
        "Heavy fighting between {a} and {b} broke out in {P} {when}, {S} "
        "said; {n} soldiers were killed.",
        "{B} repelled an assault by {a} on {P} {when} and killed {m} of the "
        "attackers, {S} said."),
    "blast": (
        "A car bomb killed {n} people and wounded {m} outside {site} in {P} "
        "{when}, {S} said.",
        "An explosion tore through {site} in {P} {when}, killing at least "
        "{n}, according to {S}."),
    "flight": (
        "About {big} people fled {P} {when} as fighting came closer, {S} "
        "said.",
        "More than {big} residents left {P} {when}, according to {S}."),
    "loss": (
        "{A} destroyed {k} tanks and {k2} armoured vehicles of {b} near {P} "
        "{when}, {S} said.",
        "{B} lost {k} tanks near {P} {when}, {S} said."),
}
KINDS = list(TOLD)
# What fills a report: who, what, and how it ends, each with words of its own,
# so that two reports share no more than two real ones do.
WHO = ["A doctor at the {w} hospital", "The mayor, {f} {l},",
       "{f} {l}, a {j},", "A {j} of {y} years",
       "A {j} from the {d}", "A {w} aid mission",
       "{f} {l}, who sells {g},", "Two {j}s at the {d} station",
       "A {j} named {f} {l}", "Neighbours of the {l} family",
       "An engineer at the {w} waterworks", "The priest of a {d} parish",
       "{f}, a {w} {j},", "Students of the {w} college"]
WHAT = ["said {y} windows broke", "slept in {y} cellars",
        "counted {y} explosions before {h}", "queued for {g}",
        "could not reach {f} since {h}", "saw {y} lorries with {g}",
        "waited for a {d} bus", "asked for {g} and {g2}",
        "paid {y} times more for {g}", "buried {f}, aged {y}",
        "wanted the {w} road reopened", "blamed {l} for the lack of {g}",
        "had missed {f} {l} for {y} days", "saw roof {y} fall in",
        "expected {y} {j}s from the {d}"]
END = ["and stayed with {f}", "while {d} sirens sounded",
       "as rain hit the {w} quarter", "before {h}, when {l} called",
       "and hoped {f} would return", "beside a crater {y} steps wide",
       "with {g} from the {w} depot", "and thanked {f} {l} for {g2}",
       "at {h}, by candlelight", "until the {d} market shuts at {h}",
       "with {y} {j}s in the yard"]
WORDS = {
    "w": ["old", "central", "district", "children's", "military", "upper",
          "lower", "railway", "mining", "harbour", "university", "county"],
    "f": ["Anna", "Omar", "Pavlo", "Leila", "Yusuf", "Maria", "Ibrahim",
          "Olena", "Khaled", "Grace", "Samuel", "Nadia", "Viktor", "Amina"],
    "l": ["Haddad", "Koval", "Mbeki", "Saleh", "Bondar", "Traore", "Nazari",
          "Aung", "Moreau", "Petrov", "Osman", "Karimi", "Lwin", "Diallo"],
    "g": ["bread", "fuel", "insulin", "flour", "candles", "cement", "seed",
          "batteries", "milk", "rice", "firewood", "bandages"],
    "j": ["teacher", "driver", "nurse", "farmer", "baker", "miner", "tailor",
          "clerk", "painter", "fisher", "plumber", "student"],
    "h": ["dawn", "noon", "dusk", "midnight", "six", "seven", "eight", "nine",
          "ten", "eleven"],
    "d": ["north", "south", "east", "west", "river", "border", "valley",
          "coast"],
}


def towns():
    """Names of places by country, of the program's own tables."""
    found = {country: [] for country in WARS}
    names = None
    with open(os.path.join(ROOT, "data/places/features.tsv"),
              encoding="utf-8") as table:
        for line in table:
            cells = line.rstrip("\n").split("\t")
            if line.startswith("#"):
                continue
            if names is None:
                names = {name: i for i, name in enumerate(cells)}
            elif (cells[names["country"]] in found and
                  cells[names["feature"]].startswith("PPL")):
                found[cells[names["country"]]].append(cells[names["name"]])
    return found


class Event:
    def __init__(self, draw, day, front):
        self.day = day
        self.war, self.place = draw.one(front)
        self.kind = draw.one(KINDS)
        self.swap = draw.below(3) == 0
        self.n = 1 + min(draw.below(12), draw.below(40))
        self.m = self.n + 1 + draw.below(30)
        self.k, self.big = 1 + draw.below(9), 100 * (1 + draw.below(90))
        self.weapon, self.site = draw.one(WEAPONS), draw.one(SITES)


def when_of(event, today, draw):
    ago = (today - event.day).days
    if ago <= 1:
        return draw.one(("on %s" % event.day.strftime("%A"),
                         "early on %s" % event.day.strftime("%A"),
                         "yesterday" if ago else "overnight"))
    return "on %d %s" % (event.day.day, event.day.strftime("%B"))


def small(text):
    return text[0].lower() + text[1:] if text.startswith("The ") else text


def tell(event, today, draw):
    a, b, say_a, say_b = WARS[event.war]
    if event.swap:
        a, b, say_a, say_b = b, a, say_b, say_a
    speaker = draw.one(say_a if draw.below(2) else say_b)
    first, second = draw.one(a), draw.one(b)
    off = draw.below(4) == 0
    values = {
        "A": first, "B": second, "a": small(first), "b": small(second),
        "P": event.place, "S": speaker, "site": event.site,
        "weapon": event.weapon, "weapon_": event.weapon.capitalize(),
        "n": event.n + off * draw.below(3), "m": event.m + off,
        "k": event.k, "k2": event.k + 2, "big": f"{event.big:,}",
        "when": when_of(event, today, draw)}
    text = draw.one(TOLD[event.kind]).format(**values)
    return text[0].upper() + text[1:], speaker, draw.one(say_b)


def fill(draw):
    words = {key: draw.one(of) for key, of in WORDS.items()}
    words["g2"] = draw.one(WORDS["g"])
    words["y"] = 2 + draw.below(60)
    return " ".join(draw.one(part).format(**words)
                    for part in (WHO, WHAT, END)) + "."


def compose(draw, today, events, earlier):
    event = draw.one(events)
    lead, speaker, other = tell(event, today, draw)
    body = [lead]
    same = [e for e in events if e.war == event.war]
    before = [e for e in earlier if e.war == event.war]
    for _ in range(draw.below(4)):
        body.append(tell(draw.one(same), today, draw)[0])
    if before and draw.below(3) == 0:
        body.append("Earlier, " + tell(draw.one(before), today, draw)[0])
    if draw.below(5) == 0:
        body.append(other[0].upper() + other[1:] + " denied the report.")
    for _ in range(1 + draw.below(7)):
        body.insert(1 + draw.below(len(body)), fill(draw))
    return f"{event.place}: {event.kind} {event.n}", body


def copied(draw, original):
    """Wire copy: another headline, perhaps a sentence cut or added."""
    title, body = original
    body = list(body)
    if len(body) > 2 and draw.below(2):
        body.pop()
    if draw.below(3) == 0:
        body.append(fill(draw))
    return title + draw.one((" - agency", ", officials say", ": update")), body


def front_of(month, places):
    """Where there is fighting in a month: a fifth of all places, of which some
    stay from month to month."""
    front = []
    for war, names in places.items():
        start = month * max(1, len(names) // 12)
        for i in range(max(3, len(names) // 5)):
            front.append((war, names[(start + i) % len(names)]))
    return front


def reports(n):
    draw, places = Draw(2014), towns()
    done, day, earlier, wires = 0, 0, [], []
    while done < n:
        today = FIRST + datetime.timedelta(day)
        front = front_of(day // 30, places)
        events = [Event(draw, today - datetime.timedelta(draw.below(2)),
                        front) for _ in range(A_DAY // 4)]
        for _ in range(min(A_DAY, n - done)):
            if wires and draw.below(3) == 0:
                title, body = copied(draw, draw.one(wires))
            else:
                title, body = compose(draw, today, events, earlier)
                wires = (wires + [(title, body)])[-60:]
            yield {"title": title, "publisher": draw.one(PAPERS),
                   "published": today.isoformat(),
                   "url": f"https://press.example/{done}",
                   "text": "\n\n".join(" ".join(body[i:i + 3]) for i in
                                       range(0, len(body), 3))}
            done += 1
        earlier = events
        day += 1


def main():
    for report in reports(int(sys.argv[1])):
        sys.stdout.write(json.dumps(report) + "\n")


if __name__ == "__main__":
    main()
