#!/usr/bin/env python3
"""Makes a folder of mixed input, each format in good and in bad shape, and looks
at what intake makes of it: every report there, every refusal named. TAP.
usage: test.py INTAKE_SHOW KIT [FOLDER]   (FOLDER: leave the files there)
       test.py --make KIND FOLDER         (only files, for a fuzz target)"""
import sys

try:
    import base64, bz2, csv, email.message, gzip, io, json, lzma, os
    import struct, subprocess, tarfile, tempfile, zipfile, zlib
except ImportError as e:
    print(f"1..0 # SKIP python3 without {e.name}")
    sys.exit(0)

T1 = ("Rebels seized the border town of Kidal on Monday after two days of "
      "fighting. At least 12 soldiers were killed, the army said.")
T2 = ("Troops shelled the market of Gao on Wednesday, killing five people, "
      "residents said. The governor asked for a truce.")
RU = "Войска вошли в город утром. Жители ушли в подвалы. Мосты разрушены."
AR = "دخلت القوات المدينة صباحا وفر السكان إلى القرى المجاورة بعد القصف"
JA = "部隊は朝、町に入った。住民は地下室に避難したという。橋は壊された。"
ZH = "部队早晨进入城市，居民逃往附近的村庄。桥梁被毁。"
DE = "Die Brücke über den Fluß wurde zerstört, sagte der Bürgermeister Müller."
CS = "Vojáci vstoupili do města, řekl starosta. Most přes řeku byl zničen."

CASES = []  # name, bytes, expected


def case(name, data, *want):
    CASES.append((name, data if isinstance(data, bytes) else data.encode(),
                  want))


def ok(text, **fields):
    return ("ok", text, fields)


def no(words):
    return ("no", words, {})


def page(title, *paragraphs, head=""):
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head>"
            f"<body><nav><a href=/>Home</a></nav><h1>{title}</h1>{body}"
            f"<footer>All rights reserved</footer></body></html>")


def plain_and_encodings():
    case("a.txt", T1, ok(T1))
    case("bom.txt", b"\xef\xbb\xbf" + T1.encode(), ok(T1))
    for e in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        case(f"{e}.txt", T1.encode(e), ok(T1))
    for e, s in (("utf-16-le", RU), ("utf-16-be", AR), ("utf-16-le", ZH + "\n")):
        case(f"script.{e}.{ord(s[0]):x}.txt", s.encode(e), ok(s[:12]))
    case("words.bin", bytes(range(256)) * 9, no("binary"))
    long = lambda s: (s + " ") * 6
    for e, s in (("cp1251", RU), ("koi8-r", RU), ("cp1256", AR),
                 ("shift_jis", JA), ("gb18030", ZH), ("cp1252", DE),
                 ("iso8859-2", CS)):
        case(f"text.{e}.txt", long(s).encode(e), ok(s.split(".")[0]))
        name = {"iso8859-2": "iso-8859-2", "cp1251": "windows-1251",
                "cp1256": "windows-1256", "cp1252": "windows-1252"}.get(e, e)
        case(f"page.{e}.html",
             page("Report", long(s), long(s) + "1",
                  head=f'<meta charset="{name}">').encode(e),
             ok(s.split(".")[0]))
    case("xml.koi8.xml", ("<?xml version='1.0' encoding='koi8-r'?><rss><channel>"
         f"<item><title>x</title><description>{RU}</description></item>"
         "</channel></rss>").encode("koi8-r"), ok(RU.split(".")[0]))
    case("empty.txt", "", no("empty"))
    case("blank.txt", " \n\t\n", no("only white space"))
    case("zeros.bin", bytes(3000), no("binary"))
    case("one-bad.txt", b"Good words, then a bad byte: \xff.\n", no("0xFF"))
    case("utf8-cut.txt", ("é" * 30).encode()[:-1], no("not UTF-8"))
    case("large.txt", b"a word " * 700000, no("at most 4194304"))


def pages():
    case("page.html", page("Kidal falls", T1, T2,
         head='<meta property="og:site_name" content="Sample Wire">'
              '<meta property="article:published_time" '
              'content="2023-05-02T10:00:00Z">'
              '<link rel=canonical href="https://w.example/1">'),
         ok(T2, title="Kidal falls", publisher="Sample Wire",
            published="2023-05-02", doc="https://w.example/1"))
    p = page("Kidal falls", T1, T2)
    case("cut.html", p[:p.index("Gao") + 30], ok(T1))
    case("unclosed.html", "<html><body>" + "<p><b><i><font>" * 2000 + T1 +
         "<p>" + T2, ok(T2))
    case("divs.html", "<html><body>" + "<div>" * 100000 + f"<p>{T1}</p>" +
         f"<p>{T2}</p>", ok(T1))
    case("stray.html", "<html><body>" + "<b>" * 30000 + "</i>" * 60000 +
         f"<p>{T1}<p>{T2}", no("SR_MAX_TAG_WORK"))
    wide = " ".join(f"a{i}=x" for i in range(300))
    case("wide.html", page("K", T1, T2).replace("<p>", f"<p {wide}>", 1),
         no("SR_MAX_ATTRIBUTES"))
    case("wide.rss", f"<rss><channel><item {wide}><title>A</title><description>"
         f"{T1}</description></item></channel></rss>", no("SR_MAX_ATTRIBUTES"))
    case("wide.docx", docx(f"<w:p {wide}/>" + para(T1)), no("damaged"))
    case("wide.xlsx", xlsx(f"<a><row {wide}><c t='str'><v>title</v></c></row></a>"),
         no("damaged"))
    loop = "for (i = 0; i <n; i++) { " + "a = b + c; " * 300 + "}"
    case("not_wide.html", page("K", T1, T2, head=f"<script>{loop}</script><style>"
         f"{loop}</style><!-- <p {wide} -->") + f"<p title='{wide}'>", ok(T1))
    case("snippet.html", f"<p>{T1}</p>", ("ok", T1, {"blocks": [["body", T1]]}))
    case("boxes.html", "<html><body>" + "<p>x" * 1100000, no("SR_MAX_BOXES"))
    case("script.html", page("Kidal falls", T1, T2).replace("<h1>",
         "<script>" + "var a='<p>none of it</p>';" * 60000 + "</script><h1>"),
         ok(T1))
    case("open-comment.html", page("Kidal falls", T1, T2) + "<!-- " + "x" * 9999,
         ok(T1))
    case("no-article.html", "<!DOCTYPE html><html><body><ul>" +
         "<li><a href=1>A story</a></li>" * 50 + "</ul></body></html>",
         no("without an article"))
    case("nul.html", page("Kidal", T1, T2).replace("two", "t\0wo").encode(),
         ok(T2))


