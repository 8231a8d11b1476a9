// The panes of the page: what they show is what the command line says, to the
// last figure; texts by strangers stay text; words are marked where they stand;
// axe finds nothing serious.

import { axe, clean, is, ledger, ok, open, rows, run, say, samples, serve }
	from './lib.mjs';

// Of a war that never was: a total that falls, two who hold a town, a change
// between two days, a range, an open end.
const MOPTI = {
	'a.txt': 'Title: Toll rises in Mopti\nPublisher: Field Post\n' +
		'Date: 2024-03-10\n\nThe health ministry said that a total of 120 ' +
		'civilians had been killed in Mopti since 1 March 2024. Rebels ' +
		'seized Mopti between 3 and 5 March 2024.\n',
	'b.txt': 'Title: Toll rises further\nPublisher: Field Post\n' +
		'Date: 2024-03-14\n\nThe health ministry said that a total of 1,500 ' +
		'civilians had been killed in Mopti since 1 March 2024.\n',
	'c.txt': 'Title: Ministry lowers its toll\nPublisher: Field Post\n' +
		'Date: 2024-03-18\n\nThe health ministry said that a total of 140 ' +
		'civilians had been killed in Mopti since 1 March 2024. The UN said ' +
		'that at least 200 civilians had been killed in Mopti since 1 March ' +
		'2024.\n',
	'd.txt': 'Title: Army is back in Mopti\nPublisher: River Courier\n' +
		'Date: 2024-03-22\nURL: https://courier.example/mopti\n\nThe army ' +
		'retook Mopti on 19 March 2024, the defence minister said. The ' +
		'rebels denied that they had lost Mopti.\n',
	'e.txt': 'Title: Rebels still in Mopti\nPublisher: Delta Wire\n' +
		'Date: 2024-03-23\n\nRebels still hold Mopti on 23 March 2024, ' +
		'residents said. Shelling killed between 20 and 30 soldiers in ' +
		'Mopti on 22 March 2024.\n',
};

async function pane(base, query, options) {
	const page = await open(base, `/?${query}`, options);

	await page.waitForSelector('.pane-root > *', { timeout: 20000 });
	await page.waitForFunction(() => !document.querySelector('.pane-busy'));
	return page;
}

const done = (page) => page.context().close();

function sorted(list) {
	return list.map((x) => JSON.stringify(x)).sort();
}

