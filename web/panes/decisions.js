// Decisions as a list, each with its way back.
import { el } from '../dom.js';
import { button, chip, plain } from './parts.js';
import { count, days, party } from './words.js';
import { undo } from './decide.js';

function moment(at) {
	return String(at || '')
		.replace('T', ' ')
		.replace(/:\d\dZ?$/, ' UTC');
}

// Claims are keys in the list of all decisions, and objects in those on one.
function claimsOf(app, d) {
	const keys = (d.claims || []).map((c) => c.claim || c);

	return keys
		.slice(0, 4)
		.flatMap((k, i) => [
			i ? ', ' : ' ',
			app.link({ pane: 'claim', id: k }, k.slice(0, 10)),
		])
		.concat(keys.length > 4 ? ` and ${keys.length - 4} more` : '');
}

function slotText(slot, value) {
	if (value === null) return `${slot} none`;
	if (typeof value !== 'object') return `${slot} ${value}`;
	const text = value.name
		? party(value)
		: slot === 'count'
			? count(value)
			: days(value.from, value.to);
	return `${slot} ${text}`;
}

// "actor AQAP (AQ); date 3 Apr 2015"
export function slotsText(set) {
	return typeof set === 'string'
		? set
		: Object.entries(set)
				.map(([k, v]) => slotText(k, v))
				.join('; ');
}

function line(app, d, all) {
	const gone = Boolean(d.undone);
	const taken =
		d.undoes || (all.find((o) => o.undone === d.decision) || {}).decision;
	const back =
		!gone && d.verb !== 'undo' && !app.ledger.read_only
			? button('Undo', () => undo(app, d.decision), 'btn btn-small')
			: null;
	const li = el(
		'li',
		{ class: gone ? 'decision decision-undone' : 'decision' },
		el(
			'p',
			{},
			chip(d.verb, `chip-verb chip-${d.verb}`),
			claimsOf(app, d),
			taken ? ` of ${taken}` : '',
			gone ? ' (undone)' : '',
			el('span', { class: 'quiet' }, ` ${d.decision}`),
		),
		d.set ? el('p', { class: 'decision-set' }, plain(slotsText(d.set))) : '',
		el(
			'p',
			{ class: 'quiet' },
			plain(d.who || ''),
			`, ${moment(d.at)}`,
			d.why ? [': ', plain(d.why)] : '',
			!gone && d.holds && d.holds !== 'yes'
				? ` · holds ${d.holds}`
				: '',
		),
	);

	if (back) {
		back.setAttribute('aria-label', `Undo the decision ${d.decision}`);
		li.append(back);
	}
	return li;
}

// The latest first.
export function decisionList(app, items) {
	return el(
		'ol',
		{ class: 'decisions' },
		items
			.slice()
			.reverse()
			.map((d) => line(app, d, items)),
	);
}
