"""A server on loopback that behaves badly in every way, for test_fetch.sh:
server.py FOLDER writes its port into FOLDER/port, and what it is asked, a line a
request, into FOLDER/asked. What it says of /page is in FOLDER/page."""
import base64
import gzip
import http.server
import os
import socketserver
import sys
import time

FOLDER = sys.argv[1]
PAGE = """<!DOCTYPE html><html lang="en"><head><title>%s</title>
<meta property="og:site_name" content="Desert Post">
<meta property="article:published_time" content="2024-05-04T08:00:00Z">
<meta property="article:modified_time" content="2024-05-06T08:00:00Z">
</head><body><nav>Home</nav><article><h1>%s</h1><p>%s</p></article></body></html>"""
FIRST = ("Rebels seized the town of Kidal on 3 May, killing 12 soldiers, the "
         "governor said.")
SECOND = ("Rebels seized the town of Kidal on 3 May, killing 15 soldiers, the "
          "governor said. Troops withdrew to Gao.")
FEED = """<?xml version="1.0"?><rss version="2.0"><channel>
<title>Desert Post</title><link>http://127.0.0.1:%(port)d/</link>
<item><title>Kidal</title><link>http://127.0.0.1:%(port)d/page</link>
<description>Rebels seized Kidal.</description></item>
<item><title>Gao</title><link>http://127.0.0.1:%(port)d/other</link>
<description>Shells hit Gao.</description></item>
</channel></rss>"""

# A page of Kidal, packed by Brotli.
BROTLI = base64.b64decode(
    "G+4AIBQhyezbtq7j2hahHZ3GMxQKogKDKJ0bIVcO0EjM5KjOEp0WU7QFa0DRGz4nS1BSIo6c"
    "wV6iME/qKqOLYIVvTLiDqSEl50ubi1UbDm79m14h0gqAwjBhTci6ykto6txV/vUp5xlPblkY"
    "wOq3f5kH+1LicDuIGXLxNmoH")
