// The queue of review: one claim at a time, the one on which most hangs and
// that is least sure first, with why; decided on by mouse or by a key. What was
// decided leaves the queue, so that the next claim takes its place.
import { add, el } from '../dom.js';
import { button, empty, heading, linked } from './parts.js';
import { number, plural, typeWords } from './words.js';
import { claimCard } from './claim.js';
import {
	askReviewer,
	correctForm,
	decide,
	lastMade,
	notice,
	reviewer,
	undo,
	whyField,
} from './decide.js';
import { decisionList } from './decisions.js';
import { mending } from './mend.js';

const QUEUE = 50;
const KEYS = [
	['a', 'accept: it is read rightly'],
	['r', 'reject: it counts for nothing'],
	['c', 'correct its slots'],
	['m', 'merge its incident, or split it off'],
	['j', 'next claim'],
	['k', 'claim before'],
	['u', 'undo the last decision'],
	['?', 'this help'],
];

// Where the reader is in the queue: kept while the page is open, as the pane is
// drawn anew after each decision.
const here = { at: 0, decided: false };

function help() {
	const d = el(
		'dialog',
		{ class: 'ask', 'aria-label': 'Keys' },
		el('h2', {}, 'Keys'),
		el(
			'dl',
			{ class: 'keys' },
			KEYS.map(([k, text]) =>
				el(
					'div',
					{},
					el('dt', {}, el('kbd', {}, k)),
					el('dd', {}, text),
				),
			),
		),
		el('p', { class: 'quiet' }, 'They do nothing while you type in a field.'),
		button('Close', () => d.close(), 'btn btn-main'),
	);

	d.addEventListener('keydown', (e) => e.stopPropagation()); // Escape closes this only
	d.addEventListener('close', () => d.remove());
	document.body.append(d);
	d.showModal();
}

async function claimOf(app, item) {
	return app.api
		.get(`/api/claim/${encodeURIComponent(item.id)}`)
		.catch((e) => (item.claim ? item.claim : Promise.reject(e)));
}

function because(app, item) {
	const why = item.because || item.why || [];

	return el(
		'div',
		{ class: 'because' },
		el('p', { class: 'because-head' }, 'Why this one first'),
		el(
			'ul',
			{},
			[].concat(why).map((w) => el('li', {}, linked(app, w))),
		),
	);
}

// The buttons and what the keys do.
function acts(app, claim, desk) {
	const why = desk.why;
	const act = (verb) => async () => {
		here.decided = true;
		if (!(await decide(app, { do: verb, ids: [claim.id], why: why.value })))
			here.decided = false;
	};
	const correct = () => {
		desk.form.replaceChildren(
			correctForm(app, claim, () => {
				desk.form.replaceChildren();
				desk.title.focus();
			}),
		);
		desk.form.querySelector('select, input').focus();
	};
	const mend = () => {
		desk.mend.open = true;
		desk.mend.querySelector('select, input, button').focus();
	};

	return { accept: act('accept'), reject: act('reject'), correct, mend };
}

function undoLast(app) {
	const id = lastMade();

	if (id) undo(app, id);
	else
		notice(
			app,
			'Nothing was decided in this visit; older decisions are below.',
			'bad',
		);
}

// The incident that the claim is of, to be merged or to be left by the claim.
async function mendingOf(app, claim) {
	if (!claim.incident) return null;
	const incident = await app.api.get(
		`/api/incident/${encodeURIComponent(claim.incident)}`,
	);
	const select = {
		set: new Set(incident.claims.length > 1 ? [claim.id] : []),
		change() {},
	};
	const mend = mending(app, incident, select);

	mend.firstChild.textContent =
		incident.claims.length > 1
			? `Told with ${plural(incident.claims.length - 1, 'other claim')} as one incident: wrongly?`
			: 'The same happening as another incident?';
	mend.append(
		el(
			'p',
			{},
			app.link(
				{ pane: 'incident', id: incident.id },
				'The incident with all its claims',
			),
		),
	);
	return mend;
}

