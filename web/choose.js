// Which incidents fit the filters: those of which one claim fits them all, as
// `sitrep incidents` has it; only the status is the incident's own. 30,000
// claims take a few milliseconds.

import { fold } from './fold.js';

// Bits of a claim: what of the filters it fits.
const TYPE = 1, SIDE = 2, SOURCE = 4, TEXT = 8, PLACE = 16, DAY = 32, ALL = 63;

const RADIUS = 6371.0088; // km

export function kmBetween(lat1, lon1, lat2, lon2) {
	const r = Math.PI / 180;
	const a = Math.sin((lat2 - lat1) * r / 2) ** 2 + Math.cos(lat1 * r) *
		Math.cos(lat2 * r) * Math.sin((lon2 - lon1) * r / 2) ** 2;

	return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(a)));
}

// "35.9,36.6,10" -> {lat, lon, km}; null for a place's name
export function readNear(text) {
	const m = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*,\s*(\d+(?:\.\d+)?)\s*$/
		.exec(text || '');

	return m ? { lat: +m[1], lon: +m[2], km: +m[3] } : null;
}

// The claims in the order of their incidents, each with its incident's index.
export function makeFacets(columns, incidents) {
	const at = new Map(columns.key.map((key, i) => [key, i]));
	const claim = [], of = [];

	incidents.forEach((incident, i) => incident.claims.forEach((key) => {
		const c = at.get(key);
		if (c === undefined)
			return;
		claim.push(c);
		of.push(i);
		// how exactly its place is known, from the claim that has it
		if (columns.lat[c] === incident.lat &&
		    columns.lon[c] === incident.lon)
			incident.km = columns.radius[c];
	}));
	return { ...columns, claim: Uint32Array.from(claim),
		of: Uint32Array.from(of) };
}

function typeFits(f, list) {
	const items = list ? list.split(',').map((t) => t.trim()
		.replace(/\.\*$/, '')) : null;

	return f.types.map((t) => !items || items.some((item) => t === item ||
		t.startsWith(item + '.')));
}

// For each claim the bits of what it fits. `keys`: claims that fit the place,
// as the server knows names; null: no place is asked for.
function bitsOf(f, filters, window, keys) {
	const types = typeFits(f, filters.type);
	const side = filters.side ? f.sides.indexOf(filters.side.toUpperCase())
		: -1;
	const word = filters.source && fold(filters.source);
	const sources = f.sources.map((s) => !word || s.includes(word));
	const text = filters.text && fold(filters.text);
	const near = readNear(filters.near);
	const bits = new Uint8Array(f.n);

	for (let i = 0; i < f.n; i++) {
		let b = types[f.type[i]] ? TYPE : 0;
		if (!filters.side || (side > 0 && (f.actor[i] === side ||
		    f.target[i] === side)))
			b |= SIDE;
		if (sources[f.source[i]])
			b |= SOURCE;
		if (!text || f.words[i].includes(text))
			b |= TEXT;
		if ((!keys && !near) || (keys && keys.has(f.key[i])) ||
		    (near && kmBetween(near.lat, near.lon, f.lat[i], f.lon[i]) <=
		     near.km))
			b |= PLACE;
		if (!window || (f.dated[i] && f.to[i] >= window.from &&
		    f.from[i] <= window.to))
			b |= DAY;
		bits[i] = b;
	}
	return bits;
}

// How many incidents each value of a filter would leave, were it chosen.
function makeCounts(f, bits, standingFits, incidents) {
	const counts = { type: new Map(), side: new Map(), source: new Map(),
		status: new Map() };
	const last = { type: [], side: [], source: [] };
	let lastStatus = -1;

	function note(kind, value, incident) {
		if (last[kind][value] === incident)
			return;
		last[kind][value] = incident;
		counts[kind].set(value, (counts[kind].get(value) || 0) + 1);
	}

	for (let k = 0; k < f.claim.length; k++) {
		const c = f.claim[k], incident = f.of[k], b = bits[c];
		if (b === ALL && incident !== lastStatus) {
			const s = incidents[incident].standing;
			counts.status.set(s, (counts.status.get(s) || 0) + 1);
			lastStatus = incident;
		}
		if (!standingFits[incident])
			continue;
		if ((b | TYPE) === ALL)
			note('type', f.type[c], incident);
		if ((b | SIDE) === ALL) {
			if (f.actor[c])
				note('side', f.actor[c], incident);
			if (f.target[c])
				note('side', f.target[c], incident);
		}
		if ((b | SOURCE) === ALL)
			note('source', f.source[c], incident);
	}
	return {
		type: new Map([...counts.type].map(([i, n]) => [f.types[i], n])),
		side: new Map([...counts.side].map(([i, n]) => [f.sides[i], n])),
		source: [...counts.source].map(([i, n]) => [f.sources[i], n]),
		status: counts.status,
	};
}

// -> {shown, anyDay: incidents; counts}. `anyDay` are those that fit but for
// the day: what the timeline has.
export function choose(f, incidents, filters, window, keys) {
	const list = filters.status ? filters.status.split(',') : null;
	const standingFits = incidents.map((i) => !list ||
		list.includes(i.standing));
	const bits = bitsOf(f, filters, window, keys);
	const shown = [], anyDay = [];
	let lastShown = -1, lastAny = -1;

	for (let k = 0; k < f.claim.length; k++) {
		const i = f.of[k];
		const b = bits[f.claim[k]];
		if (!standingFits[i])
			continue;
		if (b === ALL && i !== lastShown) {
			shown.push(incidents[i]);
			lastShown = i;
		}
		if ((b | DAY) === ALL && i !== lastAny) {
			anyDay.push(incidents[i]);
			lastAny = i;
		}
	}
	return { shown, anyDay,
		counts: makeCounts(f, bits, standingFits, incidents) };
}