def states():
    """Pages whose text a script puts there."""
    shell = lambda script: page("Kidal falls", head='<meta property="article:'
         'published_time" content="2023-05-02">').replace("<h1>Kidal falls</h1>",
         "<div id=root>Loading</div>" + script)
    last = ("Aid workers said that three of the wounded had died on the road to "
            "the hospital, which had no power that week.")
    other = {"title": "Another", "url": "/x", "description": "Far away. " * 80}
    bold = [{"text": T1[:30]}, {"text": T1[30:], "bold": True}]
    paragraph = lambda *runs: {"type": "paragraph", "children": [
        r if isinstance(r, dict) else {"text": r} for r in runs]}
    blocks = {"props": {"related": [other] * 6, "article": {"title": "Kidal",
        "url": "/k", "body": [paragraph(*bold), {"type": "image", "url": "/i"},
                              paragraph(T2), paragraph(last)]}}}
    good = ok(T1, published="2023-05-02", title="Kidal falls")
    case("state.next.html", shell('<script id="__NEXT_DATA__" type="application/'
         'json">' + json.dumps(blocks) + "</script>"), ("ok", T1, {"blocks":
         [["body", T1], ["body", T2], ["body", last]]}))
    case("state.set.html", shell("<script>a=1;</script><script>window.s = " +
         json.dumps({"elements": [{"content": s} for s in (T1, T2, last)]}) +
         "; b=2</script>"), good)
    case("state.parsed.html", shell("<script>s=JSON.parse(" + json.dumps(
         json.dumps({"html": f"<p>{T1}</p><p>{T2}</p><p>{last}</p>"})) +
         ")</script>"), good)
    case("state.none.html", shell('<script>s={"text": "Yes."}</script>'),
         no("without an article"))
    case("state.cut.html", shell("<script>s=" + json.dumps(blocks)[:-5]),
         no("without an article"))


def messages():
    head = '<meta property="og:title" content="Border Watch"><meta property=' \
        '"og:site_name" content="Telegram">'
    tg = lambda n, text, name="Border Watch": (
        '<div class="tgme_widget_message_wrap"><div class="tgme_widget_message '
        f'js-widget_message" data-post="bw/{n}"><a class="'
        f'tgme_widget_message_owner_name" href="https://t.example/bw">{name}</a>'
        + (f'<div class="tgme_widget_message_text" dir="auto">{text}</div>'
           if text else '<a class="tgme_widget_message_photo"></a>') +
        f'<span class="tgme_widget_message_views">{n}K</span><a class="'
        f'tgme_widget_message_date" href="https://t.example/bw/{n}"><time '
        f'datetime="2023-05-0{n}T08:00:00+00:00">08:00</time></a></div></div>')
    whole = lambda body, more=head: ("<!DOCTYPE html><html><head><title>x"
         f"</title>{more}</head><body><nav><a href=/>Join</a></nav>{body}"
         "</body></html>")
    case("channel.html", whole(tg(1, T1) + tg(2, "") + tg(3, f"<b>{T2}</b>")),
         ok(T1, doc="https://t.example/bw/1", publisher="Border Watch",
            published="2023-05-01", title=None),
         no("without text"), ok(T2, published="2023-05-03"))
    case("channel.one.html", whole(tg(1, T1) + "<i id=a></i><b id=a></b>"), ok(T1, published="2023-05-01"))
    case("channel.cut.html", whole(tg(1, T1) + tg(2, T2))[:-80], ok(T1), ok(T2))
    case("export.html", whole("".join(
         f'<div class="message default clearfix" id="message{n}"><div class="body'
         f'"><div class="pull_right date details" title="0{n}.05.2023 10:11:12 '
         f'UTC+03:00">10:11</div>{by}<div class="text">{text}</div></div></div>'
         for n, by, text in ((1, '<div class="from_name">Chan</div>', T1),
                             (2, "", T2))), ""),
         ok(T1, doc="message1", publisher="Chan", published="2023-05-01"),
         ok(T2, doc="message2", publisher="Chan", published="2023-05-02"))
    case("export.notice.html", whole(
         '<div class="message service" id="message-1"><div class="body details">'
         '2 May 2023</div></div><div class="message default" id="message2"><div '
         'class="pull_right date details" title="02.05.2023 10:11:12 UTC+03:00">'
         f'10:11</div><div class="text">{T1}</div></div>', ""),
         ok(T1, doc="message2", published="2023-05-02"))
    entry = lambda n, text, title="": (
        f'<article id="e{n}"><header><time datetime="2023-05-0{n}T10:00:00Z">'
        f"10:00</time>{title and f'<h2>{title}</h2>'}</header><p>{text}</p>"
        '<ul class="share"><li><a href=#>Share</a></ul></article>')
    live = ('<script type="application/ld+json">{"@type": "LiveBlogPosting", '
            '"publisher": {"name": "Courier"}, "datePublished": '
            '"2023-05-09"}</script><link rel="canonical" href="https://c.example'
            '/live">')
    case("live.html", whole("<h1>The war, live</h1><div class=feed>" +
         entry(3, T1, "Kidal falls") + "<div class=ad>Buy</div>" + entry(2, T2) +
         entry(1, T2 + " And more.") + "</div><aside>" + entry(4, "x") * 5 +
         "</aside>", live),
         ok(T1, doc="https://c.example/live#e3", title="Kidal falls",
            publisher="Courier", published="2023-05-03"),
         ok(T2, published="2023-05-02", title=None),
         ok("And more", published="2023-05-01"))
    case("live.none.html", whole(f"<h1>The war is over</h1><p>{T1}</p><p>{T2}</p>", live),
         ok(T2, title="The war is over", published="2023-05-09"))


def feeds():
    item = lambda n, t: (f"<item><title>No {n}</title><link>https://f.example/"
                         f"{n}</link><pubDate>Tue, 02 May 2023 10:00:00 GMT"
                         f"</pubDate><description>{t}</description></item>")
    rss = ('<?xml version="1.0"?><rss version="2.0"><channel><title>Feed One'
           f"</title>{item(1, T1)}{item(2, T2)}</channel></rss>")
    case("rss.xml", rss, ok(T1, publisher="Feed One", doc="https://f.example/1",
                            published="2023-05-02"), ok(T2))
    case("rss-late.xml", "\n \n" + rss, ok(T1), ok(T2))
    case("rss-latin.xml", ("<rss><channel>" + item(1, T1 + " Café Renée.") +
         "</channel></rss>").encode("latin-1"), ok("Café Renée"))
    case("rss-cut.xml", rss[:rss.index("truce")], ok(T1),
         no("breaks off"))
    case("atom.xml", '<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom'
         '</title><entry><title>A</title><id>tag:1</id><link rel="alternate" '
         'href="https://f.example/a"/><updated>2023-05-02T01:00:00Z</updated>'
         f'<content type="html">&lt;p&gt;{T1}&lt;/p&gt;</content></entry></feed>',
         ok(T1, doc="https://f.example/a", published="2023-05-02"))
    case("prefix.xml", '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry>'
         f"<a:title>A</a:title><a:id>tag:1</a:id><a:summary>{T1}</a:summary>"
         "</a:entry></a:feed>", ok(T1, doc="tag:1"))
    case("rdf.xml", '<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/">'
         f"<item><title>A</title><link>https://f.example/r</link><description>"
         f"{T1}</description></item></rdf:RDF>", ok(T1))
    bomb = ('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">'
        for i in range(10)) + "]><rss><channel><item><title>x</title>"
        f"<description>&k;{T1}</description></item></channel></rss>")
    case("laughs.xml", bomb, no(""))
    case("nothing.xml", "<?xml version='1.0'?><rss><channel></channel></rss>",
         no("without items"))
    case("feed.json", json.dumps({"version": "https://jsonfeed.org/version/1.1",
         "title": "Json One", "items": [
             {"id": "7", "content_html": f"<p>{T1}</p>",
              "date_published": "2023-05-02T00:00:00Z"},
             {"id": "8", "content_text": T2}]}),
         ok(T1, doc="7", publisher="Json One", published="2023-05-02"),
         ok(T2, doc="8"))


