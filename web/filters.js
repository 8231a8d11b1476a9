// The filters, as `sitrep incidents` has them. Each value stands with how many
// incidents it would leave.

import { el, clear, button } from './dom.js';
import { FILTERS } from './state.js';
import { FAMILIES, STANDINGS, count, familyOf, number, typeName }
	from './words.js';
import { fold } from './fold.js';

const MOST_PLACES = 400; // names offered while typing

function listOf(text) {
	return text ? text.split(',').filter(Boolean) : [];
}

// A closed list of boxes under a button, with the keyboard as <details> has it.
function makeMenu(id, label) {
	const summary = el('summary', { id: id + '-label' });
	const body = el('div', { class: 'menu-body', role: 'group',
		'aria-labelledby': id + '-label' });
	const menu = el('details', { class: 'menu', id }, summary, body);

	menu.addEventListener('keydown', (event) => {
		if (event.key === 'Escape' && menu.open) {
			menu.open = false;
			summary.focus();
			event.preventDefault();
		}
	});
	document.addEventListener('pointerdown', (event) => {
		if (menu.open && !menu.contains(event.target))
			menu.open = false;
	});
	return { menu, summary, body, label };
}

function box(name, value, label, on, change) {
	const n = el('span', { class: 'n' });
	const input = el('input', { type: 'checkbox', name, value,
		checked: on || null, on: { change } });

	return { value, n, input, node: el('label', { class: 'box' }, input,
		el('span', null, label), n) };
}

// Types by family: a family's box stands for all of its types.
function makeTypes(app, store) {
	const m = makeMenu('f-type', 'Type');
	const boxes = new Map();

	function chosen() {
		return listOf(app.state.type);
	}

	function toggle(value, on) {
		const family = familyOf(value);
		const mine = store.ledger.types.filter((t) => familyOf(t) === family);
		let now = chosen().filter((v) => v !== value);
		if (value === family) {
			now = now.filter((v) => familyOf(v) !== family);
			if (on)
				now.push(family);
		} else {
			if (now.includes(family)) {
				now = now.filter((v) => v !== family);
				now.push(...mine.filter((t) => t !== value));
			} else if (on) {
				now.push(value);
			}
			if (mine.every((t) => now.includes(t))) {
				now = now.filter((v) => familyOf(v) !== family);
				now.push(family);
			}
		}
		app.go({ type: now.sort().join(',') || null });
	}

	function make() {
		clear(m.body);
		boxes.clear();
		for (const family of Object.keys(FAMILIES)) {
			const types = store.ledger.types.filter((t) =>
				familyOf(t) === family);
			const group = el('div', { class: 'menu-group' });
			for (const value of [family, ...types]) {
				const b = box('type', value, value === family
					? FAMILIES[family] : typeName(value), false,
				(event) => toggle(value, event.target.checked));
				b.node.classList.toggle('head', value === family);
				boxes.set(value, b);
				group.append(b.node);
			}
			m.body.append(group);
		}
	}

	function draw(counts) {
		const now = chosen();
		m.summary.textContent = now.length ? 'Type: ' + now.map((v) =>
			FAMILIES[v] || typeName(v)).join(', ') : 'Type: all';
		m.menu.classList.toggle('set', now.length > 0);
		for (const [value, b] of boxes) {
			b.input.checked = now.includes(value) ||
				now.includes(familyOf(value));
			if (value !== familyOf(value))
				b.n.textContent = counts ? number(counts.get(value) || 0)
					: '';
		}
	}
	return { ...m, make, draw };
}

function makeStandings(app, store) {
	const m = makeMenu('f-status', 'Status');
	let boxes = [];

	function make() {
		boxes = (store.ledger.standings || Object.keys(STANDINGS)).map((s) =>
			box('status', s, [s, STANDINGS[s] && el('span', { class: 'quiet' },
				' – ' + STANDINGS[s])], false, () => app.go({
				status: boxes.filter((b) => b.input.checked)
					.map((b) => b.value).join(',') || null })));
		clear(m.body, boxes.map((b) => b.node));
	}
	function draw(counts) {
		const now = listOf(app.state.status);
		m.summary.textContent = now.length ? 'Status: ' + now.join(', ')
			: 'Status: all';
		m.menu.classList.toggle('set', now.length > 0);
		for (const b of boxes) {
			b.input.checked = now.includes(b.value);
			b.n.textContent = counts ? number(counts.get(b.value) || 0) : '';
		}
	}
	return { ...m, make, draw };
}

function makeSelect(app, key, every) {
	const select = el('select', { id: 'f-' + key, on: { change: () =>
		app.go({ [key]: select.value || null }) } });

	// options: [value, label, n]
	function draw(options) {
		const now = app.state[key] || '';
		const list = options.filter(([value, , n]) => n !== 0 || value === now);
		if (now && !list.some(([value]) => value === now))
			list.push([now, now, null]);
		clear(select, el('option', { value: '' }, every),
			list.map(([value, label, n]) => el('option', { value }, label +
				(n === null ? '' : ` (${number(n)})`))));
		select.value = now;
		select.classList.toggle('set', Boolean(now));
	}
	return { node: select, draw };
}

