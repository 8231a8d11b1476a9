"""What a hostile page, name or client may try, over raw sockets. Meanwhile a
plain request is always answered within a second."""
import gzip
import re
import signal
import socket
import subprocess
import threading
import time

from serve import Reply, Server, finish, ok, read_all, run, same

s = Server(samples='mukalla')
db = s.db

# 1. Every answer has the headers that tie a page down.
HEADERS = {
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
}
for target in ('/', '/web/main.js', '/web/leaflet/leaflet.js',
               '/web/leaflet/images/layers.png', '/api/ledger',
               '/api/claims', '/api/claims?type=x', '/nowhere'):
    r = s.ask(target)
    ok(all(v in r.head.get(k, '') for k, v in HEADERS.items()),
       f'{target}: headers', r.raw)
    ok('access-control-allow-origin' not in r.head, f'{target}: for no other')
csp = s.ask('/').head['content-security-policy']
rules = dict(x.strip().split(' ', 1) for x in csp.split(';'))
for rule in ('default-src', 'frame-ancestors', 'base-uri', 'form-action'):
    same(rules[rule], "'none'", f'policy: {rule}')
same(rules['script-src'], "'self'", 'policy: scripts are files of its own')
same(rules['style-src'], "'self'", 'policy: styles are files of its own')
ok('unsafe' not in csp and '*' not in csp and 'http' not in csp,
   'policy: nothing from elsewhere, nothing inline', csp)
page = s.ask('/').body.decode()
ok(not re.search(r'<script(?![^>]*\bsrc=)|<style|\son\w+\s*=|\sstyle\s*=|'
                 r'javascript:|https?://', page),
   'the page has no script or style within', page)
for target, kind in [('/', 'text/html; charset=utf-8'),
                     ('/web/main.js', 'text/javascript; charset=utf-8'),
                     ('/web/style.css', 'text/css; charset=utf-8'),
                     ('/web/icon.svg', 'image/svg+xml'),
                     ('/web/leaflet/images/layers.png', 'image/png'),
                     ('/api/claims', 'application/json')]:
    same(s.ask(target).head['content-type'], kind, f'{target}: its type')

# 2. Kept by the browser only as long as it is the same.
for target in ('/web/main.js', '/api/claims'):
    tag = s.ask(target).head['etag']
    r = s.ask(target, head={'If-None-Match': tag})
    ok(r.status == 304 and not r.body, f'{target}: not sent twice', r.raw)
    r = s.ask(target, head={'If-None-Match': 'W/"0000"'})
    ok(r.status == 200 and r.body, f'{target}: sent when it is another')
same(s.ask('/api/ledger').head['cache-control'], 'no-store',
     'the token is kept nowhere')
r = s.ask('/api/ledger', head={'If-None-Match': '*'})
same(r.status, 200, 'the token is always fresh')
r = s.ask('/api/claims', head={'Accept-Encoding': 'gzip, br'})
same(r.head.get('content-encoding'), 'gzip', 'packed where it may be')
same(gzip.decompress(r.body), s.ask('/api/claims').body, 'and the same')
r = s.ask('/api/claims', head={'Accept-Encoding': 'gzip;q=0'})
ok('content-encoding' not in r.head, 'not packed where it may not be')
r = s.ask('/api/claims', 'HEAD')
ok(r.status == 200 and not r.body and int(r.head['content-length']) > 100,
   'HEAD: the head alone', r.raw)

# 3. Names: by which it is asked, and of files.
p = s.port
for host, good in [(f'127.0.0.1:{p}', 1), (f'localhost:{p}', 1),
                   (f'LocalHost:{p}', 1), (f'[::1]:{p}', 1),
                   ('127.0.0.1', 0), ('localhost', 0), (f'evil.example:{p}', 0),
                   (f'localhost.evil.example:{p}', 0), (f'127.0.0.1:{p}1', 0),
                   (f'127.0.0.1:{p}@evil.example', 0), (f'10.0.0.1:{p}', 0),
                   (f'evil.example#127.0.0.1:{p}', 0), ('', 0), (None, 0),
                   (f'[::1:{p}', 0), (f':{p}', 0)]:
    for target in ('/', '/api/ledger'):
        r = s.ask(target, head={'Host': host})
        if good:
            same(r.status, 200, f'Host {host}: {target}')
        else:
            ok(r.status in (400, 403) and b'token' not in r.body,
               f'Host {host}: refused {target}', r.raw)
