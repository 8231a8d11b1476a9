// Reports in the panes: texts by strangers stay text; words are marked where
// they stand, in a long one too.

import { clean, is, ledger, ok, rows, run, say, serve } from './lib.mjs';
import { done, pane, sorted } from './panes.mjs';

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
	ok(text.length > 1e6, 'a report of 1 MB is shown');
	ok((await page.locator('.claims-side h4').textContent()).startsWith(String(report.claims).replace(/\B(?=(\d{3})+$)/g, ',')), 'with all its claims');
	clean(page, 'a report of 1 MB');
	await done(page);
}

run(async () => {
	await testHostile();
	await testBig();
});
