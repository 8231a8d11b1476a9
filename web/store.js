// What is shown: the ledger, its incidents, who held what on the day; asked of
// the server once and chosen from here. Tells the parts of the page what has
// become new: 'incidents', 'control', 'counts'.

import { FILTERS } from './state.js';
import { choose, makeFacets, readNear } from './choose.js';
import { dayNumber, dayOf } from './words.js';

const SPANS = ['30', '90', '365'];
const ENOUGH = 40; // incidents in the window that is taken unasked
const MOST_DAYS = 400; // days of control kept

// Days far from all others (a misread year) do not stretch the slider: what is
// outside of the middle 99 % is cut if it takes more than half of the length.
function sensibleRange(days, first, last, published) {
	const sorted = Int32Array.from(days).sort();
	const n = sorted.length;
	let from = first, to = last;

	if (n > 1) {
		const low = sorted[Math.floor(n * 0.005)];
		const high = Math.max(sorted[Math.min(n - 1, Math.ceil(n * 0.995))],
			published);
		if (low - from > (high - low) / 2)
			from = low;
		if (to - high > (high - low) / 2)
			to = high;
	}
	return { from, to: Math.max(to, from + 1), cut: from > first || to < last };
}

function prepare(incident) {
	incident.standing = incident.status.split(',', 1)[0];
	incident.fromDay = incident.from ? dayNumber(incident.from) : null;
	incident.toDay = incident.to ? dayNumber(incident.to) : null;
	// the day under which it is listed and counted
	incident.onDay = incident.toDay === null ? incident.fromDay
		: incident.toDay;
	return incident;
}

// Newest first; those without a day last.
function byDay(a, b) {
	return (b.onDay === null ? -1e9 : b.onDay) -
		(a.onDay === null ? -1e9 : a.onDay) || (a.id < b.id ? -1 : 1);
}