function keyed(key, text, call, cls = 'btn') {
	const b = button('', call, cls);

	add(b, text, ' ', el('kbd', { 'aria-hidden': 'true' }, key));
	b.setAttribute('aria-keyshortcuts', key);
	return b;
}

function step(app, queue, by) {
	here.at = Math.min(Math.max(0, here.at + by), queue.length - 1);
	app.go(
		{ pane: 'review', n: here.at ? String(here.at + 1) : null },
		{ replace: true },
	);
}

function who(app) {
	const name = el(
		'button',
		{ type: 'button', class: 'btn-text' },
		reviewer() || 'not named yet',
	);

	name.addEventListener('click', async () => {
		if (await askReviewer()) name.textContent = reviewer();
	});
	return el('p', { class: 'quiet' }, 'You decide as ', name, '.');
}

async function desk(app, queue, total) {
	const item = queue[here.at];
	const claim = await claimOf(app, item);
	const d = {
		why: whyField(),
		form: el('div', { class: 'correct-here' }),
		title: el(
			'h3',
			{ class: 'review-at', tabindex: '-1' },
			`${here.at + 1} of ${total}: ${typeWords(claim.type)}`,
		),
		mend: await mendingOf(app, claim),
	};
	const act = acts(app, claim, d);

	d.acts = {
		a: act.accept,
		r: act.reject,
		c: act.correct,
		m: d.mend ? act.mend : () => {},
		j: () => step(app, queue, 1),
		k: () => step(app, queue, -1),
		u: () => undoLast(app),
		'?': help,
	};
	const nav = el(
		'div',
		{ class: 'review-nav' },
		keyed('k', 'Before', d.acts.k),
		keyed('j', 'Next', d.acts.j),
		keyed('u', 'Undo', d.acts.u),
		keyed('?', 'Keys', help),
	);
	d.root = el(
		'section',
		{ class: 'review-desk', 'aria-label': 'Claim to decide on' },
		d.title,
		because(app, item),
		claimCard(app, claim, { level: 4 }),
		el(
			'div',
			{ class: 'review-acts' },
			keyed('a', 'Accept', act.accept, 'btn btn-good'),
			keyed('r', 'Reject', act.reject, 'btn btn-bad'),
			keyed('c', 'Correct', act.correct),
			d.why,
		),
		d.form,
		d.mend,
		nav,
	);
	d.claim = claim;
	return d;
}

function keysOf(app, acts) {
	app.onKey((event) => {
		const call = acts[event.key];

		if (!call || document.querySelector('dialog[open]')) return false;
		call();
		return true;
	});
}

async function render(root, params, app) {
	const [next, made] = await Promise.all([
		app.api.get('/api/review/next', {
			limit: Math.max(QUEUE, (Number(params.n) || 0) + 10),
		}),
		app.api.get('/api/decisions'),
	]);
	const queue = next.items;
	const total = number(next.waiting ?? queue.length);

	here.at = Math.min(
		Math.max(0, (Number(params.n) || 1) - 1),
		Math.max(0, queue.length - 1),
	);
	if (queue.length) {
		const d = await desk(app, queue, total);
		keysOf(app, d.acts);
		add(root, who(app), d.root);
		if (here.decided)
			setTimeout(() => {
				d.title.focus({ preventScroll: true });
				app.announce(
					`Decided. Next: ${typeWords(d.claim.type)}, ${d.claim.evidence.text}`,
				);
			}, 50);
		here.decided = false;
	} else {
		keysOf(app, { u: () => undoLast(app), '?': help });
		root.append(
			empty(
				'Nothing to review',
				'Every claim that weighs on the record was decided on, or the ledger has none yet.',
			),
		);
	}
	add(
		root,
		heading(
			3,
			made.items.length
				? plural(made.items.length, 'decision')
				: 'No decisions yet',
		),
		made.items.length
			? decisionList(app, made.items)
			: el(
					'p',
					{ class: 'quiet' },
					'What you accept, reject, correct, merge or split stands here, and can be taken back.',
				),
	);
}

export const pane = { id: 'review', title: 'Review', writes: true, wide: true, render };
