// Fetches all claims and makes columns of them, aside, so that the page does
// not stop for it (30,000 claims are 20 MB of JSON). What the filters ask of a
// claim is all that is kept.

import { fold } from './fold.js';
import { dayNumber } from './words.js';

const ALWAYS = 1e7; // days; for a side of a range that is open

function index(list, known, value) {
	let at = known.get(value);

	if (at === undefined) {
		at = list.length;
		list.push(value);
		known.set(value, at);
	}
	return at;
}

// Reports that have one name cannot be told apart by it: their words are put
// together, and `vague` says that the server has to be asked.
function sourceWords(reports) {
	const by = new Map();
	let vague = false;

	for (const r of reports) {
		const words = fold((r.publisher || '') + ' ' + (r.url || '') + ' ' +
			r.doc);
		const had = by.get(r.doc);
		if (had !== undefined && had !== words)
			vague = true;
		by.set(r.doc, had === undefined ? words : had + '\n' + words);
	}
	return { by, vague };
}

function columns(claims, reports) {
	const n = claims.length;
	const { by, vague } = sourceWords(reports);
	const types = [], sides = [''], sources = [];
	const typeAt = new Map(), sideAt = new Map([['', 0]]), sourceAt = new Map();
	const out = {
		n, vague, types, sides, sources,
		key: new Array(n), words: new Array(n),
		type: new Uint8Array(n), actor: new Uint16Array(n),
		target: new Uint16Array(n), source: new Uint32Array(n),
		dated: new Uint8Array(n), from: new Int32Array(n),
		to: new Int32Array(n), lat: new Float64Array(n),
		lon: new Float64Array(n), radius: new Float32Array(n),
	};

	claims.forEach((c, i) => {
		const date = c.date;
		const place = c.place;
		out.key[i] = c.id;
		out.words[i] = fold(c.evidence.text);
		out.type[i] = index(types, typeAt, c.type);
		out.actor[i] = index(sides, sideAt, (c.actor && c.actor.side) || '');
		out.target[i] = index(sides, sideAt,
			(c.target && c.target.side) || '');
		out.source[i] = index(sources, sourceAt, by.get(c.doc) ||
			fold(c.doc));
		out.dated[i] = date && (date.from || date.to) ? 1 : 0;
		out.from[i] = date && date.from ? dayNumber(date.from) : -ALWAYS;
		out.to[i] = date && date.to ? dayNumber(date.to) : ALWAYS;
		out.lat[i] = place && place.lat !== null ? place.lat : NaN;
		out.lon[i] = place && place.lon !== null ? place.lon : NaN;
		out.radius[i] = place ? place.radius_km || 0 : 0;
	});
	return out;
}

async function get(path) {
	const response = await fetch(path, { cache: 'no-cache' });

	if (!response.ok)
		throw new Error(path + ': ' + response.status);
	return response.json();
}

addEventListener('message', async () => {
	try {
		const [claims, reports] = await Promise.all([get('/api/claims'),
			get('/api/reports')]);
		const out = columns(claims.items, reports.items);
		out.version = claims.version;
		postMessage(out, ['type', 'actor', 'target', 'source', 'dated',
			'from', 'to', 'lat', 'lon', 'radius'].map((k) => out[k].buffer));
	} catch (error) {
		postMessage({ error: String(error.message || error) });
	}
});
