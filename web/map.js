// The map: Leaflet with our own tiles below and one canvas above. What can be
// done here by mouse can be done in the lists by keyboard.

import { el, clear } from './dom.js';
import { drawAll, makeLayer, worldOf } from './layer.js';
import { INKS, drawIncident, drawPlace, drawRing } from './symbols.js';
import { FAMILIES, count, dayNumber, number, typeName } from './words.js';

const L = window.L;
const LEAST_ZOOM = 2, MOST_ZOOM = 13, TILE_ZOOM = 12;
const MOST_TOWNS = 250;

function readAt(text) {
	const m = /^(-?[\d.]+),(-?[\d.]+),([\d.]+)$/.exec(text || '');

	if (!m || Math.abs(m[1]) > 85 || Math.abs(m[2]) > 360)
		return null;
	return { lat: +m[1], lon: +m[2],
		zoom: Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, +m[3])) };
}

function sketch(draw, wide = 22) {
	const canvas = el('canvas', { class: 'sketch', width: wide * 2, height: 44,
		'aria-hidden': 'true', style: { width: wide + 'px' } });
	const g = canvas.getContext('2d');

	g.scale(2, 2);
	draw(g, wide / 2, 11);
	return canvas;
}

function makeLegend(app, store) {
	const box = document.getElementById('legend');
	const body = el('div', { class: 'legend-body' });
	const fold = el('details', null, el('summary', { on: { click: () => {
		own = true;
	} } }, 'Legend'), body);
	let own = false; // opened or closed by hand

	box.append(fold);
	new ResizeObserver(([{ contentRect: r }]) => {
		if (!own)
			fold.open = r.width > 760 && r.height > 420;
	}).observe(box.parentNode);

	function line(canvas, ...text) {
		return el('li', null, canvas, el('span', null, ...text));
	}
	function how(inks, name, label) {
		return line(sketch((g, x, y) => drawPlace(g, { x, y, r: 7,
			shape: 'circle', holder: 'x', colour: inks.quiet,
			alpha: name === 'assessed' ? 0.95 : 0.6, how: name }, inks)),
		label);
	}
	return function draw() {
		const inks = INKS[app.isDark ? 'dark' : 'light'];
		const held = new Map();

		for (const row of store.control)
			if (row.holder)
				held.set(row.holder, (held.get(row.holder) || 0) + 1);
		clear(body,
			el('h3', null, 'Places held by'),
			el('ul', null, [...held].sort((a, b) => b[1] - a[1])
				.map(([code, n]) => el('li', null, app.sideName(code),
					el('span', { class: 'quiet' }, ' ' + number(n)))),
			!held.size && el('li', { class: 'quiet' }, 'none on this day')),
			el('ul', { class: 'two' },
				how(inks, 'assessed', 'assessed'),
				how(inks, 'claimed', 'claimed'),
				how(inks, 'contested', 'contested'),
				how(inks, 'left', 'left'),
				line(sketch((g, x, y) => drawRing(g, x, y, 7, inks.ink,
					[3, 2.5], 1.3)), 'besieged')),
			el('p', { class: 'quiet' }, 'Paler: less sure, or long ago.'),
			el('h3', null, 'Incidents'),
			el('ul', { class: 'two' }, Object.entries(FAMILIES).map(
				([family, label]) => line(sketch((g, x, y) => drawIncident(g,
					{ type: family + '.', standing: '' }, x, y, 7.5, inks)),
				label))),
			el('p', { class: 'quiet' }, 'Larger: more origins. Broken rim: ' +
				'contested or doubted. Broken circle: somewhere within.'));
	};
}

// What lies under the pointer, in words.
function tell(app, mark) {
	if (mark.kind === 'place') {
		const row = mark.row;
		return [el('strong', null, row.place), ': ', row.holder
			? [app.side(row.holder).name, ', '] : null, row.how,
		row.holder ? ` ${Math.round(row.sure * 100)}%` : '',
		row.besieged ? ', besieged' : '', row.since ? ', since ' + row.since
			: ''];
	}
	if (mark.items.length === 1) {
		const i = mark.items[0];
		return [el('strong', null, typeName(i.type)), ', ', i.place || '', ', ',
			i.to || i.from || 'no day', el('br'),
			el('bdi', { dir: 'auto' }, i.text.slice(0, 160))];
	}
	const kinds = new Map();
	for (const i of mark.items)
		kinds.set(i.type, (kinds.get(i.type) || 0) + 1);
	return [el('strong', null, count(mark.items.length, 'incident')), ': ',
		[...kinds].sort((a, b) => b[1] - a[1]).slice(0, 4)
			.map(([type, n]) => `${number(n)} ${typeName(type)}`).join(', '),
		kinds.size > 4 ? ' …' : ''];
}

