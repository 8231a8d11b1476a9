"""Deciding and adding by the page: the same as by the command line, to the last
byte of what is kept, and nothing at all in --read-only."""
import json
import shutil
import sqlite3

from serve import SOURCE, Server, failing, finish, lines, ok, same, sitrep

NOW = '2026-01-03T09:00:00Z'
s = Server('--now', NOW)
other = s.dir + '/other.db'
shutil.copy(s.db, other)
claims = lines('claims', db=s.db)
killed = [c['id'] for c in claims if c['type'] == 'loss.killed']
incidents = [i for i in lines('incidents', db=s.db) if len(i['claims']) > 1]


def decide(words, **asked):
    """By both ways; what is kept then must be the same."""
    before = s.ask('/api/ledger').json()['version']
    r = s.write('/api/review', {'by': 'Ana', 'why': 'as a test', **asked})
    out = sitrep('review', *words, '--by', 'Ana', '--why', 'as a test',
                 '--now', NOW, db=other)
    if not ok(r.status == 200, f'{words[0]}: done', r.raw):
        return r
    a, b = (sitrep('review', 'export', db=x) for x in (s.db, other))
    same(a, b, f'{words[0]}: the same decision')
    ids = [d['decision'] for d in r.json()['items']]
    ok(ids and all(i in out for i in ids), f'{words[0]}: its ids', ids, out)
    ok(before != r.json()['version'] ==
       s.ask('/api/ledger').json()['version'], f'{words[0]}: a new version')
    for view in ('claims', 'incidents', 'conflicts'):
        same(s.items('/api/' + view), lines(view, db=other),
             f'{words[0]}: {view} follow')
    return r


decide(['accept', claims[0]['id']], do='accept', ids=[claims[0]['id']])
decide(['reject', *killed[:2]], do='reject', ids=killed[:2])
r = decide(['correct', killed[2], '--set', 'place=near Sumy', '--set',
            'count=12..15 people', '--set', 'speaker=none'],
           do='correct', ids=[killed[2]], set={
               'place': 'near Sumy', 'count': '12..15 people',
               'speaker': 'none'})
ok('Sumy' in str(r.json()['notes']), 'what the place was taken for is said',
   r.raw)
one = s.ask('/api/claim/' + killed[2]).json()
ok(one['review'] == 'corrected' and one['decisions'] and
   one['as_read']['place'] != one['place'], 'the claim shows what it was',
   one)
a, b = killed[3], claims[5]['id']
decide(['merge', a, b], do='merge', ids=[a, b])
i = incidents[0]
decide(['split', i['claims'][0], 'from', *i['claims'][1:]],
       do='split', ids=[i['claims'][0]], **{'from': i['claims'][1:]})
made = s.items('/api/decisions')
same(made, lines('review', 'list', db=other), 'the list of decisions')
same(s.items('/api/decisions?claim=' + killed[2]),
     lines('review', 'list', killed[2], db=other), 'those on a claim')
decide(['undo', made[0]['decision']], do='undo', ids=[made[0]['decision']])
queue = s.ask('/api/review/next?limit=4').json()
want = [json.loads(x) for x in sitrep(
    'review', 'next', '4', '--format', 'jsonl', db=other).splitlines()]
same([{k: v for k, v in x.items() if k != 'claim'} for x in queue['items']],
     want, 'what to look at first')
ok(queue['waiting'] >= 4 and all(
    x['claim']['id'] == x['id'] and x['claim']['report'] and
    x['claim']['context']['words'] for x in queue['items']),
   'with the claim and its report', queue)

