// A report's text with the words of its claims marked.
//
// Offsets come in code points and strings count in UTF-16 units, so that they
// are converted once, for all offsets together, in one walk over the text.
// Claims may nest and overlap: the text is cut at every start and end, and each
// piece knows all the claims that cover it. A report of 1 MB has some 8,000
// claims at most; paragraphs that are not in view are not laid out (panes.css).
import { el } from '../dom.js';
import { reveal } from './parts.js';
import { FAMILIES, typeGroup, typeWords } from './words.js';

// UTF-16 positions of the code-point offsets, in the order given. What lies
// beyond the end becomes the end.
export function unitsOf(text, offsets) {
	const order = offsets.map((o, i) => [o, i]).sort((a, b) => a[0] - b[0]);
	const out = new Array(offsets.length);
	let point = 0,
		unit = 0;

	for (const [offset, i] of order) {
		while (point < offset && unit < text.length) {
			const c = text.charCodeAt(unit);
			const pair = c >= 0xd800 && c < 0xdc00 && unit + 1 < text.length;
			unit += pair ? 2 : 1;
			point++;
		}
		out[i] = unit;
	}
	return out;
}

// The pieces of a text: [{from, to, claims: [index ...]}], in order, without a
// gap; spans is [{from, to}] in UTF-16 units. The shortest span comes last of
// those that cover a piece: it is the one on top.
export function pieces(length, spans, extraCuts = []) {
	const cuts = new Set([0, length, ...extraCuts]);
	const starts = new Map(),
		out = [];
	let open = [];

	spans.forEach((s, i) => {
		if (s.to <= s.from) return;
		cuts.add(s.from);
		cuts.add(s.to);
		starts.set(s.from, [...(starts.get(s.from) || []), i]);
	});
	const at = [...cuts].filter((c) => c >= 0 && c <= length).sort((a, b) => a - b);
	for (let k = 0; k + 1 < at.length; k++) {
		open = open.filter((i) => spans[i].to > at[k]);
		open.push(...(starts.get(at[k]) || []));
		open.sort(
			(a, b) =>
				spans[b].to -
					spans[b].from -
					(spans[a].to - spans[a].from) || a - b,
		);
		out.push({ from: at[k], to: at[k + 1], claims: [...open] });
	}
	return out;
}

function paragraphCuts(text) {
	const cuts = [0];
	const line = /\n[ \t\r]*\n\s*/g;

	for (let m = line.exec(text); m; m = line.exec(text))
		cuts.push(m.index + m[0].length);
	return cuts;
}

function pieceNode(text, piece, claims, onPick) {
	const words = text.slice(piece.from, piece.to);

	if (!piece.claims.length) return document.createTextNode(words);
	const top = claims[piece.claims[piece.claims.length - 1]];
	const mark = el(
		'mark',
		{
			class: `hl hl-${typeGroup(top.type)}${piece.claims.length > 1 ? ' hl-many' : ''}`,
		},
		words,
	);
	mark.title = piece.claims.map((i) => typeWords(claims[i].type)).join(' · ');
	mark.dataset.claim = String(piece.claims[piece.claims.length - 1]);
	mark.addEventListener('click', () => {
		if (String(window.getSelection()).length === 0)
			onPick(piece.claims.slice().reverse());
	});
	return mark;
}

function noteButton(i, claim, onPick) {
	const b = el(
		'button',
		{ class: `hl-note hl-note-${typeGroup(claim.type)}`, type: 'button' },
		String(i + 1),
	);

	b.setAttribute('aria-label', `Claim ${i + 1}: ${typeWords(claim.type)}`);
	b.addEventListener('click', () => onPick([i]));
	return b;
}

// Claims as they come in the text, the longer before those within it.
export function inOrder(claims) {
	return claims
		.slice()
		.sort(
			(a, b) =>
				a.evidence.start - b.evidence.start ||
				b.evidence.end - a.evidence.end ||
				(a.id < b.id ? -1 : 1),
		);
}

const EAGER = 400; // claims up to which all is marked at once