function number(n) {
	return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

// The number of a row of `losses`, in the page's words.
function figure(r) {
	const unit = r.unit === 'people' && r.low === 1 && r.high === 1 ? 'person' : r.unit;

	if (r.high === null)
		return `at least ${number(r.low)} ${unit}`;
	if (r.low === null)
		return `up to ${number(r.high)} ${unit}`;
	return (r.low === r.high ? number(r.low)
		: `${number(r.low)} to ${number(r.high)}`) + ' ' + unit;
}

async function testLosses(db, base, name) {
	const want = rows(db, 'losses');
	const page = await pane(base, 'pane=losses');

	for (const s of await page.$$('.as-table summary'))
		await s.click();
	await page.waitForTimeout(100);
	const table = await page.$$eval('.losses-rows', (all) => all.flatMap((t) => {
		const names = [...t.querySelectorAll('thead th')].map((x) => x.textContent);
		return [...t.querySelectorAll('tbody tr')].map((tr) =>
			['according to', 'number', 'status', 'words'].map((n) =>
				tr.children[names.indexOf(n)].textContent));
	}));
	is(sorted(table), sorted(want.map((r) => [r.claimant, figure(r), r.status,
		`“${r.text}”`])), `${name}: the tables have every figure of losses`);
	const points = await page.$$eval('.figure', (all) => all.map((g) => ({
		claim: g.dataset.claim, low: g.dataset.low, high: g.dataset.high,
		day: g.dataset.day })));
	const several = new Map();
	const key = (r) => [r.side, r.category, r.disposition, r.unit].join();
	for (const r of want.filter((x) => x.to))
		several.set(key(r), [...(several.get(key(r)) || []), r]);
	is(sorted(points), sorted([...several.values()].filter((l) => l.length > 1)
		.flat().map((r) => ({ claim: r.claims[0], low: String(r.low ?? ''),
			high: String(r.high ?? ''), day: r.to }))),
	`${name}: and the curves a point for each with a day`);
	clean(page, 'losses');
	return page;
}

async function testCurves(base) {
	const page = await pane(base, 'pane=losses');
	const panel = page.locator('.loss-panel').first();
	const at = await panel.locator('.figure').evaluateAll((all) => all.map((g) => {
		const m = /translate\(([\d.]+) ([\d.]+)\)/.exec(g.querySelector('.point')
			.getAttribute('transform'));
		return { low: Number(g.dataset.low), day: g.dataset.day, x: Number(m[1]),
			y: Number(m[2]) };
	}));

	for (const a of at)
		for (const b of at) {
			if (a.low < b.low && a.y <= b.y)
				ok(false, 'the larger figure stands higher', JSON.stringify([a, b]));
			if (a.day < b.day && a.x >= b.x)
				ok(false, 'the later figure stands to the right', JSON.stringify([a, b]));
		}
	ok(at.length === 4, 'four figures of the toll', JSON.stringify(at));
	is(await panel.locator('.step-back').count(), 1, 'the step back is marked');
	ok(/1.step back/.test(await panel.locator('.claimants').textContent()),
		'and counted beside who made it');
	is(await panel.locator('.curve').count(), 1,
		'totals of one claimant are joined, and nobody else’s with them');
	await panel.locator('.figure').first().focus();
	await page.keyboard.press('Enter');
	await page.waitForSelector('.loss-panel .claim');
	ok(/a total of/.test(await panel.locator('.claim .words mark').first().textContent()),
		'a point leads to the words of its claim');
	await page.selectOption('select[aria-label="Claimant"]', 'The UN');
	await page.waitForFunction(() => /claimant=The/.test(location.search));
	await page.waitForFunction(() => !document.querySelector('.loss-panel'));
	is(await page.locator('.losses-rows tbody tr').count(), 1,
		'a filter leaves the figures of one claimant');
	await done(page);
}

function monthDay(iso) {
	const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep',
		'Oct', 'Nov', 'Dec'];

	return `${Number(iso.slice(8))}\u00a0${months[iso.slice(5, 7) - 1]}\u00a0${iso.slice(0, 4)}`;
}

async function testBand(db, base, place) {
	const want = rows(db, 'control', place);
	const page = await pane(base, `pane=place&id=${encodeURIComponent(place)}`);

	is(await page.$$eval('.spell-group', (all) => all.map((g) => g.dataset.spell)),
		want.map((r) => r.id), `${place}: the band has the stretches of control`);
	const lines = await page.$$eval('.spell-line', (all) => all.map((b) => b.textContent));
	want.forEach((r, i) => {
		const text = lines[i];
		const day = r.from_latest || r.from_likeliest;
		// a whole month is named as such
		const said = r.from_earliest !== day && /-01$/.test(r.from_earliest || '')
			? monthDay(day).split('\u00a0').slice(1).join('\u00a0') : monthDay(day || '');
		ok(text.includes(r.how) && (!day || text.includes(said))
			&& (r.how === 'assumed' || text.includes(`${Math.round(r.sure * 100)}\u00a0%`)),
		`${place}: stretch ${i + 1} has its day, its kind and how sure`, text);
	});
	is(await page.locator('.spell-unsure').count(), want.filter((r, i) => i
		&& (!r.from_earliest || r.from_earliest !== r.from_latest)).length,
	`${place}: a change whose day is not sure is hatched`);
	is(await page.locator('.spell-contested').count(),
		2 * want.filter((r) => r.rival).length, `${place}: two halves where it is contested`);
	await page.locator('.as-table summary').click();
	await page.waitForSelector('.as-table table');
	is(await page.locator('.as-table tbody tr').count(), want.length, `${place}: and a table`);
	clean(page, place);
	return [page, want];
}