r = Reply(s.send(b'GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n'
                 b'Host: evil.example\r\n\r\n' % p))
same(r.status, 400, 'two Hosts')
same(Reply(s.send(b'GET / HTTP/1.0\r\n\r\n')).status, 403, 'no Host')
same(Reply(s.send(b'GET http://evil.example/ HTTP/1.1\r\n'
                  b'Host: 127.0.0.1:%d\r\n\r\n' % p)).status, 400,
     'an address of elsewhere')
for path in ('/../etc/passwd', '/web/../../etc/passwd',
             '/web/%2e%2e/%2e%2e/etc/passwd', '/web//etc/passwd',
             '/web/..%2f..%2fetc/passwd', '/web/.git/config', '/web/',
             '/web', '/etc/passwd', '/web/index.html/', '/%00',
             '/web/main.js%00.png', '/web/\\..\\main.c', '/WEB/main.js',
             '//evil.example/', '/web/leaflet/', '/web/leaflet/images'):
    r = s.ask(path)
    ok(r.status in (400, 404) and b'root:' not in r.raw, f'no file {path}',
       r.raw)
for query in ('%', '%4', '%zz', '%ff', '%00', '%0a', 'a' * 1100,
              'x&text=y', '%e2%82'):
    r = s.ask('/api/claims?text=' + query)
    ok(r.status == 400 and r.json()['error'], f'no value {query[:12]}', r.raw)
same(s.ask('/api/claims?text=%E2%82%AC+%26').status, 200, 'a value in UTF-8')
same(s.ask('/api/claims?' + '&'.join(f'k{i}=1' for i in range(40))).status,
     400, 'too many values')
# libmicrohttpd may find it too long by itself, and ends the line.
ok(s.ask('/api/claims?text=x' + '&' * 5000).status in (400, 414, 0),
   'a long address')

# 4. Who may ask, who may write.
for head, good in [({'Sec-Fetch-Site': 'same-origin'}, 1),
                   ({'Sec-Fetch-Site': 'none'}, 1),
                   ({'Sec-Fetch-Site': 'cross-site'}, 0),
                   ({'Sec-Fetch-Site': 'same-site'}, 0),
                   ({'Sec-Fetch-Site': 'nonsense'}, 0),
                   ({'Origin': f'http://127.0.0.1:{p}'}, 1),
                   ({'Origin': 'http://evil.example'}, 0),
                   ({'Origin': 'null'}, 0),
                   ({'Origin': f'http://127.0.0.1:{p + 1}'}, 0)]:
    r = s.ask('/api/ledger', head=head)
    same(r.status, 200 if good else 403, f'data for {head}')
    ok(good or b'token' not in r.body, f'no token for {head}')
same(s.ask('/', head={'Sec-Fetch-Site': 'cross-site'}).status, 200,
     'a link from elsewhere opens the page')
own = f'http://127.0.0.1:{p}'
token = s.ask('/api/ledger').json()['token']
ok(re.fullmatch('[0-9a-f]{32}', token), 'a token of 128 bits', token)
body = b'{"do":"undo","ids":["d000000000000"],"by":"A"}'
for head, good in [
        ({'Origin': own, 'X-Sitrep-Token': token}, 1),
        ({'Origin': own}, 0),
        ({'X-Sitrep-Token': token}, 0),
        ({'Origin': 'http://evil.example', 'X-Sitrep-Token': token}, 0),
        ({'Origin': 'null', 'X-Sitrep-Token': token}, 0),
        ({'Origin': own + '.evil.example', 'X-Sitrep-Token': token}, 0),
        ({'Origin': f'http://localhost:{p}', 'X-Sitrep-Token': token}, 0),
        ({'Origin': own, 'X-Sitrep-Token': ''}, 0),
        ({'Origin': own, 'X-Sitrep-Token': token[:-1]}, 0),
        ({'Origin': own, 'X-Sitrep-Token': token + '0'}, 0),
        ({'Origin': own, 'X-Sitrep-Token': '0' * 32}, 0),
        ({'Origin': own, 'X-Sitrep-Token': token,
          'Sec-Fetch-Site': 'cross-site'}, 0),
        ({'Origin': own, 'X-Sitrep-Token': token,
          'Sec-Fetch-Site': 'same-origin'}, 1),
        ({'Origin': 'http://evil.example:80', 'Host': f'evil.example:{p}',
          'X-Sitrep-Token': token}, 0)]:
    for way in ('review', 'read', 'add'):
        r = s.ask('/api/' + way, 'POST', head, body)
        same(r.status == 403, not good, f'{way} with '
             f'{str(head).replace(token, "TOKEN")}')
