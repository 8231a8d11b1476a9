// Losses by claimant: a panel for each side and kind of loss, never summed over
// claimants. The rows are those of `sitrep losses`.
import { add, el, svg } from '../dom.js';
import {
	chip,
	empty,
	fill,
	later,
	plain,
	reveal,
	room,
	select,
	table,
	tableToggle,
} from './parts.js';
import { count, days, number, plural, support } from './words.js';
import { drawCurves, isTotal, marker, NAMED } from './curves.js';
import { claimCard } from './claim.js';
import { claimTools } from './decide.js';

const CATEGORIES = {
	killed: 'killed',
	wounded: 'wounded',
	captured: 'captured',
	casualties: 'killed and wounded, not told apart',
	equipment: 'equipment',
};

const FIGURES = { totals: 'totals so far', others: 'of days and periods' };

function panelKey(r) {
	return [
		r.side,
		r.category,
		r.disposition,
		r.unit === 'people' ? '' : r.unit,
	].join('|');
}

function panelName(app, r) {
	const what =
		r.category === 'equipment'
			? `${r.unit} ${r.disposition || 'lost'}`
			: (CATEGORIES[r.category] || r.category) +
				(r.unit === 'people' ? '' : ` (${r.unit})`);

	return `${sideName(app, r.side)}: ${what}`;
}

// The panels, those with most figures first.
function panels(rows) {
	const map = new Map();

	for (const r of rows) map.set(panelKey(r), [...(map.get(panelKey(r)) || []), r]);
	return [...map.values()].sort((a, b) => b.length - a.length);
}

function change(r) {
	const ends = [r.change_low, r.change_high].filter(
		(v) => v !== null && v !== undefined,
	);
	const signed = (v) => (v < 0 ? '−' : '+') + number(Math.abs(v));

	if (!r.step) return '';
	if (r.step === 'same' || !ends.length) return r.step;
	const text =
		ends.length === 2 && ends[0] !== ends[1]
			? `${signed(ends[0])} to ${signed(ends[1])}`
			: signed(ends[0]);
	return r.step === 'down'
		? `${text} (a step back)`
		: r.step === 'revised'
			? `revised ${text}`
			: text;
}

function figuresTable(app, rows, name, pick, single = false) {
	return table(
		name,
		[
			...(single ? [['whose', (r) => plain(panelName(app, r))]] : []),
			['according to', (r) => plain(r.claimant)],
			['number', (r) => count(r), 'num'],
			['step', (r) => change(r), 'num'],
			['kind', (r) => r.scope],
			[
				'days',
				(r) =>
					isTotal(r)
						? days(r.from, r.to)
						: r.from || r.to
							? days(r.from, r.to)
							: 'no day',
			],
			['who', (r) => plain(r.who || '')],
			['status', (r) => r.status],
			['support', (r) => support(r.origins, r.reports)],
			['words', (r) => words(r, pick)],
		],
		rows,
		'losses-rows',
	);
}

function words(r, pick) {
	const b = el(
		'button',
		{ type: 'button', class: 'btn-text' },
		plain(`“${r.text}”`),
	);

	b.addEventListener('click', () => pick(r));
	return b;
}

function latest(rows) {
	return rows.reduce((a, b) => (a && (a.to || '') > (b.to || '') ? a : b), null);
}

function sideName(app, code) {
	return code && code !== '?' ? app.side(code).name : 'side not told';
}

function claimantLine(c, rows, nth) {
	const own = rows.filter((r) => r.claimant === c);
	const last = latest(own.filter(isTotal)) || latest(own);
	const back = own.filter((r) => r.step === 'down').length;

	return el(
		'li',
		{},
		svg(
			'svg',
			{
				class: 'claimant-mark',
				viewBox: '-8 -8 16 16',
				'aria-hidden': 'true',
			},
			marker(nth, false),
		),
		plain(c, 'claimant'),
		' ',
		el(
			'span',
			{ class: 'quiet' },
			`${own.length > 1 ? plural(own.length, 'figure') + ', last ' : ''}${count(last)}`,
		),
		back
			? [
					' ',
					chip(
						plural(back, 'step back', 'steps back'),
						'chip-back',
					),
				]
			: '',
	);
}

function legend(claimants, rows) {
	const line = (c, i) => claimantLine(c, rows, i);
	const rest = claimants.slice(NAMED);

	return [
		el('ul', { class: 'claimants' }, claimants.slice(0, NAMED).map(line)),
		rest.length
			? later(
					`${plural(rest.length, 'more claimant')}, grey in the picture`,
					() =>
						el(
							'ul',
							{ class: 'claimants' },
							rest.map((c) => line(c, NAMED)),
						),
				)
			: null,
	];
}

// Those who state totals first, then those with most figures.
function ranked(rows) {
	const weight = new Map();

	for (const r of rows)
		weight.set(
			r.claimant,
			(weight.get(r.claimant) || 0) + (isTotal(r) ? 4 : 1),
		);
	return [...weight.keys()].sort((a, b) => weight.get(b) - weight.get(a));
}

function evidence(app, box, row) {
	fill(box, async () => {
		const list = await Promise.all(
			row.claims
				.slice(0, 5)
				.map((k) =>
					app.api.get(
						`/api/claim/${encodeURIComponent(k)}`,
					),
				),
		);
		return list.map((c) =>
			claimCard(app, c, { level: 4, tools: claimTools(app, c) }),
		);
	}).then(() => {
		const first = box.querySelector('.claim');
		if (first) reveal(first);
		app.announce(`Claim of ${row.claimant}: ${count(row)}`);
	});
}

