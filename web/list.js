// The lists: incidents, newest first, and places by who holds them on the day.
// They say in words what the map shows.

import { el, clear, button } from './dom.js';
import { FILTERS } from './state.js';
import { count, dayText, number, typeName } from './words.js';

const FIRST = 40, MORE = 200, PRINTED = 500;

function sidesOf(app, i) {
	if (!i.actor_side && !i.target_side)
		return null;
	return el('span', { class: 'sides' },
		i.actor_side && el('span', { class: 'side' }, app.mark(i.actor_side),
			i.actor_side),
		i.target_side && [el('span', { class: 'unseen' }, ' against '),
			el('span', { 'aria-hidden': 'true' }, '→'),
			el('span', { class: 'side' }, app.mark(i.target_side),
				i.target_side)]);
}

function support(i) {
	return count(i.origins, 'origin') + (i.reports > i.origins
		? ', ' + count(i.reports, 'report') : '') +
		(i.against ? `, ${number(i.against)} against` : '');
}

function row(app, i) {
	const here = app.state.pane === 'incident' && app.state.params.id === i.id;
	const link = app.link({ pane: 'incident', id: i.id }, el('strong', null,
		typeName(i.type)), i.place && [', ', el('bdi', { dir: 'auto' },
		i.place)]);

	if (here)
		link.setAttribute('aria-current', 'true');
	return el('li', { class: 'incident' + (here ? ' here' : ''),
		data: { id: i.id } },
	el('div', { class: 'top' }, link, el('time', null,
		i.by ? 'by ' + (i.to || i.from) : dayText(i.from, i.to))),
	el('p', { class: 'said', dir: 'auto' }, i.text),
	el('div', { class: 'under' }, sidesOf(app, i),
		i.standing !== 'reported' && el('span', { class: 'standing ' +
			i.standing }, i.standing),
		i.doubted && el('span', { class: 'standing doubted' }, 'doubted'),
		el('span', { class: 'quiet' }, support(i)),
		i.numbers && el('span', { class: 'numbers', dir: 'auto' },
			i.numbers)));
}

function holders(control) {
	const by = new Map();

	for (const r of control) {
		const key = r.holder || '';
		if (!by.has(key))
			by.set(key, []);
		by.get(key).push(r);
	}
	return [...by].sort((a, b) => (a[0] === '') - (b[0] === '') ||
		b[1].length - a[1].length);
}

// Long ranges break at their dots.
function range(text) {
	return (text || '').split('..').map((day, n) => n
		? [' –', el('br'), day] : day);
}

function placeRow(app, r) {
	return el('tr', null,
		el('th', { scope: 'row' }, app.link({ pane: 'place', id: r.place },
			el('bdi', { dir: 'auto' }, r.place)), r.country &&
			el('span', { class: 'quiet' }, ' ' + r.country)),
		el('td', null, r.how, r.holder && ` ${Math.round(r.sure * 100)}%`,
			r.or && [el('br'), 'with ', r.or],
			r.besieged && [el('br'), 'besieged']),
		el('td', null, range(r.since)),
		el('td', null, r.last_evidence || ''));
}

function placesTable(app, control, day) {
	return el('table', { class: 'places' },
		el('caption', null, `Who held what on ${day}`),
		el('thead', null, el('tr', null, ['Place', 'How sure', 'Since',
			'Last heard'].map((t) => el('th', { scope: 'col' }, t)))),
		holders(control).map(([code, rows]) => el('tbody', null,
			el('tr', { class: 'holder' }, el('th', { scope: 'rowgroup',
				colspan: 4 }, code ? app.sideName(code)
				: 'Nobody named as holder',
			el('span', { class: 'quiet' }, ' ' + count(rows.length,
				'place')))),
			rows.map((r) => placeRow(app, r)))));
}

// Up, down, home and end go through the links of a list.
function walk(event, box) {
	const way = { ArrowDown: 1, ArrowUp: -1, Home: -1e6, End: 1e6 }[event.key];
	const links = [...box.querySelectorAll('li.incident > .top > a')];
	const at = links.indexOf(document.activeElement);

	if (!way || at < 0)
		return;
	event.preventDefault();
	const next = links[Math.max(0, Math.min(links.length - 1, at + way))];
	next.focus();
	next.closest('li').scrollIntoView({ block: 'nearest' });
}

