// The one canvas of the map: uncertain areas, places held, incidents put
// together by what lies within a few pixels, names that do not overlap. 10,000
// incidents are drawn in about 10 ms. What was drawn where is kept for clicks.

import * as sign from './symbols.js';
import { dayNumber, familyOf } from './words.js';

const CELL = 38; // pixels within which incidents become one mark
const LARGEST_AREA = 500; // pixels of radius; larger ones say nothing
const MOST_AREAS = 3; // incidents of one mark whose circles are drawn
const MOST_LABELS = 140;

// Web Mercator on a square of side 1.
export function worldOf(lat, lon) {
	const s = Math.sin(Math.max(-85.05, Math.min(85.05, lat)) * Math.PI / 180);

	return { x: lon / 360 + 0.5,
		y: 0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI) };
}

// Boxes that are taken, in cells, so that asking is quick. `inner` is the part
// of the canvas that is seen: a name stands in it whole, or outside of it.
function makeRoom(inner) {
	const cells = new Map();

	function each(b, call) {
		for (let i = Math.floor(b[0] / 64); i <= Math.floor(b[2] / 64); i++)
			for (let k = Math.floor(b[1] / 64); k <= Math.floor(b[3] / 64); k++)
				if (call(i + ':' + k))
					return true;
		return false;
	}
	return {
		holds(b) {
			const within = b[0] >= inner[0] && b[1] >= inner[1] &&
				b[2] <= inner[2] && b[3] <= inner[3];
			return within || b[2] < inner[0] || b[0] > inner[2] ||
				b[3] < inner[1] || b[1] > inner[3];
		},
		take(b) {
			each(b, (key) => {
				if (!cells.has(key))
					cells.set(key, []);
				cells.get(key).push(b);
			});
		},
		free(b) {
			return !each(b, (key) => (cells.get(key) || []).some((o) =>
				o[0] < b[2] && b[0] < o[2] && o[1] < b[3] && b[1] < o[3]));
		},
	};
}

// Incidents by cell of the screen. One place is one cell, however large.
function grouped(incidents, view) {
	const cells = new Map();

	for (const incident of incidents) {
		const w = incident.world;
		if (!w)
			continue;
		const x = w.x * view.scale - view.left;
		const y = w.y * view.scale - view.top;
		if (x < -30 || y < -30 || x > view.width + 30 || y > view.height + 30)
			continue;
		const key = Math.floor((x + view.left) / CELL) * 1e7 +
			Math.floor((y + view.top) / CELL);
		let cell = cells.get(key);
		if (!cell)
			cells.set(key, cell = { x: 0, y: 0, grave: 0, items: [] });
		const family = familyOf(incident.type);
		cell.x += x;
		cell.y += y;
		cell.grave += family === 'attack' || family === 'loss' ? 1 : 0;
		cell.items.push(incident);
	}
	return [...cells.values()].map((c) => ({ ...c, x: c.x / c.items.length,
		y: c.y / c.items.length }));
}

function drawAreas(g, groups, view, inks) {
	g.save();
	g.fillStyle = inks.area;
	g.strokeStyle = inks.areaLine;
	g.setLineDash([4, 3]);
	for (const group of groups) {
		// many of one cell are a number, which pins nothing down
		if (group.items.length > MOST_AREAS)
			continue;
		for (const i of group.items) {
			if (!i.km || i.place_role === 'at')
				continue;
			const r = i.km * view.scale / (40075 *
				Math.cos(i.lat * Math.PI / 180));
			if (r < 12 || r > LARGEST_AREA)
				continue;
			g.beginPath();
			g.arc(i.world.x * view.scale - view.left,
				i.world.y * view.scale - view.top, r, 0, 2 * Math.PI);
			g.fill();
			g.stroke();
		}
	}
	g.restore();
}