def tables():
    line = json.dumps({"id": "x1", "headline": "A", "text": T1,
                       "date": "2023-05-02"})
    case("lines.jsonl", f'{line}\n{{"id": "x2", "text": "cut \n[1,2]\n'
         + json.dumps({"url": "https://j.example/3", "body": T2}) + "\n",
         ok(T1, doc="x1", title="A", published="2023-05-02"),
         no("not an object"), ok(T2, doc="https://j.example/3"))
    case("list.json", json.dumps([{"title": "A", "content": {"rendered":
         f"<p>{T1}</p>"}}, {"title": "B"}, {"text": T2, "timestamp":
         1683021600}], indent=1), ok(T1, doc="list.json#1"), no("no text"),
         ok(T2, published="2023-05-02"))
    case("channel.json", json.dumps({"name": "Chan", "messages": [
         {"id": 1, "date": "2023-05-02T08:00:00", "text": T1},
         {"id": 2, "text": ["Troops shelled ", {"type": "bold", "text": "Gao"},
                            " on Sunday."]}]}),
         ok(T1, publisher="Chan"), ok("Troops shelled Gao on Sunday."))
    # What services answer: wrapped in objects, around the list and in it.
    case("answer.json", json.dumps({"response": {"status": "ok", "tags": [{"id": 1}] * 5,
         "results": [{"id": "a", "webTitle": "Rebels seize Kidal", "webUrl":
                      "https://j.example/a", "fields": {"bodyText": T1},
                      "webPublicationDate": "2023-05-02T10:00:00Z"}]}}),
         ok(T1, doc="https://j.example/a", published="2023-05-02",
            title="Rebels seize Kidal"))
    case("hits.json", json.dumps({"took": 3, "hits": {"total": 2, "hits": [
         {"_id": "7", "_source": {"title": "A", "body": T1, "outlet": "Post",
                                  "created_utc": 1683021600.0}},
         {"_id": "8", "_source": {"title": "B", "body": T2,
                                  "date": "20230503T101500Z"}}]}}),
         ok(T1, doc="7", publisher="Post", published="2023-05-02", title="A"),
         ok(T2, doc="8", published="2023-05-03"))
    case("skies.json", json.dumps({"feed": [{"post": {"uri": "at://1", "author":
         {"displayName": "Border Watch"}, "record": {"text": T1, "createdAt":
         "2023-05-02T10:00:00Z"}}}]}),
         ok(T1, published="2023-05-02", author="Border Watch",
            publisher="Border Watch"))
    case("article.json", json.dumps({"title": "Rebels seize Kidal", "author": "A B",
         "text": T1}), ok(T1, author="A B", publisher=None))
    chat = lambda name, *texts: {"name": name, "id": 5, "messages": [
        {"id": n, "date": "2023-05-02T10:00:00", "text": t}
        for n, t in enumerate(texts)]}
    case("channels.json", json.dumps({"about": "All", "frequent": {"list": [
         {"name": "Somebody", "rating": 3}] * 9}, "chats": {"about": "x", "list": [
             chat("One", T1, T2), chat("Two", T2)]}}),
         ok(T1, publisher="One"), ok(T2, publisher="One"), ok(T2, publisher="Two"))
    case("poll.json", json.dumps({"name": "Chan", "messages": [
         {"id": 1, "date": "2023-05-02T10:00:00", "text": T1}, {"id": 2, "text":
          "", "poll": {"answers": [{"text": "Yes"}, {"text": "No"}]}}]}),
         ok(T1, publisher="Chan"), no("no text"))
    case("settings.json", json.dumps({"a": {"b": [{"c": 1}, {"c": 2}]}}),
         no("no text in it"))
    case("source.json", json.dumps({"source": "https://j.example/9", "text": T1}),
         ok(T1, doc="https://j.example/9", publisher="j.example"))
    case("cut.jsonl", line + "\n" + line[:60], ok(T1), no("not an object"))
    case("deep.json", '{"a":' * 100000, no("not an object"))
    out = io.StringIO()
    w = csv.writer(out)
    w.writerow(["id", "headline", "body", "date"])
    w.writerow(["1", 'A "big", day', T1 + "\nAnd more.", "2023-05-02"])
    w.writerow(["2", "B"])
    w.writerow(["3", "C", T2, "2023-05-03"])
    case("table.csv", out.getvalue(), ok(T1, doc="1", title='A "big", day',
         published="2023-05-02"), no("2 cells"), ok(T2, doc="3"))
    case("table.tsv", f"title\ttext\tpublished\nA\t{T1}\t2023-05-02\n",
         ok(T1, published="2023-05-02"))
    case("quote.csv", f'title,text\nA,"{T1}\nB,"{T2}"\n', no("quote"), ok(T2))
    case("utf16.tsv", f"title\ttext\nA\t{T1}\n".encode("utf-16"), ok(T1))
    head = "Rebels seize Kidal"
    case("headlines.csv", f"day,headline,source\n2023-05-02,{head},A\n",
         ok(head, title=head, published="2023-05-02", publisher="A"))
    case("headline.jsonl", json.dumps({"headline": head, "text": T2, "date":
         "2023-05-02"}), ok(head, title=head, published="2023-05-02"))
    case("headline.once.jsonl", json.dumps({"headline": head, "text":
         f"{head}\n\n{T2}"}), ("ok", T2, {"blocks": [["body", T2]]}))
    case("address.csv", f"title\ttext\turl\nA\t{T1}\thttps://www.desk.example/2023/05/02"
         "/kidal.html\n", ok(T1, publisher="desk.example", published="2023-05-02"))
    case("unknown.csv", "event,day,country\n1,2020-01-01,Mali\n2,2020-01-02,"
         "Mali\n3,2020-01-03,Mali\n", no("--map text=COLUMN"))
    chat = lambda *lines: "\n".join(lines) + "\n"
    day = lambda n: f"2023-05-{n:02d}"
    case("chat.txt", chat("[02/05/2023, 14:22:11] Press room: \u200eMessages are encrypted",
         f"[02/05/2023, 14:22:11] Desk A: {T1}", "\u200e[02/05/2023, 14:23:00] "
         "Desk A: \u200eimage omitted", "[02/05/2023, 15:00:00] B was added",
         f"[13/05/2023, 09:10:01] B: {T2}", "And more."),
         no("without text"), ok(T1, author="Desk A", published=day(2)),
         no("without text"), ok(T2 + " And more.", author="B", published=day(13)))
    case("chat.us.txt", chat(f"5/2/23, 2:22\u202fPM - Desk: {T1}",
         "5/2/23, 2:24 PM - Desk: <Media omitted>", f"5/3/23, 9:00 AM - B: {T2}"),
         ok(T1, published=day(2), publisher="Desk"), no("without text"),
         ok(T2, published=day(3)))
    case("chat.de.txt", chat(f"02.05.23, 14:22 - Desk: {T1}"),
         ok(T1, published=day(2)))
    case("chat.day.txt", chat("5/2/23, 14:22 - Desk: Hello", f"5/13/23, 14:22 - Desk: {T1}"),
         ok("Hello", published=day(2)), ok(T1, published=day(13)))
    case("chat.utf16.txt", chat(f"02.05.23, 14:22 - Desk: {T1}").encode("utf-16"),
         ok(T1, published=day(2)))
    case("no.chat.txt", f"02.05.2023, 14:22\n{T1}\n", ok(T1))
    case("log.txt", f"02.05.2023, 14:22 - {T1}\n{T2}\n", ok(T1))
    case("no.table.txt", f"Kidal, Gao, Timbuktu\n{T1}, {T2}\nAnd so on, and on\n",
         ok(T1))
    case("archive.js", "window.POSTS.part0 = " + json.dumps([{"post": {
         "id_str": str(n), "created_at": f"Thu Mar {n} 19:12:58 +0000 2022",
         "full_text": t}} for n, t in ((10, T1), (11, T2))], indent=1),
         ok(T1, doc="10", published="2022-03-10"),
         ok(T2, doc="11", published="2022-03-11"))
    case("cp1251.csv", f"title,text\nA,{RU * 3}\n".encode("cp1251"), ok(RU))