export function makeList(app, store) {
	const box = document.getElementById('list');
	const items = el('ol', { class: 'incidents' });
	const after = el('div', { class: 'after' });
	const tabs = el('div', { class: 'list-tabs', role: 'group',
		'aria-label': 'What is listed' });
	const places = el('div', { class: 'scroll' });
	const order = el('select', { id: 'order', 'aria-label': 'Order of the list',
		on: { change: () => fill(FIRST) } },
	[['new', 'newest'], ['old', 'oldest'],
		['most', 'most origins']].map(([value, label]) =>
		el('option', { value }, label)));
	let sorted = [], n = 0, scrolled = false;

	box.append(tabs, items, after, places);
	box.addEventListener('scroll', () => {
		scrolled = true;
	}, { passive: true });
	items.addEventListener('keydown', (event) => walk(event, items));
	items.addEventListener('click', (event) => {
		const li = event.target.closest('li.incident');
		if (li && !event.target.closest('a') && !String(getSelection()))
			app.go({ pane: 'incident', id: li.dataset.id });
	});

	function ordered() {
		if (order.value === 'old')
			return [...store.shown].reverse();
		if (order.value === 'most')
			return [...store.shown].sort((a, b) => b.origins - a.origins ||
				b.reports - a.reports);
		return store.shown;
	}

	function empty() {
		if (!store.incidents.length)
			return el('div', { class: 'empty' }, el('p', null,
				'This ledger has no incidents yet.'),
			el('p', { class: 'quiet' }, 'Read reports into it: sitrep add ' +
				'FILE ...' + (app.ledger.read_only ? ''
				: ', or drop one in on this page.')));
		return el('div', { class: 'empty' },
			el('p', null, 'No incident matches.'),
			store.filtered && button('Clear the filters', () => app.go(
				Object.fromEntries(FILTERS.map((k) => [k, null])))),
			store.window && button('Show all days', () => app.go({
				days: 'all' })));
	}

	function grow(most) {
		const from = n;
		n = Math.min(sorted.length, most);
		items.append(...sorted.slice(from, n).map((i) => row(app, i)));
		clear(after, n < sorted.length && button(`Show ${number(Math.min(MORE,
			sorted.length - n))} more of ${number(sorted.length - n)}`, () => {
			const first = n;
			grow(n + MORE);
			items.children[first].querySelector('a').focus();
		}), !sorted.length && !store.busy && empty(), noPoint());
	}

	function noPoint() {
		const lost = sorted.filter((i) => i.lat === null).length;

		return lost > 0 && n === sorted.length && el('p', { class: 'quiet' },
			`${count(lost, 'incident')} of these ${lost === 1 ? 'is'
				: 'are'} of a region or of no named place, and not on the map.`);
	}

	function fill(most) {
		const first = sorted[0];
		sorted = ordered();
		n = 0;
		items.replaceChildren();
		grow(most);
		// asking for the place of the scroll costs a layout: only if moved
		if (scrolled && first !== sorted[0])
			box.scrollTop = 0;
	}

	function drawTabs() {
		const onPlaces = app.state.list === 'places';
		const one = (list, label, on) => {
			const a = app.link({ list }, label);
			if (on)
				a.setAttribute('aria-current', 'true');
			return a;
		};
		clear(tabs, one(null, `Incidents ${number(store.shown.length)}`,
			!onPlaces), one('places', `Places ${
			number(store.control.length)}`, onPlaces), !onPlaces && order);
		items.hidden = after.hidden = onPlaces;
		places.hidden = !onPlaces;
		if (onPlaces)
			clear(places, store.control.length ? placesTable(app,
				store.control, store.controlDay) : el('div', {
				class: 'empty' }, el('p', null, 'No claim of who held what, ' +
				'up to this day.')));
	}

	function mark() {
		const id = app.state.pane === 'incident' ? app.state.params.id : null;
		for (const li of items.children) {
			const here = li.dataset.id === id;
			li.classList.toggle('here', here);
			const a = li.querySelector('a');
			if (here)
				a.setAttribute('aria-current', 'true');
			else
				a.removeAttribute('aria-current');
		}
	}

	addEventListener('beforeprint', () => n < PRINTED && grow(PRINTED));
	return {
		loaded() {},
		draw(what) {
			if (what === 'incidents')
				fill(FIRST);
			if (what !== 'theme')
				drawTabs();
			if (what === 'busy')
				box.classList.toggle('busy', store.busy);
		},
		moved(now, before) {
			if (now.list !== before.list) {
				drawTabs();
				box.scrollTop = 0;
			}
			mark();
		},
	};
}
