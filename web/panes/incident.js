// An incident: what, where, when and how sure; its tellings and why they were
// joined; its claims; and what contradicts it, side by side.
import { add, el } from '../dom.js';
import {
	empty,
	facts,
	heading,
	later,
	plain,
	sideChip,
	statusChip,
	typeChip,
} from './parts.js';
import {
	conflictWords,
	incidentDays,
	plural,
	standingWords,
	support,
	typeWords,
} from './words.js';
import { claimCard } from './claim.js';
import { conflictBrief } from './conflicts.js';
import { claimTools } from './decide.js';
import { mending } from './mend.js';

const MOST_CONFLICTS = 6;
const FEW = 4; // claims of a telling that are shown at once
const ROLES = { near: 'near ', toward: 'towards ', from: 'from ' };

export function whereText(incident) {
	if (!incident.place) return null;
	return (
		(ROLES[incident.place_role] || '') +
		incident.place +
		(incident.place_role === 'area' ? ' (area, no point)' : '')
	);
}

function who(app, incident) {
	const sides = [];

	if (incident.actor_side) sides.push(sideChip(app, incident.actor_side));
	if (incident.target_side)
		sides.push(
			incident.actor_side ? ' against ' : 'against ',
			sideChip(app, incident.target_side),
		);
	return sides.length ? sides : null;
}

function head(app, incident) {
	const types =
		incident.types && incident.types.length
			? incident.types
			: [incident.type];
	const where = whereText(incident);
	const h = heading(3, '', 'pane-what');

	h.append(typeWords(incident.type), where ? ', ' : '', where ? plain(where) : '');
	return [
		h,
		el('p', { class: 'pane-lead' }, plain(`“${incident.text}”`)),
		facts([
			['What', types.flatMap((t) => [typeChip(t), ' '])],
			['When', incidentDays(incident)],
			[
				'Where',
				where &&
					app.link(
						{ pane: 'place', id: incident.place },
						plain(where),
					),
			],
			['Who', who(app, incident)],
			['Numbers', incident.numbers && plain(incident.numbers)],
			[
				'How sure',
				[
					statusChip(incident.status),
					` ${standingWords(incident)}`,
				],
			],
			['Said by', supportLine(incident)],
			[
				'Grade',
				incident.grade &&
					`${incident.grade} (Airwars), credibility ${incident.credibility} (Admiralty code)`,
			],
		]),
	];
}

function supportLine(incident) {
	const against = incident.against
		? `; against it ${plural(incident.against, 'origin')}`
		: '';
	const doubt = incident.contradicted
		? '; two tellings have numbers that can’t both be right'
		: '';

	return support(incident.origins, incident.reports) + against + doubt;
}

// Claims of one telling stand together, under why they were joined.
function tellings(app, incident, select) {
	const byKey = new Map(incident.claims.map((c) => [c.id, c]));
	const list = (incident.tellings || [])
		.map((t) => ({
			...t,
			claims: t.claims.map((k) => byKey.get(k)).filter(Boolean),
		}))
		.filter((t) => t.claims.length);
	const told = new Set(list.flatMap((t) => t.claims.map((c) => c.id)));
	const rest = incident.claims.filter((c) => !told.has(c.id));

	if (rest.length)
		list.push({
			why: list.length ? 'also of this incident' : '',
			claims: rest,
		});
	return el(
		'section',
		{ class: 'tellings' },
		heading(4, `Told in ${plural(incident.claims.length, 'claim')}`),
		list.map((t, i) => telling(app, t, i, list.length, select)),
	);
}

function telling(app, t, i, n, select) {
	const box = el('section', { class: 'telling' });
	let why = t.why || '';

	if (!i && n > 1) why = 'The most exact telling, to which the others are held';
	else if (i && t.score) why = `Joined with ${t.score} points: ${why}`;
	if (why && n > 1) box.append(el('p', { class: 'telling-why' }, plain(why)));
	const card = (c) => claimCard(app, c, { select, tools: claimTools(app, c) });
	add(box, t.claims.slice(0, FEW).map(card));
	if (t.claims.length > FEW)
		box.append(
			later(
				`${plural(t.claims.length - FEW, 'more claim')} of this telling`,
				() => t.claims.slice(FEW).map(card),
			),
		);
	return box;
}

function against(app, incident, list) {
	if (!list.length) return null;
	return el(
		'section',
		{ class: 'against' },
		heading(4, 'What can’t both be right'),
		list.map((x) =>
			el(
				'div',
				{ class: 'against-one' },
				el(
					'h5',
					{},
					app.link(
						{ pane: 'conflicts', id: x.id },
						conflictWords(x.kind)[0],
					),
				),
				conflictBrief(app, x),
			),
		),
	);
}

// What was shown last: an incident takes another id when its first claim leaves it.
const shown = { id: null, claims: [] };

// The incident; after a decision that took its id away, the one that its claims
// are of now; null if they are of none.
async function find(app, id) {
	try {
		const incident = await app.api.get(
			`/api/incident/${encodeURIComponent(id)}`,
		);
		shown.id = id;
		shown.claims = incident.claims.map((c) => c.id);
		return incident;
	} catch (e) {
		if (e.status !== 404 || shown.id !== id) throw e;
	}
	for (const key of shown.claims.slice(0, 20)) {
		const claim = await app.api.get(`/api/claim/${encodeURIComponent(key)}`);
		if (claim.incident && claim.review !== 'rejected') {
			shown.id = null;
			app.go(
				{ pane: 'incident', id: claim.incident },
				{ replace: true },
			);
			return app.api.get(
				`/api/incident/${encodeURIComponent(claim.incident)}`,
			);
		}
	}
	return null;
}

async function render(root, params, app) {
	if (!params.id) {
		root.append(
			empty(
				'No incident chosen',
				'Choose one on the map or in the list.',
			),
		);
		return;
	}
	const incident = await find(app, params.id);
	if (!incident) {
		root.append(
			empty(
				'This incident is no more',
				'Its claims were rejected, or they are told of as another one.',
			),
		);
		return;
	}
	const list = await Promise.all(
		(incident.conflicts || [])
			.slice(0, MOST_CONFLICTS)
			.map((k) =>
				app.api.get(`/api/conflict/${encodeURIComponent(k)}`),
			),
	);
	const select = { set: new Set(), change() {} };
	const mend = app.ledger.read_only ? null : mending(app, incident, select);
	const choose = mend && incident.claims.length > 1 ? select : null;

	add(
		root,
		head(app, incident),
		against(app, incident, list),
		tellings(app, incident, choose),
		mend,
	);
}

export const pane = { id: 'incident', title: 'Incident', detail: true, render };
