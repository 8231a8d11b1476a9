// Reports are written by strangers: nothing in them runs, loads, widens the page
// or turns its text around.

import { clean, is, ledger, ok, open, ready, rows, run, serve }
	from './lib.mjs';

const SCRIPT = '<script>window.hit=1</script>';
const IMAGE = '<img src=x onerror="window.hit=1">';
const RTL = '\u202Eevil\u202C';

// A report whose every outside word is markup, and which still makes claims.
const REPORTS = {
	'markup.txt': `Title: ${SCRIPT}${IMAGE} Rebels take Kidal\n` +
		`Publisher: "><svg onload=window.hit=1> Post\n` +
		'URL: javascript:window.hit=1\nDate: 2024-05-04\n\n' +
		`Rebels seized Kidal ${IMAGE} on 3 May. At least 12 soldiers were ` +
		`killed in Kidal ${SCRIPT}, the army said.\n`,
	'turned.txt': `Title: ${RTL} Army back in Kidal\nPublisher: ${RTL}\n` +
		'Date: 2024-05-20\n\n' +
		`The army retook Kidal ${RTL} on 18 May 2024. Artillery shelled ` +
		'Timbuktu \u0627\u0644\u062c\u064a\u0634 on 19 May 2024.\n',
	'huge.txt': `Title: ${'W'.repeat(3000)}\nPublisher: ${'Q'.repeat(300)}\n` +
		'Date: 2024-05-21\n\n' +
		`Rebels shelled Gao ${'x'.repeat(4000)} on 20 May 2024. The army ` +
		'attacked Gao on 20 May 2024.\n',
	'${window.hit=1}.txt': 'Title: {{constructor.constructor(1)}}\n' +
		'Date: 2024-05-22\n\nThe army shelled Menaka on 21 May 2024.\n',
};

async function look(base, to, size) {
	const page = await open(base, to, { viewport: size });

	await page.waitForTimeout(300);
	ok(!await page.evaluate(() => 'hit' in window), `${to}: nothing ran`);
	is(await page.$$eval('img:not(.leaflet-tile), script:not([src]), iframe, ' +
		'object, embed, [onerror], [onload], [onclick]', (all) => all.length),
	0, `${to}: no element of a report's making`);
	is(await page.$$eval('a[href]', (all) => all.map((a) => a.protocol)
		.filter((p) => p !== 'http:' && p !== 'https:')), [],
	`${to}: links go to the web only`);
	is(await page.$$eval('a[target]', (all) => all.filter((a) => a.rel !==
		'noopener noreferrer nofollow').length), 0,
	`${to}: and take nothing along`);
	ok(await page.evaluate(() => document.documentElement.scrollWidth <=
		innerWidth), `${to}: the page stays as wide as its window`);
	clean(page, to);
	await page.context().close();
}

run(async () => {
	const db = ledger('hostile', REPORTS);
	const { base } = await serve(db);
	const incidents = rows(db, 'incidents');
	const wide = { width: 1440, height: 900 };

	ok(incidents.length >= 4, 'the reports make incidents', incidents.length);
	await look(base, '/?days=all', wide);
	await look(base, '/?days=all', { width: 390, height: 844 });
	await look(base, '/?days=all&list=places', wide);
	for (const i of incidents)
		await look(base, `/?days=all&pane=incident&id=${i.id}`, wide);
	for (const pane of ['losses', 'conflicts', 'reports', 'sources', 'review'])
		await look(base, '/?pane=' + pane, wide);
	await look(base, '/?pane=place&id=Kidal', wide);
	await look(base, `/?text=${encodeURIComponent(IMAGE)}&pane=${
		encodeURIComponent(SCRIPT)}`, wide);

	const page = await open(base, '/?days=all');
	const policy = (await page.request.get(base + '/')).headers()[
		'content-security-policy'] || '';
	ok(/script-src 'self'/.test(policy) && !/unsafe/.test(policy),
		'the policy lets only our own scripts run', policy);
	const blocked = await page.evaluate(() => new Promise((done) => {
		document.addEventListener('securitypolicyviolation', () => done(true));
		const script = document.createElement('script');
		script.textContent = 'window.hit = 1';
		document.body.append(script);
		setTimeout(() => done(false), 1000);
	}));
	ok(blocked && !await page.evaluate(() => 'hit' in window),
		'and the browser keeps to it');
	await ready(page);
});