for method, target, status in [
        ('POST', '/', 405), ('POST', '/api/claims', 405),
        ('GET', '/api/review', 405), ('PUT', '/api/review', 405),
        ('DELETE', '/api/ledger', 405), ('OPTIONS', '/api/review', 405),
        ('TRACE', '/', 405), ('CONNECT', '/', 405), ('BREW', '/', 405)]:
    r = s.ask(target, method)
    same(r.status, status, f'{method} {target}')
ok('allow' in s.ask('/', 'POST').head, '405 says what is allowed')

# 5. Nothing of the machine in what is told.
for r in (s.ask('/api/claim/ffff'), s.ask('/nowhere'),
          s.write('/api/add?name=x', b'\0'), s.ask('/api/ledger')):
    ok('/tmp' not in r.raw.decode('latin-1') and
       s.dir not in r.raw.decode('latin-1'), 'no path in an answer', r.raw)


# 6. Slow, broken and too much.
SOON = 4  # seconds, well below what a slow line may take


def quick(what):
    """A plain request, answered soon. A browser tries again when
    the line is cut, and so does this."""
    from_ = time.monotonic()
    r = Reply(b'')
    while r.status != 200 and time.monotonic() - from_ < SOON:
        try:
            r = s.ask('/api/claims', timeout=SOON)
        except OSError:
            pass
    ok(r.status == 200 and time.monotonic() - from_ < SOON,
       f'{what}: a plain request is answered', time.monotonic() - from_)


host = b'Host: 127.0.0.1:%d\r\n' % p
auth = (f'Origin: {own}\r\nX-Sitrep-Token: {token}\r\n').encode()
BROKEN = {
    'nothing': b'', 'a line': b'\r\n', 'zeros': b'\0' * 5000,
    'noise': bytes(range(256)) * 40,
    'no end': b'GET / HTTP/1.1\r\n' + host,
    'no method': b' / HTTP/1.1\r\n' + host + b'\r\n',
    'no version': b'GET /\r\n' + host + b'\r\n',
    'HTTP/9.9': b'GET / HTTP/9.9\r\n' + host + b'\r\n',
    'HTTP/2': b'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'TLS': b'\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03' + b'\x55' * 200,
    'a long line': b'GET /' + b'a' * 100000 + b' HTTP/1.1\r\n' + host +
                   b'\r\n',
    'a long header': b'GET / HTTP/1.1\r\n' + host + b'X: ' + b'a' * 200000 +
                     b'\r\n\r\n',
    'many headers': b'GET / HTTP/1.1\r\n' + host + b'X: a\r\n' * 20000 +
                    b'\r\n',
    'a header without a colon': b'GET / HTTP/1.1\r\n' + host + b'X\r\n\r\n',
    'a body to GET': b'GET /api/claims HTTP/1.1\r\n' + host +
                     b'Content-Length: 5\r\n\r\nhello',
    'a negative length': b'POST /api/read HTTP/1.1\r\n' + host + auth +
                         b'Content-Length: -5\r\n\r\nhello',
    'a length of words': b'POST /api/read HTTP/1.1\r\n' + host + auth +
                         b'Content-Length: five\r\n\r\nhello',
    'a huge length': b'POST /api/read HTTP/1.1\r\n' + host + auth +
                     b'Content-Length: 99999999999999999999\r\n\r\nhello',
    'a length and chunks': b'POST /api/read HTTP/1.1\r\n' + host + auth +
                           b'Content-Length: 5\r\nTransfer-Encoding: chunked'
                           b'\r\n\r\n0\r\n\r\n',
    'two lengths': b'POST /api/read HTTP/1.1\r\n' + host + auth +
                   b'Content-Length: 5\r\nContent-Length: 9\r\n\r\nhello',
    'bad chunks': b'POST /api/read HTTP/1.1\r\n' + host + auth +
                  b'Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n',
    'a huge chunk': b'POST /api/read HTTP/1.1\r\n' + host + auth +
                    b'Transfer-Encoding: chunked\r\n\r\n'
                    b'ffffffffffffffff\r\nhello',
    'a long chunk size': b'POST /api/read HTTP/1.1\r\n' + host + auth +
                         b'Transfer-Encoding: chunked\r\n\r\n' + b'0' * 5000,
    'half a body': b'POST /api/read HTTP/1.1\r\n' + host + auth +
                   b'Content-Length: 500\r\n\r\nhello',
    'another encoding': b'POST /api/read HTTP/1.1\r\n' + host + auth +
                        b'Transfer-Encoding: gzip\r\n\r\nhello',
}
for what, raw in BROKEN.items():
    got = s.send(raw)
    ok(b' 200 ' not in got[:20] and s.run.poll() is None, f'broken: {what}',
       got[:300])
