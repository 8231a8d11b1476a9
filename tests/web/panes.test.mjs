// The panes of the page: what they show is what the command line says, to the
// last figure.

import { clean, is, ledger, ok, rows, run, samples, serve } from './lib.mjs';
import { MOPTI, done, pane, sorted } from './panes.mjs';

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
});