// From the least to the largest of the values that are not far from most: the
// middle 80 %, and as much again to both sides.
function middle(values) {
	const v = values.sort((a, b) => a - b);
	const low = v[Math.floor(v.length * 0.1)];
	const high = v[Math.ceil(v.length * 0.9) - 1];
	const more = Math.max(1.5, (high - low) * 0.8);
	const near = v.filter((x) => x >= low - more && x <= high + more);

	return [near[0], near[near.length - 1]];
}

function fit(map, store) {
	const points = [...store.control, ...store.shown].filter((p) => p.world);

	if (!points.length) {
		map.setView([30, 30], 3, { animate: false });
		return;
	}
	const [south, north] = middle(points.map((p) => p.lat));
	const [west, east] = middle(points.map((p) => p.lon));
	// beside the legend where there is room
	const left = map.getSize().x > 760 ? 270 : 30;
	map.fitBounds([[south, west], [north, east]], { maxZoom: 9, animate: false,
		paddingTopLeft: [left, 30], paddingBottomRight: [70, 40] });
}

export function makeMap(app, store) {
	const box = document.getElementById('map');
	const tip = el('div', { id: 'tip', hidden: true, 'aria-hidden': 'true' });
	const legend = makeLegend(app, store);
	let towns = [], marks = [], tiles = null, placed = false, theme = null;
	let moving = 0, pending = 0;
	const map = L.map(box, { attributionControl: false, zoomControl: false,
		minZoom: LEAST_ZOOM, maxZoom: MOST_ZOOM, zoomSnap: 1,
		worldCopyJump: true, maxBounds: [[-85, -400], [85, 400]] });
	const layer = makeLayer(L, () => [document.getElementById('legend'),
		...box.querySelectorAll('.leaflet-control')], (g, view) => {
		marks = drawAll(g, view, app, towns);
	});

	document.getElementById('map-box').append(tip);
	map.setView([30, 30], 3, { animate: false });
	L.control.zoom({ position: 'topright' }).addTo(map);
	L.control.scale({ position: 'bottomright', imperial: false }).addTo(map);

	function at() {
		const c = map.getCenter();
		return `${c.lat.toFixed(3)},${c.lng.toFixed(3)},${map.getZoom()}`;
	}

	function setTiles() {
		const name = app.isDark ? 'dark' : 'light';
		if (name === theme)
			return;
		theme = name;
		if (tiles)
			tiles.remove();
		const fine = devicePixelRatio > 1 ? '?size=512' : '';
		tiles = L.tileLayer(`/tile/${name}/{z}/{x}/{y}.png${fine}`, {
			maxNativeZoom: TILE_ZOOM, maxZoom: MOST_ZOOM, keepBuffer: 4 })
			.addTo(map);
	}

	async function askTowns() {
		const b = map.getBounds().pad(0.15);
		const wrap = (v, most) => Math.max(-most, Math.min(most, v)).toFixed(3);
		try {
			const got = await app.api.get('/api/towns', {
				west: wrap(b.getWest(), 180), east: wrap(b.getEast(), 180),
				south: wrap(b.getSouth(), 85), north: wrap(b.getNorth(), 85),
				limit: MOST_TOWNS });
			towns = got.items.map((t) => ({ ...t,
				world: worldOf(t.lat, t.lon) }));
			redraw();
		} catch {
			// without names of towns the map is still one
		}
	}

	function redraw() {
		if (!pending)
			pending = requestAnimationFrame(() => {
				pending = 0;
				layer.redraw();
			});
	}

	function hit(event) {
		const p = map.mouseEventToLayerPoint(event.originalEvent || event)
			.subtract(layer.corner || L.point(0, 0));
		let best = null, least = 1e9;
		for (const m of marks) {
			const d = Math.hypot(m.x - p.x, m.y - p.y) - m.r;
			if (d < 6 && d <= least) {
				best = m;
				least = d;
			}
		}
		return best;
	}

	function open(mark) {
		if (mark.kind === 'place') {
			app.go({ pane: 'place', id: mark.row.place });
			return;
		}
		if (mark.items.length === 1) {
			app.go({ pane: 'incident', id: mark.items[0].id });
			return;
		}
		const bounds = L.latLngBounds(mark.items.map((i) => [i.lat, i.lon]));
		const wide = bounds.getNorth() - bounds.getSouth() > 0.02 ||
			bounds.getEast() - bounds.getWest() > 0.02;
		if (wide && map.getZoom() < MOST_ZOOM) {
			map.fitBounds(bounds, { padding: [60, 60], maxZoom: MOST_ZOOM });
			return;
		}
		const c = bounds.getCenter();
		app.go({ near: `${c.lat.toFixed(4)},${c.lng.toFixed(4)},2`,
			list: null });
		app.announce(count(mark.items.length, 'incident') + ' listed');
	}

	function hover(event) {
		const mark = hit(event);
		box.classList.toggle('pointing', Boolean(mark));
		tip.hidden = !mark;
		if (!mark)
			return;
		const p = map.mouseEventToContainerPoint(event.originalEvent);
		const size = map.getSize();
		clear(tip, tell(app, mark));
		tip.style.left = Math.min(p.x + 14, size.x - 270) + 'px';
		tip.style.top = Math.min(p.y + 14, size.y - 90) + 'px';
	}

	map.on('click', (event) => {
		const mark = hit(event);
		tip.hidden = true;
		if (mark)
			open(mark);
	});
	map.on('mousemove', hover);
	map.on('mouseout movestart', () => {
		tip.hidden = true;
	});
	map.on('moveend', () => {
		clearTimeout(moving);
		moving = setTimeout(askTowns, 200);
		if (placed)
			app.go({ at: at() }, { replace: true });
	});
	new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(box);

	// On paper the map has another size, around the same middle.
	function fitPaper() {
		map.invalidateSize({ pan: true, animate: false });
		layer.redraw();
	}
	matchMedia('print').addEventListener('change', fitPaper);
	addEventListener('beforeprint', () => {
		document.querySelector('#legend details').open = true;
		fitPaper();
	});
	addEventListener('afterprint', fitPaper);

	function putPoints() {
		for (const i of store.incidents)
			if (!i.world && i.lat !== null)
				i.world = worldOf(i.lat, i.lon);
		for (const row of store.control)
			if (row.lastDay === undefined) {
				row.world = row.lat === null ? null
					: worldOf(row.lat, row.lon);
				row.lastDay = row.last_evidence
					? dayNumber(row.last_evidence) : null;
			}
	}

	// Where the address says, or around everything; once.
	function place() {
		const there = readAt(app.state.at);

		if (placed)
			return;
		map.invalidateSize({ pan: false });
		if (there)
			map.setView([there.lat, there.lon], there.zoom,
				{ animate: false });
		else if (store.controlDay && (store.shown.length || store.exact))
			fit(map, store);
		else
			return;
		setTimeout(() => {
			placed = true;
		}, 0);
	}

	// An incident that is opened comes into view.
	function show(now) {
		const i = now.pane === 'incident' && store.byId.get(now.params.id);

		if (i && i.world && !map.getBounds().pad(-0.05)
			.contains([i.lat, i.lon]))
			map.panTo([i.lat, i.lon]);
	}

	layer.addTo(map);
	return {
		at,
		marks: () => marks,
		redrawNow: () => layer.redraw(),
		loaded() {
			putPoints();
			setTiles();
			askTowns();
		},
		draw(what) {
			if (what === 'busy')
				return;
			if (what === 'theme')
				setTiles();
			putPoints();
			place();
			if (what === 'control' || what === 'theme')
				legend();
			redraw();
		},
		moved(now, before) {
			const there = readAt(now.at);
			if (there && now.at !== before.at && now.at !== at())
				map.setView([there.lat, there.lon], there.zoom,
					{ animate: false });
			if (now.params.id !== before.params.id || now.pane !== before.pane) {
				show(now);
				redraw();
			}
		},
	};
}

