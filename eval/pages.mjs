#!/usr/bin/env node
// How well the article is cut out of a page: sitrep beside Mozilla's
// Readability on the same pages, in one run.
//   eval/pages.mjs [-v] [BUILD]      (build, after ninja -C build)
// tests/pages/*.html are made-up pages in the shapes that publishers have,
// *.json what is the article's in them; tests/pages/unseen were written after
// the rules were fixed. Precision and recall are of words: of those that came
// out, and of those of the article. Captions count for neither, and so does
// what belongs to a page and might be counted to its text ("neutral").
import fs from 'node:fs';
import path from 'node:path';
import { readability, root, sitrep, sum, words } from './pages_read.mjs';

const args = process.argv.slice(2).filter((a) => a !== '-v');
const verbose = process.argv.includes('-v');
const build = path.resolve(args[0] || path.join(root, 'build'));

function score(gold, got) {
	const want = words(gold.paragraphs.join('\n'));
	const have = words(got);
	const free = words([...(gold.captions || []), ...(gold.neutral || [])].join('\n'));
	let hit = 0;
	for (const [w, n] of want) hit += Math.min(n, have.get(w) || 0);
	// what came out beyond the article, less what counts for neither
	let over = 0;
	for (const [w, n] of have)
		over += Math.max(0, n - (want.get(w) || 0) - (free.get(w) || 0));
	return { hit, over, missed: sum(want) - hit };
}

const folded = (s) => (s || '').toLowerCase().replace(/^by\s+/, '')
	.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

function measure(name, files, read) {
	const all = { hit: 0, over: 0, missed: 0 };
	const meta = {};
	let none = 0, nones = 0, f1s = 0, ms = 0, n = 0;
	for (const f of files) {
		const gold = JSON.parse(fs.readFileSync(f.replace(/html$/, 'json')));
		const t0 = process.hrtime.bigint();
		const got = read(f);
		ms += Number(process.hrtime.bigint() - t0) / 1e6;
		if (gold.none) {
			nones++;
			none += got.none === true;
			if (verbose) console.log(`  ${path.basename(f)} ${name}: ` +
				(got.none ? 'no article, as it should be' : 'taken for an article'));
			continue;
		}
		const s = score(gold, got.text);
		for (const k of Object.keys(all)) all[k] += s[k];
		const f1 = 2 * s.hit / (2 * s.hit + s.over + s.missed);
		f1s += f1;
		n++;
		if (verbose) console.log(`  ${path.basename(f).padEnd(20)} ${name.padEnd(12)} F1 ${f1.toFixed(3)} ` +
			`over ${s.over} missed ${s.missed} of ${s.hit + s.missed}`);
		for (const k of ['title', 'publisher', 'author', 'published', 'updated']) {
			if (!gold[k]) continue;
			const m = meta[k] = meta[k] || [0, 0];
			m[1]++;
			const ok = folded(got[k]) === folded(gold[k]);
			m[0] += ok;
			if (verbose && !ok) console.log(`      ${k}: ${got[k]} | ${gold[k]}`);
		}
	}
	const p = all.hit / (all.hit + all.over), r = all.hit / (all.hit + all.missed);
	console.log(`${name.padEnd(12)} ${n} pages  P ${p.toFixed(3)}  R ${r.toFixed(3)}  ` +
		`F1 ${(2 * p * r / (p + r)).toFixed(3)}  mean F1 ${(f1s / n).toFixed(3)}  ` +
		`no article ${none}/${nones}  ` + Object.entries(meta).map(([k, m]) =>
			`${k} ${m[0]}/${m[1]}`).join('  '));
}

for (const dir of ['tests/pages', 'tests/pages/unseen']) {
	const at = path.join(root, dir);
	if (!fs.existsSync(at)) continue;
	const files = fs.readdirSync(at).filter((f) => f.endsWith('.html')).sort()
		.map((f) => path.join(at, f));
	console.log(`${dir}:`);
	measure('sitrep', files, sitrep(build));
	if (readability) measure('readability', files, (f) => readability(fs.readFileSync(f)));
}
