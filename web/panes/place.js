// A place: who held it when, as a band, with the words that each stretch rests
// on; and what happened there.
import { add, el } from '../dom.js';
import {
	button,
	chip,
	empty,
	fill,
	heading,
	plain,
	statusChip,
	table,
	tableToggle,
} from './parts.js';
import { howWords, incidentDays, plural, support, typeWords } from './words.js';
import { beginText, drawBand, endText, holderWords, sureText } from './band.js';
import { claimCard } from './claim.js';
import { claimTools } from './decide.js';
import { more } from './conflicts.js';

const MOST_CLAIMS = 12;

// Rows of places of one name, each place for itself, the fullest first.
function byPlace(rows) {
	const groups = new Map();

	for (const r of rows) {
		const key = r.place_id ?? r.place;
		groups.set(key, [...(groups.get(key) || []), r]);
	}
	return [...groups.values()].sort((a, b) => b.length - a.length);
}

async function claimsOf(app, keys, against) {
	const few = keys.slice(0, MOST_CLAIMS);
	const list = await Promise.all(
		few.map((k) => app.api.get(`/api/claim/${encodeURIComponent(k)}`)),
	);
	const cards = list.map((c) =>
		claimCard(app, c, { level: 5, tools: claimTools(app, c) }),
	);

	if (!keys.length) return [];
	return [
		el('h4', {}, against ? 'Against it' : 'The words that it rests on'),
		...cards,
		keys.length > few.length &&
			el(
				'p',
				{ class: 'quiet' },
				`and ${keys.length - few.length} more`,
			),
	];
}

function evidence(app, row) {
	const box = el('div', { class: 'evidence' });

	if (row.how === 'assumed' || !(row.claims.length + row.claims_against.length)) {
		box.append(el('p', {}, `Nobody says so: ${howWords('assumed')}.`));
		return box;
	}
	fill(box, async () => [
		...(await claimsOf(app, row.claims, false)),
		...(await claimsOf(app, row.claims_against, true)),
	]);
	return box;
}

function historyTable(app, rows) {
	return table(
		`Who held ${rows[0].place}`,
		[
			['from', (r) => beginText(r)],
			['until', (r) => endText(r)],
			['holder', (r) => holderWords(app, r)],
			['how sure', (r) => sureText(r)],
			['claims', (r) => String(r.claims.length), 'num'],
			['against', (r) => String(r.claims_against.length), 'num'],
		],
		rows,
	);
}

// The stretches as a list: what the band shows, in words, with their evidence.
function spellList(app, rows, pick) {
	return el(
		'ol',
		{ class: 'spells' },
		rows.map((r, i) => {
			const b = button('', () => pick(i), 'spell-line');
			add(
				b,
				el(
					'span',
					{ class: 'spell-who' },
					r.holder ? app.mark(r.holder) : '',
					' ',
					r.rival ? [app.mark(r.rival), ' '] : '',
					holderWords(app, r),
				),
				el(
					'span',
					{ class: 'spell-days' },
					`${beginText(r)} – ${endText(r)}`,
				),
				el(
					'span',
					{ class: 'spell-sure' },
					chip(r.how, `chip-how chip-${r.how}`),
					` ${sureText(r).replace(/^\w+ ?,? ?/, '')}`,
				),
			);
			b.title = howWords(r.how);
			b.setAttribute('aria-expanded', 'false');
			const besieged =
				r.besieged_from || r.besieged_to
					? el(
							'p',
							{ class: 'quiet' },
							`besieged ${r.besieged_from || ''}${r.besieged_to && r.besieged_to !== r.besieged_from ? ' to ' + r.besieged_to : ''}`,
						)
					: null;
			return el('li', {}, b, besieged);
		}),
	);
}

function history(app, rows) {
	const last = rows[rows.length - 1].last_evidence;
	let open = -1;
	const list = spellList(app, rows, (i) => pick(i));
	const band = drawBand(app, rows, last, (i) => pick(i));
	const where = rows[0];

	function pick(i) {
		open = open === i ? -1 : i;
		band.mark(open);
		[...list.children].forEach((li, k) => {
			li.querySelector('.spell-line').setAttribute(
				'aria-expanded',
				String(k === open),
			);
			li.querySelectorAll('.evidence').forEach((x) => x.remove());
			if (k === open) li.append(evidence(app, rows[k]));
		});
	}
	return el(
		'section',
		{ class: 'history' },
		el(
			'h3',
			{ class: 'pane-what' },
			plain(where.place),
			where.country ? `, ${where.country}` : '',
		),
		el(
			'p',
			{ class: 'quiet' },
			where.lat === null
				? 'an area without a point'
				: `${Math.abs(where.lat).toFixed(2)} ${where.lat < 0 ? 'S' : 'N'}, ${Math.abs(where.lon).toFixed(2)} ${where.lon < 0 ? 'W' : 'E'} `,
			where.lat === null
				? ''
				: app.link(
						{ at: `${where.lat},${where.lon},10` },
						'on the map',
					),
		),
		band.root,
		list,
		tableToggle(() => historyTable(app, rows)),
	);
}

function happening(app, i) {
	return el(
		'li',
		{ class: 'happening' },
		app.link(
			{ pane: 'incident', id: i.id },
			el('span', { class: 'happening-what' }, typeWords(i.type)),
			el('span', { class: 'happening-when' }, incidentDays(i)),
		),
		' ',
		statusChip(i.status),
		el(
			'p',
			{ class: 'quiet' },
			plain(`“${(i.text || '').slice(0, 140)}”`),
			` · ${support(i.origins, i.reports)}`,
		),
	);
}

async function render(root, params, app) {
	if (!params.id) {
		root.append(
			empty(
				'No place chosen',
				'Click a place on the map, or one in a claim.',
			),
		);
		return;
	}
	const [control, incidents] = await Promise.all([
		app.api
			.get('/api/control', { place: params.id })
			.catch((e) => noPlace(e)),
		app.api
			.get('/api/incidents', { place: params.id })
			.catch((e) => noPlace(e)),
	]);
	const groups = byPlace(control.items);

	if (!groups.length)
		root.append(
			el('h3', { class: 'pane-what' }, plain(params.id)),
			empty(
				'Nobody says who holds it',
				'No claim of this ledger tells who took, held or left it.',
			),
		);
	add(
		root,
		groups.map((rows) => history(app, rows)),
		heading(
			4,
			incidents.items.length
				? `${plural(incidents.items.length, 'incident')} there`
				: 'No incidents there',
		),
		more(
			el('ul', { class: 'happenings' }),
			incidents.items.slice().reverse(),
			(i) => happening(app, i),
		),
	);
}

// A place that the ledger does not know has no rows.
function noPlace(error) {
	if (error.status !== 404 && error.status !== 400) throw error;
	return { items: [] };
}

export const pane = { id: 'place', title: 'Place', detail: true, render };
