// Pieces that all panes are made of: links, chips, tables, messages, SVG.
// Outside text goes in as text only; a link is one of http or https or none.
import { add, el, outside, svg, words } from '../dom.js';
import { number, published, typeGroup, typeWords } from './words.js';

export { svg };

// Text from outside, kept from turning its surroundings round.
export function plain(text, cls) {
	return words(String(text ?? ''), cls ? { class: cls } : {});
}

export function outLink(url, text) {
	const link = outside(url, plain(text));

	if (link.localName === 'a')
		link.append(el('span', { class: 'unseen' }, ' (opens in a new tab)'));
	return link;
}

export function button(text, onClick, cls = 'btn') {
	const b = el('button', { class: cls, type: 'button' }, text);

	b.addEventListener('click', onClick);
	return b;
}

export function chip(text, cls) {
	return el('span', { class: `chip ${cls || ''}` }, text);
}

export function typeChip(type) {
	const c = chip(typeWords(type), `chip-${typeGroup(type)}`);

	c.title = type;
	return c;
}

export function statusChip(status) {
	return chip(
		status,
		`chip-status chip-${String(status)
			.split(',')[0]
			.replace(/[^a-z]/g, '')}`,
	);
}

export function sideChip(app, code) {
	return app.sideName(code);
}

export function empty(title, hint) {
	const kids = [el('p', { class: 'empty-title' }, title)];

	if (hint) kids.push(el('p', { class: 'empty-hint' }, hint));
	return el('div', { class: 'pane-empty' }, ...kids);
}

export function failed(error) {
	const box = el(
		'div',
		{ class: 'pane-error' },
		plain(error && error.message ? error.message : String(error)),
	);

	box.setAttribute('role', 'alert');
	return box;
}

export function busy(text) {
	const p = el('p', { class: 'pane-busy' }, text || 'Reading …');

	p.setAttribute('role', 'status');
	return p;
}

// Shows what make() gives; while it works a line says so, and a failure is told
// in one line. What comes late for a pane that has gone on is dropped.
export async function fill(root, make, text) {
	const turn = Symbol('turn');

	root.fillTurn = turn;
	const wait = setTimeout(() => {
		if (root.fillTurn === turn) root.replaceChildren(busy(text));
	}, 150);
	try {
		const nodes = await make();
		if (root.fillTurn === turn)
			root.replaceChildren(...[].concat(nodes).filter(Boolean));
	} catch (e) {
		if (root.fillTurn === turn) root.replaceChildren(failed(e));
	} finally {
		clearTimeout(wait);
	}
}

export function heading(level, text, cls) {
	return el(`h${level}`, cls ? { class: cls } : {}, text);
}

export function facts(pairs) {
	const dl = el('dl', { class: 'facts' });

	for (const [name, value] of pairs)
		if (value)
			dl.append(
				el(
					'div',
					{},
					el('dt', {}, name),
					el('dd', {}, ...[].concat(value)),
				),
			);
	return dl;
}

const ROWS = 300; // of a table that are put into the page at once

// Puts items into a list by parts; gives the button for the next part.
export function grow(list, items, make, step) {
	const b = el('button', { type: 'button', class: 'btn btn-more' });
	let n = 0;
	const next = () => {
		add(list, items.slice(n, n + step).map(make));
		n = Math.min(n + step, items.length);
		b.textContent = `Show more: ${number(items.length - n)} are left`;
		b.hidden = n >= items.length;
	};

	b.addEventListener('click', next);
	next();
	return b;
}