function makeText(app, key, attrs, wait) {
	let pending = 0, own = null;
	const input = el('input', { id: 'f-' + key, type: 'search',
		spellcheck: 'false', maxlength: 200, ...attrs });

	function take(replace) {
		clearTimeout(pending);
		own = input.value.trim() || null;
		app.go({ [key]: own }, { replace });
	}
	input.addEventListener('input', () => {
		clearTimeout(pending);
		if (wait !== null)
			pending = setTimeout(() => take(true), wait);
		else if (!input.value)
			take(false);
	});
	input.addEventListener('change', () => take(false));
	input.addEventListener('keydown', (event) => {
		if (event.key === 'Enter') {
			event.preventDefault();
			take(false);
		}
	});
	return { node: input, draw() {
		const now = app.state[key] || '';
		if (document.activeElement !== input || (own || '') !== now)
			input.value = now;
		input.classList.toggle('set', Boolean(now));
	} };
}

function field(label, control, id) {
	return el('div', { class: 'choice' }, el('label', { for: id }, label),
		control);
}

export function makeFilters(app, store) {
	const form = document.getElementById('filters');
	const found = document.getElementById('found');
	const types = makeTypes(app, store);
	const standings = makeStandings(app, store);
	const side = makeSelect(app, 'side', 'All sides');
	const source = makeSelect(app, 'source', 'All sources');
	const text = makeText(app, 'text', { placeholder: 'Words in the reports',
		'aria-label': 'Words in the reports' }, 40);
	const place = makeText(app, 'place', { list: 'places',
		placeholder: 'any spelling' }, null);
	const near = makeText(app, 'near', { placeholder: 'Homs,20' }, null);
	const places = el('datalist', { id: 'places' });
	const more = el('details', { class: 'more', open: matchMedia(
		'(min-width: 760px)').matches }, el('summary', null, 'Filters'),
	el('div', { class: 'fields' }, types.menu, standings.menu,
		field('Side', side.node, 'f-side'),
		field('Source', source.node, 'f-source'),
		field('Place', place.node, 'f-place'),
		field('Near (place or lat,lon; km)', near.node, 'f-near')));
	const line = el('p', null);
	const clearAll = button('Clear filters', () => {
		app.go(Object.fromEntries(FILTERS.map((k) => [k, null])));
		text.node.value = '';
		app.announce('Filters cleared');
	}, { class: 'plain' });
	let said = 0;

	form.append(text.node, more, places);
	form.addEventListener('submit', (event) => event.preventDefault());
	found.append(line, clearAll);

	function drawFound() {
		const n = store.shown.length, all = store.incidents.length;
		line.textContent = (n === all ? count(n, 'incident')
			: `${number(n)} of ${count(all, 'incident')}`) +
			(store.window ? `, ${store.span === '1' ? '' : store.span +
				' days to '}${store.day}` : '');
		clearAll.hidden = !store.filtered;
		found.classList.toggle('busy', store.busy);
	}

	function sourceOptions(counts) {
		const names = store.ledger.sources.map((s) => s.name);
		return names.filter(Boolean).map((name) => {
			const word = fold(name);
			return [name, name, counts ? counts.source.filter(([words]) =>
				words.includes(word)).reduce((sum, [, n]) => sum + n, 0)
				: null];
		});
	}

	function draw(what) {
		drawFound();
		if (what !== 'incidents')
			return;
		const c = store.counts;
		types.draw(c && c.type);
		standings.draw(c && c.status);
		side.draw(app.sides.all.map((s) => [s.code, s.name, c ? c.side.get(s.code) || 0 : null]));
		source.draw(sourceOptions(c));
		[text, place, near].forEach((t) => t.draw());
		const set = FILTERS.filter((k) => k !== 'text' && app.state[k]).length;
		more.firstChild.textContent = set ? `Filters (${set})` : 'Filters';
		clearTimeout(said);
		if (store.started && draw.last !== undefined &&
		    draw.last !== store.shown.length)
			said = setTimeout(() => app.announce(count(store.shown.length,
				'incident')), 700);
		draw.last = store.shown.length;
	}

	function offerPlaces() {
		const n = new Map();
		for (const i of store.incidents)
			if (i.place)
				n.set(i.place, (n.get(i.place) || 0) + 1);
		clear(places, [...n].sort((a, b) => b[1] - a[1])
			.slice(0, MOST_PLACES).map(([value]) => el('option', { value })));
	}

	return {
		loaded() {
			types.make();
			standings.make();
			offerPlaces();
		},
		draw,
	};
}