async function testEvidence(db, base, place) {
	const [page, want] = await testBand(db, base, place);
	const at = want.findIndex((r) => r.claims.length);

	await page.locator('.spell-group').nth(at).focus();
	await page.keyboard.press('Enter');
	await page.waitForSelector('.evidence .claim');
	is(await page.$$eval('.evidence .claim', (all) => all.map((c) => c.dataset.claim)),
		[...want[at].claims, ...want[at].claims_against],
		`${place}: a stretch opens the claims that it rests on, and those against`);
	const there = rows(db, 'incidents', '--place', place);
	is(await page.$$eval('.happening a', (all) => all.length), there.length,
		`${place}: and the incidents there are listed`);
	await done(page);
}

async function testConflicts(db, base, name) {
	const want = rows(db, 'conflicts');
	const page = await pane(base, 'pane=conflicts');

	is(await page.$$eval('.conflict a', (all) => all.map((a) =>
		new URL(a.href).searchParams.get('id'))), want.map((x) => x.id),
	`${name}: the conflicts, the weightiest first`);
	clean(page, 'conflicts');
	await done(page);
	for (const x of want.slice(0, 4)) {
		const one = await pane(base, `pane=conflicts&id=${x.id}`);
		const cols = await one.$$eval('.against-col', (all) => all.map((c) =>
			[...c.querySelectorAll('.claim')].map((k) => k.dataset.claim)));
		const shown = (list) => list.slice(0, 3);
		is(cols, x.said_claims.length ? [shown(x.said_claims), shown(x.against_claims)] : [[], []],
			`${name}: ${x.kind} ${x.id} has its claims on both sides`);
		await done(one);
		await testAgainst(db, base, x);
	}
}

// An incident has what stands against it side by side.
async function testAgainst(db, base, x) {
	const incident = rows(db, 'incidents').find((i) => i.claims.includes(x.said_claims[0]));

	if (!incident)
		return;
	const page = await pane(base, `pane=incident&id=${incident.id}`);
	const pair = page.locator('.against-one', { has: page.locator(`a[href*="${x.id}"]`) });
	const cols = await pair.locator('.against-col').evaluateAll((all) => all.map((c) => ({
		left: c.getBoundingClientRect().left, top: c.getBoundingClientRect().top,
		claims: [...c.querySelectorAll('.against-brief')].map((b) => b.dataset.claim) })));
	is(cols.map((c) => c.claims), [x.said_claims.slice(0, 3), x.against_claims.slice(0, 3)],
		`${x.id}: its incident has both sides`);
	ok(cols.length === 2 && cols[0].top === cols[1].top && cols[0].left < cols[1].left,
		`${x.id}: side by side`, JSON.stringify(cols));
	await done(page);
}

// What an incident shows is what `incidents` and `explain` have.
async function testIncident(db, base) {
	const i = rows(db, 'incidents').find((x) => x.reports > 1) || rows(db, 'incidents')[0];
	const page = await pane(base, `pane=incident&id=${i.id}`);
	const head = await page.locator('.pane-root > .facts').textContent();

	ok(head.includes(i.status.split(',')[0]) && head.includes(i.grade)
		&& head.includes(`${i.origins}\u00a0origin`), 'an incident has its standing, grade and origins', head);
	for (const s of await page.$$('.telling .later summary'))
		await s.click();
	is(sorted(await page.$$eval('.tellings .claim', (all) => all.map((c) => c.dataset.claim))),
		sorted(i.claims), 'and each of its claims as a card');
	const card = page.locator('.tellings .claim').first();
	await card.locator('button', { hasText: 'Whole report' }).click();
	await card.locator('.report-text mark.hl-on').first().waitFor();
	is(await card.locator('mark.hl-on').evaluateAll((all) => all.map((m) => m.textContent).join('')),
		rows(db, 'claims', '--all').find((c) => c.id === i.claims[0]).evidence.text,
		'the whole report opens in place with the words lifted out');
	clean(page, 'incident');
	await done(page);
}

