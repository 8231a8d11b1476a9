// Drop a report in: it is read and shown, its claims marked in the text, before
// it enters the ledger; several go one after the other. What is on the desk
// outlives the drawing anew that follows each write.
import { add, el } from '../dom.js';
import { button, chip, facts, failed, field, plain } from './parts.js';
import { number, plural, published } from './words.js';
import { reportFacts, textAndClaims } from './reports.js';
import { slotPairs } from './claim.js';
import { inOrder } from './text.js';

const MOST = 16 * 1024 * 1024; // of a file, as the server takes it
const MOST_FILES = 200;

// draw: of the pane as it stands now; it is another one after each write.
const desk = { waiting: [], now: null, done: [], draw() {} };
const draw = () => desk.draw();

// A name for a text that was pasted: its first words.
function nameOfPasted(text) {
	const words = (text.match(/[\p{L}\p{N}]+/gu) || [])
		.slice(0, 6)
		.join('-')
		.toLowerCase();

	return `${words.slice(0, 60) || 'pasted'}.txt`;
}

function take(files) {
	for (const f of [...files].slice(0, MOST_FILES))
		desk.waiting.push({ name: f.name, body: f });
}

async function readNext(app) {
	desk.now = desk.waiting.shift() || null;
	if (!desk.now) return draw();
	const item = desk.now;

	draw();
	if (item.body.size > MOST) {
		item.error = `${item.name}: ${number(item.body.size)} bytes; at most ${number(MOST)} are taken`;
		return draw();
	}
	if (!item.body.size) {
		item.error = `${item.name}: is empty; expected the text of a report`;
		return draw();
	}
	try {
		item.read = await app.api.post('/api/read', item.body, {
			name: item.name,
		});
	} catch (e) {
		item.error = e.message;
	}
	app.announce(item.error || `Read: ${plural(item.read.claims.length, 'claim')}`);
	return draw();
}

// What is set aside is not new, and is no report either.
function isThere(app, id) {
	return app.api.get(`/api/report/${encodeURIComponent(id)}`).then(
		() => true,
		(e) => {
			if (e.status !== 404) throw e;
			return false;
		},
	);
}

async function addToLedger(app, item) {
	item.adding = true;
	draw();
	try {
		const a = await app.api.post('/api/add', item.body, { name: item.name });
		if (a.aside || (!a.new && !(await isThere(app, a.report))))
			throw new Error(
				`${item.name}: was set aside, as ${a.aside === 'language'
					? 'it is not in English' : 'no war is told of in it'}`,
			);
		desk.done.unshift({
			name: item.name,
			report: a.report,
			fresh: a.new,
			claims: a.claims,
			title: item.read.report.title,
		});
		app.announce(
			a.new
				? `Added with ${plural(a.claims, 'claim')}`
				: 'It was in the ledger already',
		);
		desk.now = null;
	} catch (e) {
		item.error = e.message;
		item.adding = false;
	}
	if (desk.waiting.length && !desk.now) await readNext(app);
	else draw();
}

function dropZone(app) {
	const text = el('textarea', {
		class: 'input paste',
		rows: '7',
		spellcheck: 'false',
		placeholder:
			'Paste the text of a report here, with its title, outlet and day if you have them.',
	});
	const files = el('input', {
		type: 'file',
		multiple: true,
		class: 'file',
		'aria-label': 'Choose files',
	});
	const go = button(
		'Read it',
		() => {
			if (!text.value.trim()) {
				text.focus();
				return;
			}
			desk.waiting.push({
				name: nameOfPasted(text.value),
				body: new Blob([text.value], { type: 'text/plain' }),
			});
			readNext(app);
		},
		'btn btn-main',
	);

	files.addEventListener('change', () => {
		take(files.files);
		readNext(app);
	});
	return el(
		'section',
		{ class: 'drop-zone' },
		el(
			'p',
			{ class: 'pane-lead' },
			'Paste a text, or drop files anywhere here. It is read and shown first; nothing is kept until you add it.',
		),
		field('Text of the report', text),
		el(
			'div',
			{ class: 'drop-row' },
			go,
			el('span', { class: 'quiet' }, 'or'),
			files,
		),
	);
}

function takeDrops(root, app) {
	const over = (e) => {
		if (
			![...e.dataTransfer.types].some(
				(t) => t === 'Files' || t === 'text/plain',
			)
		)
			return;
		e.preventDefault();
		root.classList.add('drop-over');
	};

	root.addEventListener('dragenter', over);
	root.addEventListener('dragover', over);
	root.addEventListener('dragleave', (e) => {
		if (!root.contains(e.relatedTarget)) root.classList.remove('drop-over');
	});
	root.addEventListener('drop', (e) => {
		e.preventDefault();
		root.classList.remove('drop-over');
		const text = e.dataTransfer.getData('text/plain');
		if (e.dataTransfer.files.length) take(e.dataTransfer.files);
		else if (text)
			desk.waiting.push({
				name: nameOfPasted(text),
				body: new Blob([text]),
			});
		if (desk.now) draw();
		else readNext(app);
	});
}

