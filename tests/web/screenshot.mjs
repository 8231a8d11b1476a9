// Makes docs/page.png, the README's picture of the page: the ledger of the
// samples with an incident open. Run by tools/pictures.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { smaller } from './png.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
process.env.SR_SOURCE ||= root;
const lib = await import('./lib.mjs');

const DAY = '2022-11-11';
const VIEW = '48.2,35.2,6';

await lib.run(async () => {
	const db = lib.samples('samples');
	const { base } = await lib.serve(db);
	const [incident] = lib.rows(db, 'incidents', '--place', 'Kherson',
		'--type', 'control.retake');
	const page = await lib.open(base, '/?' + new URLSearchParams({ day: DAY,
		days: '365', at: VIEW, pane: 'incident', id: incident.id }));
	const to = path.resolve(process.argv[2] || path.join(root,
		'docs/page.png'));

	// tiles and the names of towns come a little later
	await page.waitForTimeout(2500);
	const png = smaller(await page.screenshot());
	fs.writeFileSync(to, png);
	lib.ok(png.length < 400000, `made ${to}, ${png.length} bytes`);
});
