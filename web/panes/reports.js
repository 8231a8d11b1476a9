// The reports that were read, one of them with its text and claims, and how
// sources fare.
import { add, el } from '../dom.js';
import {
	button,
	chip,
	empty,
	facts,
	heading,
	input,
	later,
	outLink,
	plain,
	reveal,
	statusChip,
	table,
	typeChip,
} from './parts.js';
import {
	claimDays,
	count,
	number,
	party,
	place,
	plural,
	published,
	typeGroup,
} from './words.js';
import { inOrder, legend, reportText } from './text.js';
import { claimCard } from './claim.js';
import { claimTools } from './decide.js';
import { more } from './conflicts.js';

function nameOf(r) {
	return r.title || r.name || r.doc || 'without a title';
}

function line(app, r) {
	return el(
		'li',
		{ class: 'report-item' },
		app.link({ pane: 'report', id: r.id }, plain(nameOf(r))),
		el(
			'p',
			{ class: 'quiet' },
			r.publisher ? plain(r.publisher) : 'outlet not told',
			` · ${published(r)} · ${plural(r.claims, 'claim')}`,
		),
	);
}

function matches(r, q) {
	return [r.title, r.publisher, r.doc, r.author, r.url].some(
		(t) => t && t.toLowerCase().includes(q),
	);
}

async function renderList(root, params, app) {
	const { items } = await app.api.get('/api/reports');
	const sorted = items.slice().reverse();
	const find = input('', {
		type: 'search',
		placeholder: 'Title, outlet, address …',
		'aria-label': 'Find a report',
	});
	const box = el('div', {});
	const draw = () => {
		const q = find.value.trim().toLowerCase();
		const shown = q ? sorted.filter((r) => matches(r, q)) : sorted;
		box.replaceChildren();
		add(
			box,
			el(
				'p',
				{ class: 'quiet', role: 'status' },
				plural(shown.length, 'report'),
			),
			shown.length
				? more(el('ul', { class: 'report-list' }), shown, (r) =>
						line(app, r),
					)
				: empty(
						'No such report',
						'No title, outlet or address has these words.',
					),
		);
	};

	if (!items.length) {
		root.append(
			empty(
				'No reports yet',
				'Drop a report in, or read some with “sitrep add”.',
			),
		);
		return;
	}
	find.addEventListener('input', draw);
	draw();
	add(root, find, box);
}

export const reportsPane = { id: 'reports', title: 'Reports', render: renderList };

// One claim in two lines, for lists beside a text; the whole card opens below.
export function claimLine(claim, i, { onOpen, card }) {
	const b = button('', () => onOpen(i), 'claim-line');
	const bits = [
		claim.actor && party(claim.actor),
		claim.target && `against ${party(claim.target)}`,
		count(claim.count),
		place(claim.place),
		claimDays(claim.date),
		claim.speaker && `said by ${claim.speaker}`,
	];

	b.setAttribute('aria-expanded', 'false');
	add(
		b,
		el(
			'span',
			{ class: `claim-no hl-note-${typeGroup(claim.type)}` },
			String(i + 1),
		),
		typeChip(claim.type),
		' ',
		statusChip(claim.status),
		el(
			'span',
			{ class: 'claim-bits' },
			plain(bits.filter(Boolean).join(' · ')),
		),
	);
	const li = el('li', { class: 'claim-item' }, b);
	li.openCard = (open) => {
		b.setAttribute('aria-expanded', String(open));
		li.classList.toggle('claim-item-open', open);
		if (open && li.children.length === 1) li.append(card(claim));
		else if (!open && li.children.length > 1) li.lastChild.remove();
	};
	return li;
}

// Where claims lie over each other, a click goes on to the next of them.
function after(hit, open) {
	return hit.length > 1 ? hit[(hit.indexOf(open) + 1) % hit.length] : hit[0];
}

const AT_ONCE = 200; // lines of claims that are put into the page together

// The lines of claims, by parts: line(i) is there once it is asked for.
function claimLines(claims, make) {
	const list = el('ol', { class: 'claim-list' });
	const button = el('button', { type: 'button', class: 'btn btn-more' });
	let n = 0;
	const grow = (to) => {
		const most = Math.min(Math.max(to, n), claims.length);
		const fresh = [];
		for (; n < most; n++) fresh.push(make(claims[n], n));
		list.append(...fresh);
		button.textContent = `Show more: ${number(claims.length - n)} are left`;
		button.hidden = n >= claims.length;
	};

	button.addEventListener('click', () => grow(n + AT_ONCE));
	grow(AT_ONCE);
	return {
		nodes: [list, button],
		line(i) {
			grow(i + 1);
			return list.children[i];
		},
	};
}

