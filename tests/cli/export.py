#!/usr/bin/env python3
"""What `sitrep export` writes, read by other programs' readers.

    export.py make           a small war by hand: reports and claims.jsonl
    export.py FORM FILE      whether FILE is that form and says what it should
"""
import csv
import json
import re
import sys
import xml.etree.ElementTree as ET

HOSTILE = '=1+2,"<b>&amp;</b>\x1b[2J]]>'
TITLE = '@SUM(A1) "quoted", <script>alert(1)</script>'
REPORTS = {
    "kidal.txt": ("Rebels take Kidal", "The Desert Post", "2024-05-04", [
        "Rebels seized Kidal on 3 May.",
        "At least 12 soldiers were killed, the army said.",
        "Two shopkeepers died.",
        "The governor denied that the town had fallen."]),
    "river.txt": (TITLE, 'River "Times", Ltd', "2024-05-20", [
        "The army retook Kidal on 18 May.",
        "Between 30 and 40 rebels died.",
        HOSTILE,
        "A strike hit the north of Gao region in May.",
        "Gunmen shot five herders near Gao.",
        "Envoys met in Gao on Monday.",
        "The army will attack Gao.",
        "The army denied a raid on Gao.",
        "Fighters of the valley clashed with herders' guards."]),
}
KIDAL = {"name": "Kidal", "id": 2455290, "lat": 18.44345, "lon": 1.40921,
         "role": "at", "country": "ML"}
GAO = {"name": "Gao", "id": 2457163, "lat": 16.27167, "lon": -0.04472,
       "role": "near", "country": "ML"}
AT_GAO = dict(GAO, role="at")
MALI = {"name": "Mali", "id": -152374173491090, "role": "area", "country": "ML"}
ARMY = {"name": "The army", "side": "ML"}
REBELS = {"name": "Rebels", "side": "JNIM"}


def day(a, b=None, basis="explicit"):
    return {"from": a, "to": b or a, "basis": basis}


def people(low, high):
    return {"low": low, "high": high, "unit": "people"}


# report, sentence, type, status, actor, target, place, date, count, speaker
CLAIMS = [
    ("kidal.txt", 0, "control.seize", "asserted", REBELS, None, KIDAL,
     day("2024-05-03"), None, None),
    ("kidal.txt", 1, "loss.killed", "asserted", None,
     {"name": "soldiers", "side": "ML"}, KIDAL, day("2024-05-03"),
     people(12, None), "the army"),
    ("kidal.txt", 2, "loss.killed", "asserted", None,
     {"name": "shopkeepers", "side": "CIV"}, KIDAL, day("2024-05-03"),
     people(2, 2), None),
    ("kidal.txt", 3, "control.seize", "denied", REBELS, None, KIDAL,
     day("2024-05-03", "2024-05-04"), None, "The governor"),
    ("river.txt", 0, "control.retake", "asserted", ARMY, None, KIDAL,
     day("2024-05-18"), None, None),
    ("river.txt", 1, "loss.killed", "asserted", ARMY,
     {"name": "rebels", "side": "JNIM"}, KIDAL, day("2024-05-18"),
     people(30, 40), None),
    ("river.txt", 2, "attack.shelling", "unverified", None, ARMY, AT_GAO,
     day("2024-05-14"), None, "=cmd|' /C calc'!A0"),
    ("river.txt", 3, "attack.air", "asserted", ARMY, REBELS, MALI,
     day("2024-04-01", "2024-04-20"), None, None),
    ("river.txt", 4, "attack.civilians", "asserted",
     {"name": "Gunmen", "side": None}, {"name": "herders", "side": "CIV"},
     GAO, day("2024-05-06"), None, None),
    ("river.txt", 4, "loss.killed", "asserted",
     {"name": "Gunmen", "side": None}, {"name": "herders", "side": "CIV"},
     GAO, day("2024-05-06"), people(5, 5), None),
    ("river.txt", 5, "politics.talks", "asserted", None, None, AT_GAO,
     day("2024-05-20"), None, None),
    ("river.txt", 6, "attack.ground", "planned", ARMY, REBELS, AT_GAO, None,
     None, None),
    ("river.txt", 7, "attack.ground", "denied", ARMY, None, AT_GAO,
     day("2024-03-03"), None, "The army"),
]


def make():
    out = open("claims.jsonl", "w", encoding="utf-8")
    for name, (title, publisher, date, lines) in REPORTS.items():
        text = "Title: %s\nPublisher: %s\nDate: %s\n\n" % (
            title, publisher, date) + " ".join(lines) + "\n"
        open(name, "w", encoding="utf-8").write(text)
        for c in CLAIMS:
            if c[0] != name:
                continue
            words = lines[c[1]]
            start = text.index(words)
            keys = ("type", "status", "actor", "target", "place", "date",
                    "count", "speaker")
            claim = {"doc": name, **dict(zip(keys, c[2:]))}
            claim["evidence"] = {"start": start, "end": start + len(words),
                                 "text": words}
            out.write(json.dumps(claim) + "\n")


def need(what, found, expected):
    if found != expected:
        sys.exit("# %s: found %r, expected %r" % (what, found, expected))