// columns: [name, cell(row), class?]; cells are text or nodes. The first column
// heads its row.
export function table(caption, columns, rows, cls = '') {
	const head = el('tr', {});
	const body = el('tbody', {});

	for (const [name, , kind] of columns) {
		const th = el('th', kind ? { class: kind } : {}, name);
		th.scope = 'col';
		head.append(th);
	}
	const more = grow(
		body,
		rows,
		(row) =>
			el(
				'tr',
				{},
				columns.map(([, cell, kind], i) =>
					el(
						i ? 'td' : 'th',
						{
							class: kind || null,
							scope: i ? null : 'row',
						},
						cell(row),
					),
				),
			),
		ROWS,
	);
	const box = el(
		'div',
		{ class: 'table-box' },
		el(
			'table',
			{ class: `rows ${cls}` },
			el('caption', {}, caption),
			el('thead', {}, head),
			body,
		),
		more,
	);
	box.tabIndex = 0;
	box.setAttribute('role', 'region');
	box.setAttribute('aria-label', caption);
	return box;
}

// A part that is made when it is opened.
export function later(summary, make, cls = 'later') {
	const box = el('details', { class: cls }, el('summary', {}, summary));

	box.addEventListener('toggle', () => {
		if (box.open && box.children.length === 1) add(box, make());
	});
	return box;
}

export function tableToggle(make) {
	return later('As a table', make, 'later as-table');
}

// Who published it, under which title, when: the outlet leads to the report as
// it was read, the title to its address if that is one of the web.
export function reportLine(app, report, claim) {
	const outlet = report.publisher || report.name || report.doc || 'report';
	const title = report.title || report.name || report.doc || '';
	const line = el(
		'p',
		{ class: 'report-line' },
		app.link(
			{ pane: 'report', id: report.id, claim },
			plain(outlet, 'outlet'),
		),
	);

	if (title !== outlet || report.url) line.append(', ', outLink(report.url, title));
	line.append(`, ${published(report)}`);
	return line;
}

let serial = 0;
export function nextId(stem) {
	serial++;
	return `${stem}-${serial}`;
}

// A labelled field: the label is tied to its control.
export function field(label, control, hint) {
	const id = nextId('f');
	const kids = [el('label', { class: 'field-label' }, label), control];

	control.id = id;
	kids[0].htmlFor = id;
	if (hint) {
		const h = el('span', { class: 'field-hint' }, hint);
		h.id = `${id}-hint`;
		control.setAttribute('aria-describedby', h.id);
		kids.push(h);
	}
	return el('div', { class: 'field' }, ...kids);
}

export function input(value = '', attrs = {}) {
	const i = el('input', { class: 'input', type: 'text' });

	i.value = value;
	for (const [k, v] of Object.entries(attrs)) i.setAttribute(k, v);
	return i;
}

export function select(options, value) {
	const s = el('select', { class: 'input' });

	for (const [v, text] of options) {
		const o = el('option', {}, text);
		o.value = v;
		s.append(o);
	}
	s.value = value;
	return s;
}

// Brings a node into view within its own scrolling boxes, up to the pane; the
// page itself stays where it is.
export function reveal(node, middle = false) {
	for (
		let box = node.parentElement;
		box && box.id !== 'main';
		box = box.parentElement
	) {
		if (
			!/auto|scroll/.test(getComputedStyle(box).overflowY) ||
			box.scrollHeight <= box.clientHeight
		)
			continue;
		const at = node.getBoundingClientRect(),
			view = box.getBoundingClientRect();
		const above = at.top - view.top,
			below = at.bottom - view.bottom;
		if (middle) box.scrollTop += above - box.clientHeight / 3;
		else if (above < 0 || at.height > view.height) box.scrollTop += above - 8;
		else if (below > 0) box.scrollTop += below + 8;
	}
}

// The width that a picture in the pane has, in CSS pixels.
export function room() {
	const pane = document.getElementById('pane');
	const width = pane && pane.clientWidth ? pane.clientWidth - 30 : 720;

	return Math.round(Math.min(860, Math.max(300, width)));
}

// Text in which ids of incidents and conflicts are links.
export function linked(app, text) {
	return String(text)
		.split(/\b([ik][0-9a-f]{12})\b/)
		.map((part, i) =>
			i % 2
				? app.link(
						{
							pane:
								part[0] === 'i'
									? 'incident'
									: 'conflicts',
							id: part,
						},
						part,
					)
				: plain(part),
		);
}
