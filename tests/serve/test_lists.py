"""Every list of the API against the command of its name: the same rows."""
from serve import Server, finish, lines, ok, run, same

s = Server()
db = s.db
PAIRS = [
    ('/api/control?on=2016-12-23', ('control', '--on', '2016-12-23')),
    ('/api/control?on=2016-12', ('control', '--on', '2016-12')),
    ('/api/control?on=2016-12-23&all=1', ('control', '--on', '2016-12-23',
                                          '--all')),
    ('/api/control?on=last', ('control',)),
    ('/api/control?place=Mukalla', ('control', 'Mukalla')),
    ('/api/control?place=Mukalla&known-on=2016-05',
     ('control', 'Mukalla', '--known-on', '2016-05')),
    ('/api/control?near=36.2,37.16,100', ('control', '--near',
                                          '36.2,37.16,100')),
    ('/api/control?on=2016-12-23&side=SY', ('control', '--on', '2016-12-23',
                                            '--side', 'SY')),
    ('/api/incidents', ('incidents',)),
    ('/api/incidents?known-on=2016', ('incidents', '--known-on', '2016')),
    ('/api/incidents?status=supported,contested',
     ('incidents', '--status', 'supported,contested')),
    ('/api/incidents?side=ru&limit=3', ('incidents', '--side', 'ru',
                                        '--limit', '3')),
    ('/api/incidents?text=the%20army', ('incidents', '--text', 'the army')),
    ('/api/incidents?text=the+army', ('incidents', '--text', 'the army')),
    ('/api/timeline', ('timeline',)),
    ('/api/timeline?place=Aleppo', ('timeline', 'Aleppo')),
    ('/api/civilians', ('civilians',)),
    ('/api/politics', ('politics',)),
    ('/api/forces', ('forces',)),
    ('/api/forces?all=1', ('forces', '--all')),
    ('/api/claims', ('claims',)),
    ('/api/claims?type=loss', ('claims', '--type', 'loss')),
    ('/api/claims?type=loss.killed,control&from=2016&to=2017-03',
     ('claims', '--type', 'loss.killed,control', '--from', '2016', '--to',
      '2017-03')),
    ('/api/claims?speaker=ministry&limit=2',
     ('claims', '--speaker', 'ministry', '--limit', '2')),
    ('/api/claims?source=gazette&status=asserted',
     ('claims', '--source', 'gazette', '--status', 'asserted')),
    ('/api/claims?place=&side=', ('claims',)),
    ('/api/losses', ('losses',)),
    ('/api/losses?all=1', ('losses', '--all')),
    ('/api/losses?series=1', ('losses', '--series')),
    ('/api/losses?series=0', ('losses',)),
    ('/api/conflicts', ('conflicts',)),
    ('/api/conflicts?side=RU', ('conflicts', '--side', 'RU')),
    ('/api/conflicts?limit=2', ('conflicts', '--limit', '2')),
    ('/api/sources', ('sources',)),
    ('/api/reports', ('reports',)),
    ('/api/reports?text=army&limit=4', ('reports', '--text', 'army',
                                        '--limit', '4')),
]
nothing = []
for target, words in PAIRS:
    want = lines(*words, db=db)
    same(s.items(target), want, target)
    if not want:
        nothing.append(target)
# A pair of empty lists would prove nothing.
ok(len(nothing) <= 2, 'the lists have rows', nothing)

# Twice the same bytes, the second time from what was kept.
a, b = s.ask('/api/incidents'), s.ask('/api/incidents')
same(a.body, b.body, 'an answer that was kept is the same')
v = a.json()['version']
same(s.ask('/api/ledger').json()['version'], v, 'one version for all')

# Every spell of every place: those of `control PLACE`, one after another.
spells = s.items('/api/control')
for place in ('Mukalla', 'Debaltseve'):
    same([x for x in spells if x['place'] == place],
         lines('control', place, db=db), f'all spells: those of {place}')