def table(path, header, skip=0):
    rows = list(csv.reader(open(path, encoding="utf-8", newline=""),
                           strict=True))
    need("header", ",".join(rows[0]), header)
    need("widths", {len(r) for r in rows}, {len(rows[0])})
    for row in rows[1 + skip:]:
        for cell in row:
            if cell[:1] in ("=", "+", "@", "\t") or \
                    (cell[:1] == "-" and not re.fullmatch(r"-[\d.]+", cell)):
                sys.exit("# a formula: %r" % cell)
    return [dict(zip(rows[0], r)) for r in rows[1:]]


def one(rows, key, value):
    found = [r for r in rows if r[key] == value]
    need("rows with %s %s" % (key, value), len(found), 1)
    return found[0]


def has(row, **cells):
    for key, value in cells.items():
        need(key, row[key], value)


ACLED = ("event_id_cnty,event_date,year,time_precision,disorder_type,"
         "event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,"
         "assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,"
         "country,admin1,admin2,admin3,location,latitude,longitude,"
         "geo_precision,source,source_scale,notes,fatalities,tags,timestamp")


def acled(path):
    rows = table(path, ACLED)
    need("rows", len(rows), 5)
    fall = one(rows, "event_date", "2024-05-03")
    has(fall, year="2024", time_precision="1", event_type="Battles",
        disorder_type="Political violence",
        sub_event_type="Non-state actor overtakes territory",
        inter1="Rebel group", iso="466", region="Western Africa",
        country="Mali", admin1="Kidal", location="Kidal", geo_precision="1",
        latitude="18.44345", longitude="1.40921", source="The Desert Post",
        fatalities="14", admin3="", source_scale="",
        tags="status=contested; credibility=4", timestamp="1717243200")
    need("id", fall["event_id_cnty"][:4], "MLIi")
    has(one(rows, "event_date", "2024-05-18"), actor1="Mali",
        sub_event_type="Government regains territory", inter1="State forces",
        fatalities="30", actor2=fall["actor1"], inter2="Rebel group",
        interaction="State forces-Rebel group")
    has(one(rows, "event_date", "2024-05-14"), event_type="Explosions/Remote "
        "violence", notes="'" + HOSTILE, fatalities="0", actor1="",
        source='River "Times", Ltd')
    has(one(rows, "event_date", "2024-04-10"), time_precision="3",
        geo_precision="3", latitude="", sub_event_type="Air/drone strike")
    has(one(rows, "event_date", "2024-05-06"), actor1="Gunmen",
        actor2="Civilians (Mali)", civilian_targeting="Civilian targeting",
        geo_precision="2", sub_event_type="Attack", fatalities="5")


UCDP = ("id,relid,year,active_year,code_status,type_of_violence,"
        "conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,"
        "dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,"
        "side_b_dset_id,side_b_new_id,side_b,number_of_sources,"
        "source_article,source_office,source_date,source_headline,"
        "source_original,where_prec,where_coordinates,where_description,"
        "adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,"
        "country_id,region,event_clarity,date_prec,date_start,date_end,"
        "deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,"
        "gwnoa,gwnob")


def ucdp(path):
    rows = table(path, UCDP)
    need("rows", len(rows), 3)
    for r in rows:
        need("id", int(r["id"]), int(r["relid"][1:], 16))
        need("order", int(r["low"]) <= int(r["best"]) <= int(r["high"]), True)
    has(one(rows, "date_start", "2024-05-03"), year="2024", side_b="Mali",
        type_of_violence="1", where_prec="1", date_prec="1", adm_1="Kidal",
        where_coordinates="Kidal", country="Mali", region="Africa",
        geom_wkt="POINT (1.40921 18.44345)", priogrid_gid="155883",
        event_clarity="1", deaths_a="0", deaths_b="12", deaths_civilians="2",
        deaths_unknown="0", best="14", low="14", high="14",
        source_original="the army; The governor")
    has(one(rows, "date_start", "2024-05-18"), best="30", high="40", low="30",
        deaths_b="30", type_of_violence="1",
        source_headline="'" + TITLE)
    has(one(rows, "date_start", "2024-05-06"), type_of_violence="3",
        side_b="Civilians", where_prec="2", deaths_civilians="5")


VIINA = ("viina_version,event_id_1pd,date,n_reports,event_ids,sources,"
         "geonameid,feature_code,asciiname,ADM1_NAME,ADM1_CODE,ADM2_NAME,"
         "ADM2_CODE,longitude,latitude,GEO_PRECISION,t_mil_b,a_rus_b,a_ukr_b,"
         "a_rus_init_b,a_ukr_init_b,a_civ_b,a_other_b,t_aad_b,t_airstrike_b,"
         "t_airalert_b,t_uav_b,t_armor_b,t_arrest_b,t_artillery_b,"
         "t_control_b,t_firefight_b,t_ied_b,t_raid_b,t_occupy_b,"
         "t_property_b,t_cyber_b,t_hospital_b,t_milcas_b,t_civcas_b,"
         "t_retreat_b,t_loc_b,t_san_b,tid")