function placeMark(row, view, app, day) {
	return {
		kind: 'place', row, holder: row.holder,
		x: row.world.x * view.scale - view.left,
		y: row.world.y * view.scale - view.top,
		r: view.zoom < 5 ? 5.5 : view.zoom < 8 ? 7 : 8.5,
		shape: app.side(row.holder).shape,
		colour: app.sides.colour(row.holder),
		other: row.or ? app.sides.colour(row.or) : null,
		how: row.how, alpha: sign.strength(row, day),
		besieged: row.besieged,
	};
}

function drawPlaces(g, rows, view, app, inks, room) {
	const day = dayNumber(app.store.controlDay || '2000-01-01');
	const marks = [];

	for (const row of rows) {
		if (!row.world)
			continue;
		const m = placeMark(row, view, app, day);
		if (m.x < -20 || m.y < -20 || m.x > view.width + 20 ||
		    m.y > view.height + 20)
			continue;
		marks.push(m);
	}
	// what is surest on top
	marks.sort((a, b) => a.alpha - b.alpha);
	for (const m of marks) {
		sign.drawPlace(g, m, inks);
		room.take([m.x - m.r, m.y - m.r, m.x + m.r, m.y + m.r]);
	}
	return marks;
}

// Beside the mark of a place rather than on it.
function drawIncidents(g, groups, inks, places, room) {
	const marks = [];

	groups.sort((a, b) => a.items.length - b.items.length);
	for (const group of groups) {
		const n = group.items.length;
		const r = n === 1 ? sign.incidentRadius(group.items[0].origins)
			: sign.groupRadius(n);
		const under = places.find((p) => Math.hypot(p.x - group.x,
			p.y - group.y) < p.r + r);
		const away = under ? (under.r + r) * 0.74 : 0;
		const x = (under ? under.x : group.x) + away;
		const y = (under ? under.y : group.y) - away;
		if (n === 1)
			sign.drawIncident(g, group.items[0], x, y, r, inks);
		else
			sign.drawGroup(g, n, group.grave, x, y, r, inks);
		room.take([x - r, y - r, x + r, y + r]);
		marks.push({ kind: 'group', items: group.items, x, y, r: r + 2 });
	}
	return marks;
}

const widths = new Map(); // of names, by font: measuring is slow

function widthOf(g, text, style) {
	const key = style.height + text;
	let w = widths.get(key);

	if (w === undefined) {
		g.font = style.font;
		w = g.measureText(text).width;
		widths.set(key, w);
	}
	return w;
}

function putLabel(g, text, m, style, room) {
	const w = widthOf(g, text, style), h = style.height / 2;
	const d = m.r + 4;

	for (const [align, x, y] of [['left', m.x + d, m.y],
		['right', m.x - d, m.y], ['center', m.x, m.y + d + h],
		['center', m.x, m.y - d - h]]) {
		const left = align === 'left' ? x : align === 'right' ? x - w
			: x - w / 2;
		const box = [left - 2, y - h, left + w + 2, y + h];
		if (!room.holds(box) || !room.free(box))
			continue;
		room.take(box);
		sign.drawText(g, text, x, y, { ...style, align });
		return true;
	}
	return false;
}

function drawNames(g, places, towns, view, inks, room) {
	const bold = { font: '600 12px system-ui, sans-serif', height: 15,
		colour: inks.ink, halo: inks.halo };
	const plain = { font: '11px system-ui, sans-serif', height: 14,
		colour: inks.quiet, halo: inks.halo };
	const named = new Set();
	let n = 0;

	// the place of which most is said has its name first
	for (const m of [...places].sort((a, b) => b.row.claims.length -
		a.row.claims.length))
		if (n < MOST_LABELS && putLabel(g, m.row.place, m, bold, room)) {
			named.add(m.row.place);
			n++;
		}
	for (const t of towns) {
		const m = { x: t.world.x * view.scale - view.left,
			y: t.world.y * view.scale - view.top, r: 0 };
		if (n >= MOST_LABELS || m.x < 0 || m.y < 0 || m.x > view.width ||
		    m.y > view.height || named.has(t.name))
			continue;
		if (!room.free([m.x - 2, m.y - 2, m.x + 2, m.y + 2]))
			continue;
		if (putLabel(g, t.name, { ...m, r: -1 }, plain, room)) {
			g.fillStyle = inks.quiet;
			g.fillRect(m.x - 1.5, m.y - 1.5, 3, 3);
			n++;
		}
	}
}

