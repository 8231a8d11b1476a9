// A person's decisions: who decides is asked once and kept in this browser, each
// decision goes to the ledger with who and why, can be taken back, and the whole
// page follows it.
import { el } from '../dom.js';
import { button, field, input, plain, select } from './parts.js';
import { party, TYPES } from './words.js';

const KEPT = 'sitrep.reviewer';

export function reviewer() {
	try {
		return localStorage.getItem(KEPT) || '';
	} catch {
		return reviewer.here || '';
	}
}

export function setReviewer(name) {
	reviewer.here = name;
	try {
		localStorage.setItem(KEPT, name);
	} catch {
		// a browser that keeps nothing: asked again next time
	}
}

// Asks in a dialog who decides; null if it was closed.
export function askReviewer() {
	const name = input(reviewer(), {
		maxlength: '80',
		autocomplete: 'name',
		required: '',
	});
	const dialog = el('dialog', { class: 'ask' });
	const form = el(
		'form',
		{ method: 'dialog' },
		el('h2', {}, 'Who decides?'),
		el(
			'p',
			{},
			'A decision is kept for good with the name of who made it. It is asked once.',
		),
		field('Your name', name),
		el(
			'div',
			{ class: 'ask-row' },
			el(
				'button',
				{ class: 'btn btn-main', type: 'submit', value: 'yes' },
				'Go on',
			),
			button('Cancel', () => dialog.close(''), 'btn'),
		),
	);

	dialog.setAttribute('aria-label', 'Who decides?');
	dialog.append(form);
	dialog.addEventListener('keydown', (e) => e.stopPropagation()); // Escape closes this only
	document.body.append(dialog);
	return new Promise((done) => {
		dialog.addEventListener('close', () => {
			dialog.remove();
			const text = name.value.trim();
			if (dialog.returnValue === 'yes' && text) setReviewer(text);
			done(dialog.returnValue === 'yes' && text ? text : null);
		});
		dialog.showModal();
		name.focus();
	});
}

const DONE = {
	accept: 'Accepted',
	reject: 'Rejected',
	correct: 'Corrected',
	merge: 'Merged',
	split: 'Split off',
	undo: 'Undone',
};

// The decisions of this visit, the latest last: what "undo" takes back.
const made = [];

export function lastMade() {
	return made.length ? made[made.length - 1] : null;
}

// Decides and lets the page follow. What went wrong is told in one line. Gives
// the decisions, or null.
export async function decide(app, what) {
	const by = reviewer() || (await askReviewer());

	if (!by) return null;
	const body = { ...what, by };
	if (!body.why) delete body.why;
	const before = app.api.version;
	let answer;
	try {
		answer = await app.api.post('/api/review', body);
	} catch (e) {
		notice(app, e.message, 'bad');
		return null;
	}
	const list = answer.items;
	if (what.do === 'undo') what.ids.forEach((id) => forget(id));
	else made.push(...list.map((d) => d.decision));
	notice(
		app,
		[`${DONE[what.do]}.`, ...(answer.notes || [])].join(' '),
		'good',
		what.do === 'undo' ? null : list[0],
	);
	if (app.api.version === before) await app.changed(); // else the answer has set it off already
	return list;
}

function forget(id) {
	const at = made.indexOf(id);

	if (at >= 0) made.splice(at, 1);
}

export function undo(app, id) {
	return decide(app, { do: 'undo', ids: [id] });
}

let shown = null;

// One line at the foot of the window, with a way back.
export function notice(app, text, kind, decision) {
	if (shown) shown.remove();
	const box = el('div', { class: `notice notice-${kind}` }, plain(text));

	if (decision && decision.decision)
		box.append(
			button(
				'Undo',
				() => undo(app, decision.decision),
				'btn btn-small',
			),
		);
	box.append(button('×', () => box.remove(), 'btn btn-x'));
	box.lastChild.setAttribute('aria-label', 'Close this message');
	document.body.append(box);
	shown = box;
	app.announce(text);
	setTimeout(() => box.remove(), 12000);
}

export function whyField() {
	return input('', {
		maxlength: '400',
		placeholder: 'Why (may be left empty)',
		'aria-label': 'Why',
	});
}

