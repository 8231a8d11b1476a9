// The place beside the map in which panes are shown, and their tabs.

import { el, clear, button } from './dom.js';
import { panes } from './panes/index.js';

const LOADING_AFTER = 150; // ms; quicker ones show no "Loading"

export function makeHost(app, store) {
	const box = document.getElementById('pane');
	const tabs = document.getElementById('tabs');
	const title = el('h2', { id: 'pane-title', tabindex: '-1' });
	const shut = button('Close', () => close(), { class: 'plain',
		'aria-label': 'Close the details', title: 'Close (Escape)' });
	const body = el('div', { class: 'pane-body' });
	let open = null; // {pane, key, leave}
	let keys = [];
	let drawn = null; // the key of what is shown
	let from = null; // what had the focus before the pane was opened

	box.setAttribute('aria-labelledby', 'pane-title');
	box.append(el('div', { class: 'pane-head' }, title, shut), body);

	function offered() {
		return panes.filter((p) => !(p.writes && app.ledger.read_only));
	}

	function tab(pane) {
		const here = pane.id === app.state.pane;
		const a = app.link({ pane: pane.id,
			...(here ? app.state.params : {}) }, pane.title);

		if (here)
			a.setAttribute('aria-current', 'page');
		return el('li', null, a);
	}

	function drawTabs() {
		clear(tabs, el('ul', null, offered()
			.filter((p) => !p.detail || p.id === app.state.pane)
			.map(tab)));
	}

	function close() {
		const back = from;

		app.go({ pane: null });
		if (back && back.isConnected)
			back.focus();
		else
			document.getElementById('list').focus();
	}

	function leave() {
		if (open && typeof open.leave === 'function')
			open.leave();
		open = null;
		keys = [];
	}

	// What was shown stays until the new is there.
	async function fill(pane, params, key) {
		const old = body.querySelector('.pane-root:not(.coming)');
		const root = el('div', { class: 'pane-root pane-' + pane.id +
			(old ? ' coming' : '') });
		const loading = el('p', { class: 'quiet loading', hidden: true },
			'Loading …');
		const wait = setTimeout(() => {
			loading.hidden = false;
		}, LOADING_AFTER);
		const mine = { pane, key, leave: null };

		open = mine;
		clear(body, old, loading, root);
		body.setAttribute('aria-busy', 'true');
		try {
			const leaves = await pane.render(root, params, app);
			if (open !== mine) {
				if (typeof leaves === 'function')
					leaves();
				return;
			}
			mine.leave = leaves;
			root.classList.remove('coming');
			clear(body, root);
		} catch (error) {
			if (open === mine)
				clear(body, app.failed(error, () => draw(true)));
		} finally {
			clearTimeout(wait);
			if (open === mine)
				body.removeAttribute('aria-busy');
		}
	}

	// `again`: also when the same is open, because the ledger has changed.
	function draw(again = false) {
		const state = app.state;
		const pane = offered().find((p) => p.id === state.pane);
		const key = JSON.stringify([state.pane, state.params]);

		if (key === drawn && !again)
			return;
		drawn = key;
		drawTabs();
		document.body.classList.toggle('has-pane', Boolean(pane));
		document.body.classList.toggle('wide-pane',
			Boolean(pane && pane.wide));
		if (!pane) {
			leave();
			box.hidden = true;
			clear(body);
			from = null;
			return;
		}
		const fresh = !open || open.pane !== pane;
		const held = box.contains(document.activeElement);
		leave();
		if (box.hidden)
			from = document.activeElement;
		box.hidden = false;
		title.textContent = pane.title;
		if (fresh) {
			clear(body);
			box.scrollTop = 0;
		}
		fill(pane, state.params, key);
		if (!again && (fresh || !held) && store.started)
			title.focus({ preventScroll: true });
	}

	addEventListener('keydown', (event) => {
		if (event.defaultPrevented || event.altKey || event.ctrlKey ||
		    event.metaKey)
			return;
		const typing = event.target.closest &&
			event.target.closest('input, textarea, select, [contenteditable]');
		if (event.key === 'Escape' && open && !typing) {
			close();
			event.preventDefault();
			return;
		}
		if (!typing && keys.some((call) => call(event)))
			event.preventDefault();
	});

	return {
		draw,
		onKey(call) {
			keys.push(call);
		},
	};
}