function readCard(app, claim) {
	const div = el('div', { class: 'slots-only' });

	add(div, facts(slotPairs(app, claim)));
	return div;
}

function waitingLine() {
	return desk.waiting.length
		? el(
				'p',
				{ class: 'quiet' },
				`${plural(desk.waiting.length, 'more file')} after this one`,
			)
		: null;
}

function drawNow(app, item) {
	const skip = button(desk.waiting.length ? 'Skip it' : 'Put it away', () => {
		desk.now = null;
		readNext(app);
	});

	if (item.error)
		return [
			failed(item.error),
			el('div', { class: 'drop-row' }, skip),
			waitingLine(),
		];
	if (!item.read)
		return [
			el(
				'p',
				{ class: 'pane-busy', role: 'status' },
				`Reading ${item.name} …`,
			),
		];
	const r = item.read.report || {};
	const main = button(
		item.adding ? 'Adding …' : 'Add to the ledger',
		() => addToLedger(app, item),
		'btn btn-main',
	);
	const claims = inOrder(item.read.claims);
	const tip = el('div', { class: 'hl-tip', hidden: true });
	const both = textAndClaims(item.read.text, claims, (c) => readCard(app, c));

	main.disabled = Boolean(item.adding);
	hover(app, both.root, claims, tip);
	return [
		el('h3', { class: 'pane-what' }, plain(r.title || item.name)),
		understood(r),
		item.read.items > 1
			? el(
					'p',
					{},
					`The file has ${plural(item.read.items, 'report')}; this is the first. All of them are added.`,
				)
			: '',
		claims.length
			? ''
			: el(
					'p',
					{ class: 'pane-error' },
					'No claims were found: is it English, and about a war? It can be added all the same.',
				),
		el('div', { class: 'drop-row drop-main' }, main, skip, waitingLine()),
		both.root,
		tip,
	];
}

// What was made of the head of the report, and what was not found in it.
function understood(r) {
	const missing = [
		!r.title && 'title',
		!r.publisher && 'outlet',
		!r.url && 'address',
		published(r) === 'day unknown' && 'day',
	].filter(Boolean);
	const box = reportFacts(r);

	return el(
		'div',
		{ class: 'understood' },
		box,
		missing.length
			? el(
					'p',
					{ class: 'quiet' },
					`Not found in it: ${missing.join(', ')}.`,
				)
			: '',
	);
}

// The slots of a claim beside the pointer, or beside its number in the text
// while that has the focus.
function hover(app, root, claims, tip) {
	const text = root.querySelector('.report-text');
	const show = (node, i) => {
		const c = claims[i];
		if (!c) return;
		tip.replaceChildren(
			el(
				'p',
				{ class: 'tip-type' },
				`${app.typeName(c.type)} `,
				chip(c.status, 'chip-status'),
			),
			facts(slotPairs(app, c)),
		);
		tip.hidden = false;
		const at = node.getBoundingClientRect();
		const left = Math.min(
			Math.max(8, at.left),
			innerWidth - tip.offsetWidth - 8,
		);
		const below = at.bottom + tip.offsetHeight + 12 < innerHeight;
		tip.style.setProperty('left', `${left}px`);
		tip.style.setProperty(
			'top',
			`${below ? at.bottom + 6 : Math.max(8, at.top - tip.offsetHeight - 6)}px`,
		);
	};
	const hide = () => {
		tip.hidden = true;
	};
	const note = (e) => e.target.closest && e.target.closest('.hl-note');

	text.addEventListener('mouseover', (e) => {
		const mark = e.target.closest('mark.hl');
		if (mark && mark.dataset.claim) show(mark, Number(mark.dataset.claim));
		else if (note(e)) show(note(e), Number(note(e).textContent) - 1);
		else hide();
	});
	text.addEventListener('mouseleave', hide);
	text.addEventListener(
		'focusin',
		(e) => note(e) && show(note(e), Number(note(e).textContent) - 1),
	);
	text.addEventListener('focusout', hide);
	root.addEventListener('scroll', hide, true);
	text.addEventListener('keydown', (e) => {
		if (e.key === 'Escape' && !tip.hidden) {
			e.stopPropagation();
			hide();
		}
	});
}

function doneLine(app, d) {
	return el(
		'li',
		{},
		d.fresh ? 'Added: ' : 'Already there: ',
		app.link({ pane: 'report', id: d.report }, plain(d.title || d.name)),
		d.fresh ? `, ${plural(d.claims, 'claim')}` : '',
	);
}

async function render(root, params, app) {
	desk.draw = () => {
		root.replaceChildren();
		add(
			root,
			desk.done.length
				? el(
						'ul',
						{
							class: 'drop-done',
							'aria-label': 'What you added',
						},
						desk.done
							.slice(0, 20)
							.map((d) => doneLine(app, d)),
					)
				: '',
			desk.now ? drawNow(app, desk.now) : dropZone(app),
		);
	};

	takeDrops(root, app);
	draw();
}

export const pane = {
	id: 'read',
	title: 'Add a report',
	writes: true,
	wide: true,
	render,
};