const MOST = 1500; // points of a picture, the latest
const CROWD = 80; // figures from which only totals are drawn, unless asked for

function drawnOf(rows, params) {
	const totals = rows.filter(isTotal);

	const drawn =
		rows.length > CROWD && totals.length > 1 && !params.figures
			? totals
			: rows;
	return drawn
		.slice()
		.sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0))
		.slice(0, MOST);
}

function panel(app, rows, params) {
	const claimants = ranked(rows);
	const nth = new Map(claimants.map((c, i) => [c, i]));
	const nthOf = (c) => nth.get(c);
	const dated = drawnOf(
		rows.filter((r) => r.to),
		params,
	);
	const name = panelName(app, rows[0]);
	const box = el('div', { class: 'evidence' });
	const pick = (r) => evidence(app, box, r);
	const picture = dated.length
		? drawCurves(dated, nthOf, {
				name,
				pick,
				width: room() >= 800 ? 480 : room(),
			})
		: null;
	const undated = rows.filter((r) => !r.to).length;
	const left = rows.length - undated - dated.length;

	return el(
		'section',
		{ class: 'loss-panel' },
		el(
			'h3',
			{},
			rows[0].side && rows[0].side !== '?'
				? app.mark(rows[0].side)
				: '',
			' ',
			plain(name),
		),
		picture && picture.root,
		picture &&
			picture.log &&
			el(
				'p',
				{ class: 'quiet' },
				'Each line upwards is ten times the one below it (a logarithmic scale).',
			),
		left
			? el(
					'p',
					{ class: 'quiet' },
					`${plural(left, 'figure')} not in the picture: `,
					params.figures
						? 'in the table'
						: app.link(
								{
									pane: 'losses',
									...params,
									of: rows[0].side,
									category: rows[0]
										.category,
									figures: 'others',
								},
								'those of days and periods',
							),
					'.',
				)
			: '',
		legend(claimants, rows),
		undated
			? el(
					'p',
					{ class: 'quiet' },
					`${plural(undated, 'figure')} without a day: in the table.`,
				)
			: '',
		tableToggle(() => figuresTable(app, rows, name, pick)),
		box,
	);
}

function chooser(app, label, key, values, params, nameOf) {
	const s = select(
		[['', 'all'], ...values.map((v) => [v, nameOf(v)])],
		params[key] || '',
	);

	s.setAttribute('aria-label', label);
	s.addEventListener('change', () =>
		app.go({ pane: 'losses', ...params, [key]: s.value || null }),
	);
	return el('label', { class: 'choose' }, el('span', {}, label), s);
}

function distinct(rows, key) {
	return [...new Set(rows.map((r) => r[key]).filter(Boolean))].sort();
}

async function render(root, params, app) {
	const { items } = await app.api.get('/api/losses');

	if (!items.length) {
		root.append(
			empty(
				'No losses',
				'No claim of this ledger states a number of people or equipment lost.',
			),
		);
		return;
	}
	const shown = items.filter(
		(r) =>
			(!params.of || r.side === params.of) &&
			(!params.category || r.category === params.category) &&
			(!params.claimant || r.claimant === params.claimant) &&
			(!params.figures || (params.figures === 'totals') === isTotal(r)),
	);
	add(
		root,
		el(
			'p',
			{ class: 'pane-lead' },
			'Every figure as it was stated, by who stated it. Nothing is added over claimants or overlapping days.',
		),
		el(
			'div',
			{ class: 'bar' },
			chooser(app, 'Side', 'of', distinct(items, 'side'), params, (v) =>
				sideName(app, v),
			),
			chooser(
				app,
				'Kind',
				'category',
				distinct(items, 'category'),
				params,
				(v) => CATEGORIES[v] || v,
			),
			chooser(
				app,
				'Figures',
				'figures',
				['totals', 'others'],
				params,
				(v) => FIGURES[v],
			),
			chooser(
				app,
				'Claimant',
				'claimant',
				distinct(items, 'claimant'),
				params,
				(v) => v,
			),
		),
		el(
			'p',
			{ class: 'key-line quiet' },
			'Point: the figure stated. Bar: its range; an arrow: “at least” or “at most”. ',
			'Line: totals of one claimant. Wide bar: a figure of those days. Ring: a total that falls. Hollow: denied, planned or not verified.',
		),
		shown.length
			? drawn(app, shown, params)
			: empty(
					'No such figures',
					'Choose another side, kind or claimant.',
				),
	);
}

// A curve where there is more than one figure with a day; single figures stand
// in one table.
function drawn(app, shown, params) {
	const all = panels(shown);
	const many = all.filter((rows) => rows.filter((r) => r.to).length > 1);
	const few = all.filter((rows) => !many.includes(rows)).flat();
	const box = el('div', { class: 'evidence' });

	return [
		el(
			'div',
			{ class: 'loss-panels' },
			many.map((rows) => panel(app, rows, params)),
		),
		few.length
			? el(
					'section',
					{},
					el(
						'h3',
						{},
						many.length
							? 'Single figures'
							: 'Figures',
					),
					figuresTable(
						app,
						few,
						'Figures of which there is one of its kind',
						(r) => evidence(app, box, r),
						true,
					),
					box,
				)
			: null,
	];
}

export const pane = { id: 'losses', title: 'Losses', wide: true, render };