def viina(path):
    rows = table(path, VIINA)
    need("rows", len(rows), 5)
    has(one(rows, "date", "20240503"), t_mil_b="1", t_control_b="1",
        t_occupy_b="1", t_milcas_b="1", t_civcas_b="1", a_other_b="1",
        a_rus_b="0", geonameid="2455290", feature_code="PPLA", t_loc_b="1",
        GEO_PRECISION="ADM3", t_artillery_b="0", n_reports="1")
    has(one(rows, "date", "20240518"), t_control_b="1", t_occupy_b="0",
        t_milcas_b="1", t_civcas_b="0")
    has(one(rows, "date", "20240514"), t_artillery_b="1", t_airstrike_b="0")
    need("claims", len(one(rows, "date", "20240503")["event_ids"].split(";")),
         4)


def hxl(path):
    rows = table(path, "id,from,to,by,type,types,actor,target,country,iso3,"
                 "admin1,admin2,location,role,lat,lon,killed_low,killed_high,"
                 "numbers,description,status,doubted,credibility,origins,"
                 "source,url,claims", skip=1)
    for tag in rows[0].values():
        need("hashtag " + tag,
             bool(re.fullmatch(r"#[a-z]\w*(\+[a-z]\w*)*", tag)), True)
    need("rows", len(rows) - 1, 7)
    need("hashtag", rows[0]["killed_low"], "#affected+killed+min")
    has(one(rows, "from", "2024-05-03"), type="control.seize", iso3="MLI",
        killed_low="14", status="contested", role="at")
    has(one(rows, "from", "2024-03-03"), status="denied")
    has(one(rows, "from", "2024-05-14"), description="'" + HOSTILE,
        doubted="true")


def plover(path):
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    need("rows", len(rows), 7)
    fall = one(rows, "date_resolved", "2024-05-03")
    has(fall, event_type="ASSAULT", contexts=["territory"], event_mode=[],
        publisher="The Desert Post", pub_date="2024-05-04",
        event_text="Rebels seized Kidal on 3 May.", status="asserted")
    geo = fall["event_geolocation"]["geo"]
    has(geo, geonameid=2455290, country_code3="MLI", admin1_name="Kidal",
        feature_code="PPLA", lat=18.44345, lon=1.40921)
    has(fall["attributes"]["ACTOR"][0], text="Rebels", code_1="REB",
        country="")
    back = one(rows, "date_resolved", "2024-05-18")
    has(back["attributes"]["ACTOR"][0], country="MLI", code_1="MIL",
        country_name="Mali")
    has(back, headline=TITLE)
    has(one(rows, "event_text", HOSTILE), status="unverified",
        event_mode=["heavy-weapons"], speaker="=cmd|' /C calc'!A0")
    has(one(rows, "status", "planned"), contexts=["military", "future"],
        date_resolved="")
    has(one(rows, "event_type", "CONSULT"), contexts=["diplomatic"])


def timemap(path):
    domain = json.load(open(path, encoding="utf-8"))
    need("keys", sorted(domain), ["associations", "events", "sources"])
    events = domain["events"]
    need("rows", len(events), 7)
    known = {a["id"] for a in domain["associations"]}
    for e in events:
        for key in ("id", "description", "date", "time", "location",
                    "latitude", "longitude", "type", "category", "comments"):
            need(key, type(e[key]), str)
        need("sources", set(e["sources"]) <= set(domain["sources"]), True)
        need("associations", set(e["associations"]) <= known, True)
    for key, source in domain["sources"].items():
        has(source, id=key, paths=[])
        need("name", len(key), 16)
    need("titles", sorted(s["title"] for s in domain["sources"].values()),
         sorted([TITLE, "Rebels take Kidal"]))
    fall = one(events, "date", "2024-05-03")
    has(fall, category="contested", latitude="18.44345", location="Kidal")
    has(one(events, "date", "2024-05-14"), description=HOSTILE)
    has(one(events, "date", "2024-04-01"),
        time_precision="2024-04-01/2024-04-20")


def kml(path):
    ns = {"k": "http://www.opengis.net/kml/2.2"}
    root = ET.parse(path).getroot()
    need("root", root.tag, "{%s}kml" % ns["k"])
    marks = root.findall("k:Document/k:Placemark", ns)
    need("rows", len(marks), 7)
    at = {m.findtext("k:TimeSpan/k:begin", None, ns): m for m in marks}
    fall = at["2024-05-03"]
    need("name", fall.findtext("k:name", None, ns), "control.seize, Kidal")
    need("point", fall.findtext("k:Point/k:coordinates", None, ns),
         "1.40921,18.44345")
    need("end", at["2024-04-01"].findtext("k:TimeSpan/k:end", None, ns),
         "2024-04-20")
    data = {d.get("name"): d.findtext("k:value", None, ns)
            for d in at["2024-05-14"].iterfind("k:ExtendedData/k:Data", ns)}
    has(data, doubted="true", source='River "Times", Ltd')
    need("words", at["2024-05-14"].findtext("k:description", None, ns),
         HOSTILE.replace("\x1b", " "))


if sys.argv[1] == "make":
    make()
else:
    globals()[sys.argv[1]](sys.argv[2])
