// Puts the page together: what the parts share (`app`), the head of the page,
// themes, troubles, and what is drawn anew when the state changes.

import { el, clear, button } from './dom.js';
import { FILTERS } from './state.js';
import { makeHost } from './host.js';
import { makeSides } from './sides.js';
import { makeStore } from './store.js';
import { makeMap } from './map.js';
import { makeDays } from './days.js';
import { makeFilters } from './filters.js';
import { makeList } from './list.js';
import { count, dayOf, typeName } from './words.js';

// what the incidents shown hang on
const CHOICE = ['day', 'days', ...FILTERS];
// how often it is looked whether another program has written to the ledger
const LOOK_MS = 15000;
const dark = matchMedia('(prefers-color-scheme: dark)');

function isDark(state) {
	return state.now.theme ? state.now.theme === 'dark' : dark.matches;
}

function say(id, text) {
	const live = document.getElementById(id);

	// the same words twice are read twice only if they are new to the page
	live.textContent = '';
	setTimeout(() => {
		live.textContent = text;
	}, 30);
}

function makeApp(api, state) {
	const app = {
		api,
		ledger: null,
		sides: makeSides([], () => isDark(state)),
		get state() {
			return state.now;
		},
		get isDark() {
			return isDark(state);
		},
		go: state.go,
		href: state.href,
		typeName,
		side: (code) => app.sides.side(code),
		mark: (code) => app.sides.mark(code),
		sideName: (code) => app.sides.named(code),
		announce: (text, now = false) => say(now ? 'live-now' : 'live', text),
		link(patch, ...children) {
			const a = el('a', { href: state.href(patch) }, ...children);
			// what else the address says may have changed since
			const fresh = () => a.setAttribute('href', state.href(patch));

			a.addEventListener('pointerenter', fresh);
			a.addEventListener('focus', fresh);

			a.addEventListener('click', (event) => {
				if (event.button || event.ctrlKey || event.metaKey ||
				    event.shiftKey || event.altKey)
					return;
				event.preventDefault();
				app.go(patch);
			});
			return a;
		},
		// a line that tells what failed, with a button to try again
		failed(error, again) {
			return el('p', { class: 'failed', role: 'alert' },
				'That failed: ' + (error.message || error) + ' ',
				again && button('Try again', again));
		},
	};
	return app;
}

async function copyLink(app, whole) {
	const url = location.origin + app.href(whole());

	try {
		await navigator.clipboard.writeText(url);
		app.announce('Link copied');
		return true;
	} catch {
		// no clipboard without https or permission: shown to be copied
		prompt('The link to this view:', url);
		return false;
	}
}

function drawTools(app, whole) {
	const copy = button('Copy link', async () => {
		if (await copyLink(app, whole)) {
			copy.textContent = 'Copied';
			setTimeout(() => {
				copy.textContent = 'Copy link';
			}, 1500);
		}
	}, { title: 'Copy the address of exactly this view' });
	const theme = button('', () => {
		const next = app.isDark ? 'light' : 'dark';
		app.go({ theme: (next === 'dark') === dark.matches ? null : next },
			{ replace: true });
	}, { id: 'theme' });

	// the brief of the days that are shown
	const brief = el('a', { class: 'tool', target: '_blank',
		rel: 'noopener noreferrer nofollow', title: 'A situation report of ' +
			'the days that are shown, to read or print' }, 'Brief');
	const aim = () => {
		const w = app.store.window || app.store.range;
		brief.href = `/brief.html?from=${dayOf(w.from)}&to=${dayOf(w.to)}`;
	};

	aim();
	brief.addEventListener('pointerenter', aim);
	brief.addEventListener('focus', aim);
	clear(document.getElementById('tools'), brief, copy,
		button('Print', () => print(), { class: 'on-wide' }), theme);
}

function drawTheme(app) {
	const name = app.isDark ? 'dark' : 'light';
	const button = document.getElementById('theme');

	document.documentElement.dataset.theme = name;
	if (button) {
		button.textContent = app.isDark ? 'Light' : 'Dark';
		button.title = app.isDark ? 'Light colours' : 'Dark colours';
	}
}

