// The page for who has no mouse or does not see it: axe on every view, a way
// through by keyboard alone, where the focus is, what is announced.

import { axe, clean, is, ok, open, ready, rows, run, samples, serve }
	from './lib.mjs';

function focused(page) {
	return page.evaluate(() => {
		const a = document.activeElement;
		return a.id || a.className || a.textContent.slice(0, 40);
	});
}

async function testAxe(db, base) {
	const incident = rows(db, 'incidents', '--place', 'Kherson')[0].id;
	const views = ['/', '/?list=places', `/?pane=incident&id=${incident}`,
		'/?pane=place&id=Mukalla', '/?pane=losses', '/?pane=conflicts',
		'/?pane=reports', '/?pane=sources', '/?pane=review', '/?pane=read',
		'/?text=zzzz'];

	for (const [theme, some] of [['light', views],
		['dark', [views[0], views[2], views[4], views[8]]]]) {
		const page = await open(base, '/', { colorScheme: theme });
		for (const view of some) {
			await page.goto(base + view);
			await ready(page);
			await page.waitForTimeout(200);
			await axe(page, `${view} ${theme}`);
		}
		clean(page, theme);
		await page.context().close();
	}
	const page = await open(base, `/?pane=incident&id=${incident}`,
		{ viewport: { width: 390, height: 844 } });
	await page.waitForTimeout(250);
	await axe(page, 'an incident at 390 px');
	await page.context().close();
	const menu = await open(base, '/');
	await menu.click('#f-type summary');
	await axe(menu, 'the menu of types');
	await menu.context().close();
}

async function tabTo(page, selector, most = 60) {
	for (let i = 0; i < most; i++) {
		if (await page.evaluate((s) => document.activeElement.matches(s),
			selector))
			return true;
		await page.keyboard.press('Tab');
	}
	return false;
}

async function testKeys(base) {
	const page = await open(base, '/?days=all');

	await page.keyboard.press('Tab');
	is(await page.evaluate(() => document.activeElement.className), 'skip',
		'first there is a way to the list');
	await page.keyboard.press('Enter');
	is(await focused(page), 'list', 'which goes there');
	ok(await tabTo(page, 'li.incident a'), 'the first incident is a tab away');
	const first = await focused(page);
	await page.keyboard.press('ArrowDown');
	ok(await focused(page) !== first, 'an arrow goes to the next');
	await page.keyboard.press('ArrowUp');
	is(await focused(page), first, 'and back');
	await page.keyboard.press('Enter');
	await page.waitForSelector('#pane:not([hidden])');
	is(await focused(page), 'pane-title', 'what is opened has the focus');
	await page.keyboard.press('Escape');
	await page.waitForSelector('#pane', { state: 'hidden' });
	is(await focused(page), first, 'which goes back when it is closed');
	await page.focus('#f-type summary');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await ready(page);
	ok(/type=attack/.test(page.url()), 'a type is chosen by the keyboard',
		page.url());
	await page.waitForTimeout(900);
	ok(/incident/.test(await page.textContent('#live')),
		'and how many are left is said', await page.textContent('#live'));
	await page.keyboard.press('Escape');
	is(await focused(page), 'f-type-label', 'Escape closes the menu');
	await page.focus('#day');
	await page.keyboard.press('PageDown');
	await ready(page);
	ok(/^\d+ [A-Z][a-z]+ \d+$/.test(await page.getAttribute('#day',
		'aria-valuetext')), 'the slider says its day in words');
	clean(page, 'keys');
	await page.context().close();
}

async function testLandmarks(base) {
	const page = await open(base, '/');
	const names = await page.$$eval('header, main, footer, nav, search, ' +
		'section[aria-label], form[aria-label]', (all) => all.map((e) =>
		e.localName));

	for (const one of ['header', 'main', 'footer', 'nav', 'section'])
		ok(names.includes(one), 'there is a landmark ' + one);
	is(await page.$$eval('h1', (all) => all.length), 1, 'one heading of all');
	ok(await page.$eval('.bars', (b) => b.getAttribute('role') === 'img' &&
		b.getAttribute('aria-label').length > 20 &&
		document.querySelectorAll('#days table tbody tr').length > 3),
	'the bars are told in words and as a table');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	is(await page.evaluate(() => getComputedStyle(document.activeElement)
		.outlineStyle), 'solid', 'where the focus is can be seen');
	await page.context().close();
}

run(async () => {
	const db = samples();
	const { base } = await serve(db);

	await testKeys(base);
	await testLandmarks(base);
	await testAxe(db, base);
});