def record(kind, url, block, more=""):
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
            f"Content-Type: application/http; msgtype={kind}\r\n{more}"
            f"Content-Length: {len(block)}\r\n\r\n").encode() + block + \
        b"\r\n\r\n"


def http(body, status="200 OK", head=""):
    return (f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n"
            f"{head}\r\n").encode() + body


def zstd(data, dictionary=None):
    """Frames of blocks that are stored as they are."""
    out = b""
    if dictionary is not None:
        out += struct.pack("<II", 0x184D2A5D, len(dictionary)) + dictionary
    out += struct.pack("<I", 0xFD2FB528) + b"\xA0" + struct.pack("<I", len(data))
    parts = [data[i:i + 100000] for i in range(0, len(data), 100000)]
    for i, p in enumerate(parts):
        last = i + 1 == len(parts)
        out += struct.pack("<I", len(p) << 3 | last)[:3] + p
    return out


# A page with T1, and 40 MiB of nothing, packed by Brotli: python has none.
BROTLI = base64.b64decode(
    "G+4AIBQhyezbtq7j2hahHZ3GMxQKogKDKJ0bIVcO0EjM5KjOEp0WU7QFa0DRGz4nS1BSIo6c"
    "wV6iME/qKqOLYIVvTLiDqSEl50ubi1UbDm79m14h0gqAwjBhTci6ykto6txV/vUp5xlPblkY"
    "wOq3f5kH+1LicDuIGXLxNmoH")
BROTLI_BOMB = base64.b64decode(
    "y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/5"
    "//+HfwIgDgsAdO//AA==")


def crawls():
    p1 = page("Kidal falls", T1, T2).encode()
    p2 = page("Gao shelled", T2, T1).encode()
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(p2[i:i + 100]), p2[i:i + 100])
                      for i in range(0, len(p2), 100)) + b"0\r\n\r\n"
    recs = [record("warcinfo", "x", b"software: x"),
            record("request", "u", b"GET / HTTP/1.1\r\n\r\n"),
            record("response", "https://c.example/1", http(p1)),
            record("response", "https://c.example/2",
                   http(chunks, head="Transfer-Encoding: chunked\r\n")),
            record("response", "https://c.example/3",
                   http(gzip.compress(p1), head="Content-Encoding: gzip\r\n")),
            record("response", "https://c.example/4", http(b"", "404 No")),
            record("resource", "https://c.example/5", T1.encode())]
    want = [ok(T1, doc="https://c.example/1"), ok(T2, doc="https://c.example/2"),
            ok(T1, doc="https://c.example/3"), no("status 404"),
            ok(T1, doc="https://c.example/5")]
    flat = b"".join(recs)
    case("crawl.warc", flat, *want)
    packed = b"".join(gzip.compress(r) for r in recs)
    case("crawl.warc.gz", packed, *want)
    case("crawl.warc.zst", b"".join(zstd(r) for r in recs), *want)
    case("crawl.dict.warc.zst", zstd(flat, b"a dictionary of no use at all"),
         *want)
    case("cut.warc.gz", packed[:-40], *want[:4], no("breaks off"),
         no("breaks off"))
    case("lie.warc", record("response", "u", http(p1)).replace(
        b"Content-Length: ", b"Content-Length: 9"), no(""))
    case("lost.warc", recs[2] + b"lost bytes\r\n" + recs[3], ok(T1),
         no("between"), ok(T2))
    body = lambda data, how: record("response", "u", http(
        data, head=f"Content-Encoding: {how}\r\n"))
    case("packed.warc", body(BROTLI, "br") + body(p1, "br") +
         body(zstd(p1), "zstd") + body(p1, "zstd") + body(BROTLI_BOMB, "br") +
         body(zstd(p1)[:-9], "zstd"), ok(T1), ok(T1), ok(T1), ok(T1),
         no("unpacks to more than"), no("breaks off"))
    case("nothing.warc", record("response", "u", b""), no("empty"))


def zipped(*members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in members:
            z.writestr(name, data)
    return out.getvalue()


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body, styles="", core="", picture=b"\x89PNG" + bytes(4000)):
    wrap = lambda tag, s: (f'<?xml version="1.0"?><w:{tag} xmlns:w="{W}" '
                           'xmlns:mc="mc">' + s + f"</w:{tag}>")
    return zipped(("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<r/>"),
                  ("word/document.xml", wrap("document", f"<w:body>{body}"
                   "</w:body>")), ("word/styles.xml", wrap("styles", styles)),
                  ("word/media/image1.png", picture),
                  ("docProps/core.xml", '<?xml version="1.0"?><cp:coreProperties'
                   ' xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">' + core +
                   "</cp:coreProperties>"))


def para(text, style="", more=""):
    style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{style}<w:r>{more}<w:t>{text}</w:t></w:r></w:p>"


