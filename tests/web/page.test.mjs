// Map, days, filters and address of the page: they say what the command line
// says.

import { clean, is, ledger, ok, open, ready, rows, run, samples, serve, shot }
	from './lib.mjs';

// What the map has drawn, from the page's own record of it.
function drawn(page) {
	return page.evaluate(() => window.sitrepPage.marks()
		.filter((m) => m.kind === 'place')
		.map((m) => [m.row.place, m.row.holder, m.row.how]).sort());
}

// The table of places: name, then what stands beside it.
function listed(page) {
	return page.$$eval('table.places tbody tr:not(.holder)', (all) =>
		all.map((tr) => [tr.cells[0].querySelector('a').textContent,
			tr.cells[1].textContent]).sort());
}

function wantListed(control) {
	return control.map((r) => [r.place, r.how + (r.holder
		? ` ${Math.round(r.sure * 100)}%` : '') + (r.or ? 'with ' + r.or : '') +
		(r.besieged ? 'besieged' : '')]).sort();
}

function shownIds(page) {
	return page.evaluate(() => window.sitrepPage.store.shown.map((i) => i.id)
		.sort());
}

async function testDays(db, base) {
	const page = await open(base, '/?list=places');

	for (const day of ['2015-06-01', '2016-04-24', '2022-09-30',
		'2025-01-12']) {
		await page.fill('#days input[type=date]', day);
		await page.dispatchEvent('#days input[type=date]', 'change');
		await ready(page);
		const control = rows(db, 'control', '--on', day);
		is(await listed(page), wantListed(control),
			`places of ${day} as control --on has them`);
		is(await drawn(page), control.filter((r) => r.lat !== null)
			.map((r) => [r.place, r.holder, r.how]).sort(),
		`the map of ${day} has the same`);
	}
	await page.focus('#day');
	await page.keyboard.press('ArrowLeft');
	await ready(page);
	await page.waitForURL(/day=2025-01-11/);
	ok(true, 'an arrow key is a day');
	const min = await page.getAttribute('#day', 'min');
	await page.$eval('#day', (slider, n) => {
		slider.value = n;
		slider.dispatchEvent(new Event('input'));
	}, Number(min) + 1500);
	await ready(page);
	const day = await page.evaluate(() => window.sitrepPage.store.day);
	is(await listed(page), wantListed(rows(db, 'control', '--on', day)),
		'the slider, moved, asks for its day');
	await page.click('text=Play');
	await page.waitForTimeout(1300);
	await page.click('text=Pause');
	await ready(page);
	const later = await page.evaluate(() => window.sitrepPage.store.day);
	ok(later > day, 'playing goes on in time', `${day} ${later}`);
	is(await listed(page), wantListed(rows(db, 'control', '--on', later)),
		'and stands where it was stopped');
	clean(page, 'days');
	await page.context().close();
}

const ASKED = [
	{ type: 'control' },
	{ type: 'attack,loss.killed' },
	{ side: 'UA' },
	{ type: 'control', side: 'RU' },
	{ status: 'contested,denied' },
	{ source: 'Sample Gazette' },
	{ source: 'wad-madani' },
	{ text: 'CHOLERA' },
	{ text: 'the', type: 'loss' },
	{ place: 'Tadmur' },
	{ place: 'Aleppo', type: 'attack' },
	{ near: '49,37.3,60' },
	{ near: 'Kherson,100' },
	{ near: 'Izium,50', side: 'UA' },
	{ from: '2022-01-01', to: '2022-12-31' },
	{ from: '2016-01-01', to: '2016-12-30', type: 'loss' },
];

async function testFilters(db, base) {
	const page = await open(base, '/');

	for (const asked of ASKED) {
		const options = Object.entries(asked).flatMap(([k, v]) =>
			['--' + k, v]);
		const q = new URLSearchParams({ days: 'all', ...asked });
		if (asked.to) {
			q.set('day', asked.to);
			q.set('days', Math.round((Date.parse(asked.to) -
				Date.parse(asked.from)) / 864e5) + 1);
			q.delete('from');
			q.delete('to');
		}
		await page.goto(base + '/?' + q);
		await ready(page);
		const want = rows(db, 'incidents', ...options).map((r) => r.id).sort();
		is(await shownIds(page), want, `${options.join(' ')}: ${
			want.length} incidents, as the command has them`);
		if (!want.length)
			ok(await page.isVisible('text=No incident matches'),
				'and a friendly word where none is');
	}
	clean(page, 'filters');
	await page.context().close();
}

