// Figures over time, one picture for one side and kind of loss: a colour and a
// shape for each claimant, the range that the words leave as a bar (an arrow
// where it is open), totals of one series joined by a line with its band of low
// and high, figures of a period as wide as their days. Nothing is added over
// claimants.
import { svg } from '../dom.js';
import { nextId } from './parts.js';
import { count, dayNumber, days, number } from './words.js';
import { makeScale, ticks } from './scale.js';

const H = 240,
	LEFT = 62,
	RIGHT = 14,
	TOP = 14,
	FOOT = 30;
const SHAPES = ['circle', 'square', 'diamond', 'triangle'];
const COLOURS = 7; // .c0 to .c6 of panes.css
export const NAMED = 14; // claimants with a mark of their own
const LOG_FROM = 60; // largest over smallest from which the scale is logarithmic

// Where a figure stands: what was stated of the two ends, or the one.
export function stated(row) {
	return row.low ?? row.high ?? 0;
}

function bounds(rows) {
	const values = rows.flatMap((r) => [r.low, r.high]).filter((v) => v !== null);
	const high = Math.max(...values, 1);
	const low = Math.min(...values.filter((v) => v > 0), high);

	return { low, high, log: high / low > LOG_FROM };
}

// Round numbers for the upright axis, with their places.
function upright(rows) {
	const b = bounds(rows);
	const y0 = H - FOOT,
		y1 = TOP;

	if (b.log) {
		const least = Math.floor(Math.log10(b.low)),
			most = Math.ceil(Math.log10(b.high * 1.05));
		const y = (v) =>
			y0 -
			((y0 - y1) * (Math.log10(Math.max(v, 10 ** least)) - least)) /
				Math.max(1, most - least);
		return {
			log: true,
			y,
			marks: Array.from(
				{ length: most - least + 1 },
				(_, i) => 10 ** (least + i),
			),
		};
	}
	const step = niceStep((b.high * 1.08) / 4);
	const top = Math.ceil((b.high * 1.04) / step) * step;
	const marks = [];
	for (let v = 0; v <= top; v += step) marks.push(v);
	return { log: false, y: (v) => y0 - ((y0 - y1) * v) / top, marks };
}

function niceStep(least) {
	const ten = 10 ** Math.floor(Math.log10(Math.max(least, 1)));

	return [1, 2, 5, 10].map((m) => m * ten).find((s) => s >= least) || 10 * ten;
}

function daysOf(rows, width) {
	const all = rows
		.flatMap((r) => [r.to, isTotal(r) ? r.to : r.from])
		.filter(Boolean)
		.map(dayNumber);
	const from = Math.min(...all),
		to = Math.max(...all);
	const pad = Math.max(2, Math.ceil((to - from) * 0.05));

	return makeScale(from - pad, to + pad, LEFT, width - RIGHT);
}

export function isTotal(row) {
	return row.scope === 'total';
}

// "M" and "L" commands of a marker around 0,0.
const MARKS = {
	circle: 'M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0Z',
	square: 'M-4.5,-4.5H4.5V4.5H-4.5Z',
	diamond: 'M0,-6.2L6.2,0L0,6.2L-6.2,0Z',
	triangle: 'M0,-6L5.6,4.6H-5.6Z',
};

export function marker(nth, hollow, x = 0, y = 0) {
	const shape = SHAPES[(nth + Math.floor(nth / COLOURS)) % SHAPES.length];

	return svg('path', {
		d: MARKS[nth < NAMED ? shape : 'circle'],
		transform: `translate(${x} ${y})${nth < NAMED ? '' : ' scale(.7)'}`,
		class: `point ${colour(nth)}${hollow ? ' point-hollow' : ''}`,
	});
}

// The claimants with most figures have a mark of their own, the others a small
// grey dot.
function colour(nth) {
	return nth < NAMED ? `c${nth % COLOURS}` : 'c7';
}

function range(row, x, y) {
	const cls = 'range';

	if (row.low !== null && row.high !== null)
		return row.low === row.high
			? null
			: svg('line', {
					x1: x,
					x2: x,
					y1: y.y(row.low),
					y2: y.y(row.high),
					class: cls,
				});
	const at = y.y(stated(row));
	const end =
		row.high === null ? Math.max(4, at - 22) : Math.min(H - FOOT, at + 22);
	const turn = row.high === null ? 4 : -4;
	return svg('path', {
		class: cls,
		d: `M${x},${at}V${end}M${x - 4},${end + turn}L${x},${end}L${x + 4},${end + turn}`,
	});
}

function rowText(row) {
	const when = isTotal(row)
		? `in total by ${days(null, row.to).replace(/^by /, '')}`
		: days(row.from, row.to);
	const step =
		row.step === 'down'
			? ', a step back'
			: row.step === 'revised'
				? ', revised'
				: '';
	const doubt = row.status === 'asserted' ? '' : `, ${row.status}`;

	return `${row.claimant}: ${count(row)}, ${when}${step}${doubt}`;
}

