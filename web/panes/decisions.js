// Decisions as a list, each with its way back.
import { el } from '../dom.js';
import { button, chip, plain } from './parts.js';
import { undo } from './decide.js';

function moment(at) {
	return String(at || '').replace('T', ' ').replace(/:\d\dZ?$/, ' UTC');
}

function claimsOf(app, d) {
	const keys = d.claims || [];

	return keys.slice(0, 4).flatMap((k, i) => [i ? ', ' : ' ',
		app.link({ pane: 'claim', id: k }, k.slice(0, 10))])
		.concat(keys.length > 4 ? ` and ${keys.length - 4} more` : '');
}

function line(app, d) {
	const gone = Boolean(d.undone);
	const back = !gone && d.verb !== 'undo' && !app.ledger.read_only
		? button('Undo', () => undo(app, d.decision), 'btn btn-small') : null;
	const li = el('li', { class: gone ? 'decision decision-undone' : 'decision' },
		el('p', {}, chip(d.verb, `chip-verb chip-${d.verb}`), claimsOf(app, d),
			d.undoes ? ` ${d.undoes}` : '', gone ? ` (undone by ${d.undone})` : ''),
		d.set ? el('p', { class: 'decision-set' }, plain(typeof d.set === 'string' ? d.set : JSON.stringify(d.set))) : '',
		el('p', { class: 'quiet' }, plain(d.who || ''), `, ${moment(d.at)}`, d.why ? [': ', plain(d.why)] : '',
			d.holds && d.holds !== 'yes' ? ` · holds ${d.holds}` : ''));

	if (back) {
		back.setAttribute('aria-label', `Undo the decision ${d.decision}`);
		li.append(back);
	}
	return li;
}

// The latest first.
export function decisionList(app, items) {
	return el('ol', { class: 'decisions' }, items.slice().reverse().map((d) => line(app, d)));
}