function drawHead(app) {
	const l = app.ledger;

	document.getElementById('ledger-name').textContent = l.name + ': ' +
		[count(l.reports, 'report'), count(l.claims, 'claim'),
			count(l.incidents, 'incident'),
			count(l.conflicts, 'conflict')].join(', ') +
		(l.read_only ? ' (for reading only)' : '');
	document.title = l.name + ' – sitrep';
	document.getElementById('attribution').textContent =
		(l.attribution || 'Places: GeoNames (CC BY 4.0). Base map: Natural ' +
			'Earth.') + ' Map: Leaflet. ' + (l.program || 'sitrep');
}

// For paper: whose reports these are.
function drawSources(app) {
	const names = app.ledger.sources.filter((s) => s.name).map((s) =>
		`${s.name} (${count(s.reports, 'report')})`);

	document.getElementById('sources').textContent = 'Sources: ' +
		(names.join(', ') || 'not named') + '. Printed from ' + location.href;
}

function trouble(app, error, again) {
	const box = document.getElementById('trouble');

	box.hidden = !error;
	clear(box, error && app.failed(error, again));
}

export async function start(api, state) {
	const app = makeApp(api, state);
	const store = makeStore(app);
	const host = makeHost(app, store);
	const parts = [];

	// for the tests, and for who wants to look behind
	window.sitrepPage = app;
	app.onKey = host.onKey;
	app.store = store;
	drawTheme(app);
	document.getElementById('home').addEventListener('click', (event) => {
		if (event.ctrlKey || event.metaKey || event.shiftKey)
			return;
		event.preventDefault();
		state.go({ ...Object.fromEntries(Object.keys(state.now)
			.map((k) => [k, null])), theme: state.now.theme });
	});

	let loading = null, pane = false;

	// One at a time: what is asked for while it runs is served by it. The
	// open pane is drawn anew only after a write of this page, as something
	// may be half typed there.
	function load(withPane) {
		pane = pane || withPane === true;
		loading = loading || loadNow().finally(() => {
			loading = null;
		});
		return loading;
	}

	async function loadNow() {
		try {
			trouble(app, null);
			await store.load();
			app.ledger = store.ledger;
			app.sides = makeSides(app.ledger.sides, () => app.isDark);
			api.setToken(app.ledger.token);
		} catch (error) {
			trouble(app, error, () => load());
			return;
		}
		drawHead(app);
		drawSources(app);
		if (!parts.length) {
			const map = makeMap(app, store);
			app.marks = map.marks;
			app.redraw = map.redrawNow;
			parts.push(map, makeDays(app, store), makeFilters(app, store),
				makeList(app, store));
			drawTools(app, () => ({ day: store.day, days: store.span,
				at: map.at(), pane: state.now.pane,
				...state.now.params }));
		}
		drawTheme(app);
		parts.forEach((part) => part.loaded());
		if (pane || !store.started)
			host.draw(store.started);
		pane = false;
		store.started = true;
		await store.choose();
		app.firstView = app.firstView || performance.now();
		store.loadFacets();
	}

	// after a write, or when an answer tells that the ledger has changed
	app.changed = () => load(true);
	api.onChange((version, wrote) => store.started && load(wrote));
	setInterval(() => {
		if (document.visibilityState === 'visible' && store.started)
			api.get('/api/ledger').catch(() => {});
	}, LOOK_MS);
	store.onTrouble((error, again) => trouble(app, error, again));
	store.listen((what) => parts.forEach((part) => part.draw(what)));
	state.listen((now, before) => {
		drawTheme(app);
		host.draw();
		if (now.theme !== before.theme)
			parts.forEach((part) => part.draw('theme'));
		parts.forEach((part) => part.moved && part.moved(now, before));
		if (CHOICE.some((key) => now[key] !== before[key]))
			store.choose();
	});
	dark.addEventListener('change', () => {
		drawTheme(app);
		parts.forEach((part) => part.draw('theme'));
	});
	await load();
}