def word_documents():
    cell = lambda *s: "<w:tc>" + "".join(map(para, s)) + "</w:tc>"
    row = lambda *s: "<w:tr>" + "".join(s) + "</w:tr>"
    table = ("<w:tbl>" + row(cell("District"), cell("Killed")) +
             row(cell("Kidal"), cell("12")) + "</w:tbl>")
    style = lambda i, n: (f'<w:style w:styleId="{i}"><w:name w:val="{n}"/>'
                          "</w:style>")
    half = T1.index(" At")
    body = (para("Lage im Norden", "Titel") + para("Contents", "Verz1") +
            f"<w:p><w:r><w:t>{T1[:half]}</w:t></w:r><w:r><w:tab/></w:r>"
            f"<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del>"
            f"<w:r><w:t>{T1[half + 1:]}</w:t></w:r></w:p>" +
            para("Losses", "b1") + table + para("Smoke above Gao", "Besch") +
            para("Not shown.", more="<w:rPr><w:vanish/></w:rPr>") +
            "<w:p><w:r><mc:AlternateContent><mc:Choice>" + para("A box of words.")
            + "</mc:Choice><mc:Fallback>" + para("A box of words.") +
            f"</mc:Fallback></mc:AlternateContent></w:r></w:p>" + para(T2))
    styles = (style("Titel", "Title") + style("b1", "heading 1") +
              style("Besch", "caption") + style("Verz1", "toc 1"))
    core = ("<dc:title>Template</dc:title><dc:creator>Ann Reporter</dc:creator>"
            "<dcterms:modified>2023-05-02T08:00:00Z</dcterms:modified>")
    blocks = [["body", T1], ["heading", "Losses"], ["body", "District | Killed"],
              ["body", "Kidal | 12"], ["caption", "Smoke above Gao"],
              ["body", "A box of words."], ["body", T2]]
    whole = docx(body, styles, core)
    case("sitrep.docx", whole, ok(T1, title="Lage im Norden",
         author="Ann Reporter", published="2023-05-02", inferred=True,
         updated="2023-05-02"))
    case("blocks.docx", whole, ("ok", T2, {"blocks": blocks}))
    case("photos.docx", docx(para(T1), picture=os.urandom(20 << 20)), ok(T1))
    case("plain.docx", docx(para("Situation Report 5") + para("12 May 2023") +
         para(T1), core="<dcterms:modified>2024-01-01T08:00:00Z"
         "</dcterms:modified>"), ok(T1, published="2023-05-12"))
    first = lambda s: (f'<w:p><w:pPr><w:framePr w:dropCap="{s}"/></w:pPr>'
                       f"<w:r><w:t>{T1[0]}</w:t></w:r></w:p>" + para(T1[1:]))
    case("large_letter.docx", docx(first("drop") + para(T2)), ("ok", T1, {
         "blocks": [["body", T1], ["body", T2]]}))
    case("joined.docx", docx("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r>"
         f"<w:t>{T1[:30]}</w:t></w:r></w:p>" + para(T1[30:]) + first("margin")
         + table), ok(T1))
    parts = lambda *names: zipped(*((n, f'<a xmlns:w="{W}"><w:p><w:r><w:t>{T1}'
                                     "</w:t></w:r></w:p></a>") for n in names))
    case("numbered.docx", parts("[Content_Types].xml", "word/document2.xml"),
         ok(T1))
    case("repacked.docx", parts("thumbs/x.xml", "_rels/.rels",
                                "[Content_Types].xml", "word/document.xml"),
         ok(T1))
    case("cut.docx", whole[:-200], no("breaks off"))
    case("broken.docx", zipped(("[Content_Types].xml", "<a/>"),
         ("word/document.xml", "<b><c></b>")), no("damaged"))
    case("empty.docx", docx(""), no("without text"))
    case("bomb.docx", zipped(("[Content_Types].xml", "<a/>"),
         ("word/document.xml", bytes(40 << 20))), no("SR_MAX_OFFICE"))
    case("laughs.docx", zipped(("[Content_Types].xml", "<a/>"),
         ("word/document.xml", '<!DOCTYPE d [<!ENTITY a "ha">' + "".join(
          f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">'
          for i in range(12)) + "]><d><p><r><t>&m;</t></r></p></d>")), no(""))
    case("talk.pptx", zipped(("[Content_Types].xml", "<a/>"),
         ("ppt/presentation.xml", "<a/>")), no("slides"))
    case("book.epub", zipped(("mimetype", "application/epub+zip"),
         ("META-INF/container.xml", "<a/>")), no("e-book"))
    case("in.zip", zipped(("a/plain.docx", docx(para(T2)))), ok(T2))


M = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsx(*sheets, strings="", styles="", book="", more=()):
    """Each sheet: its rows, or its XML."""
    def cell(v):
        if isinstance(v, tuple):  # a number with a style
            return f'<c s="{v[1]}"><v>{v[0]}</v></c>'
        if isinstance(v, int):
            return f'<c t="s"><v>{v}</v></c>'
        if v.startswith("<c"):
            return v
        return f'<c t="inlineStr"><is><t>{v}</t></is></c>'
    xml = lambda tag, s: f'<?xml version="1.0"?><{tag} xmlns="{M}">{s}</{tag}>'
    rows = lambda s: xml("worksheet", "<sheetData>" + "".join(
        "<row>" + "".join(map(cell, r)) + "</row>" for r in s) + "</sheetData>")
    rel = lambda i, kind, to: (f'<Relationship Id="r{i}" Type="{R}/{kind}" '
                               f'Target="{to}"/>')
    n = range(len(sheets))
    return zipped(("[Content_Types].xml", "<Types/>"), *more,
        *((f"xl/worksheets/sheet{i}.xml", s if isinstance(s, (str, bytes))
           else rows(s)) for i, s in enumerate(sheets)),
        ("xl/workbook.xml", f'<workbook xmlns="{M}" xmlns:r="{R}">{book}<sheets>'
         + "".join(f'<sheet name="S{i}" sheetId="{i}" r:id="r{i}"/>' for i in n)
         + "</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships>" + "".join(
         rel(i, "worksheet", f"/xl/worksheets/sheet{i}.xml" if i % 2 else
             f"worksheets/sheet{i}.xml") for i in n) + rel("s", "sharedStrings",
         "sharedStrings.xml") + rel("t", "styles", "styles.xml") +
         "</Relationships>"), ("xl/sharedStrings.xml", xml("sst", strings)),
        ("xl/styles.xml", xml("styleSheet", styles)))


def spreadsheets():
    styles = ('<numFmts><numFmt numFmtId="164" formatCode="[Red]0.0;yy"/>'
              '<numFmt numFmtId="165" formatCode="dd\\.mm\\.yyyy;@"/></numFmts>'
              '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>'
              + "".join(f'<xf numFmtId="{i}"/>' for i in (0, 14, 22, 164, 165))
              + "</cellXfs>")
    strings = (f"<si><t>Text</t></si><si><r><t>{T1[:9]}</t></r><r><t>{T1[9:]}"
               "</t></r><rPh><t>not this</t></rPh></si>"
               "<si><t>a \"tab\"\tis _x0041_</t></si>")
    names = ["Title", 0, "Date", "Killed"]
    first = ["Kidal", 1, (45048, 1), (12, 0)]
    case("rows.xlsx", xlsx([["Losses in the north"], [], names, first, ["", ""],
         ["Gao", T2, (45048.75, 2), '<c t="e"><v>#N/A</v></c>'],
         [2, T2, (45049, 4), (1, 3), "more than there are names"]],
         strings=strings, styles=styles),
         ok(T1, title="Kidal", published="2023-05-02"),
         ok(T2, title="Gao", published="2023-05-02"),
         ok(T2, title='a "tab"\tis A', published="2023-05-03"))
    case("number.xlsx", xlsx([names, ["Kidal", 1, (45048, 0)]], strings=strings,
         styles=styles), ok(T1, published=None))
    case("since_1904.xlsx", xlsx([names, ["Kidal", 1, (43586, 1)]],
         strings=strings, styles=styles, book='<workbookPr date1904="1"/>'),
         ok(T1, published="2023-05-02"))
    case("first.xlsx", xlsx([names, ["a", 1, (59, 1)], ["b", 1, (61, 1)]],
         strings=strings, styles=styles), ok(T1, published="1900-02-28"),
         ok(T1, published="1900-03-01"))
    case("places.xlsx", xlsx('<a><row><c r="AC1" t="str"><v>text</v></c><c r="B1" '
         't="str"><v>title</v></c></row><row><c r="XFD2"><v>7</v></c><c r="AC2" '
         f't="str"><f>A1</f><v>{T1}</v></c><c r="B2" t="str"><v>Kidal</v></c>'
         "</row></a>"), ok(T1, title="Kidal"))
    case("sheets.xlsx", xlsx([["Notes"]], [names, first], [names, first],
         strings=strings), ok(T1), ok(T1))
    case("nothing.xlsx", xlsx([["a", "b"], ["c", "d"]]), no("names of columns"))
    case("lost.xlsx", zipped(("[Content_Types].xml", "<a/>"),
         ("xl/workbook.xml", "<a/>")), no("spreadsheet"))
    whole = xlsx([names, first], strings=strings)
    case("cut.xlsx", whole[:-60], no("breaks off"))
    case("broken.xlsx", xlsx("<a><row><c></row>", strings=strings),
         no("damaged"))
    case("ends.xlsx", xlsx(f'<a><row><c t="str"><v>title</v></c><c t="str"><v>'
         f'text</v></c></row><row><c t="str"><v>a</v></c><c t="str"><v>{T1}</v>'
         "</c></row><row>"), ok(T1), no("damaged"))
    case("bomb.xlsx", xlsx([["title", "text"]], more=[("x", b"")], strings=
         "<si><t>" + "a" * (80 << 20) + "</t></si>"), no("spreadsheet"))
    case("long.xlsx", xlsx(b"<a><row><c t='str'><v>title</v></c><c t='str'><v>"
         b"text</v></c></row>" + b"<row></row>" * (7 << 20)), no("SR_MAX_RATIO"))
    case("strings.xlsx", xlsx([["title", "text"], ["a", 99999]], strings=strings),
         no("no text"))


