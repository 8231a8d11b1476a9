// A place's history as a band: one stretch for each holder in colour and
// pattern, a change whose day is not sure as a hatched stretch from its earliest
// to its latest day, two halves where it is contested, a fading end where nothing
// more is heard. The rows are those of `sitrep control PLACE`.
import { el, svg } from '../dom.js';
import { nextId, room } from './parts.js';
import { day, dayNumber, days, howWords, percent, support } from './words.js';
import { makeScale, ticks } from './scale.js';

const TOP = 8,
	TALL = 46,
	FOOT = 26;
const LEAD = 34; // what lies before the first day that is known
const LEAST = 5; // a spell of a day in ten years is still seen

// The change at the beginning of a row: earliest and latest day numbers.
function change(row) {
	const late = row.from_latest || row.from_likeliest || row.from_earliest;
	const early = row.from_earliest || late;

	return late
		? {
				early: dayNumber(early),
				late: dayNumber(late),
				open: !row.from_earliest,
			}
		: null;
}

// Where the rows lie: [{row, from, to, change}], from and to in x.
export function layOut(rows, last, width) {
	const changes = rows.map(change);
	const all = changes.filter(Boolean).flatMap((c) => [c.early, c.late]);

	if (last) all.push(dayNumber(last));
	const from = Math.min(...all);
	const heard = last ? dayNumber(last) : Math.max(...all);
	const span = Math.max(Math.max(...all) - from, 14);
	const to = from + Math.ceil(span * 1.12);
	const scale = makeScale(from, to, LEAD, width - 4);
	const at = rows.map((row, i) => {
		const next = changes[i + 1];
		const start = changes[i] ? scale.x(changes[i].late) : 0;
		const end = next ? scale.x(next.early) : scale.right;
		return { row, change: changes[i], from: start, to: Math.max(end, start) };
	});
	for (let i = 0; i < at.length; i++)
		if (at[i].to - at[i].from < LEAST) at[i].to = at[i].from + LEAST;
	return { at, scale, heard };
}

function tinted(app, code, cls) {
	const side = app.side(code);

	return {
		class: `sd ${cls}`,
		style: {
			'--light': side.colour,
			'--dark': side.dark_colour || side.colour,
		},
	};
}

// A tile of the side's shape, so that holders are told apart in grey too.
function pattern(app, code, id) {
	const mark = app.mark(code).firstChild.cloneNode(false);

	mark.removeAttribute('style');
	mark.setAttribute('class', 'tile-shape');
	mark.setAttribute('transform', 'translate(9 9) scale(3.1)');
	return svg(
		'pattern',
		{ id, width: 18, height: 18, patternUnits: 'userSpaceOnUse' },
		svg('rect', { width: 18, height: 18, ...tinted(app, code, 'fill') }),
		mark,
	);
}

// Old and new holder in slanted stripes.
function hatch(app, before, after, id) {
	return svg(
		'pattern',
		{
			id,
			width: 10,
			height: 10,
			patternUnits: 'userSpaceOnUse',
			patternTransform: 'rotate(45)',
		},
		svg('rect', { width: 10, height: 10, ...tinted(app, before, 'fill') }),
		svg('rect', { width: 5, height: 10, ...tinted(app, after, 'fill') }),
	);
}

// A definition for each holder and each pair, made when first asked for.
function makeDefs(app) {
	const node = svg('defs', {}),
		made = new Map();
	const once = (key, make) => {
		if (!made.has(key)) {
			const id = nextId('pat');
			made.set(key, id);
			node.append(make(id));
		}
		return `url(#${made.get(key)})`;
	};

	return {
		node,
		holder: (code) => once(code || '?', (id) => pattern(app, code, id)),
		pair: (a, b) => once(`${a}>${b}`, (id) => hatch(app, a, b, id)),
	};
}

export function holderWords(app, row) {
	const name = (code) => app.side(code).name || code;

	if (row.how === 'left') return 'left by its holder';
	if (!row.holder) return 'nobody known';
	return row.rival ? `${name(row.holder)} or ${name(row.rival)}` : name(row.holder);
}

export function beginText(row) {
	const c = change(row);

	return c
		? days(row.from_earliest, row.from_latest || row.from_likeliest)
		: 'before all reports';
}

export function endText(row) {
	return row.until_latest || row.until_earliest
		? days(row.until_earliest, row.until_latest)
		: 'now, as far as is known';
}

export function sureText(row) {
	if (row.how === 'assumed') return 'assumed';
	const who = row.own_side_only
		? ', only by the holder’s own side'
		: row.admitted
			? ', admitted by the loser'
			: '';

	return `${row.how} ${percent(row.sure)}, ${support(row.origins, row.reports)}${who}`;
}

function stretch(app, defs, piece) {
	const { row, from, to } = piece;
	const box = { x: from, y: TOP, width: to - from, height: TALL };
	const kind = `spell-${row.how}`;

	if (!row.holder) return [svg('rect', { ...box, class: 'spell spell-nobody' })];
	if (row.rival)
		return [
			svg('rect', {
				...box,
				height: TALL / 2,
				fill: defs.holder(row.holder),
				class: `spell ${kind}`,
			}),
			svg('rect', {
				...box,
				y: TOP + TALL / 2,
				height: TALL / 2,
				fill: defs.holder(row.rival),
				class: `spell ${kind}`,
			}),
		];
	return [
		svg('rect', {
			...box,
			fill: defs.holder(row.holder),
			class: `spell ${kind}`,
		}),
	];
}