export function makeStore(app) {
	const listeners = [];
	const control = new Map(); // day -> rows
	const placed = new Map(); // place and near -> keys of claims
	let troubled = () => {};
	let wanted = 0; // the newest choice
	let asking = null; // the day of control that is being asked for

	const store = {
		ledger: null, incidents: [], byId: new Map(), facets: null,
		shown: [], anyDay: [], counts: null, exact: false,
		control: [], controlDay: null, range: null, started: false,
		busy: false,
		get day() {
			const n = dayNumber(app.state.day || store.defaultDay);
			return dayOf(Math.min(Math.max(n, dayNumber(store.ledger.first ||
				'0001-01-01')), 1e6));
		},
		get span() {
			return app.state.days || store.defaultSpan;
		},
		// the window as numbers of days, null: all days
		get window() {
			if (store.span === 'all')
				return null;
			const to = dayNumber(store.day);
			return { from: to - Number(store.span) + 1, to };
		},
		get filters() {
			return Object.fromEntries(FILTERS.map((k) => [k,
				app.state[k]]));
		},
		get filtered() {
			return FILTERS.some((k) => app.state[k]);
		},
		listen: (call) => listeners.push(call),
		onTrouble(call) {
			troubled = call;
		},
		load, choose: chooseNow, loadFacets,
	};

	function tell(what) {
		listeners.forEach((call) => call(what));
	}

	// 1. Loading

	function setDefaults() {
		const l = store.ledger;
		const days = store.incidents.map((i) => i.onDay)
			.filter((d) => d !== null);
		const known = (d, other) => dayNumber(d || other || '2000-01-01');
		const first = known(l.first, l.published_last);
		const last = known(l.last, l.published_last);
		store.range = sensibleRange(days, first, last,
			known(l.published_last, l.last));
		store.defaultDay = l.published_last || l.last || dayOf(last);
		const to = dayNumber(store.defaultDay);
		store.defaultSpan = SPANS.find((span) => days.filter((d) =>
			d <= to && d > to - span).length >= ENOUGH) || 'all';
	}

	async function load() {
		const [ledger, incidents] = await Promise.all([
			app.api.get('/api/ledger'), app.api.get('/api/incidents')]);

		store.ledger = ledger;
		store.incidents = incidents.items.map(prepare).sort(byDay);
		store.byId = new Map(store.incidents.map((i) => [i.id, i]));
		store.facets = null;
		store.exact = false;
		control.clear();
		placed.clear();
		store.controlDay = null;
		setDefaults();
	}

	// In a worker, as it takes a while, and after the first view; until then
	// the server filters.
	function loadFacets() {
		const worker = new Worker('/web/worker.js', { type: 'module' });
		const incidents = store.incidents;

		worker.onmessage = ({ data }) => {
			worker.terminate();
			if (data.error || incidents !== store.incidents)
				return;
			store.facets = makeFacets(data, incidents);
			chooseNow();
		};
		worker.onerror = () => worker.terminate();
		worker.postMessage('go');
	}

	// 2. Choosing

	// The claims that fit place and near, where only the server can tell.
	async function placeKeys(f) {
		const near = readNear(f.near) ? null : f.near;
		const key = (f.place || '') + '\n' + (near || '');

		if (!f.place && !near)
			return null;
		if (!placed.has(key)) {
			const got = await app.api.get('/api/claims',
				{ place: f.place, near });
			placed.set(key, new Set(got.items.map((c) => c.id)));
		}
		return placed.get(key);
	}

	// By the server: what the claims are not here for.
	async function askServer(f) {
		const w = store.window;
		const pick = (got) => got.items.map((i) => store.byId.get(i.id))
			.filter(Boolean).sort(byDay);
		const [shown, anyDay] = await Promise.all([
			app.api.get('/api/incidents', { ...f,
				from: w && dayOf(w.from), to: w && dayOf(w.to) }),
			app.api.get('/api/incidents', f)]);

		return { shown: pick(shown), anyDay: pick(anyDay), counts: null };
	}

	// Without filters and before the claims are here: by the incidents' days.
	function roughly() {
		const w = store.window;

		return { anyDay: store.incidents, counts: null,
			shown: store.incidents.filter((i) => !w || (i.onDay !== null &&
				(i.toDay === null || i.toDay >= w.from) &&
				(i.fromDay === null || i.fromDay <= w.to))) };
	}

	async function chosen() {
		const f = store.filters;
		const vague = store.facets && store.facets.vague && f.source;

		if (store.facets && !vague)
			return choose(store.facets, store.incidents, f, store.window,
				await placeKeys(f));
		return store.filtered ? askServer(f) : roughly();
	}

	async function chooseNow() {
		const mine = ++wanted;

		askControl();
		store.busy = true;
		const slow = setTimeout(() => tell('busy'), 120);
		try {
			const got = await chosen();
			if (mine !== wanted)
				return;
			Object.assign(store, got, { busy: false,
				exact: Boolean(got.counts) || store.filtered });
			troubled(null);
			tell('incidents');
		} catch (error) {
			if (mine !== wanted)
				return;
			store.busy = false;
			troubled(error, chooseNow);
			tell('busy');
		} finally {
			clearTimeout(slow);
		}
	}

	// 3. Control: one question at a time, the newest day next.

	async function askControl() {
		const day = store.day;

		if (store.controlDay === day || asking)
			return;
		if (control.has(day)) {
			store.control = control.get(day);
			store.controlDay = day;
			tell('control');
			return;
		}
		asking = day;
		try {
			const got = await app.api.get('/api/control', { on: day });
			if (control.size >= MOST_DAYS)
				control.delete(control.keys().next().value);
			control.set(day, got.items);
			store.control = got.items;
			store.controlDay = day;
			asking = null;
			tell('control');
			askControl();
		} catch (error) {
			asking = null;
			troubled(error, askControl);
		}
	}
	return store;
}