// The same by hand, with the counts that stand beside the boxes.
async function testMenus(db, base) {
	const page = await open(base, '/?days=all');

	await page.click('#f-type summary');
	await page.click('#f-type label:has-text("killed")');
	await ready(page);
	const want = rows(db, 'incidents', '--type', 'loss.killed');
	is(await shownIds(page), want.map((r) => r.id).sort(),
		'a box of the menu is a filter');
	is(await page.textContent('#f-type label:has-text("killed") .n'),
		String(want.length), 'and says how many it leaves');
	await page.keyboard.press('Escape');
	await page.selectOption('#f-side', 'CIV');
	await ready(page);
	is(await shownIds(page), rows(db, 'incidents', '--type', 'loss.killed',
		'--side', 'CIV').map((r) => r.id).sort(), 'and a side besides');
	await page.click('#found button');
	await ready(page);
	is((await shownIds(page)).length, rows(db, 'incidents').length,
		'all are back when the filters are cleared');
	await page.fill('#f-text', 'zzzz');
	await page.waitForSelector('text=No incident matches');
	ok(true, 'an empty answer says so');
	await page.click('text=Clear the filters');
	await ready(page);
	is((await shownIds(page)).length, rows(db, 'incidents').length,
		'and has the way out');
	clean(page, 'menus');
	await page.context().close();
}

async function testAddress(db, base) {
	const page = await open(base, '/');
	const first = rows(db, 'incidents', '--side', 'UA', '--from', '2021-11-12',
		'--to', '2022-11-11')[0];

	await page.selectOption('#f-side', 'UA');
	await ready(page);
	await page.fill('#days input[type=date]', '2022-11-11');
	await page.dispatchEvent('#days input[type=date]', 'change');
	await ready(page);
	await page.selectOption('#span', '365');
	await ready(page);
	await page.click(`li.incident[data-id="${first.id}"] a`);
	await page.waitForSelector('#pane:not([hidden])');
	const seen = await shownIds(page);
	const other = await open(base, page.url().slice(base.length));
	is(await shownIds(other), seen, 'the address is the view: incidents');
	is([await other.inputValue('#f-side'), await other.inputValue(
		'#days input[type=date]'), await other.inputValue('#span'),
	await other.textContent('#pane h2')], ['UA', '2022-11-11', '365',
		await page.textContent('#pane h2')],
	'the address is the view: side, day, window, pane');
	await other.context().close();
	await page.goBack();
	await page.waitForSelector('#pane', { state: 'hidden' });
	await page.goBack();
	await page.waitForFunction(() => document.getElementById('span').value !==
		'365');
	await page.goForward();
	await page.waitForFunction(() => document.getElementById('span').value ===
		'365');
	ok(true, 'back and forward go through it');
	await page.hover('a.tool');
	const brief = await page.request.get(base + await page.getAttribute(
		'a.tool', 'href'));
	ok(brief.ok() && /from=2021-11-12&to=2022-11-11/.test(brief.url()),
		'the brief of the days shown is a link away', brief.url());
	for (const odd of ['/?day=2022-13-45', '/?day=x&days=-3&at=9,9',
		'/?pane=nothing&id=%2e%2e%2f', '/?at=999,999,99&type=none',
		'/?status=%3Cscript%3E', '/?pane=incident&id=i000000000000']) {
		await page.goto(base + odd);
		await page.waitForSelector('.list-tabs a');
	}
	ok(true, 'an odd address does no harm');
	page.errors = page.errors.filter((e) => !/ 40[04] /.test(e));
	clean(page, 'address');
	await page.context().close();
}

async function testReadOnly(db) {
	const server = await serve(db, '--read-only');
	const page = await open(server.base, '/');
	const tabs = await page.textContent('#tabs');

	ok(!/Review|Add/.test(tabs) && /Losses/.test(tabs),
		'for reading only: neither review nor reports dropped in', tabs);
	clean(page, 'for reading only');
	await page.context().close();
	server.stop();
}

// What another program writes shows after a while, and what is open stays.
async function testGrown() {
	const db = samples('grown');
	const { base, stop } = await serve(db);
	const page = await open(base, '/?days=all&pane=losses');
	const before = (await shownIds(page)).length;

	await page.evaluate(() => {
		document.querySelector('.pane-root').id = 'mine';
	});
	ledger('grown', { 'new.txt': 'Publisher: New Post\nDate: 2025-02-02\n\n' +
		'Rebels shelled Goma on 1 February 2025.\n' });
	await page.waitForFunction((n) => window.sitrepPage.store.shown.length > n,
		before, { timeout: 40000 });
	await ready(page);
	is(await shownIds(page), rows(db, 'incidents').map((r) => r.id).sort(),
		'what another program adds shows by itself');
	ok(await page.isVisible('#mine'), 'and what is open is left alone');
	clean(page, 'grown');
	await page.context().close();
	stop();
}

async function testShots(base) {
	for (const [name, width, height, colorScheme] of [
		['page-390', 390, 844, 'light'], ['page-1440', 1440, 900, 'light'],
		['page-1920-dark', 1920, 1080, 'dark']]) {
		const page = await open(base, '/', { viewport: { width, height },
			colorScheme });
		const wide = await page.evaluate(() =>
			document.documentElement.scrollWidth - innerWidth);
		ok(wide <= 0, `${name}: nothing is wider than the window`, wide);
		await page.waitForTimeout(400);
		await shot(page, name);
		await page.context().close();
	}
}

run(async () => {
	const db = samples();
	const { base } = await serve(db);

	await testDays(db, base);
	await testFilters(db, base);
	await testMenus(db, base);
	await testAddress(db, base);
	await testReadOnly(db);
	await testGrown();
	await testShots(base);
});