MESSAGE = """<div class="tgme_widget_message" data-post="desert/%s">
<a><time datetime="%s">18:00</time></a>
<div class="tgme_widget_message_text">%s</div></div>"""
PLACE = """<div class="liveblog-entry" id="entry-%d">
<time datetime="%s">18:00</time>
<div class="liveblog-entry-text"><p>%s</p></div></div>"""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    busy = 0

    def log_message(self, *_):
        pass

    def say(self, body, status=200, length=None, **headers):
        if isinstance(body, str):
            body = body.encode()
        self.send_response(status)
        self.send_header("Content-Length",
                         str(len(body) if length is None else length))
        self.send_header("Connection", "close")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def page(self, title, text, **headers):
        self.say(PAGE % (title, title, text),
                 Content_Type="text/html; charset=utf-8", **headers)

    def do_GET(self):
        path = self.path.split("?")[0]
        with open(os.path.join(FOLDER, "asked"), "a") as f:
            f.write("%s %s %s\n" % (path, self.headers.get("User-Agent"),
                                    self.headers.get("If-None-Match")))
        name = "at_" + path.strip("/").replace(".", "_").replace("-", "_")
        getattr(self, name, lambda: self.say("nothing here", 404))()

    def at_robots_txt(self):
        self.say("User-agent: *\nDisallow: /secret\n")

    def at_secret(self):
        self.page("Secret", FIRST)

    def at_page(self):
        with open(os.path.join(FOLDER, "page")) as f:
            version = f.read().strip()
        if self.headers.get("If-None-Match") == '"%s"' % version:
            self.say("", 304)
        else:
            self.page("Kidal", FIRST if version == "1" else SECOND,
                      ETag='"%s"' % version,
                      Last_Modified="Sat, 04 May 2024 08:00:00 GMT")

    def at_other(self):
        self.page("Gao", "Shells hit the market of Gao on 4 May, killing 7 "
                  "civilians, medics said.")

    def at_feed(self):
        if self.headers.get("If-None-Match") == '"feed"':
            self.say("", 304)
        else:
            self.say(FEED % {"port": self.server.server_address[1]},
                     Content_Type="application/rss+xml", ETag='"feed"')

    def at_channel(self):
        """A channel's page; messages are added, one is edited, and two have
        the same words on two days."""
        with open(os.path.join(FOLDER, "page")) as f:
            edited = f.read().strip() != "1"
        said = [("11", "2024-05-03T18:00:00+00:00",
                 SECOND if edited else FIRST),
                ("12", "2024-05-04T06:00:00+00:00",
                 "Shells hit Gao, killing 3 civilians."),
                ("15", "2024-05-05T06:00:00+00:00",
                 "Shells hit Gao, killing 3 civilians.")]
        if edited:
            said.append(("16", "2024-05-05T07:00:00+00:00",
                         "Troops left Menaka, the army said."))
        self.say("<!DOCTYPE html><html><head><title>Desert Watch</title>"
                 "</head><body>%s</body></html>" % "".join(MESSAGE % m
                                                           for m in said),
                 Content_Type="text/html; charset=utf-8")

    def at_renumbered(self):
        """Ids that are places on the page: no message's own."""
        with open(os.path.join(FOLDER, "page")) as f:
            newer = f.read().strip() != "1"
        said = [("2024-05-03T18:00:00+00:00", FIRST),
                ("2024-05-04T06:00:00+00:00",
                 "Shells hit Gao, killing 3 civilians."),
                ("2024-05-05T06:00:00+00:00",
                 "Drones struck Menaka, killing 2 soldiers.")]
        if newer:
            said.insert(0, ("2024-05-05T07:00:00+00:00",
                            "Mortars hit Ansongo, killing 4 farmers."))
        self.say("<!DOCTYPE html><html><head><title>Desert Watch</title>"
                 "</head><body>%s</body></html>" %
                 "".join(PLACE % (i, when, text)
                         for i, (when, text) in enumerate(said)),
                 Content_Type="text/html; charset=utf-8")

    def at_moved(self):
        self.say("", 302, Location="/other")

    def at_loop(self):
        self.say("", 302, Location="/loop")

    def at_inside(self):
        self.say("", 302, Location="http://[::1]:9/")

    def at_file(self):
        self.say("", 302, Location="file:///etc/passwd")

    def at_huge(self):
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            for _ in range(1000):
                self.wfile.write(b"war " * 16384)
        except OSError:
            pass
        self.close_connection = True

    def at_long(self):
        """Says that it is long, and is."""
        self.say("", length=1 << 40)

    def at_broken(self):
        self.say("Rebels seized Kid", length=4000)

    def at_bomb(self):
        self.say(gzip.compress(b"\0" * (1 << 26)), Content_Encoding="gzip")

    def at_brotli(self):
        """As libcurl was built it asks for it."""
        if "br" in self.headers.get("Accept-Encoding", "").split(", "):
            self.say(BROTLI, Content_Encoding="br", Content_Type="text/html")
        else:
            self.page("Kidal", FIRST.replace("Kidal", "Tessalit"))

    def at_notgzip(self):
        self.say("plain", Content_Encoding="gzip")

    def at_picture(self):
        """Says that it is a page."""
        self.say(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200),
                 Content_Type="text/html")

    def at_text(self):
        """Says that it is a picture, and is a report."""
        self.say("Rebels seized the town of Menaka on 5 May.\n",
                 Content_Type="image/png")

    def at_slow(self):
        time.sleep(100)

    def at_busy(self):
        Handler.busy += 1
        if Handler.busy < 2:
            self.say("", 503, Retry_After="1")
        else:
            self.page("Busy", "Troops entered Timbuktu on 6 May.")

    def at_never(self):
        self.say("", 429, Retry_After="9999")

    def at_same(self):
        """Says that nothing has changed, to whoever did not ask."""
        self.say("", 304)

    def at_old(self):
        """HTTP as it was before there were headers."""
        self.wfile.write(b"Rebels seized the town of Kidal.\n")
        self.close_connection = True

    def at_error(self):
        self.say("", 500)


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True


server = Server(("127.0.0.1", 0), Handler)
with open(os.path.join(FOLDER, "port.new"), "w") as f:
    f.write("%d\n" % server.server_address[1])
os.rename(os.path.join(FOLDER, "port.new"), os.path.join(FOLDER, "port"))
server.serve_forever()