// Words of claims that nest and overlap, behind letters beyond the first plane.
const FAR = '\u{1F6A8}\u{1F6A9}\u{10330}';
const HOSTILE = {
	'far.txt': `Title: ${FAR} <img src=x onerror=window.hit=1> Rebels take Gao\n` +
		`Publisher: <script>window.hit=1</script>\nURL: javascript:window.hit=1//http://x.example/\n` +
		`Date: 2024-05-04\n\n${FAR} Rebels ${FAR} seized Gao on 3 May 2024. ${FAR}\n\n` +
		`${FAR.repeat(40)} At least 12 soldiers were killed and 30 wounded by shelling in Gao ` +
		`on 2 May 2024, the army said. ${FAR} The army denied that it had shelled Timbuktu.\n`,
	'turn.txt': 'Title: \u202Edevol si ti\u202C Army back in Gao\nPublisher: \u202E\u2067Post\n' +
		'Date: 2024-05-20\n\n\u202EThe army retook Gao on 18 May 2024. \u0627\u0644\u062c\u064a\u0634\n',
};

function big() {
	const body = [];

	for (let i = 0; body.length < 5200; i++)
		body.push(`${FAR} Rebels seized Gao on ${1 + i % 28} April 2024. At least ${i % 90 + 2} ` +
			'people were killed by shelling in Timbuktu, the army said. The council met again ' +
			'and spoke at length of wells, grain, roads and the price of salt in the market.');
	return 'Title: A very long report\nPublisher: Long Post\nDate: 2024-05-02\n\n' +
		body.join('\n\n') + '\n';
}

