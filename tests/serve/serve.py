"""What the tests of the server share: TAP, a ledger of the samples, a server on
a free port, requests over raw sockets so that nothing is put right on the way.
"""
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile

SOURCE = os.environ['SR_SOURCE']
SITREP = os.environ.get('SITREP',
                        os.environ['SR_BUILD'] + '/src/cli/sitrep')
count = failed = 0


def ok(good, what, *notes):
    global count, failed
    count += 1
    failed += not good
    print(f"{'' if good else 'not '}ok {count} - {what}", flush=True)
    if not good:
        for note in notes:
            for line in str(note)[:2000].splitlines():
                print('#', line)
    return good


def same(got, want, what):
    return ok(got == want, what, f'got  {got!r}', f'want {want!r}')


def finish():
    print(f'1..{count}')
    sys.exit(failed != 0)


def run(*words, db=None, data=None):
    env = {k: v for k, v in os.environ.items()
           if k not in ('SITREP_KIT', 'SITREP_LEDGER', 'SITREP_GAZETTEER')}
    return subprocess.run([SITREP, *words] + (['-d', db] if db else []),
                          input=data, capture_output=True, env=env)


def sitrep(*words, db=None, data=None):
    """What a command prints."""
    done = run(*words, db=db, data=data)
    if done.returncode:
        print('#', words, done.returncode, done.stderr.decode())
    return done.stdout.decode()


def failing(*words, db=None):
    """Its exit status."""
    return run(*words, db=db).returncode


def lines(*words, db):
    out = sitrep(*words, '--format', 'jsonl', db=db)
    return [json.loads(line) for line in out.splitlines()]


class Reply:
    def __init__(self, raw):
        head, _, self.body = raw.partition(b'\r\n\r\n')
        rows = head.decode('latin-1').split('\r\n')
        self.raw = raw
        self.status = int(rows[0].split()[1]) if rows[0] else 0
        self.head = {}
        for row in rows[1:]:
            key, _, value = row.partition(':')
            self.head[key.strip().lower()] = value.strip()

    def json(self):
        return json.loads(self.body)


class Server:
    """One that runs until `stop`, with a ledger of the samples of its own."""

    def __init__(self, *words, samples='*', db=None):
        self.dir = tempfile.mkdtemp(prefix='sitrep-serve.')
        self.db = db or self.dir + '/ledger.db'
        if not db and samples:
            folder = SOURCE + '/samples/'
            names = [folder + n for n in sorted(os.listdir(folder))
                     if n.endswith('.txt') and re.match(
                         samples.replace('*', '.*'), n)]
            sitrep('add', '--now', '2026-01-02T08:00:00Z', *names, db=self.db)
        self.err = open(self.dir + '/err', 'w+b')
        self.run = subprocess.Popen(
            [SITREP, 'serve', '--port', '0', '-d', self.db, *words],
            stderr=self.err, stdout=subprocess.DEVNULL, cwd=self.dir)
        self.port = None
        while self.port is None and self.run.poll() is None:
            found = re.search(r'http://\S*?:(\d+)/', self.said())
            if found:
                self.port = int(found.group(1))
            else:
                try:
                    self.run.wait(0.05)
                except subprocess.TimeoutExpired:
                    pass
        self.host = f'127.0.0.1:{self.port}'
        self.token = None

    def said(self):
        with open(self.dir + '/err', 'rb') as f:
            return f.read().decode()

    def connect(self, timeout=20):
        return socket.create_connection(('127.0.0.1', self.port), timeout)

    def send(self, raw, timeout=20):
        """Raw bytes; all that comes back until the other side ends."""
        with self.connect(timeout) as s:
            try:
                s.sendall(raw)
                s.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            return read_all(s)

    def ask(self, target, method='GET', head=None, body=None, timeout=60):
        """One request as a browser would send it."""
        heads = {'Host': self.host, 'Connection': 'close'}
        if body is not None:
            heads['Content-Length'] = str(len(body))
        heads.update(head or {})
        raw = f'{method} {target} HTTP/1.1\r\n' + ''.join(
            f'{k}: {v}\r\n' for k, v in heads.items() if v is not None)
        with self.connect(timeout) as s:
            try:
                s.sendall(raw.encode('latin-1') + b'\r\n' + (body or b''))
            except OSError:
                pass
            return Reply(read_all(s))

    def items(self, target):
        return self.ask(target).json()['items']

    def write(self, target, body, head=None, timeout=60):
        """A POST of the page's own."""
        if self.token is None:
            self.token = self.ask('/api/ledger').json()['token']
        heads = {'Origin': 'http://' + self.host,
                 'X-Sitrep-Token': self.token,
                 'Sec-Fetch-Site': 'same-origin'}
        heads.update(head or {})
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
        return self.ask(target, 'POST', heads, body, timeout)

    def stop(self):
        if self.run.poll() is None:
            self.run.terminate()
            try:
                self.run.wait(10)
            except subprocess.TimeoutExpired:
                self.run.kill()
        shutil.rmtree(self.dir, ignore_errors=True)
        return self.run.returncode


def read_all(s):
    got = b''
    try:
        while True:
            part = s.recv(65536)
            if not part:
                return got
            got += part
    except OSError:
        return got