def open_documents():
    def odt(body, styles="", kind="text"):
        return zipped(("mimetype", "application/vnd.oasis.opendocument." + kind),
             ("content.xml", '<?xml version="1.0"?><o:document-content '
              'xmlns:o="o" xmlns:t="t" xmlns:tb="tb" xmlns:s="s">'
              f"<o:automatic-styles>{styles}</o:automatic-styles><o:body>"
              f"<o:{kind}>{body}</o:{kind}></o:body></o:document-content>"),
             ("meta.xml", '<?xml version="1.0"?><o:m xmlns:o="o" xmlns:dc="d">'
              "<dc:date>2023-05-02T10:00:00</dc:date></o:m>"))

    cell = lambda s: f"<tb:table-cell><t:p>{s}</t:p></tb:table-cell>"
    body = ('<t:sequence-decls/><t:p t:style-name="P1">The North</t:p>'
            "<t:table-of-content><t:p>Contents</t:p></t:table-of-content>"
            f"<t:p>{T1[:20]}<t:span>{T1[20:]}</t:span><t:note><t:p>A note."
            '</t:p></t:note></t:p><t:h t:outline-level="1">Losses</t:h>'
            f"<tb:table><tb:table-row>{cell('Kidal')}{cell('12')}"
            "</tb:table-row></tb:table>"
            f"<t:list><t:list-item><t:p>Gao<t:s t:c='2'/>fell.</t:p></t:list-item>"
            f"</t:list><t:p>{T2}</t:p>")
    style = '<s:style s:name="P1" s:parent-style-name="Title"/>'
    blocks = [["body", T1], ["heading", "Losses"], ["body", "Kidal | 12"],
              ["body", "Gao fell."], ["body", T2]]
    case("sitrep.odt", odt(body, style), ("ok", T1, {"title": "The North",
         "published": "2023-05-02", "blocks": blocks}))
    own = zipfile.ZipFile(io.BytesIO(odt(body, style)))
    case("repacked.odt", zipped(("Pictures/a.png", b"png" * 99),
         ("META-INF/manifest.xml", "<a/>"),
         *((n, own.read(n)) for n in own.namelist())), ok(T1))
    case("cut.odt", odt(body, style)[:-100], no("breaks off"))
    cell = lambda s, more="": (f"<tb:table-cell {more}><t:p>{s}</t:p>"
                               "</tb:table-cell>")
    row = lambda *s: "<tb:table-row>" + "".join(s) + "</tb:table-row>"
    table = lambda name, *s: (f'<tb:table tb:name="{name}">' + "".join(s) +
                              "</tb:table>")
    many = 'tb:number-columns-repeated="3"'
    names = row(cell("Title"), cell("", many), cell("Text"), cell("Date"))
    case("rows.ods", odt(table("Notes", row(cell("Not reports"))) + table(
         "Losses", row(cell("A list of ours")), row(), names, row(cell("Kidal"),
         cell("", many), cell(T1), cell("2 May", 'o:value-type="date" '
         'o:date-value="2023-05-02"')), row(cell("", many)), row(cell("Gao"),
         cell("", many), cell(T2))) + table("More", names, row(cell("x"),
         cell("", many), cell(T2))), kind="spreadsheet"),
         ok(T1, title="Kidal", published="2023-05-02"), ok(T2, title="Gao"),
         ok(T2))
    case("sums.ods", odt("<tb:table/>", kind="spreadsheet"), no("spreadsheet"))


def rich_texts():
    rtf = lambda s: ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}"
                     "{\\f1\\fcharset204 Arial;}}{\\stylesheet{\\s1 heading 1;}"
                     "{\\s2 Title;}}{\\info{\\title Old}{\\author Ann Reporter}"
                     "{\\revtim\\yr2023\\mo5\\dy2}}{\\*\\generator Word;}"
                     "{\\header Page}" + s + "}")
    half = len(T1) // 2
    body = ("\\pard\\s2 The North\\par\n\\pard " + T1[:half] +
            "{\\deleted gone }{\\b " + T1[half:] + "}\\par\n"
            "\\pard\\s1 Losses\\par\\trowd\\pard\\intbl Kidal\\cell 12"
            "\\cell\\row\\pard The caf\\'e9 \\ldblquote Ren\\u233?e\\rdblquote"
            "  fell.{\\pict 00ff00ff}\\par " + T2 + "\\par")
    blocks = [["body", T1], ["heading", "Losses"], ["body", "Kidal | 12"],
              ["body", "The café “Renée” fell."], ["body", T2]]
    case("sitrep.rtf", rtf(body), ("ok", T1, {"title": "The North",
         "author": "Ann Reporter", "published": "2023-05-02",
         "blocks": blocks}))
    case("blank.rtf", rtf("\\par\\pard " + T1 + "\\par"), ok(T1))
    ru = "".join(f"\\'{b:02x}" for b in (RU * 2).encode("cp1251"))
    case("cyrillic.rtf", rtf("\\f1 " + ru), ok(RU[:20]))
    case("mac.rtf", "{\\rtf1\\mac{\\annotation Not this.}{\\info{\\operator "
         "Nobody}{\\doccomm A comment.}}" + "".join(f"\\'{b:02x}" for b in
         DE.encode("mac_roman")) + "\\par}", ("ok", DE, {
         "blocks": [["body", DE]]}))
    case("box.rtf", rtf("{\\shp{\\*\\shpinst{\\sp{\\sn txt}{\\sv 1}}{\\shptxt "
         + T1 + "\\par}}{\\shprslt Again.}}"), ("ok", T1, {
         "blocks": [["body", T1]]}))
    case("cut.rtf", rtf(body)[:-40], no("breaks off"))
    case("deep.rtf", "{\\rtf1" + "{" * 3000, no("SR_MAX_RTF_GROUPS"))
    case("pictures.rtf", rtf("{\\pict " + "00" * 500 + "}"),
         no("without text"))
    case("bin.rtf", rtf("{\\*\\x\\bin99999999 }") + T1, no(""))


