// What cuts the article out of a page for eval/pages.mjs and
// eval/pages_real.mjs: sitrep, Mozilla's Readability; and words to compare by.
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(path.join(root, 'package.json'));
const BREAKS = 'p,div,li,h1,h2,h3,h4,td,br,pre,figcaption';

function spaced(document) {
	// textContent runs paragraphs into one another
	for (const e of document.querySelectorAll(BREAKS)) e.append(' ');
	return document.body.textContent;
}

/* The text of HTML; a function(bytes) that reads a page as Readability does.
 * Null where npm ci has not been run. */
export let text = null;
export let readability = null;
try {
	const { JSDOM, VirtualConsole } = require('jsdom');
	const { Readability } = require('@mozilla/readability');
	const quiet = { virtualConsole: new VirtualConsole(), contentType: 'text/html' };
	text = (html) => spaced(new JSDOM(html, quiet).window.document);
	readability = (bytes) => {
		const a = new Readability(new JSDOM(bytes, quiet).window.document).parse();
		if (!a) return { text: '', none: true };
		return { text: text(a.content), title: a.title,
			author: a.byline, publisher: a.siteName,
			published: a.publishedTime && a.publishedTime.slice(0, 10) };
	};
} catch (e) {
	console.log(`# no peer: ${e.message.split('\n')[0]} (npm ci)`);
}

/* A function(file) that reads a page by the build. */
export function sitrep(build) {
	return (file) => {
		const out = execFileSync(path.join(build, 'tests/intake/intake_show'),
			[path.join(build, 'data/sitrep.kit'), file],
			{ encoding: 'utf8', maxBuffer: 1 << 28 });
		const [r, ...more] = out.trim().split('\n').map((l) => JSON.parse(l));
		if (r.refused) return { text: '', none: true };
		// of messages, each a report, the headings are of the text
		const blocks = [r, ...more].flatMap((m) => m.blocks || []);
		const kept = blocks.filter((b) => b[0] !== 'field' && (more.length || b[0] !== 'title'));
		return { text: [r.dateline || '', ...kept.map((b) => b[1])].join('\n'), ...r };
	};
}

/* How often each word stands in a text. */
export function words(s) {
	const m = new Map();
	for (const w of s.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [])
		m.set(w, (m.get(w) || 0) + 1);
	return m;
}

export const sum = (m) => [...m.values()].reduce((a, b) => a + b, 0);