ledger = s.ask('/api/ledger').json()
same(ledger['reports'], len(lines('reports', db=db)), 'ledger: reports')
same(ledger['claims'], len(lines('claims', db=db)), 'ledger: claims')
same(ledger['incidents'], len(lines('incidents', db=db)), 'ledger: incidents')
same(ledger['conflicts'], len(lines('conflicts', db=db)), 'ledger: conflicts')
same(ledger['name'], 'ledger.db', 'ledger: its name, no path')
codes = [x['code'] for x in ledger['sides']]
ok('UA' in codes and len(codes) == len(set(codes)), 'ledger: sides', codes)
looks = [(x['colour'], x['shape']) for x in ledger['sides']]
same(len(set(looks)), len(looks), 'ledger: each side has a look of its own')
ok({'control.seize', 'loss.killed'} <= set(ledger['types']), 'ledger: types')
same(sum(x['reports'] for x in ledger['sources']), ledger['reports'],
     'ledger: sources have all reports')

# One thing with all that belongs to it.
for row in s.items('/api/incidents'):
    one = s.ask('/api/incident/' + row['id']).json()
    if not {k: v for k, v in row.items() if k != 'claims'}.items() <= \
            one.items() or [c['id'] for c in one['claims']] != one['claim_ids'] \
            or sorted(one['claim_ids']) != sorted(row['claims']):
        ok(False, 'incident ' + row['id'], row, one)
        break
    told = [k for t in one['tellings'] for k in t['claims']]
    if told != one['claim_ids']:
        ok(False, 'tellings of ' + row['id'], told)
        break
else:
    ok(True, 'each incident has its row, its tellings and their claims')
texts = {x['id']: s.ask('/api/report/' + x['id']).json()
         for x in lines('reports', db=db)}
claims = lines('claims', db=db)
for row in claims[:40]:
    one = s.ask('/api/claim/' + row['id']).json()
    text = texts[one['report']['id']]['text']
    at, c = row['evidence'], one['context']
    if not row.items() <= one.items() or \
            text[at['start']:at['end']] != c['words'] or \
            c['before'] + c['words'] + c['after'] not in text:
        ok(False, 'claim ' + row['id'], one)
        break
else:
    ok(True, 'each claim has its row and the words around it')
same(sorted(c['id'] for t in texts.values() for c in t['claims']),
     sorted(c['id'] for c in claims), 'the reports have all claims')
for row in lines('conflicts', db=db):
    one = s.ask('/api/conflict/' + row['id']).json()
    same([c['id'] for c in one.get('said', [])], row['said_claims'],
         'conflict ' + row['id'])
    same([c['id'] for c in one.get('against', [])], row['against_claims'],
         'against ' + row['id'])

# The brief is that of the command, to the last byte.
WEEK = ('--from', '2016-12-20', '--to', '2016-12-31')
for kind in ('md', 'html', 'pdf'):
    r = s.ask(f'/brief.{kind}?from={WEEK[1]}&to={WEEK[3]}')
    want = run('brief', *WEEK, '--as', kind, db=db).stdout
    ok(r.status == 200 and r.body == want and len(want) > 500,
       f'the brief as {kind}', r.raw[:300], want[:300])
r = s.ask('/brief.html', head={'Sec-Fetch-Site': 'cross-site'})
policy = r.head['content-security-policy']
ok(r.status == 200 and 'script' not in policy and
   "default-src 'none'" in policy and 'sandbox' in policy,
   'the brief may have styles, and nothing else', policy)

# What can't be asked.
for target, status, word in [
        ('/api/claims?type=nonsense', 400, 'no such type'),
        ('/api/incidents?status=nonsense', 400, 'no such status'),
        ('/api/incidents?from=2020&to=2019', 400, 'later'),
        ('/api/control?on=yesterday', 400, 'no such day'),
        ('/api/claims?limit=0', 400, 'number of rows'),
        ('/api/claims?near=nowhere-at-all,5', 400, 'no such place'),
        ('/api/claims?nonsense=1', 400, 'no such key'),
        ('/api/reports?side=UA', 400, 'no such key'),
        ('/api/claim/0000000000000000', 404, 'no claim'),
        ('/api/claim/' + 'a' * 60, 404, 'no claim'),
        ('/api/incident/i000000000000', 404, 'no incident'),
        ('/api/report/0123', 404, 'no report'),
        ('/api/conflict/k000000000000', 404, 'no conflict'),
        ('/api/nonsense', 404, 'no such page'),
        ('/api/claim/', 404, 'no such page')]:
    r = s.ask(target)
    ok(r.status == status and word in r.json()['error'],
       f'{target}: {status}', r.raw)
same(s.stop(), 0, 'ends with 0')
finish()