// The hatched stretch of a change whose day is not sure.
function unsure(defs, pieces, i, scale) {
	const c = pieces[i].change;

	if (!c || !i || (c.early === c.late && !c.open)) return null;
	const to = scale.x(c.late);
	const from = c.open ? Math.max(0, to - LEAD) : scale.x(c.early);
	return svg('rect', {
		x: from,
		y: TOP,
		width: Math.max(2, to - from),
		height: TALL,
		fill: defs.pair(pieces[i - 1].row.holder, pieces[i].row.holder),
		class: 'spell-unsure',
	});
}

function siege(row, scale) {
	if (!row.besieged_from && !row.besieged_to) return null;
	const from = scale.xOf(row.besieged_from || row.besieged_to);
	const to = scale.xOf(row.besieged_to || row.besieged_from);

	return svg('line', {
		x1: from,
		x2: Math.max(to, from + 6),
		y1: TOP + TALL + 4,
		y2: TOP + TALL + 4,
		class: 'siege',
	});
}

function label(app, piece) {
	const wide = piece.to - piece.from;
	const text = piece.row.holder ? holderWords(app, piece.row) : '?';

	if (wide < 8 * text.length + 18) return null;
	const mid = (piece.from + piece.to) / 2;
	return [
		svg('rect', {
			x: mid - 4.4 * text.length - 6,
			y: TOP + TALL / 2 - 11,
			width: 8.8 * text.length + 12,
			height: 22,
			rx: 11,
			class: 'spell-plate',
		}),
		svg(
			'text',
			{ x: mid, y: TOP + TALL / 2 + 5, class: 'spell-label' },
			text,
		),
	];
}

function spell(app, defs, piece, i, pick) {
	const { row } = piece;
	const g = svg(
		'g',
		{
			class: 'spell-group',
			role: 'button',
			tabindex: 0,
			'aria-pressed': 'false',
			data: { spell: row.id },
			'aria-label': `${holderWords(app, row)}, from ${beginText(row)} until ${endText(row)}, ${sureText(row)}`,
		},
		stretch(app, defs, piece),
		svg('rect', {
			x: piece.from,
			y: TOP,
			width: piece.to - piece.from,
			height: TALL,
			class: 'spell-hit',
		}),
	);

	g.append(svg('title', {}, `${holderWords(app, row)}: ${howWords(row.how)}`));
	g.addEventListener('click', () => pick(i));
	g.addEventListener('keydown', (e) => {
		if (e.key === 'Enter' || e.key === ' ') {
			e.preventDefault();
			pick(i);
		}
	});
	return g;
}

function axis(scale) {
	const g = svg('g', { class: 'axis', 'aria-hidden': 'true' });
	let free = -Infinity;
	const end = scale.right;

	for (const t of ticks(scale.from, scale.to, Math.max(2, Math.floor(end / 100)))) {
		const x = scale.x(t.n);
		g.append(
			svg('line', { x1: x, x2: x, y1: TOP + TALL, y2: TOP + TALL + 7 }),
		);
		if (x > free && x < end - 16) {
			g.append(
				svg(
					'text',
					{
						x,
						y: TOP + TALL + 21,
						'text-anchor':
							x < 30
								? 'start'
								: x > end - 40
									? 'end'
									: 'middle',
					},
					t.text,
				),
			);
			free = x + 8 * t.text.length + 6;
		}
	}
	return g;
}

// What is heard last, and the fading that follows.
function silence(scale, heard) {
	const x = scale.x(heard),
		to = scale.right;

	return svg(
		'g',
		{ class: 'silence', 'aria-hidden': 'true' },
		svg('rect', {
			x,
			y: TOP,
			width: Math.max(0, to - x),
			height: TALL,
			class: 'silence-veil',
		}),
		svg('line', { x1: x, x2: x, y1: TOP - 6, y2: TOP + TALL + 4 }),
	);
}

// {root, mark(index)}: pick(index) is called for the row that was chosen.
export function drawBand(app, rows, last, pick) {
	const width = room();
	const { at, scale, heard } = layOut(rows, last, width);
	const defs = makeDefs(app);
	const spells = at.map((piece, i) => spell(app, defs, piece, i, pick));
	const picture = svg(
		'svg',
		{
			class: 'band',
			viewBox: `0 0 ${width} ${TOP + TALL + FOOT}`,
			role: 'group',
			'aria-label': 'Who held the place, as a band of time',
		},
		defs.node,
		spells,
		at.map((_, i) => unsure(defs, at, i, scale)),
		rows.map((r) => siege(r, scale)),
		silence(scale, heard),
		svg(
			'g',
			{ class: 'spell-labels', 'aria-hidden': 'true' },
			at.map((p) => label(app, p)),
		),
		axis(scale),
	);
	const box = el(
		'div',
		{ class: 'band-box' },
		picture,
		el(
			'p',
			{ class: 'band-end quiet' },
			last ? `Nothing is heard of it after ${day(last)}.` : '',
		),
	);

	return {
		root: box,
		mark(i) {
			spells.forEach((s, k) =>
				s.setAttribute('aria-pressed', String(k === i)),
			);
		},
	};
}
