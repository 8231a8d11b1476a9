// The day: a slider over the days of the ledger, a button that plays them, the
// window of days that is shown, and the incidents of each day as bars.

import { el, svg, clear, button } from './dom.js';
import { count, dayNumber, dayOf, longDay, number } from './words.js';

const SPANS = [['1', 'that day'], ['7', '7 days'], ['30', '30 days'],
	['90', '90 days'], ['365', '365 days'], ['all', 'all days']];
const FRAME_MS = 350; // of playing
const MOST_FRAMES = 240; // a longer range is played by weeks or months
const STEPS = [1, 7, 30, 91, 365];
const BAR = 5; // pixels, at the least
const HEIGHT = 56;

// The days of one bar: as many as give every bar its pixels.
function binSize(range, width) {
	const days = range.to - range.from + 1;

	return [1, 7, 14, 30, 61, 91, 182, 365].find((size) =>
		days / size * BAR <= width) || 730;
}

function binned(incidents, range, size) {
	const bins = new Array(Math.ceil((range.to - range.from + 1) / size))
		.fill(0);
	let before = 0, after = 0;

	for (const i of incidents) {
		if (i.onDay === null)
			continue;
		if (i.onDay < range.from)
			before++;
		else if (i.onDay > range.to)
			after++;
		else
			bins[Math.floor((i.onDay - range.from) / size)]++;
	}
	return { bins, before, after };
}

// Years, or months where there are few: where lines and labels stand.
function ticks(range, width) {
	const years = (range.to - range.from) / 365;
	const out = [];
	const first = Number(dayOf(range.from).slice(0, 4));
	const step = Math.max(1, Math.ceil(years * 46 / width));
	const months = years < 1.6 ? (width / (years * 12) > 58 ? 1 : 3) : 12;

	for (let year = first; year <= first + years + 1; year += step)
		for (let m = 1; m <= 12; m += months) {
			const day = `${String(year).padStart(4, '0')}-` +
				`${String(m).padStart(2, '0')}-01`;
			const n = dayNumber(day);
			// the last label would not fit
			if (n >= range.from && (n - range.from) * width <
			    (range.to - range.from) * (width - 34))
				out.push([n, months === 12 ? String(year)
					: day.slice(0, 7)]);
		}
	return out;
}

