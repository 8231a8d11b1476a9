// Words for what the panes say: standings, conflicts, days, numbers, support.
// All functions give plain text; nothing here touches the page.

import {
	dayNumber,
	dayOf,
	FAMILIES,
	familyOf,
	number as grouped,
	typeName,
	TYPES,
} from '../words.js';

export { dayNumber, dayOf, FAMILIES, TYPES };
export const typeGroup = familyOf;
export const typeWords = typeName;

const STANDINGS = {
	reported: 'one origin says so',
	supported: 'several origins say so, and nobody denies it',
	contested: 'an origin of its own denies it, or the text says that it is disputed',
	admitted: 'the side that it speaks against says so itself',
	denied: 'nothing but denials by somebody named',
};

const HOW = {
	assumed: 'nobody says so: the state on whose ground it lies, or from whom it was taken',
	claimed: 'one origin says so, or only the holder’s own side',
	assessed: 'several origins in several reports say so, not all of them the holder’s, or the loser admits it',
	contested: 'two sides are said to have it, or troops of the other have come in',
	left: 'the holder left; nobody says who came',
};

const CONFLICTS = {
	denial: ['Said and denied', 'It is said', 'It is denied'],
	number: ['Two numbers for one thing', 'One number', 'Another number'],
	backward: ['A total that falls', 'The earlier total', 'The later, smaller total'],
	holder: ['Two holders of one place', 'One holder', 'Another holder'],
	day: ['One event on two days', 'One day', 'Another day'],
	blame: ['Two who are blamed for one attack', 'One is blamed', 'Another is blamed'],
	part: ['A part larger than the whole', 'The part', 'The whole'],
	distance: [
		'A distance that the map does not have',
		'The report says',
		'The map has',
	],
	bearing: [
		'A direction that the map does not have',
		'The report says',
		'The map has',
	],
	weekday: [
		'A weekday that the calendar does not have',
		'The report says',
		'The calendar has',
	],
	duration: [
		'A length of time that does not fit',
		'The report says',
		'The days say',
	],
	headline: [
		'A headline that its text does not bear out',
		'The headline',
		'The text',
	],
};

const CONFIDENCE = [
	[0.95, 'very sure reading'],
	[0.8, 'sure reading'],
	[0.6, 'likely reading'],
	[0, 'doubtful reading'],
];

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep',
	'Oct', 'Nov', 'Dec'];

const NBSP = '\u00a0';

export function standingWords(incident) {
	const status = String(incident.status || '').split(',')[0];
	const rule = STANDINGS[status] || '';
	const doubt = incident.doubted ? 'nobody says it without a doubt' : '';

	return [rule, doubt].filter(Boolean).join('; ');
}

export function howWords(how) {
	return HOW[how] || '';
}

export function conflictWords(kind) {
	return CONFLICTS[kind] || [kind, 'One side', 'The other side'];
}

export function confidenceWords(c) {
	return CONFIDENCE.find(([least]) => c >= least)[1];
}

export function plural(n, one, many) {
	return `${number(n)}${NBSP}${n === 1 ? one : many || one + 's'}`;
}

export function number(n) {
	return n === null || n === undefined ? '' : grouped(n);
}

// "2022-09-09" as "9 Sep 2022"; anything else as it stands.
export function day(text) {
	const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text || '');

	if (!m) return text || '';
	return [Number(m[3]), MONTHS[m[2] - 1], m[1]].join(NBSP);
}

function lastOfMonth(iso) {
	const [y, m] = iso.split('-').map(Number);

	return new Date(Date.UTC(y, m, 0)).getUTCDate() === Number(iso.slice(8));
}

// An interval in the fewest words: "March 2022", "1 to 4 Mar 2022".
export function days(from, to) {
	if (!from && !to) return 'day not told';
	if (!from) return `by ${day(to)}`;
	if (!to) return `from ${day(from)}`;
	if (from === to) return day(from);
	if (from.slice(5) === '01-01' && to.slice(5) === '12-31')
		return from.slice(0, 4) === to.slice(0, 4)
			? from.slice(0, 4)
			: `${from.slice(0, 4)} to ${to.slice(0, 4)}`;
	if (
		from.slice(0, 7) === to.slice(0, 7) &&
		from.endsWith('-01') &&
		lastOfMonth(to)
	)
		return day(from).split(NBSP).slice(1).join(NBSP);
	if (from.slice(0, 7) === to.slice(0, 7))
		return `${Number(from.slice(8))} to ${day(to)}`;
	if (from.slice(0, 4) === to.slice(0, 4))
		return `${day(from).split(NBSP).slice(0, 2).join(NBSP)} to ${day(to)}`;
	return `${day(from)} to ${day(to)}`;
}

// The days of a claim, with what they rest on.
export function claimDays(date) {
	if (!date || (!date.from && !date.to)) return 'day not told';
	const text = days(date.from, date.to);

	if (date.basis === 'report')
		return `by ${date.to ? day(date.to) : text} (the report’s day)`;
	if (date.basis === 'inferred') return `${text} (inferred)`;
	return text;
}

export function incidentDays(incident) {
	if (incident.by) return incident.to ? `by ${day(incident.to)}` : 'day not told';
	return days(incident.from, incident.to);
}

// When a report was published: its row, or the short form beside a claim, where
// the days are one text, "2022-03-27..2022-03-28".
export function published(report) {
	const text = typeof report.published === 'string' ? report.published : null;
	const [from, to] =
		text !== null
			? text.split('..')
			: [report.published_from, report.published_to];

	if (!from && !to) return 'day unknown';
	const said = text !== null && to === undefined ? day(from) : days(from, to);
	const shown = said + (report.published_inferred ? ' (inferred)' : '');
	return shown + updated(report, from, to ?? from);
}

// ", updated 28 Mar 2022", where that is another day.
function updated(report, from, to) {
	const text = typeof report.updated === 'string' ? report.updated : null;
	const [first, last] =
		text !== null
			? text.split('..')
			: [report.updated_from, report.updated_to];

	if (!first || (first === from && (last ?? first) === to)) return '';
	return `, updated ${days(first, last ?? first)}`;
}

// "at least 12 people", "450 to 500 people", "up to 40 tanks".
export function count(c) {
	if (!c || (c.low === null && c.high === null)) return '';
	const unit = c.unit ? ` ${unitWord(c)}` : '';

	if (c.high === null || c.high === undefined)
		return `at least ${number(c.low)}${unit}`;
	if (c.low === null || c.low === undefined)
		return `up to ${number(c.high)}${unit}`;
	if (c.low === c.high) return number(c.low) + unit;
	return `${number(c.low)} to ${number(c.high)}${unit}`;
}

function unitWord(c) {
	if (c.unit === 'people' && c.low === 1 && c.high === 1) return 'person';
	return c.unit;
}

export function support(origins, reports) {
	const o = plural(origins || 0, 'origin');

	return reports && reports !== origins
		? `${o} in ${plural(reports, 'report')}`
		: o;
}

export function party(p) {
	if (!p) return '';
	return p.side && p.side !== p.name ? `${p.name} (${p.side})` : p.name || p.side;
}

const ROLES = { at: '', near: 'near ', toward: 'towards ', from: 'from ', area: '' };

export function place(p) {
	if (!p || !p.name) return '';
	return (ROLES[p.role] ?? '') + p.name + (p.role === 'area' ? ' (area)' : '');
}

export function percent(sure) {
	return `${Math.round(Math.min(sure, 0.99) * 100)}${NBSP}%`;
}