def number(n):
    return b"\xff" + struct.pack("<Q", n)


def sevenzipped(*members):
    """Files as they are, one stream (7zFormat.txt)."""
    data = [d.encode() if isinstance(d, str) else d for _, d in members]
    names = b"".join(n.encode("utf-16-le") + b"\0\0" for n, _ in members)
    total = sum(map(len, data))
    head = (b"\1\4\6" + number(0) + number(1) + b"\x09" + number(total) +
            b"\0\7\x0b" + number(1) + b"\0" + number(1) + b"\1\0\x0c" +
            number(total) + b"\0\x08\x0d" + number(len(data)) + b"\x09" +
            b"".join(number(len(d)) for d in data[:-1]) + b"\x0a\1" +
            b"".join(struct.pack("<I", zlib.crc32(d)) for d in data) +
            b"\0\0\5" + number(len(data)) + b"\x11" + number(len(names) + 1) +
            b"\0" + names + b"\0\0")
    start = struct.pack("<QQI", total, len(head), zlib.crc32(head))
    return (b"7z\xbc\xaf\x27\x1c\0\4" + struct.pack("<I", zlib.crc32(start)) +
            start + b"".join(data) + head)


def rarred(*members):
    """Files as they are (RAR 4)."""
    def block(kind, flags, more, data=b""):
        rest = struct.pack("<BHH", kind, flags, 7 + len(more)) + more
        return struct.pack("<H", zlib.crc32(rest) & 0xffff) + rest + data

    out = b"Rar!\x1a\7\0" + block(0x73, 0, bytes(6))
    for name, data in members:
        data = data.encode() if isinstance(data, str) else data
        name = name.encode()
        out += block(0x74, 0x8000, struct.pack("<IIBIIBBHI", len(data),
                     len(data), 3, zlib.crc32(data), 0x56a20000, 20, 0x30,
                     len(name), 0o100644) + name, data)
    return out + block(0x7b, 0x4000, b"")


def archives():
    def tarred(*members):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as t:
            for name, data in members:
                data = data.encode() if isinstance(data, str) else data
                info = tarfile.TarInfo(name)
                info.size = len(data)
                t.addfile(info, io.BytesIO(data))
        return out.getvalue()

    inner = zipped(("deep.txt", T2))
    files = [("d/one.txt", T1), ("two.html", page("Gao", T2, T1)),
             ("nest.zip", inner), ("bad.txt", ""), (".hidden", "no"),
             ("pic.png", b"\x89PNG\r\n\x1a\n" + bytes(50)), ("last.txt", T1)]
    want = [ok(T1, doc="one.txt"), ok(T2), ok(T2, doc="deep.txt"), no("empty"),
            no("PNG"), ok(T1, doc="last.txt")]
    case("a.zip", zipped(*files), *want)
    tar = tarred(*files)
    case("a.tar", tar, *want)
    case("a.tar.gz", gzip.compress(tar), *want)
    case("a.tar.xz", lzma.compress(tar), *want)
    case("a.tar.bz2", bz2.compress(tar), *want)
    case("a.tar.zst", zstd(tar), *want)
    case("a.7z", sevenzipped(*files), *want)
    case("a.rar", rarred(*files), *want)
    case("cut.7z", sevenzipped(*files)[:-30], no("damaged"))
    case("cut.rar", rarred(*files)[:400], ok(T1), ("any", "", {}))
    case("cut.tar", tar[:1200], ok(T1), no(""))
    case("cut.zip", zipped(*files)[:-400], ok(T1), ok(T2), ok(T2), no("empty"),
         no("PNG"), ("any", "", {}))
    nest = T1.encode()
    for _ in range(12):
        nest = zipped(("x", nest))
    case("nested.zip", nest, no("SR_MAX_NESTED"))
    z = bytes(300 << 20)
    case("bomb.gz", gzip.compress(z, 9), no(""))
    case("bomb.zip", zipped(("a.txt", b"WARC/1.0\r\n" + z), ("b.txt", T1)),
         ("any", "", {}))
    case("twice.gz", gzip.compress(gzip.compress(T1.encode())), ok(T1))
    case("noise.gz", b"\x1f\x8b" + bytes(range(200)), no(""))
    case("zeros.7z", b"7z\xbc\xaf\x27\x1c" + bytes(60), no("archive"))
    case("zeros.rar", b"Rar!\x1a\7\0" + bytes(60), no("archive"))
    case("zeros5.rar", b"Rar!\x1a\7\1\0" + bytes(60), no("archive"))


def mails():
    def mail(n, subject, text, charset="utf-8", html=None, attach=None):
        m = email.message.EmailMessage()
        m["From"] = "Desk <desk@m.example>"
        m["Subject"] = subject
        m["Message-ID"] = f"<{n}@m.example>"
        m["Date"] = "Tue, 02 May 2023 10:00:00 +0000"
        if html:
            m.set_content(html, subtype="html", cte="base64")
        else:
            m.set_content(text, charset=charset, cte="quoted-printable")
        if attach:
            m.add_attachment(attach.encode(), maintype="text",
                             subtype="html", filename="a.html")
        return m.as_bytes()

    one = mail(1, "Kidal – news", T1)
    two = mail(2, "Brücke", DE, "iso-8859-1")
    three = mail(3, "Gao", "", html=f"<p>{T2}</p>")
    four = mail(4, "With a page", T1, attach=page("Gao", T2, T1))
    box = b"".join(b"From a@b Tue May  2 10:00:00 2023\n" + m + b"\n"
                   for m in (one, two, three, four))
    want = [ok(T1, doc="1@m.example", title="Kidal – news",
               published="2023-05-02"), ok(DE, title="Brücke"), ok(T2),
            ok(T1), ok(T2, title="Gao")]
    case("box.mbox", box, *want)
    case("one.eml", one, want[0])
    head = ("From: Desk <desk@m.example>\nTo: all@m.example\nSubject: Gao\n"
            "Date: Tue, 02 May 2023 10:00:00 +0000\n")
    case("no_id.eml", head + "\n" + T2, ok(T2, title="Gao",
                                             published="2023-05-02"))
    kind = "Content-Type: text/plain; charset=%s\n"
    case("not_ascii.eml", head + kind % "us-ascii" + "\n" + DE, ok(DE))
    case("not_base64.eml", head + kind % "utf-8" +
         "Content-Transfer-Encoding: base64\n\n" + T2, ok(T2))
    part = lambda s: f"--b\n{kind % 'utf-8'}\n{s}\n"
    many = lambda how: (head + f'Content-Type: multipart/{how}; boundary="b"\n'
                        "\n" + part(T1) + part(T2) + "--b--\n")
    case("mixed.eml", many("mixed"), ("ok", T1, {"blocks": [["body", T1],
                                                           ["body", T2]]}))
    case("choice.eml", many("alternative"), ("ok", T1, {"blocks": [["body", T1]]}))
    web = ('Content-Type: text/html; charset="utf-8"\nContent-Location: '
           "https://m.example/%d\n\n%s\n")
    saved = lambda *parts: (head + 'Content-Type: multipart/related; type="text/'
                            'html"; boundary="b"\n\n' + "".join(
                                f"--b\n{p}" for p in parts) + "--b--\n")
    day = '<meta property="article:published_time" content="2023-04-30">'
    case("saved.mhtml", saved(web % (1, page("Gao", T2, T1, head=day)),
         web % (2, page("Frame", T1, T2)), "Content-Type: text/css\n\np {}\n"),
         ok(T2, doc="https://m.example/1", published="2023-04-30", title="Gao"))
    case("letter.eml", saved(kind % "utf-8" + "\n" + T1 + "\n",
         "Content-Type: image/png\nContent-Location: https://m.example/a.png"
         "\n\nx\n"), ok(T1, title="Gao", published="2023-05-02"))
    # What an answer repeats is another mail's; what is passed on is this one's.
    quote = lambda s: "".join(f"> {line}\n" for line in s.split(". "))
    one_text = lambda s: {"blocks": [["body", s]]}
    case("answer.eml", head + f"\n{T1}\n\nOn Mon, 1 May 2023 at 09:12, Field\n"
         f"<field@m.example> wrote:\n\n{quote(T2)}\n-- \nDesk\n{T2}\n",
         ("ok", T1, one_text(T1)))
    shown = lambda s: head + kind.replace("plain", "html") % "utf-8" + f"\n<div>{T1}</div>{s}"
    wrote = '<div class="gmail_attr">On Mon, 1 May 2023 at 09:12, Field wrote:</div>'
    for name, ours in (("gmail", f'<div class="gmail_quote">{wrote}<blockquote class="gmail_quote">%s</blockquote></div>'),
                       ("cite", '<div class="moz-cite-prefix">Field wrote:</div><blockquote type="cite">%s</blockquote>')):
        case(f"{name}.eml", shown(ours % T2), ("ok", T1, one_text(T1)))
        case(f"{name}_passed.eml", shown(ours % T2).replace(T1, "See below."), ok(T2))
    case("passed.eml", head + "\nSee below.\n\n" + quote(T1 + " " + T2),
         ok(T2.split(". ")[0]))
    case("from.eml", head + f"\n>From the north came rebels. {T1}\n",
         ok(T1))
    case("colon.eml", head + f"\n{T1}\nHe said:\n{quote(T2)}",
         ("ok", "He said:", {}))
    case("none.eml", head + "\n", no("a message without text"))
    case("cut.mbox", box[:len(one) + 300], want[0], ("any", "", {}))