quick('after broken ones')

# Chunks as they should be, and several requests in one go.
text = b'Rebels seized Kidal on 3 May 2014, residents said.'
r = Reply(s.send(b'POST /api/read HTTP/1.1\r\n' + host + auth +
                 b'Transfer-Encoding: chunked\r\n\r\n' +
                 b'%x\r\n%s\r\n' % (len(text[:9]), text[:9]) +
                 b'%x\r\n%s\r\n0\r\n\r\n' % (len(text[9:]), text[9:])))
ok(r.status == 200 and b'Kidal' in r.body, 'a body in chunks', r.raw)
one = b'GET /web/style.css HTTP/1.1\r\n' + host + b'\r\n'
got = s.send(one * 3 + b'GET /api/claims HTTP/1.1\r\n' + host +
             b'Connection: close\r\n\r\n')
same(got.count(b'HTTP/1.1 200 OK'), 4, 'four requests in one go')
got = s.send(one + b'garbage\r\n\r\n' + one)
same(got.count(b'HTTP/1.1 200 OK'), 1, 'nothing behind a broken one')

# Too large, announced or not.
for n, way in ((300 << 10, 'review'), (17 << 20, 'read')):
    r = s.write('/api/' + way, b'x' * n)
    ok(r.status in (413, 0), f'{way}: {n} bytes announced', r.raw[:300])
    with s.connect() as c:
        got = b''
        try:
            c.sendall(b'POST /api/%s HTTP/1.1\r\n' % way.encode() + host +
                      auth + b'Transfer-Encoding: chunked\r\n\r\n')
            for _ in range(n // 65536 + 1):
                c.sendall(b'10000\r\n' + b'x' * 65536 + b'\r\n')
            c.sendall(b'0\r\n\r\n')
        except OSError:
            pass
        got = read_all(c)
    ok(b' 413 ' in got[:30] or not got, f'{way}: {n} bytes in chunks',
       got[:300])
quick('after large ones')

# Slow ones: heads that never end, bodies that never come, answers that nobody
# takes, lines that say nothing; more of them than there are seats.
stop = threading.Event()


def dribble(lines):
    while not stop.is_set():
        for line in lines:
            try:
                line.send(b'a')
            except OSError:
                pass
        time.sleep(0.2)


def crowd(n, first):
    lines_ = []
    for _ in range(n):
        try:
            c = s.connect(1)
            c.sendall(first)
            lines_.append(c)
        except OSError:
            pass
    return lines_


slow = []
for what, n, first in [
        ('slow heads', 150, b'GET / HTTP/1.1\r\nX: '),
        ('slow bodies', 60, b'POST /api/read HTTP/1.1\r\n' + host + auth +
         b'Content-Length: 5000\r\n\r\n'),
        ('silent lines', 150, b''),
        ('answers not taken', 60, b'GET /web/leaflet/leaflet.js HTTP/1.1\r\n' +
         host + b'\r\n' + b'GET /web/leaflet/leaflet.js HTTP/1.1\r\n' + host +
         b'\r\n')]:
    now = crowd(n, first)
    slow += now
    if first:
        threading.Thread(target=dribble, args=(now,), daemon=True).start()
    quick(what)
more = crowd(500, b'GET / HTTP/1.1\r\nX: ')
quick('more than there are seats')
quick('and once more')
time.sleep(1)
quick('a second later')


def ended(c):
    c.settimeout(0.1)
    try:
        while c.recv(65536):
            pass
        return True
    except TimeoutError:
        return False
    except OSError:
        return True


heads = slow[:150]
until = time.monotonic() + 17
while time.monotonic() < until and not all(ended(c) for c in heads[:5]):
    time.sleep(0.5)
same([ended(c) for c in heads[:5]], [True] * 5,
     'a head that never ends is ended')
stop.set()
for c in slow + more:
    c.close()

# Half closed: a client that has asked and says no more still gets its answer.
c = s.connect()
c.sendall(b'GET /api/claims HTTP/1.1\r\n' + host + b'\r\n')
c.shutdown(socket.SHUT_WR)
ok(b' 200 ' in read_all(c)[:20], 'half closed: answered')
for _ in range(50): # asked, and gone
    c = s.connect()
    c.sendall(b'GET /api/incidents HTTP/1.1\r\n' + host + b'\r\n')
    c.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b'\1\0\0\0\0\0\0\0')
    c.close()