export function makeDays(app, store) {
	const box = document.getElementById('days');
	let playing = 0, whole = false;
	const shownDay = el('output', { for: 'day', class: 'day' });
	const slider = el('input', { id: 'day', type: 'range', step: 1,
		on: { input: () => setDay(Number(slider.value), true),
			change: () => setDay(Number(slider.value), false) } });
	const play = button('Play', toggle, { class: 'play',
		'aria-pressed': 'false' });
	const exact = el('input', { type: 'date', 'aria-label': 'Day',
		on: { change: () => exact.value && app.go({ day: exact.value }) } });
	const span = el('select', { id: 'span', on: { change: () =>
		app.go({ days: span.value }) } },
	SPANS.map(([value, label]) => el('option', { value }, label)));
	const cut = button('', () => {
		whole = !whole;
		draw('incidents');
	}, { class: 'plain', hidden: true });
	const bars = svg('svg', { class: 'bars', role: 'img',
		preserveAspectRatio: 'none' });
	const table = el('div', { class: 'unseen' });

	function range() {
		if (!whole)
			return store.range;
		const l = store.ledger;
		return { from: dayNumber(l.first), to: Math.max(dayNumber(l.first) + 1,
			dayNumber(l.last)), cut: true };
	}

	function setDay(n, moving) {
		const r = range();
		const day = dayOf(Math.min(r.to, Math.max(r.from, n)));
		app.go({ day }, { replace: moving || playing > 0 });
	}

	function stepSize() {
		const r = range();
		return STEPS.find((s) => (r.to - r.from) / s <= MOST_FRAMES) || 365;
	}

	function stop() {
		clearTimeout(playing);
		playing = 0;
		play.textContent = 'Play';
		play.setAttribute('aria-pressed', 'false');
	}

	// The next frame waits for the map of this one.
	function frame() {
		const now = dayNumber(store.day);
		if (now >= range().to) {
			stop();
			app.announce('At the last day');
			return;
		}
		if (store.controlDay === store.day)
			setDay(now + stepSize(), true);
		playing = setTimeout(frame, FRAME_MS);
	}

	function toggle() {
		if (playing) {
			stop();
			app.go({ day: store.day });
			return;
		}
		if (dayNumber(store.day) >= range().to)
			setDay(range().from, true);
		play.textContent = 'Pause';
		play.setAttribute('aria-pressed', 'true');
		playing = setTimeout(frame, 1);
	}

	// To the nearest day before or after on which something is known.
	function jump(way) {
		const now = dayNumber(store.day);
		let best = null;
		for (const i of store.anyDay) {
			const d = i.onDay;
			if (d !== null && (d - now) * way > 0 &&
			    (best === null || (best - d) * way > 0))
				best = d;
		}
		if (best === null)
			app.announce('No incident ' + (way > 0 ? 'after' : 'before') +
				' that day');
		else
			app.go({ day: dayOf(best) });
	}

	function dayAt(event) {
		const r = range(), b = bars.getBoundingClientRect();
		const part = Math.min(1, Math.max(0, (event.clientX - b.left) /
			b.width));
		return Math.round(r.from + part * (r.to - r.from));
	}

	bars.addEventListener('click', (event) => {
		const r = range(), size = binSize(r, bars.clientWidth || 600);
		const n = Math.floor((dayAt(event) - r.from) / size);
		// the last day of the bar, so that the bar's days are shown
		setDay(r.from + (n + 1) * size - 1, false);
	});
	slider.addEventListener('keydown', (event) => {
		const far = { PageUp: 30, PageDown: -30 }[event.key];
		if (!far)
			return;
		event.preventDefault();
		setDay(Number(slider.value) + far, false);
	});

	box.append(el('div', { class: 'days-row' }, play,
		button('‹', () => jump(-1), { 'aria-label': 'Day of the incident before',
			title: 'Day of the incident before' }),
		button('›', () => jump(1), { 'aria-label': 'Day of the next incident',
			title: 'Day of the next incident' }),
		shownDay, exact,
		el('label', { class: 'span' }, el('span', null, 'Incidents of'), ' ',
			span), cut),
	el('div', { class: 'bars-box' }, bars,
		el('label', { class: 'unseen', for: 'day' }, 'Day of the map'), slider),
	table);

	function drawBars() {
		const width = Math.max(200, bars.parentNode.clientWidth);
		const r = range(), days = r.to - r.from + 1;
		const size = binSize(r, width);
		const { bins, before, after } = binned(store.anyDay, r, size);
		const most = Math.max(1, ...bins);
		const x = (n) => (n - r.from) / days * width;
		const w = store.window;
		const barWidth = Math.max(1, size / days * width - 1);

		bars.setAttribute('viewBox', `0 0 ${width} ${HEIGHT + 14}`);
		clear(bars,
			w && svg('rect', { class: 'window', x: Math.max(0, x(w.from)),
				width: Math.max(2, Math.min(width, x(w.to + 1)) -
					Math.max(0, x(w.from))), y: 0, height: HEIGHT }),
			ticks(r, width).map(([n, label]) => [
				svg('line', { class: 'tick', x1: x(n), x2: x(n), y1: 0,
					y2: HEIGHT + 3 }),
				svg('text', { class: 'tick-label', x: x(n) + 2,
					y: HEIGHT + 12 }, label)]),
			bins.map((n, i) => n && svg('rect', {
				class: inWindow(r.from + i * size, size, w) ? 'bar in' : 'bar',
				x: x(r.from + i * size), width: barWidth,
				y: HEIGHT - Math.max(2, n / most * (HEIGHT - 4)),
				height: Math.max(2, n / most * (HEIGHT - 4)) },
			svg('title', null, binText(r.from + i * size, size, n)))),
			svg('line', { class: 'now', x1: x(dayNumber(store.day) + 0.5),
				x2: x(dayNumber(store.day) + 0.5), y1: 0, y2: HEIGHT }));
		bars.setAttribute('aria-label', `Incidents over time: ${
			count(store.anyDay.length, 'incident')} from ${dayOf(r.from)} to ${
			dayOf(r.to)}; the table after this says how many a month`);
		drawTable();
		cut.hidden = !whole && !before && !after;
		cut.textContent = whole ? 'Usual range'
			: [before && `${number(before)} before`, after &&
				`${number(after)} after`].filter(Boolean).join(', ');
		cut.title = whole ? 'Back to the range in which most incidents are'
			: 'Show the whole range of days';
	}

	function inWindow(from, size, w) {
		return !w || (from + size - 1 >= w.from && from <= w.to);
	}

	function binText(from, size, n) {
		return (size === 1 ? dayOf(from)
			: dayOf(from) + ' – ' + dayOf(from + size - 1)) + ': ' +
			count(n, 'incident');
	}

	// The same in words, for who does not see the bars.
	function drawTable() {
		const months = new Map();
		for (const i of store.anyDay)
			if (i.onDay !== null) {
				const m = (i.to || i.from).slice(0, 7);
				months.set(m, (months.get(m) || 0) + 1);
			}
		clear(table, el('table', null,
			el('caption', null, 'Incidents of each month'),
			el('thead', null, el('tr', null, el('th', { scope: 'col' },
				'Month'), el('th', { scope: 'col' }, 'Incidents'))),
			el('tbody', null, [...months].sort().slice(-60).map(([m, n]) =>
				el('tr', null, el('th', { scope: 'row' }, m),
					el('td', null, number(n)))))));
	}

	function drawDay() {
		const r = range(), n = dayNumber(store.day);
		slider.min = r.from;
		slider.max = r.to;
		slider.value = n;
		slider.setAttribute('aria-valuetext', longDay(store.day));
		shownDay.textContent = longDay(store.day);
		exact.value = store.day;
		if (![...span.options].some((o) => o.value === store.span))
			span.append(el('option', { value: store.span },
				store.span + ' days'));
		span.value = store.span;
	}

	let last = null, pending = 0;
	function draw(what) {
		if (what === 'busy' || what === 'theme')
			return;
		drawDay();
		const key = [store.day, store.span, whole, bars.parentNode.clientWidth]
			.join();
		if (last === store.anyDay && key === draw.key)
			return;
		last = store.anyDay;
		draw.key = key;
		cancelAnimationFrame(pending);
		pending = requestAnimationFrame(drawBars);
	}

	new ResizeObserver(() => store.started && draw('incidents'))
		.observe(bars.parentNode);
	return {
		loaded() {
			drawDay();
		},
		draw,
		moved(now, before) {
			if (now.day !== before.day || now.days !== before.days)
				draw('incidents');
		},
	};
}