def pdfs():
    def pdf(lines):
        text = b" ".join(b"(" + s.encode() + b") Tj T*" for s in lines)
        objs = [b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
                b"/Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"]
        text = b"BT /F1 12 Tf 72 720 Td 14 TL " + text + b" ET"
        objs += [b"<< /Length %d >>\nstream\n" % len(text) + text +
                 b"\nendstream",
                 b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
        out, at = b"%PDF-1.4\n", []
        for i, o in enumerate(objs):
            at.append(len(out))
            out += b"%d 0 obj\n" % (i + 1) + o + b"\nendobj\n"
        end = len(out)
        return out + b"xref\n0 6\n0000000000 65535 f \n" + b"".join(
            b"%010d 00000 n \n" % k for k in at) + \
            b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % end

    case("report.pdf", pdf([T1[:60], T1[60:]]), ok("Rebels seized"))
    case("cut.pdf", b"%PDF-1.4\nbroken", no("pdftotext"))
    case("locked.pdf", b"%PDF-1.4\ntrailer << /Encrypt 4 0 R >>", no("password"))
    case("blank.pdf", pdf([]), no("without text"))


def judge(name, want, got):
    """None, or what is wrong."""
    hard = [w for w in want if w[0] != "any"]
    if len(got) < len(hard) or (len(hard) == len(want) and
                                len(got) != len(want)):
        return f"{len(got)} items, expected {len(want)}: " + str(
            [g.get("refused") or g.get("doc") for g in got])
    for i, (kind, words, fields) in enumerate(want):
        if kind == "any":
            continue
        g = got[i]
        if kind == "no":
            if "refused" not in g or words not in g["refused"]:
                return f"item {i + 1}: expected a refusal '{words}': {g}"
            if not g["refused"] or not g["path"]:
                return f"item {i + 1}: a refusal without words or a path"
            continue
        if "refused" in g:
            return f"item {i + 1} refused: {g['refused']}"
        text = " ".join(b[1].replace("\n", " ") for b in g["blocks"])
        if words not in text:
            return f"item {i + 1}: '{words[:40]}' is not in '{text[:300]}'"
        for key, value in fields.items():
            have = g[key]
            if key == "blocks":
                have = [b for b in have if b[0] not in ("title", "field")]
            if have != value:
                return f"item {i + 1}: {key} '{have}', expected '{value}'"
    return None


def documents():
    word_documents()
    spreadsheets()
    open_documents()
    rich_texts()


def both():
    pages()
    states()


def sheets():
    spreadsheets()
    open_documents()


KINDS = {"office": documents, "sheet": sheets, "posts": messages, "page": both, "feed": feeds, "table": tables, "json": tables,
         "warc": crawls, "archive": archives, "mail": mails}


def unzipped(data):
    """A document as fuzz_office has it: its XML behind a letter."""
    try:
        z = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        return b""
    for letter, part in ((b"w", "word/document.xml"), (b"o", "content.xml")):
        if part in z.namelist():
            return letter + z.read(part)
    return b""


def unzipped_sheet(data):
    """A spreadsheet as fuzz_sheet has it: its parts with form feeds between."""
    try:
        z = zipfile.ZipFile(io.BytesIO(data))
        parts = [f"xl/{s}.xml" for s in ("styles", "sharedStrings",
                                         "worksheets/sheet0")]
        if "content.xml" in z.namelist():
            return b"o" + z.read("content.xml")
        return b"x" + b"\f".join(map(z.read, parts))
    except (zipfile.BadZipFile, KeyError):
        return b""


def seeds(kind, folder):
    """The small ones of a kind's files, for a fuzz target."""
    for make in [KINDS[kind]] if kind in KINDS else KINDS.values():
        make()
    os.makedirs(folder, exist_ok=True)
    for name, data, _ in CASES:
        if kind == "office" and data[:2] == b"PK":
            data = unzipped(data)
        if kind == "sheet":
            data = unzipped_sheet(data)
        if len(data) < 6000:
            with open(os.path.join(folder, name), "wb") as f:
                f.write(data)


def main():
    if sys.argv[1] == "--make":
        seeds(*sys.argv[2:4])
        return
    show, kit = sys.argv[1:3]
    for make in (plain_and_encodings, pages, states, messages, feeds, tables, crawls, archives,
                 mails, pdfs, documents):
        make()
    with tempfile.TemporaryDirectory() as own:
        folder = sys.argv[3] if len(sys.argv) > 3 else own
        os.makedirs(folder, exist_ok=True)
        for i, (name, data, want) in enumerate(CASES):
            path = os.path.join(folder, name)
            with open(path, "wb") as f:
                f.write(data)
            run = subprocess.run([show, kit, path], capture_output=True,
                                 timeout=300)
            got = [json.loads(s) for s in run.stdout.decode().splitlines()]
            wrong = judge(name, want, got)
            if run.returncode or run.stderr:
                wrong = f"status {run.returncode} {run.stderr[-2000:].decode()}"
            print(f"{'not ok' if wrong else 'ok'} {i + 1} - {name}")
            if wrong:
                print("# " + wrong.replace("\n", "\n# ")[:1500])
            sys.stdout.flush()
    print(f"1..{len(CASES)}")


main()
