// The panes in light and dark and on a narrow screen: axe finds nothing serious;
// and what a server for reading only leaves out.

import { axe, is, ledger, ok, rows, run, serve } from './lib.mjs';
import { MOPTI, done, pane } from './panes.mjs';

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
	const db = ledger('panes-shapes', MOPTI);
	const { base } = await serve(db);

	await testAxe(db, base);
	await testReadOnly(db);
});