// The pieces of each paragraph.
function byParagraph(text, spans) {
	const cuts = paragraphCuts(text);
	const paras = cuts.map((from, k) => ({
		from,
		to: cuts[k + 1] ?? text.length,
		pieces: [],
	}));
	let k = 0;

	for (const piece of pieces(text.length, spans, cuts)) {
		while (k + 1 < paras.length && piece.from >= paras[k + 1].from) k++;
		paras[k].pieces.push(piece);
	}
	return paras.filter((p) => p.to > p.from);
}

// The text as paragraphs. claims: objects with type and evidence; onPick gets
// the indices of the claims that were clicked, the shortest first. Gives
// {root, show(index, scroll)}. Of a long report a paragraph is marked when it
// comes near the window; until then it is its plain text.
export function reportText(text, claims, { onPick = () => {} } = {}) {
	const units = unitsOf(
		text,
		claims.flatMap((c) => [c.evidence.start, c.evidence.end]),
	);
	const spans = claims.map((c, i) => ({
		from: units[2 * i],
		to: units[2 * i + 1],
	}));
	const paras = byParagraph(text, spans);
	const marks = claims.map(() => []);
	const root = el('div', { class: 'report-text' });
	let lit = [];

	function decorate(para) {
		if (para.marked) return;
		para.marked = true;
		para.node.replaceChildren();
		for (const piece of para.pieces) {
			const node = pieceNode(text, piece, claims, onPick);
			para.node.append(node);
			for (const i of piece.claims) {
				marks[i].push(node);
				if (spans[i].to === piece.to)
					para.node.append(
						noteButton(i, claims[i], onPick),
					);
			}
		}
	}

	// Lifts the words of one claim out of the others'; -1: of none.
	function show(index, scroll = true) {
		lit.forEach((m) => m.classList.remove('hl-on'));
		lit = [];
		if (index < 0) return;
		for (const para of paras)
			if (para.from < spans[index].to && para.to > spans[index].from)
				decorate(para);
		lit = marks[index];
		lit.forEach((m) => m.classList.add('hl-on'));
		if (lit.length && scroll) reveal(lit[0], true);
	}

	for (const para of paras) {
		para.node = el(
			'p',
			{ class: 'report-para' },
			text.slice(para.from, para.to),
		);
		root.append(para.node);
	}
	if (claims.length <= EAGER) paras.forEach(decorate);
	else whenNear(paras, decorate);
	return { root, show };
}

function whenNear(paras, call) {
	const byNode = new Map(paras.map((p) => [p.node, p]));
	const watch = new IntersectionObserver(
		(seen) => {
			for (const one of seen.filter((s) => s.isIntersecting)) {
				call(byNode.get(one.target));
				watch.unobserve(one.target);
			}
		},
		{ rootMargin: '600px' },
	);

	paras.filter((p) => p.pieces.some((x) => x.claims.length)).forEach((p) =>
		watch.observe(p.node),
	);
}

// The words of one claim in what stands around them, one line or two.
export function inContext(context, group) {
	const p = el('p', { class: 'in-context' });

	p.append(
		clip(context.before, -1),
		el('mark', { class: `hl hl-${group}` }, context.words || ''),
		clip(context.after, 1),
	);
	return p;
}

const AROUND = 140;

// At most so many characters of context, cut at a space; newlines are spaces.
function clip(text, side) {
	const flat = (text || '').replace(/\s+/g, ' ');
	const points = Array.from(flat);

	if (points.length <= AROUND) return flat;
	const part =
		side < 0
			? points.slice(-AROUND).join('')
			: points.slice(0, AROUND).join('');
	const space = side < 0 ? part.indexOf(' ') : part.lastIndexOf(' ');
	const cut =
		space < 0 ? part : side < 0 ? part.slice(space) : part.slice(0, space);
	return side < 0 ? `…${cut}` : `${cut} …`;
}

export function legend(claims) {
	const groups = [...new Set(claims.map((c) => typeGroup(c.type)))];
	const ul = el('ul', { class: 'hl-legend' });

	ul.setAttribute('aria-label', 'Colours of the highlights');
	for (const g of groups)
		ul.append(
			el(
				'li',
				{},
				el('mark', { class: `hl hl-${g}` }, FAMILIES[g] || g),
			),
		);
	return ul;
}
