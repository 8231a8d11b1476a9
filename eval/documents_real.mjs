#!/usr/bin/env node
// How well real documents and mails are read, beside what others read in them:
// eval/documents_real.mjs [-v] [KIND ...].
// The files are test files of npm packages and of Debian source packages (apt-get
// source; needs a deb-src line), fetched into build/documents-real and no part of
// the project. Peers: mammoth for .docx, pandoc for .docx, .odt and .rtf, unrtf,
// mailparser. Of the peer's words, those that sitrep has in the same order
// (the longest common subsequence), and of sitrep's those that the peer has.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { root, sitrep } from './pages_read.mjs';

const verbose = process.argv.includes('-v');
const wanted = process.argv.slice(2).filter((a) => a !== '-v');
const build = path.join(root, 'build');
const store = path.join(build, 'documents-real');
const MOST_WORDS = 20000; // compared
const SOURCES = ['pandoc', 'unrtf', 'calligra', 'abiword', 'gmime',
	'golang-github-jhillyerd-enmime'];
const PACKAGES = ['mammoth@1.11.0', 'docx4js@3.3.0', 'rtf2text@1.0.1', 'node-mbox@2.0.0',
	'eml-format@0.6.1', 'mailparser@0.6.2'];

function once(dir, make) {
	if (!fs.existsSync(dir) || !fs.readdirSync(dir).length) {
		fs.mkdirSync(dir, { recursive: true });
		try {
			make(dir);
		} catch (e) {
			console.log(`# ${path.basename(dir)}: ${e.message.split('\n')[0]}`);
		}
	}
	return dir;
}

function unpacked(dir, file) {
	execFileSync('tar', ['xf', file, '--wildcards', '*.docx', '*.odt', '*.rtf', '*.eml',
		'*.msg', '*.mbox', '*.raw'], { cwd: dir, stdio: 'ignore' });
}

const ignoring = (make) => { try { return make(); } catch { return null; } };

function* folders() {
	for (const name of SOURCES)
		yield once(path.join(store, name), (dir) => {
			// of some sources only one of the files can be had
			ignoring(() => execFileSync('apt-get', ['source', '-qq', '--download-only', name],
				{ cwd: dir, stdio: 'ignore' }));
			for (const f of fs.readdirSync(dir).filter((f) => f.includes('.orig.tar')))
				ignoring(() => unpacked(dir, f));
		});
	for (const name of PACKAGES)
		yield once(path.join(store, name.replace('@', '-')), (dir) => {
			const tar = execFileSync('npm', ['pack', '--silent', name],
				{ cwd: dir, encoding: 'utf8' }).trim();
			ignoring(() => unpacked(dir, tar));
		});
}

function* files(dir) {
	for (const f of fs.readdirSync(dir, { withFileTypes: true })) {
		const at = path.join(dir, f.name);
		if (f.isDirectory())
			yield* files(at);
		else if (f.isFile())
			yield at;
	}
}

function peers() {
	const dir = once(path.join(store, 'peers'), (d) => execFileSync('npm',
		['install', '--silent', '--prefix', d, 'mammoth@1.11.0', 'mailparser@3.7.2'],
		{ stdio: 'ignore' }));
	const require = createRequire(path.join(dir, 'x.js'));
	const { simpleParser } = require('mailparser');
	const run = (what, ...args) => execFileSync(what, args,
		{ encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'], timeout: 60000 });
	const pandoc = (from) => (f) => run('pandoc', '-f', from, '-t', 'plain', '--wrap=none', f);
	return {
		docx: {
			mammoth: async (f) => (await require('mammoth').extractRawText({ path: f })).value,
			pandoc: pandoc('docx'),
		},
		odt: { pandoc: pandoc('odt') },
		rtf: {
			unrtf: (f) => run('unrtf', '--text', '--nopict', f).replace(/^###.*$/mg, ''),
			pandoc: pandoc('rtf'),
		},
		mail: {
			mailparser: async (f) => {
				const m = await simpleParser(fs.readFileSync(f));
				return (m.text || '') + m.attachments.filter((a) => a.contentType === 'text/plain')
					.map((a) => '\n' + a.content.toString()).join('');
			},
		},
	};
}

const KINDS = { docx: 'docx', odt: 'odt', rtf: 'rtf', eml: 'mail', msg: 'mail', raw: 'mail' };
const tokens = (s) => (s.toLowerCase().match(/[\p{L}\p{N}]+/gu) || []).slice(0, MOST_WORDS);

// The length of the longest common subsequence.
function common(a, b) {
	const id = new Map(), number = (w) => id.get(w) ?? (id.set(w, id.size), id.size - 1);
	const x = a.map(number), y = b.map(number);
	let row = new Uint32Array(y.length + 1);
	for (const w of x) {
		let diagonal = 0;
		for (let j = 1; j <= y.length; j++) {
			const above = row[j];
			row[j] = y[j - 1] === w ? diagonal + 1 : Math.max(above, row[j - 1]);
			diagonal = above;
		}
	}
	return row[y.length];
}

const read = sitrep(build), total = {};

async function compare(kind, who, peer, file, own) {
	let said;
	try {
		said = tokens(await peer(file));
	} catch {
		return;
	}
	if (!said.length) return;
	const t = total[`${kind} ${who}`] ||= { n: 0, have: 0, want: 0, own: 0, whole: 0, none: 0 };
	// the title may stand in the text or only in the file's properties
	const plain = tokens(own.text), titled = tokens(`${own.title || ''} ${own.text}`);
	const alone = common(said, plain), with_title = common(said, titled);
	const n = Math.max(alone, with_title);
	t.n++, t.have += n, t.want += said.length;
	t.own += (with_title > alone ? titled : plain).length;
	t.whole += n >= 0.98 * said.length, t.none += !!own.none;
	if (verbose && n < 0.98 * said.length)
		console.log(`${kind} ${(n / said.length).toFixed(2)} of ${said.length} ${who}, own ` +
			`${plain.length}  ${path.relative(root, file)}${own.none ? '  refused' : ''}`);
}

const beside = peers();
for (const dir of folders())
	for (const file of files(dir)) {
		// parts of mails, not mails
		if (file.includes('/testdata/parts/')) continue;
		const kind = KINDS[path.extname(file).slice(1).toLowerCase()];
		if (!kind || (wanted.length && !wanted.includes(kind))) continue;
		const own = read(file);
		for (const [who, peer] of Object.entries(beside[kind]))
			await compare(kind, who, peer, file, own);
	}
for (const [what, t] of Object.entries(total))
	console.log(`${what.padEnd(18)} ${t.n} files, ${t.want} words: in order ${(t.have / t.want).toFixed(4)}, ` +
		`files with all ${t.whole}, refused ${t.none}; of sitrep's ${t.own} in the peer's ${(t.have / t.own).toFixed(4)}`);
