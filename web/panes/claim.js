// One claim as a card: how it is stated, by whom, its slots, its words where
// they stand, and the report that they are of, which can be opened in place.
import { el } from '../dom.js';
import {
	button,
	chip,
	facts,
	fill,
	nextId,
	plain,
	reportLine,
	statusChip,
	typeChip,
} from './parts.js';
import {
	claimDays,
	confidenceWords,
	count,
	party,
	percent,
	place,
	typeGroup,
	typeWords,
} from './words.js';
import { inContext, inOrder, legend, reportText } from './text.js';

// What a party or place is, with the codes behind the name.
function placeFact(app, p) {
	if (!p || !p.name) return null;
	const link = app.link({ pane: 'place', id: p.name }, plain(place(p)));
	const country = p.country ? `, ${p.country}` : '';
	const wide =
		p.radius_km && p.radius_km >= 30
			? `, somewhere within ${Math.round(p.radius_km)} km`
			: '';

	return [link, country + wide];
}

function speakerFact(claim) {
	if (!claim.speaker) return 'the publisher itself';
	const unnamed = claim.voice === '-' ? ' (not named)' : '';

	return [plain(claim.speaker), unnamed];
}

const PARTIES = {
	loss: ['Inflicted by', 'Suffered by'],
	control: ['Who', 'Against'],
	attack: ['Attacker', 'Target'],
};

// What only some claims have.
const MORE = { weapon: 'Weapon', cause: 'Cause', disposition: 'Outcome' };

export function slotPairs(app, claim) {
	const [actor, target] = PARTIES[typeGroup(claim.type)] || ['Who', 'Whom'];
	const pairs = [
		[actor, claim.actor && plain(party(claim.actor))],
		[target, claim.target && plain(party(claim.target))],
		['Number', claim.count && count(claim.count)],
		['When', claimDays(claim.date)],
		['Where', placeFact(app, claim.place)],
		['Said by', speakerFact(claim)],
	];

	for (const [key, label] of Object.entries(MORE))
		if (claim[key]) pairs.push([label, plain(claim[key].name || claim[key])]);
	if (claim.confidence !== undefined)
		pairs.push([
			'Reading',
			`${confidenceWords(claim.confidence)} (${percent(claim.confidence)})`,
		]);
	return pairs;
}

function reviewed(claim) {
	return claim.review
		? chip(claim.review, `chip-review chip-${claim.review}`)
		: null;
}

// The whole report below the card, all its claims marked, this one lifted out.
async function wholeReport(app, claim) {
	const report = await app.api.get(
		`/api/report/${encodeURIComponent(claim.report.id)}`,
	);
	const claims = inOrder(report.claims);
	const at = claims.findIndex((c) => c.id === claim.id);
	const told = el('p', { class: 'picked' });
	const text = reportText(report.text, claims, {
		onPick(list) {
			const c = claims[list[0]];
			text.show(list[0], false);
			told.replaceChildren(
				typeChip(c.type),
				' ',
				statusChip(c.status),
				' ',
				app.link(
					{ pane: 'report', id: report.id, claim: c.id },
					'this claim with its slots',
				),
			);
		},
	});
	const box = el('div', { class: 'whole-text' }, text.root);

	box.tabIndex = 0;
	box.setAttribute('role', 'region');
	box.setAttribute('aria-label', 'Text of the report');
	requestAnimationFrame(() => {
		text.show(at);
	});
	return [legend(claims), box, told];
}

function reportToggle(app, claim) {
	const box = el('div', { class: 'whole-report' });
	const id = nextId('whole');

	box.id = id;
	box.hidden = true;
	const b = button(
		'Whole report',
		() => {
			box.hidden = !box.hidden;
			b.setAttribute('aria-expanded', String(!box.hidden));
			if (!box.hidden && !box.children.length)
				fill(box, () => wholeReport(app, claim));
		},
		'btn btn-quiet',
	);
	b.setAttribute('aria-expanded', 'false');
	b.setAttribute('aria-controls', id);
	return [b, box];
}

// options: tools: more buttons; select: {set, change} for choosing several;
// level: of its heading.
export function claimCard(
	app,
	claim,
	{ tools = [], select = null, level = 4, whole = true } = {},
) {
	const title = el(
		`h${level}`,
		{ class: 'claim-title' },
		typeChip(claim.type),
		' ',
		statusChip(claim.status),
	);
	const state = reviewed(claim);
	const card = el('article', { class: `claim claim-${typeGroup(claim.type)}` });

	if (state) title.append(' ', state);
	if (select) title.prepend(selectBox(claim, select));
	card.dataset.claim = claim.id;
	if (claim.review === 'rejected') card.classList.add('claim-rejected');
	card.append(title, quote(claim), facts(slotPairs(app, claim)));
	if (claim.report) card.append(reportLine(app, claim.report, claim.id));
	const [toggle, box] = claim.report && whole ? reportToggle(app, claim) : [];
	const row = el(
		'div',
		{ class: 'claim-tools' },
		...[toggle, ...tools].filter(Boolean),
	);
	card.append(row);
	if (box) card.append(box);
	return card;
}

export function quote(claim) {
	const group = typeGroup(claim.type);
	const q = el('blockquote', { class: 'words' });

	q.append(
		inContext(
			claim.context || { words: claim.evidence && claim.evidence.text },
			group,
		),
	);
	return q;
}

function selectBox(claim, select) {
	const box = el('input', { class: 'select-claim', type: 'checkbox' });

	box.setAttribute(
		'aria-label',
		`Select the claim: ${typeWords(claim.type)}, ${claim.evidence.text.slice(0, 60)}`,
	);
	box.checked = select.set.has(claim.id);
	box.addEventListener('change', () => {
		if (box.checked) select.set.add(claim.id);
		else select.set.delete(claim.id);
		select.change();
	});
	return box;
}