function point(row, nth, x, y, pick) {
	const px = x.xOf(row.to),
		py = y.y(stated(row));
	const g = svg('g', {
		class: `figure ${colour(nth)}${nth < NAMED ? '' : ' figure-other'}`,
		role: 'button',
		tabindex: -1,
		'aria-label': rowText(row),
		data: {
			claim: row.claims[0],
			low: row.low ?? '',
			high: row.high ?? '',
			day: row.to,
		},
	});
	const wide = !isTotal(row) && row.from && row.from !== row.to;

	if (wide)
		g.append(
			svg('line', {
				x1: x.xOf(row.from),
				x2: px,
				y1: py,
				y2: py,
				class: 'period',
			}),
		);
	const bar = range(row, px, y);
	if (bar) g.append(bar);
	if (row.step === 'down')
		g.append(svg('circle', { cx: px, cy: py, r: 10, class: 'step-back' }));
	g.append(
		marker(nth, row.status !== 'asserted', px, py),
		svg('circle', { cx: px, cy: py, r: 12, class: 'point-hit' }),
		svg('title', {}, rowText(row)),
	);
	g.addEventListener('click', () => pick(row));
	g.addEventListener('keydown', (e) => {
		if (e.key === 'Enter' || e.key === ' ') {
			e.preventDefault();
			pick(row);
		}
	});
	return g;
}

// The line of a series of totals, and the band between its lows and highs where
// each figure has both.
function joined(rows, nth, x, y) {
	const at = rows
		.filter((r) => r.to)
		.sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
	const out = [];

	if (at.length < 2) return out;
	if (
		at.some((r) => r.low !== r.high) &&
		at.every((r) => r.low !== null && r.high !== null)
	) {
		const up = at.map((r) => `${x.xOf(r.to)},${y.y(r.high)}`);
		const down = at.map((r) => `${x.xOf(r.to)},${y.y(r.low)}`).reverse();
		out.push(
			svg('polygon', {
				points: [...up, ...down].join(' '),
				class: `range-band ${colour(nth)}`,
			}),
		);
	}
	out.push(
		svg('polyline', {
			points: at
				.map((r) => `${x.xOf(r.to)},${y.y(stated(r))}`)
				.join(' '),
			class: `curve ${colour(nth)}`,
		}),
	);
	return out;
}

// 20000 as "20k", 3000000 as "3M".
function short(v) {
	const [unit, letter] =
		v >= 1e9
			? [1e9, 'bn']
			: v >= 1e6
				? [1e6, 'M']
				: v >= 1e4
					? [1e3, 'k']
					: [1, ''];

	return number(v / unit) + letter;
}

function frame(x, y) {
	const g = svg('g', { class: 'axis', 'aria-hidden': 'true' });
	let free = -Infinity;

	for (const v of y.marks)
		g.append(
			svg('line', {
				x1: LEFT,
				x2: x.right,
				y1: y.y(v),
				y2: y.y(v),
				class: 'grid',
			}),
			svg(
				'text',
				{ x: LEFT - 8, y: y.y(v) + 4, 'text-anchor': 'end' },
				short(v),
			),
		);
	for (const t of ticks(
		x.from,
		x.to,
		Math.max(2, Math.floor((x.right - LEFT) / 90)),
	)) {
		const at = x.x(t.n);
		g.append(svg('line', { x1: at, x2: at, y1: H - FOOT, y2: H - FOOT + 5 }));
		if (at > free && at < x.right - 16) {
			g.append(
				svg(
					'text',
					{ x: at, y: H - 8, 'text-anchor': 'middle' },
					t.text,
				),
			);
			free = at + 8 * t.text.length + 10;
		}
	}
	return g;
}

function byDay(rows) {
	return rows
		.slice()
		.sort((a, b) =>
			a.to < b.to ? -1 : a.to > b.to ? 1 : stated(a) - stated(b),
		);
}

const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 };

// One stop for the tabulator; arrows go from figure to figure by day.
function walk(picture, points) {
	let at = 0;
	const stop = (i) => {
		points[at].setAttribute('tabindex', '-1');
		at = Math.min(Math.max(0, i), points.length - 1);
		points[at].setAttribute('tabindex', '0');
	};

	stop(0);
	picture.addEventListener('focusin', (e) => stop(points.indexOf(e.target)));
	picture.addEventListener('keydown', (e) => {
		const ends = { Home: 0, End: points.length - 1 };
		if (!(e.key in STEPS) && !(e.key in ends)) return;
		e.preventDefault();
		stop(e.key in ends ? ends[e.key] : at + STEPS[e.key]);
		points[at].focus();
	});
}

// rows: those of one side and kind with a day; nthOf(claimant): its colour.
export function drawCurves(rows, nthOf, { name, pick, width }) {
	const x = daysOf(rows, width),
		y = upright(rows);
	const id = nextId('curves');
	const series = new Map();

	for (const r of rows.filter(isTotal))
		series.set(r.series, [...(series.get(r.series) || []), r]);
	const points = byDay(rows).map((r) => point(r, nthOf(r.claimant), x, y, pick));
	const picture = svg(
		'svg',
		{
			class: 'curves',
			viewBox: `0 0 ${width} ${H}`,
			role: 'group',
			'aria-labelledby': id,
		},
		svg('title', { id }, name),
		frame(x, y),
		[...series.values()].flatMap((s) =>
			joined(s, nthOf(s[0].claimant), x, y),
		),
		points,
	);
	walk(picture, points);

	return { root: picture, log: y.log };
}