// Buttons of one claim wherever it stands.
export function claimTools(app, claim) {
	if (app.ledger.read_only) return [];
	const form = el('div', { class: 'correct-here' });
	const act = (verb) => () => decide(app, { do: verb, ids: [claim.id] });
	const correct = button(
		'Correct',
		() => {
			const open = form.children.length > 0;
			form.replaceChildren(
				...(open
					? []
					: [
							correctForm(app, claim, () =>
								form.replaceChildren(),
							),
						]),
			);
			if (!open) form.querySelector('select, input').focus();
		},
		'btn btn-quiet',
	);

	return [
		button('Accept', act('accept'), 'btn btn-quiet'),
		button('Reject', act('reject'), 'btn btn-quiet'),
		correct,
		form,
	];
}

function span(low, high) {
	if (low === high) return String(low ?? '');
	return `${low ?? ''}..${high ?? ''}`;
}

// What a slot says now, as it would be typed.
export function slotValues(claim) {
	const role =
		claim.place && claim.place.role !== 'at' ? `${claim.place.role} ` : '';

	return {
		type: claim.type,
		status: claim.status,
		actor: party(claim.actor),
		target: party(claim.target),
		place: claim.place ? role + claim.place.name : '',
		date: claim.date ? span(claim.date.from, claim.date.to) : '',
		count: claim.count
			? `${span(claim.count.low, claim.count.high)} ${claim.count.unit}`
			: '',
		speaker: claim.speaker || '',
	};
}

const HINTS = {
	actor: 'a name, or NAME (SIDE)',
	target: 'a name, or NAME (SIDE)',
	place: 'a town; “near Sumy”; “Sumy#692194” picks one of several',
	date: '2022-03-01, 2022-03, or 2022-03-01..2022-03-03',
	count: '12 people, 12..15 tanks, 12.. people',
	speaker: 'as the report names it',
};

const LABELS = {
	type: 'What',
	status: 'How it is said',
	actor: 'Who',
	target: 'Whom',
	place: 'Where',
	date: 'When',
	count: 'Number',
	speaker: 'Said by',
};

const STATUSES = ['asserted', 'denied', 'disputed', 'unverified', 'planned', 'possible'];

function control(app, slot, value) {
	if (slot === 'type')
		return select(
			Object.keys(TYPES).map((t) => [t, `${app.typeName(t)} (${t})`]),
			value,
		);
	if (slot === 'status')
		return select(
			STATUSES.map((s) => [s, s]),
			value,
		);
	return input(value, {
		maxlength: '300',
		autocomplete: 'off',
		spellcheck: 'false',
	});
}

// The slots as a form; only what was changed is sent, and an emptied one as
// "none".
export function correctForm(app, claim, close) {
	const was = slotValues(claim),
		fields = {};
	const why = whyField();
	const form = el('form', { class: 'correct' });

	form.setAttribute('aria-label', 'Correct the claim');
	for (const slot of Object.keys(was)) {
		fields[slot] = control(app, slot, was[slot]);
		fields[slot].name = slot;
		form.append(field(LABELS[slot], fields[slot], HINTS[slot]));
	}
	form.append(
		field('Why', why),
		el(
			'div',
			{ class: 'correct-row' },
			el(
				'button',
				{ class: 'btn btn-main', type: 'submit' },
				'Save the correction',
			),
			button('Cancel', close, 'btn'),
		),
	);
	form.addEventListener('submit', async (e) => {
		e.preventDefault();
		const set = {};
		for (const slot of Object.keys(was))
			if (fields[slot].value.trim() !== was[slot])
				set[slot] = fields[slot].value.trim() || 'none';
		if (!Object.keys(set).length) {
			notice(app, 'Nothing was changed.', 'bad');
			return;
		}
		if (
			await decide(app, {
				do: 'correct',
				ids: [claim.id],
				set,
				why: why.value,
			})
		)
			close();
	});
	form.addEventListener('keydown', (e) => {
		if (e.key === 'Escape') {
			e.stopPropagation();
			close();
		}
	});
	return form;
}