# What can't be decided changes nothing.
before = sitrep('export', '--as', 'ledger', db=s.db)
LONG = 'x' * 5000
for body, status, word in [
        ({'do': 'accept', 'ids': ['0000000000'], 'by': 'A'}, 400, 'no claim'),
        ({'do': 'accept', 'ids': [killed[5], '0000000000'], 'by': 'A'}, 400,
         'no claim'),
        ({'do': 'accept', 'ids': [], 'by': 'A'}, 400, 'needs an ID'),
        ({'do': 'accept', 'ids': [killed[5]]}, 400, 'who decides'),
        ({'do': 'accept', 'ids': [killed[5]], 'by': ' '}, 400, 'who decides'),
        ({'do': 'accept', 'ids': [killed[5]], 'by': LONG}, 400, ''),
        ({'do': 'accept', 'ids': killed[5], 'by': 'A'}, 400, 'array'),
        ({'do': 'accept', 'ids': [5], 'by': 'A'}, 400, 'strings'),
        ({'do': 'accept', 'ids': ['x'] * 1001, 'by': 'A'}, 400, '1,000'),
        ({'do': 'eat', 'ids': [killed[5]], 'by': 'A'}, 400, 'expected accept'),
        ({'do': 'correct', 'ids': [killed[5]], 'by': 'A'}, 400, 'set'),
        ({'do': 'correct', 'ids': [killed[5]], 'by': 'A',
          'set': {'place': 'Nowhere at all'}}, 400, 'gazetteer'),
        ({'do': 'correct', 'ids': [killed[5]], 'by': 'A',
          'set': {'colour': 'red'}}, 400, 'expected'),
        ({'do': 'correct', 'ids': [killed[5]], 'by': 'A',
          'set': {'count': 5}}, 400, 'string'),
        ({'do': 'accept', 'ids': [killed[5]], 'by': 'A', 'x': 1}, 400,
         'no such key'),
        ({'do': 'split', 'ids': [killed[5]], 'by': 'A'}, 400, 'from'),
        ({'do': 'undo', 'ids': ['dffffffffffff'], 'by': 'A'}, 400,
         'no decision'),
        ([], 400, 'object'), (b'', 400, 'JSON'), (b'{', 400, 'JSON'),
        (b'{"do":"accept","do":"reject"}', 400, 'JSON'),
        (b'[' * 100000, 400, 'JSON'), (b'"\xff"', 400, 'JSON')]:
    r = s.write('/api/review', body)
    ok(r.status == status and word in r.json()['error'],
       f'{str(body)[:60]}: {status}', r.raw)
same(sitrep('export', '--as', 'ledger', db=s.db), before,
     'nothing of that was kept')

# A report, read and then kept.
TEXT = ('Title: Bridge at Orsk struck <script>alert(1)</script>\n'
        'Publisher: Sample Wire\nDate: 2 March 2023\n\n'
        'Ukrainian forces seized Izium on Tuesday, the ministry said. '
        'Twelve civilians were killed, caf\u00e9 owners said.\n').encode()
r = s.write('/api/read?name=dropped.txt', TEXT)
ok(r.status == 200, 'read: done', r.raw)
got = r.json()
same(got['report']['publisher'], 'Sample Wire', 'read: the report')
ok(got['claims'] and all(
    got['text'][c['evidence']['start']:c['evidence']['end']] ==
    c['evidence']['text'] for c in got['claims']), 'read: claims in the text',
   got)
ok(any(m['text'] == 'Izium' for m in got['mentions']), 'read: mentions',
   got['mentions'])
same(sitrep('export', '--as', 'ledger', db=s.db), before,
     'read: nothing is kept')
with open(s.dir + '/dropped.txt', 'wb') as f:
    f.write(TEXT)
want = sitrep('extract', s.dir + '/dropped.txt')
same([json.dumps(c) for c in got['claims']],
     [json.dumps(json.loads(x)) for x in want.splitlines()],
     'read: the claims that extract finds')
r = s.write('/api/add?name=/etc/../dropped.txt', TEXT)
ok(r.status == 200 and r.json()['new'] is True and
   r.json()['claims'] == len(got['claims']), 'add: done', r.raw)
sitrep('add', '--now', NOW, s.dir + '/dropped.txt', db=other)
same(sitrep('export', '--as', 'ledger', db=s.db),
     sitrep('export', '--as', 'ledger', db=other), 'add: as `add` keeps it')
same(r.json()['report'], got['report']['id'], 'add: its id')
same(s.ask('/api/report/' + r.json()['report']).json()['text'], got['text'],
     'add: there it is')