// For each claim: the words that are marked, put together, are its evidence.
async function testMarks(db, base, report, name) {
	const page = await pane(base, `pane=report&id=${report.id}`);
	const claims = rows(db, 'claims', '--all').filter((c) => c.doc === report.doc);
	const got = await page.evaluate(() => {
		const out = [];
		for (const line of document.querySelectorAll('.claim-line'))
			out.push(line.parentElement);
		const words = [];
		for (const li of out) {
			li.dispatchEvent(new MouseEvent('mouseenter'));
			words.push([...document.querySelectorAll('mark.hl-on')].map((m) => m.textContent).join(''));
			li.dispatchEvent(new MouseEvent('mouseleave'));
		}
		return words;
	});
	is(sorted(got), sorted(claims.map((c) => c.evidence.text)), `${name}: the marked words are those of the claims`);
	const text = await page.$eval('.report-text', (t) => {
		const copy = t.cloneNode(true);
		copy.querySelectorAll('.hl-note').forEach((n) => n.remove());
		return copy.textContent;
	});
	ok(text === report.text, `${name}: and the text is the report’s, letter for letter`);
	ok(!await page.evaluate(() => 'hit' in window), `${name}: nothing in it ran`);
	is(await page.$$eval('.pane-root a', (all) => all.filter((a) => !/^https?:$/.test(a.protocol)).length), 0,
		`${name}: links go to the web only`);
	is(await page.$$eval('.pane-root :is(img, script, iframe, [onerror], [style*="url"])', (all) => all.length), 0,
		`${name}: no element of its making`);
	ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}: nothing is wider than the window`);
	clean(page, name);
	await done(page);
}

async function testHostile() {
	const db = ledger('panes-hostile', HOSTILE);
	const { base } = await serve(db);

	for (const r of rows(db, 'reports'))
		await testMarks(db, base, { ...r, text: HOSTILE[r.doc.split('/').pop()] }, r.doc.split('/').pop());
	for (const i of rows(db, 'incidents')) {
		const page = await pane(base, `pane=incident&id=${i.id}`);
		ok(!await page.evaluate(() => 'hit' in window) && !page.errors.length, `${i.id}: nothing ran`, page.errors.join());
		const cards = await page.$$eval('.claim', (all) => all.map((c) => [c.dataset.claim, c.querySelector('.words mark').textContent]));
		const claims = rows(db, 'claims', '--all');
		is(cards.map(([, words]) => words), cards.map(([k]) => claims.find((c) => c.id === k).evidence.text),
			`${i.id}: the words in their context are the claim’s`);
		await done(page);
	}
}

async function testBig() {
	const text = big();
	const db = ledger('panes-big', { 'big.txt': text });
	const { base } = await serve(db);
	const report = rows(db, 'reports')[0];
	const start = Date.now();
	const page = await pane(base, `pane=report&id=${report.id}`);
	await page.waitForSelector('.claim-line');
	const took = Date.now() - start;

	say(`${text.length} characters with ${report.claims} claims: shown in ${took} ms`);
	ok(text.length > 1e6 && took < 15000, 'a report of 1 MB is shown', took);
	ok((await page.locator('.claims-side h4').textContent()).startsWith(String(report.claims).replace(/\B(?=(\d{3})+$)/g, ',')), 'with all its claims');
	clean(page, 'a report of 1 MB');
	await done(page);
}

async function testAxe(db, base) {
	const incident = rows(db, 'incidents').find((i) => i.reports > 1) || rows(db, 'incidents')[0];
	const conflict = rows(db, 'conflicts')[0].id;
	const report = rows(db, 'reports')[0].id;
	const views = [`incident&id=${incident.id}`, 'place&id=Mopti', `claim&id=${incident.claims[0]}`, 'losses',
		'conflicts', `conflicts&id=${conflict}`, 'reports', `report&id=${report}`, 'sources', 'review', 'read'];

	for (const theme of ['light', 'dark'])
		for (const view of views) {
			const page = await pane(base, `pane=${view}`, { colorScheme: theme });
			for (const s of await page.$$('.pane-root details > summary'))
				await s.click();
			await page.waitForTimeout(150);
			await axe(page, `${view} ${theme}`);
			await done(page);
		}
	for (const view of views) {
		const page = await pane(base, `pane=${view}`, { viewport: { width: 390, height: 844 } });
		ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
			`${view} fits into 390 px`);
		await done(page);
	}
}

async function testReadOnly(db) {
	const { base } = await serve(db, '--read-only');
	const incident = rows(db, 'incidents')[0].id;
	const page = await pane(base, `pane=incident&id=${incident}`);
	const tabs = await page.$$eval('#tabs a', (all) => all.map((a) => a.textContent));

	ok(!tabs.includes('Review') && !tabs.includes('Add a report'), 'for reading only: no review, no adding', tabs.join());
	is(await page.$$eval('.pane-root button', (all) => all.map((b) => b.textContent)
		.filter((t) => /^(Accept|Reject|Correct|Split|Merge)/.test(t))), [], 'and no buttons that decide');
	ok(await page.$('.claim'), 'the claims are shown');
	await done(page);
}

run(async () => {
	const db = ledger('panes-mopti', MOPTI);
	const { base } = await serve(db);
	const sampled = samples('panes-samples');
	const other = await serve(sampled);

	await done(await testLosses(db, base, 'Mopti'));
	await done(await testLosses(sampled, other.base, 'samples'));
	await testCurves(base);
	await testEvidence(db, base, 'Mopti');
	for (const place of ['Mukalla', 'Debaltseve', 'Mekelle', 'Aleppo'])
		await testEvidence(sampled, other.base, place);
	await testConflicts(db, base, 'Mopti');
	await testConflicts(sampled, other.base, 'samples');
	await testIncident(sampled, other.base);
	await testHostile();
	await testBig();
	await testAxe(db, base);
	await testReadOnly(db);
});