quick('after many that left')

# 7. Many at once get the same.
want = s.ask('/api/claims').body
got = []


def ask_some():
    for _ in range(20):
        got.append(s.ask('/api/claims').body == want)


threads = [threading.Thread(target=ask_some) for _ in range(16)]
for t in threads:
    t.start()
for t in threads:
    t.join()
ok(len(got) == 320 and all(got), 'many at once', len(got), sum(got))

# 8. Starting and stopping.
r = run('serve', '--port', str(p), db=db)
ok(r.returncode == 3 and r.stderr.count(b'\n') == 1 and
   b'taken' in r.stderr, 'a port that is taken: one line, 3', r.stderr)
for words, status, said in [
        (('--port', '70000'), 2, b'no port'), (('--port', 'x'), 2, b'no port'),
        (('--bind', 'here'), 2, b'no address'),
        (('--bind', '0.0.0.0'), 2, b'--read-only'),
        (('--read-only', '--port', '0'), 3, b'sitrep add')]:
    r = run('serve', *words, db=s.dir + '/none/none.db')
    ok(r.returncode == status and said in r.stderr, f'{words}: {status}',
       r.stderr)
c = s.connect() # stays open while it stops
c.sendall(b'GET /api/claims HTTP/1.1\r\n' + host)
from_ = time.monotonic()
s.run.send_signal(signal.SIGINT)
try:
    s.run.wait(5)
except subprocess.TimeoutExpired:
    pass
same(s.run.poll(), 0, 'Ctrl-C ends it with 0')
ok(time.monotonic() - from_ < 2, 'at once', time.monotonic() - from_)
said = s.said()
ok(re.search(r'serving .* at http://127\.0\.0\.1:\d+/, Ctrl-C stops', said),
   'it said where it is', said)
s.stop()

s = Server('--open-host', 'war.example,other.example:99', samples='mukalla')
for host, status in (('war.example', 200), ('WAR.example:443', 200),
                     ('other.example:99', 200), ('other.example:98', 403),
                     ('evil.example', 403)):
    same(s.ask('/', head={'Host': host}).status, status, f'opened: {host}')
s.stop()
s = Server('--bind', '0.0.0.0', '--read-only', samples='mukalla')
for host, status in ((f'10.1.2.3:{s.port}', 200), ('evil.example', 403),
                     (f'localhost:{s.port}', 200), (f'1.evil:{s.port}', 403)):
    same(s.ask('/', head={'Host': host}).status, status, f'public: {host}')
s.stop()
finish()