// A text with its claims listed beside it, each leading to the other.
export function textAndClaims(text, unsorted, card) {
	const claims = inOrder(unsorted);
	let open = -1;
	const shown = reportText(text, claims, {
		onPick: (hit) => pick(after(hit, open), 'text'),
	});
	const lines = claimLines(claims, (c, i) => {
		const li = claimLine(c, i, { card, onOpen: (k) => pick(k, 'list') });
		li.addEventListener('mouseenter', () => shown.show(i, false));
		li.addEventListener('mouseleave', () => shown.show(open, false));
		return li;
	});

	function pick(i, from) {
		const same = open === i;
		if (open >= 0) lines.line(open).openCard(false);
		open = same ? -1 : i;
		shown.show(open, from === 'list');
		if (open < 0) return;
		lines.line(open).openCard(true);
		if (from === 'text') reveal(lines.line(open));
	}
	const box = el(
		'div',
		{
			class: 'text-box',
			tabindex: '0',
			role: 'region',
			'aria-label': 'Text of the report',
		},
		shown.root,
	);
	return {
		pick,
		root: el(
			'div',
			{ class: 'text-and-claims' },
			el('div', { class: 'text-side' }, legend(claims), box),
			el(
				'div',
				{ class: 'claims-side' },
				heading(4, plural(claims.length, 'claim')),
				claims.length
					? lines.nodes
					: empty(
							'No claims',
							'Nothing in this text reads as a claim about a war.',
						),
			),
		),
	};
}

export function reportFacts(r) {
	return facts([
		['Outlet', r.publisher && plain(r.publisher)],
		['Author', r.author && plain(r.author)],
		['Published', published(r)],
		['Address', r.url && outLink(r.url, r.url)],
		['Dateline', r.dateline && plain(r.dateline)],
		['Language', r.language && r.language !== 'en' && plain(r.language)],
		['Set aside', r.left_out && plain(String(r.left_out))],
		['File', (r.name || r.doc) && plain(r.name || r.doc)],
	]);
}

async function renderOne(root, params, app) {
	if (!params.id) {
		root.append(empty('No report chosen'));
		return undefined;
	}
	const r = await app.api.get(`/api/report/${encodeURIComponent(params.id)}`);
	const both = textAndClaims(r.text, r.claims, (c) =>
		claimCard(app, c, {
			level: 5,
			tools: [
				app.link(
					{ pane: 'claim', id: c.id },
					'Claim and its incident',
				),
				...claimTools(app, c),
			],
		}),
	);

	add(
		root,
		el('h3', { class: 'pane-what' }, plain(nameOf(r))),
		reportFacts(r),
		both.root,
	);
	const at = inOrder(r.claims).findIndex((c) => c.id === params.claim);
	if (at >= 0) setTimeout(() => root.isConnected && both.pick(at, 'list'), 0);
	return undefined;
}

export const reportPane = {
	id: 'report',
	title: 'Report',
	detail: true,
	wide: true,
	render: renderOne,
};

const GRADES = {
	B: 'usually reliable',
	C: 'fairly reliable',
	D: 'not usually reliable',
	E: 'unreliable',
	F: 'cannot be judged',
};

async function renderSources(root, params, app) {
	const { items } = await app.api.get('/api/sources');
	const kinds = [...new Set(items.map((s) => s.kind))];
	const name = (s) =>
		s.kind === 'publisher' && !s.name.startsWith('(')
			? app.link({ source: s.name, pane: 'sources' }, plain(s.name))
			: plain(s.name);

	if (!items.length) {
		root.append(
			empty('No sources yet', 'Sources come with the first report.'),
		);
		return;
	}
	add(
		root,
		el(
			'p',
			{ class: 'pane-lead' },
			'Of how many incidents each tells, how many nobody else tells of, and how many another voice supports or contradicts. ',
			'A grade after the Admiralty code stands only where enough is known.',
		),
		kinds.map((k, i) => {
			const own = items.filter((s) => s.kind === k);
			const caption = KINDS[k] || k;
			const make = () => sourceTable(caption, own, name);
			return i
				? later(`${caption} (${number(own.length)})`, make)
				: make();
		}),
	);
}

const KINDS = {
	publisher: 'Publishers',
	speaker: 'Speakers',
	unnamed: 'Speakers who are not named',
	text: 'Texts that several reports share',
};

function sourceTable(caption, rows, name) {
	return table(
		caption,
		[
			['name', name],
			['reports', (s) => number(s.reports), 'num'],
			['claims', (s) => number(s.claims), 'num'],
			['incidents', (s) => number(s.incidents), 'num'],
			['alone', (s) => number(s.alone), 'num'],
			['supported', (s) => number(s.supported), 'num'],
			['contradicted', (s) => number(s.contradicted), 'num'],
			['first', (s) => number(s.first), 'num'],
			[
				'days late',
				(s) => (s.delay_claims ? number(s.delay) : ''),
				'num',
			],
			['grade', (s) => (s.reliability ? gradeChip(s.reliability) : '')],
		],
		rows,
		'sources-rows',
	);
}

function gradeChip(g) {
	const c = chip(g, 'chip-grade');

	c.title = GRADES[g] || '';
	return c;
}

export const sourcesPane = {
	id: 'sources',
	title: 'Sources',
	wide: true,
	render: renderSources,
};
