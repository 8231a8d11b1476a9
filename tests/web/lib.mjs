// What the tests of the page share: a ledger from texts, the program serving it,
// a Chromium that reports every request to another host and every error, and
// TAP on standard output. A run without Chromium or playwright-core is skipped
// and says so.

import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

export const SOURCE = process.env.SR_SOURCE || path.resolve('.');
export const BUILD = process.env.SR_BUILD || path.join(SOURCE, 'build');
const NPM = process.env.SR_NPM || ['.', '..', '../..'].map((up) =>
	path.join(SOURCE, up, 'node_modules')).find((dir) =>
	fs.existsSync(path.join(dir, 'playwright-core'))) || 'node_modules';
const SITREP = path.join(BUILD, 'src/cli/sitrep');
// the shell draws the same and asks for half of the processor
const CHROMIUM = ['chromium-headless-shell', 'chromium', 'chromium-browser']
	.map((name) => '/usr/bin/' + name).find((file) => fs.existsSync(file));
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic',
	'--no-first-run', '--disable-background-networking',
	'--disable-component-update', '--disable-sync'];
// SR_WEB: the page's files from a folder, while they are worked on
const WEB = process.env.SR_WEB ? ['--web', process.env.SR_WEB] : [];
const NOW = '2026-01-02T08:00:00Z';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sitrep-web-'));
const servers = [];
let browser = null;

// 1. TAP

let tests = 0, failed = 0;

export function ok(value, name, why) {
	tests++;
	if (!value)
		failed++;
	console.log(`${value ? 'ok' : 'not ok'} ${tests} - ${name}`);
	if (!value && why !== undefined)
		for (const line of String(why).split('\n').slice(0, 30))
			console.log('# ' + line);
	return Boolean(value);
}

export function is(got, want, name) {
	const a = JSON.stringify(got), b = JSON.stringify(want);

	return ok(a === b, name, `got:  ${String(a).slice(0, 1500)}\nwant: ${
		String(b).slice(0, 1500)}`);
}

export function say(text) {
	console.log('# ' + text);
}

// Runs the tests of a file, then puts away all that was started.
export async function run(call) {
	if (!CHROMIUM || !fs.existsSync(path.join(NPM, 'playwright-core'))) {
		console.log('1..0 # SKIP the page is not tested: no ' + (CHROMIUM
			? 'playwright-core (npm ci)' : 'chromium'));
		return;
	}
	try {
		await call();
	} catch (error) {
		ok(false, 'the test comes to its end', error.stack);
	}
	if (browser)
		await browser.close();
	servers.forEach((server) => server.kill());
	fs.rmSync(folder, { recursive: true, force: true });
	console.log('1..' + tests);
	process.exitCode = failed ? 1 : 0;
}

// 2. The program

export function sitrep(...args) {
	return execFileSync(SITREP, args, { maxBuffer: 1 << 30,
		stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' });
}

// The rows of a view, as objects.
export function rows(db, command, ...args) {
	return sitrep(command, '-d', db, ...args, '--format', 'jsonl').split('\n')
		.filter(Boolean).map((line) => JSON.parse(line));
}

export function file(name) {
	return path.join(folder, name);
}

// A ledger of reports: files, or {name: text}. Its path.
export function ledger(name, reports) {
	const db = file(name + '.db');
	const list = Array.isArray(reports) ? reports
		: Object.entries(reports).map(([own, text]) => {
			fs.writeFileSync(file(own), text);
			return file(own);
		});

	sitrep('add', '-d', db, '--now', NOW, ...list);
	return db;
}

export function samples(name = 'samples') {
	const from = path.join(SOURCE, 'samples');

	return ledger(name, fs.readdirSync(from).filter((f) => f.endsWith('.txt'))
		.map((f) => path.join(from, f)));
}

// Serves a ledger at a free port; gives {base, stop}.
export function serve(db, ...args) {
	const server = spawn(SITREP, ['serve', '-d', db, '--port', '0', ...WEB, ...args],
		{ stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';

	servers.push(server);
	return new Promise((resolve, reject) => {
		const late = setTimeout(() => reject(new Error('serve said: ' + said)),
			20000);
		const hear = (data) => {
			said += data;
			const at = /http:\/\/[0-9.]+:\d+/.exec(said);
			if (at) {
				clearTimeout(late);
				resolve({ base: at[0], stop: () => server.kill() });
			}
		};
		server.stdout.on('data', hear);
		server.stderr.on('data', hear);
		server.on('exit', () => reject(new Error('serve ended: ' + said)));
	});
}

// 3. The page

// Opens an address. page.errors: what the console or a script complained of;
// page.strayed: requests to anywhere but `base`.
export async function open(base, to = '/', options = {}) {
	const { chromium } = createRequire(path.join(NPM, 'x'))('playwright-core');

	browser = browser || await chromium.launch({ executablePath: CHROMIUM,
		args: FLAGS });
	const context = await browser.newContext({ viewport: { width: 1440,
		height: 900 }, colorScheme: 'light', locale: 'en-GB', ...options });
	const page = await context.newPage();
	// a build without the base map has no tiles and no towns
	const tiles = (await context.request.get(base + '/tile/light/2/2/1.png'))
		.ok();
	page.errors = [];
	page.strayed = [];
	page.on('request', (request) => {
		if (!request.url().startsWith(base + '/') &&
		    !/^(data|blob):/.test(request.url()))
			page.strayed.push(request.url());
	});
	page.on('console', (message) => {
		const from = message.location().url;
		if (message.type() === 'error' && (tiles || !/\/tile\/|\/api\/towns/.test(from)))
			page.errors.push(message.text() + ' ' + from);
	});
	page.on('pageerror', (error) => page.errors.push(String(error.stack)));
	page.on('dialog', (dialog) => {
		page.errors.push('dialog: ' + dialog.message());
		dialog.dismiss();
	});
	await page.goto(base + to);
	await ready(page);
	return page;
}

// The page has asked what it asks, and chosen.
export async function ready(page) {
	await page.waitForFunction(() => {
		const store = window.sitrepPage && window.sitrepPage.store;
		return store && store.started && store.facets && !store.busy &&
			store.controlDay === store.day;
	}, null, { timeout: 30000 });
	await page.evaluate(() => new Promise((done) =>
		requestAnimationFrame(() => requestAnimationFrame(done))));
}

// Complaints of the console and strayed requests, which should be none.
export function clean(page, name) {
	is(page.errors, [], name + ': no complaint in the console');
	is(page.strayed, [], name + ': no request to another host');
}

// Serious and critical findings of axe on what is shown now.
export async function axe(page, name) {
	const source = fs.readFileSync(path.join(NPM, 'axe-core/axe.min.js'),
		'utf8');

	// evaluated by the browser's own tools, which no page's policy forbids
	await page.evaluate(source);
	const found = await page.evaluate(async () => {
		const result = await window.axe.run(document, { resultTypes:
			['violations'] });
		return result.violations.filter((v) => v.impact === 'serious' ||
			v.impact === 'critical').map((v) => `${v.id}: ${v.help}: ${
			v.nodes.slice(0, 4).map((n) => n.target.join(' ') + ' ' +
			(n.any[0] ? n.any[0].message : '')).join(' | ')}`);
	});
	ok(!found.length, name + ': axe finds nothing serious', found.join('\n'));
}

export function shot(page, name) {
	const to = path.join(BUILD, 'shots');

	fs.mkdirSync(to, { recursive: true });
	return page.screenshot({ path: path.join(to, name + '.png') });
}
