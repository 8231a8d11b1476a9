// The state of the page is its address: what it shows can be sent to someone,
// and back and forward work. All values are text, null where not given.
//
//   day    the day of the map, 2022-09-09
//   days   the window that ends on it: 1, 7, 30, 90, 365 days or "all"
//   type side place near source status text
//          the filters, as the options of `sitrep incidents` have them
//   at     the map: latitude,longitude,zoom
//   list   "places" where the places are listed and not the incidents
//   pane   the open pane; id: what it is about
//   theme  "dark" or "light", where it is not the system's
//
// Any other key belongs to the open pane, and goes when another is opened.

export const FILTERS = ['type', 'side', 'place', 'near', 'source', 'status',
	'text'];
const OWN = ['day', 'days', ...FILTERS, 'at', 'list', 'pane', 'theme'];
const MOST = 400; // letters of a value

function read(search) {
	const state = { params: {} };
	const q = new URLSearchParams(search);

	for (const key of OWN)
		state[key] = null;
	for (const [key, value] of q) {
		if (!value || value.length > MOST)
			continue;
		if (OWN.includes(key))
			state[key] = value;
		else if (/^[a-z][a-z_]{0,15}$/.test(key))
			state.params[key] = value;
	}
	if (state.day && !/^\d{4}-\d\d-\d\d$/.test(state.day))
		state.day = null;
	if (state.days && !/^(all|[1-9]\d{0,3})$/.test(state.days))
		state.days = null;
	return state;
}

function write(state) {
	const q = new URLSearchParams();

	for (const key of OWN)
		if (state[key])
			q.set(key, state[key]);
	for (const [key, value] of Object.entries(state.params))
		if (value)
			q.set(key, value);
	// commas and colons may stand in a query as they are
	const text = q.toString().replace(/%2C/g, ',').replace(/%3A/g, ':');
	return text ? '/?' + text : '/';
}

// The state with a patch applied. A patch that names a pane, even the same,
// begins with empty params; null takes a key away.
function patched(state, patch) {
	const next = { ...state, params: { ...state.params } };

	if ('pane' in patch)
		next.params = {};
	for (const [key, value] of Object.entries(patch)) {
		const text = value === null || value === undefined || value === ''
			? null : String(value);
		if (OWN.includes(key))
			next[key] = text;
		else if (text === null)
			delete next.params[key];
		else
			next.params[key] = text;
	}
	return next;
}

// One owner of the address. listen(call): call(state, before) after a change.
export function makeState() {
	const listeners = [];
	let now = read(location.search);
	let pending = 0;

	function tell(before) {
		for (const call of listeners)
			call(now, before);
	}

	addEventListener('popstate', () => {
		const before = now;
		now = read(location.search);
		tell(before);
	});

	return {
		get now() {
			return now;
		},
		// go({day: '2022-09-09'}); {replace: true} makes no step to go
		// back to, and is written a little later, as browsers allow few
		// writes a second
		go(patch, { replace = false } = {}) {
			const before = now;
			const next = patched(now, patch);

			if (write(next) === write(now))
				return;
			now = next;
			clearTimeout(pending);
			if (replace) {
				pending = setTimeout(() => history.replaceState(null,
					'', write(now)), 150);
			} else {
				history.replaceState(null, '', write(before));
				history.pushState(null, '', write(now));
			}
			tell(before);
		},
		// the address of the state with a patch: for href
		href(patch) {
			return write(patched(now, patch));
		},
		listen(call) {
			listeners.push(call);
		},
	};
}
