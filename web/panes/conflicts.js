// What can't both be right: a list, the weightiest first; one opened shows both
// sides in two columns, each with who says so, in which words, in which report.
import { add, el } from '../dom.js';
import {
	chip,
	empty,
	grow,
	later,
	plain,
	reportLine,
	select,
	statusChip,
} from './parts.js';
import { conflictWords, count, day, plural, published, support } from './words.js';
import { claimCard } from './claim.js';
import { claimTools } from './decide.js';

function sideHead(name, origins, reports) {
	return el(
		'p',
		{ class: 'against-side' },
		el('strong', {}, name),
		origins ? ` · ${support(origins, reports)}` : '',
	);
}

// A remark has no claims: what the report says, and what the map or the
// calendar makes of it.
function remark(app, x, names) {
	const says = el(
		'div',
		{ class: 'against-col' },
		sideHead(names[1], x.said_origins, x.said_reports),
		el('blockquote', { class: 'words' }, plain(x.said_words || '')),
		x.report ? reportLine(app, x.report) : '',
	);
	const has = el(
		'div',
		{ class: 'against-col' },
		sideHead(names[2]),
		el('p', { class: 'remark' }, plain(x.note || x.against_words || '')),
		x.note &&
			x.against_words &&
			el('p', { class: 'quiet' }, 'of ', plain(x.against_words)),
	);

	return el('div', { class: 'against-pair' }, says, has);
}

function column(app, x, name, claims, origins, reports, tools) {
	const col = el('div', { class: 'against-col' }, sideHead(name, origins, reports));
	const few = claims.slice(0, FEW);

	add(
		col,
		few.map((c) =>
			claimCard(app, c, {
				level: 5,
				tools: tools ? claimTools(app, c) : [],
			}),
		),
	);
	if (claims.length > few.length)
		col.append(
			later(`${claims.length - few.length} more of the same`, () =>
				claims
					.slice(FEW)
					.map((c) => claimCard(app, c, { level: 5 })),
			),
		);
	return col;
}

const FEW = 3;

// One claim in a narrow column: its words, who says so, where.
function brief(app, c) {
	return el(
		'div',
		{ class: 'against-brief', data: { claim: c.id } },
		el(
			'p',
			{},
			app.link(
				{ pane: 'claim', id: c.id },
				plain(`“${c.evidence.text}”`),
			),
		),
		c.count && el('p', { class: 'against-count' }, count(c.count)),
		el(
			'p',
			{ class: 'quiet' },
			c.speaker ? plain(c.speaker) : 'the publisher itself',
			', ',
			plain(c.report.publisher || c.report.name),
			`, ${published(c.report)} `,
			statusChip(c.status),
		),
	);
}

// Both sides of a conflict in the least room, always side by side.
export function conflictBrief(app, x) {
	const names = conflictWords(x.kind);
	const col = (name, claims, origins, reports) =>
		el(
			'div',
			{ class: 'against-col' },
			sideHead(name, origins, reports),
			claims.slice(0, FEW).map((c) => brief(app, c)),
			claims.length > FEW &&
				el(
					'p',
					{ class: 'quiet' },
					`and ${claims.length - FEW} more`,
				),
		);

	return el(
		'div',
		{ class: 'against-pair against-tight' },
		col(names[1], x.said || [], x.said_origins, x.said_reports),
		col(names[2], x.against || [], x.against_origins, x.against_reports),
	);
}

export function conflictBody(app, x, { tools = false } = {}) {
	const names = conflictWords(x.kind);
	const { said = [], against = [] } = x;

	if (!said.length && !against.length) return remark(app, x, names);
	const pair = el(
		'div',
		{ class: 'against-pair' },
		column(app, x, names[1], said, x.said_origins, x.said_reports, tools),
		column(
			app,
			x,
			names[2],
			against,
			x.against_origins,
			x.against_reports,
			tools,
		),
	);
	return x.note ? [pair, el('p', { class: 'remark' }, plain(x.note))] : pair;
}

function cut(text, most) {
	const points = Array.from(text || '');

	return points.length > most ? points.slice(0, most).join('') + ' …' : text || '';
}

function line(app, x) {
	const words = (text, by) => [
		plain(`“${cut(text, 110)}”`),
		by ? [' (', plain(by), ')'] : '',
	];
	const where = x.place ? [' · ', plain(x.place)] : '';

	return el(
		'li',
		{ class: 'conflict' },
		el(
			'p',
			{ class: 'conflict-head' },
			app.link(
				{
					pane: 'conflicts',
					id: x.id,
					kind: app.state.params.kind,
				},
				conflictWords(x.kind)[0],
			),
			' ',
			chip(x.kind, 'chip-kind'),
			el(
				'span',
				{ class: 'quiet' },
				' ',
				x.day ? day(x.day) : 'day not told',
				where,
				' · weight ',
				x.weight,
			),
		),
		el('p', { class: 'conflict-words' }, words(x.said, x.said_by)),
		el(
			'p',
			{ class: 'conflict-words conflict-other' },
			x.note ? plain(x.note) : words(x.against, x.against_by),
		),
	);
}

async function one(root, params, app) {
	const x = await app.api.get(`/api/conflict/${encodeURIComponent(params.id)}`);

	add(
		root,
		el(
			'p',
			{ class: 'back' },
			app.link(
				{ pane: 'conflicts', kind: params.kind },
				'← All conflicts',
			),
		),
		el(
			'h3',
			{ class: 'pane-what' },
			conflictWords(x.kind)[0],
			x.place
				? [
						', ',
						app.link(
							{ pane: 'place', id: x.place },
							plain(x.place),
						),
					]
				: '',
		),
		el(
			'p',
			{ class: 'pane-lead' },
			x.day ? day(x.day) : 'Day not told',
			` · weight ${x.weight}: what hangs on it, in origins and reports`,
		),
		conflictBody(app, x, { tools: true }),
	);
}

async function render(root, params, app) {
	if (params.id) return one(root, params, app);
	const { items } = await app.api.get('/api/conflicts');
	const kinds = [...new Set(items.map((x) => x.kind))];
	const shown = params.kind ? items.filter((x) => x.kind === params.kind) : items;
	const kind = select(
		[
			['', `all kinds (${items.length})`],
			...kinds.map((k) => [
				k,
				`${k} (${items.filter((x) => x.kind === k).length})`,
			]),
		],
		params.kind || '',
	);

	if (!items.length) {
		root.append(
			empty(
				'Nothing contradicts',
				'No two claims of this ledger can’t both be right.',
			),
		);
		return undefined;
	}
	kind.setAttribute('aria-label', 'Kind of conflict');
	kind.addEventListener('change', () =>
		app.go({ pane: 'conflicts', kind: kind.value || null }),
	);
	add(
		root,
		el(
			'div',
			{ class: 'bar' },
			el(
				'p',
				{ class: 'pane-lead' },
				`${plural(shown.length, 'pair')} of claims that can’t both be right, the weightiest first.`,
			),
			kind,
		),
		more(el('ol', { class: 'conflicts' }), shown, (x) => line(app, x)),
	);
	return undefined;
}

const STEP = 50;

// A list that is put into the page by parts.
export function more(list, items, make) {
	return [list, grow(list, items, make, STEP)];
}

export const pane = { id: 'conflicts', title: 'Conflicts', wide: true, render };