// What is open is ringed; an incident of other days is drawn all the same.
function drawChosen(g, marks, view, app, inks) {
	const state = app.state;
	const id = state.params.id;
	const own = state.pane === 'incident' ? app.store.byId.get(id) : null;
	let m = marks.find((one) => one.kind === 'group'
		? own && one.items.includes(own)
		: state.pane === 'place' && one.row.place === id);

	if (!m && own && own.world) {
		m = { x: own.world.x * view.scale - view.left,
			y: own.world.y * view.scale - view.top,
			r: sign.incidentRadius(own.origins) };
		sign.drawIncident(g, own, m.x, m.y, m.r, inks);
	}
	if (m)
		sign.drawRing(g, m.x, m.y, m.r + 3.5, inks.chosen, [], 3);
}

// Draws all into g; gives the marks, the topmost last.
export function drawAll(g, view, app, towns) {
	const inks = sign.INKS[app.isDark ? 'dark' : 'light'];
	const room = makeRoom(view.inner);
	const groups = grouped(app.store.shown, view);

	view.covered.forEach(room.take);
	g.clearRect(0, 0, view.width, view.height);
	drawAreas(g, groups, view, inks);
	const places = drawPlaces(g, app.store.control, view, app, inks, room);
	const marks = drawIncidents(g, groups, inks, places, room);
	drawNames(g, places, towns, view, inks, room);
	const all = [...places, ...marks];
	drawChosen(g, all, view, app, inks);
	return all;
}

// The canvas as a layer of Leaflet, which moves and scales it while the map is
// moved; draw(g, view) is called whenever it comes to rest.
// `over` gives the elements that lie on the map.
export function makeLayer(L, over, draw) {
	const Layer = L.Renderer.extend({
		options: { padding: 0.15, over },
		_initContainer() {
			this._container = document.createElement('canvas');
			this._container.setAttribute('aria-hidden', 'true');
			this._g = this._container.getContext('2d');
		},
		_destroyContainer() {
			this._container.remove();
			this._container = null;
		},
		_updatePaths() {},
		// what of the canvas is seen, and what lies over it
		_seen() {
			const size = this._map.getSize();
			const corner = this._map.containerPointToLayerPoint([0, 0])
				.subtract(this._bounds.min);
			const own = this._map.getContainer().getBoundingClientRect();
			return {
				inner: [corner.x, corner.y, corner.x + size.x,
					corner.y + size.y],
				covered: this.options.over().map((box) => {
					const r = box.getBoundingClientRect();
					const x = r.left - own.left + corner.x;
					const y = r.top - own.top + corner.y;
					return [x, y, x + r.width, y + r.height];
				}),
			};
		},
		_update() {
			if (this._map._animatingZoom && this._bounds)
				return;
			L.Renderer.prototype._update.call(this);
			this.redraw();
		},
		redraw() {
			if (!this._bounds || !this._map)
				return;
			const size = this._bounds.getSize();
			const sharp = Math.min(2, devicePixelRatio || 1);
			const canvas = this._container;
			const origin = this._map.getPixelOrigin();
			const zoom = this._map.getZoom();
			L.DomUtil.setPosition(canvas, this._bounds.min);
			if (canvas.width !== size.x * sharp ||
			    canvas.height !== size.y * sharp) {
				canvas.width = size.x * sharp;
				canvas.height = size.y * sharp;
				canvas.style.width = size.x + 'px';
				canvas.style.height = size.y + 'px';
			}
			this._g.setTransform(sharp, 0, 0, sharp, 0, 0);
			this.corner = this._bounds.min;
			draw(this._g, { zoom, scale: 256 * 2 ** zoom,
				left: origin.x + this._bounds.min.x,
				top: origin.y + this._bounds.min.y,
				width: size.x, height: size.y, ...this._seen() });
		},
	});
	return new Layer();
}