r = s.write('/api/add?name=again.txt', TEXT)
ok(r.status == 200 and r.json()['new'] is False, 'add: again is not twice',
   r.raw)
for what, body in [('empty', b''), ('binary', b'\0\1\2' * 99)]:
    a, b = (s.write('/api/' + way + '?name=bad.txt', body)
            for way in ('read', 'add'))
    ok(a.status == 400 == b.status and a.json() == b.json() and
       a.json()['error'].startswith('bad.txt'), f'{what}: refused', a.raw,
       b.raw)
ok('bad.txt' in sitrep('reports', '--refused', db=s.db),
   'what can\'t be read is noted, as by `add`')
same(s.write('/api/read?name=' + 'n' * 300, TEXT).status, 400,
     'a name that is too long')
ok(not failing('check', '--ledger', db=s.db), 'the ledger is whole')

# Another program has the ledger.
lock = sqlite3.connect(s.db, isolation_level=None)
lock.execute('BEGIN IMMEDIATE')
before = sitrep('review', 'export', db=s.db)
r = s.write('/api/review', {'do': 'accept', 'ids': [killed[6]], 'by': 'A'})
ok(r.status == 503 and 'another program' in r.json()['error'] and
   r.head.get('retry-after'), 'locked: one clear line', r.raw)
same(s.ask('/api/claims').status, 200, 'locked: it can still be read')
lock.execute('ROLLBACK')
same(sitrep('review', 'export', db=s.db), before, 'locked: nothing was done')
lock.execute('BEGIN EXCLUSIVE')
r = s.ask('/api/claims')
same(r.status, 200, 'locked for all: what is known is still told')
r = s.ask('/api/claims?limit=7')
same(r.status, 503, 'locked for all: what is not known is not')
lock.execute('ROLLBACK')
r = s.write('/api/review', {'do': 'accept', 'ids': [killed[6]], 'by': 'A'})
same(r.status, 200, 'no longer locked: it is done')

# Another program changed it, or it is another file now.
sitrep('review', 'reject', claims[9]['id'], '--by', 'B', db=s.db)
same(s.items('/api/claims'), lines('claims', db=s.db),
     'what another program wrote is seen')
shutil.copy(SOURCE + '/LICENSE', s.dir + '/text.txt')
sitrep('add', SOURCE + '/samples/mukalla-2016.txt', db=s.dir + '/small.db')
shutil.move(s.dir + '/small.db', s.db)
same(s.items('/api/claims'), lines('claims', db=s.db),
     'another file in its place is seen')
same(s.stop(), 0, 'ends with 0')

# Read only.
s = Server('--read-only', samples='mukalla')
before = sitrep('export', '--as', 'ledger', db=s.db)
ledger = s.ask('/api/ledger').json()
ok(ledger['read_only'] is True and ledger['token'] is None, 'read only: no '
   'token', ledger)
for way in ('review', 'read', 'add'):
    r = s.write('/api/' + way, TEXT, {'X-Sitrep-Token': '0' * 32})
    ok(r.status == 403 and 'reading only' in r.json()['error'],
       f'read only: no {way}', r.raw)
same(sitrep('export', '--as', 'ledger', db=s.db), before,
     'read only: nothing was done')
s.stop()

# A ledger that is not there yet.
s = Server(samples=None)
ledger = s.ask('/api/ledger').json()
same((ledger['reports'], ledger['first'], ledger['sides']), (0, None, []),
     'an empty ledger can be served')
for view in ('control', 'control?on=last', 'incidents', 'claims', 'losses',
             'conflicts', 'sources', 'reports', 'decisions', 'forces',
             'timeline'):
    same(s.items('/api/' + view), [], f'empty: {view}')
same(s.ask('/api/review/next').json()['items'], [], 'empty: the queue')
same(s.write('/api/add?name=a.txt', TEXT).json()['new'], True,
     'empty: a report can be added')
ok(s.items('/api/claims'), 'empty: then it is there')
s.stop()
finish()
