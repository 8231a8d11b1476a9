"""Tiles, towns and maps: what the page lays below and beside its own map."""
import re
import struct

from serve import Server, finish, ok, run, same

s = Server()


def size_of(png):
    return struct.unpack('>II', png[16:24]) if png[:8] == \
        b'\x89PNG\r\n\x1a\n' else None


seen = set()
for target, size in [('/tile/light/0/0/0.png', 256),
                     ('/tile/dark/0/0/0.png', 256),
                     ('/tile/light/8/153/88.png', 256),
                     ('/tile/light/8/153/88.png?size=512', 512)]:
    r = s.ask(target)
    ok(r.status == 200 and r.head['content-type'] == 'image/png' and
       size_of(r.body) == (size, size), target, r.raw[:300])
    ok('max-age' in r.head['cache-control'], f'{target}: kept for a while')
    same(s.ask(target).body, r.body, f'{target}: the same again')
    seen.add(r.body)
same(len(seen), 4, 'each its own picture')
for target in ('/tile/light/0/0/1.png', '/tile/light/0/1/0.png',
               '/tile/light/99/0/0.png', '/tile/grey/0/0/0.png',
               '/tile/light/0/0/0.jpg', '/tile/light/0/0', '/tile/',
               '/tile/light/-1/0/0.png', '/tile/light/0/0/0.png/',
               '/tile/light/0/99999999999999999999/0.png',
               '/tile/light/../../0.png', '/tile/light/0x0/0/0.png'):
    r = s.ask(target)
    ok(r.status in (400, 404) and r.json()['error'], f'no tile {target}',
       r.raw[:300])

BOX = '/api/towns?west=36&south=35&east=38.5&north=37&limit='
towns = s.ask(BOX + '5').json()['items']
ok(len(towns) == 5 and towns[0]['name'] == 'Aleppo', 'the largest towns first',
   towns)
ok(all(36 <= t['lon'] <= 38.5 and 35 <= t['lat'] <= 37 for t in towns),
   'all of them in the box', towns)
ok(len(s.ask(BOX + '100000').json()['items']) <= 500, 'not too many')
for query in ('', 'west=1&east=2&south=3', 'west=a&east=2&south=3&north=4',
              'west=5&east=2&south=3&north=4', 'west=1&east=2&south=9&north=4',
              'west=nan&east=2&south=3&north=4',
              'west=1e99&east=2&south=3&north=4'):
    same(s.ask('/api/towns?' + query).status, 400, f'no box {query}')

DAY = '2016-12-23'
for kind, begin in (('svg', b'<?xml'), ('png', b'\x89PNG'), ('pdf', b'%PDF')):
    r = s.ask(f'/map.{kind}?on={DAY}&area=Syria')
    path = f'{s.dir}/map.{kind}'
    run('map', '--on', DAY, '--area', 'Syria', '-o', path, db=s.db)
    with open(path, 'rb') as f:
        want = f.read()
    ok(r.status == 200 and r.body[:len(begin)] == begin, f'a map as {kind}',
       r.raw[:300])
    # Cairo numbers the surfaces of a process in the order they are made.
    plain = [re.sub(rb'"surface\d+"', b'"surface"', x) for x in (r.body, want)]
    same(plain[0] == plain[1], True, f'that of the command as {kind}')
r = s.ask('/map.svg?theme=dark&width=600&height=400&days=30')
ok(r.status == 200 and b'<script' not in r.body and
   'script' not in r.head['content-security-policy'] and
   'sandbox' in r.head['content-security-policy'],
   'a drawing may have styles, and nothing else', r.raw[:500])
for query in ('width=5', 'height=99999', 'days=x', 'on=never',
              'area=Nowhere-at-all', 'nonsense=1'):
    same(s.ask('/map.svg?' + query).status, 400, f'no map {query}')
same(s.stop(), 0, 'ends with 0')
finish()
