// Joining incidents and telling them apart, where the ledger did it wrongly.
import { add, el } from '../dom.js';
import { button } from './parts.js';
import { incidentDays, plural, typeWords } from './words.js';
import { decide, whyField } from './decide.js';

// Take the selected claims out of the incident, or join another incident to it.
export function mending(app, incident, select) {
	const why = whyField();
	const other = el('input', {
		class: 'input',
		type: 'text',
		placeholder: 'i1a559ef9f4a7',
		'aria-label': 'Incident or claim to join to this one',
	});
	const split = button('Split the selected off', () => {
		const rest = incident.claims
			.map((c) => c.id)
			.filter((k) => !select.set.has(k));
		return decide(app, {
			do: 'split',
			ids: [...select.set],
			from: rest,
			why: why.value,
		});
	});
	const merge = button('Merge with this', () =>
		decide(app, {
			do: 'merge',
			why: why.value,
			ids: [
				incident.id,
				...other.value.split(/[\s,]+/).filter(Boolean),
			],
		}),
	);
	const count = el('span', { class: 'quiet' });

	select.change = () => {
		const n = select.set.size;
		split.disabled = n === 0 || n === incident.claims.length;
		count.textContent =
			n === incident.claims.length
				? 'all are selected: leave at least one'
				: n
					? `${plural(n, 'claim')} selected`
					: 'select claims to split off';
	};
	other.addEventListener('input', () => {
		merge.disabled = !other.value.trim();
	});
	merge.disabled = true;
	select.change();
	return el(
		'details',
		{ class: 'mending' },
		el('summary', {}, 'Wrongly joined, or told apart?'),
		el('div', { class: 'mend-row' }, split, count),
		el(
			'div',
			{ class: 'mend-row' },
			other,
			merge,
			candidates(app, incident, other, merge),
		),
		el('div', { class: 'mend-row' }, why),
	);
}

// Incidents at the same place, to choose from in place of typing an id.
function candidates(app, incident, other, merge) {
	const pick = el(
		'select',
		{ class: 'input', 'aria-label': 'Incidents at the same place' },
		el('option', { value: '' }, 'at the same place …'),
	);

	if (!incident.place) return null;
	app.api.get('/api/incidents', { place: incident.place, limit: 200 }).then(
		(a) => {
			for (const i of a.items.filter((x) => x.id !== incident.id))
				pick.append(
					el(
						'option',
						{ value: i.id },
						`${incidentDays(i)}: ${typeWords(i.type)}, “${(i.text || '').slice(0, 50)}”`,
					),
				);
		},
		() => pick.remove(),
	);
	pick.addEventListener('change', () => {
		other.value = pick.value;
		merge.disabled = !pick.value;
	});
	return pick;
}
