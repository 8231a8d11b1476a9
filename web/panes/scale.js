// Days along a line: a linear scale and its ticks, for the band and the curves.
import { dayNumber, dayOf, MONTHS } from './words.js';

// from and to are day numbers; x in user units.
export function makeScale(from, to, left, right) {
	const span = Math.max(1, to - from);

	return {
		from,
		to,
		left,
		right,
		x: (n) => left + ((right - left) * (n - from)) / span,
		xOf(iso) {
			return this.x(dayNumber(iso));
		},
	};
}

const STEPS = [1, 2, 7, 14]; // days
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];

// At most `most` ticks, on first days of months or years where the span is long:
// [{n, text}].
export function ticks(from, to, most) {
	const span = to - from;
	const step = STEPS.find((s) => span / s <= most);

	if (step) return dayTicks(from, to, step);
	const months = MONTH_STEPS.find((s) => span / (30.44 * s) <= most) || 1200;
	return monthTicks(from, to, months);
}

function dayTicks(from, to, step) {
	const out = [];

	for (let n = from; n <= to; n += step) {
		const iso = dayOf(n);
		const year =
			out.length === 0 ||
			iso.slice(0, 4) !== dayOf(n - step).slice(0, 4);
		out.push({
			n,
			text: `${Number(iso.slice(8))} ${MONTHS[iso.slice(5, 7) - 1]}${year ? ' ' + iso.slice(0, 4) : ''}`,
		});
	}
	return out;
}

function monthTicks(from, to, step) {
	const out = [];
	let m =
		Number(dayOf(from).slice(0, 4)) * 12 +
		Number(dayOf(from).slice(5, 7)) -
		1;

	for (m = Math.ceil(m / step) * step; ; m += step) {
		const year = Math.floor(m / 12),
			month = m % 12;
		const n = dayNumber(
			`${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`,
		);
		if (n > to) return out;
		if (n >= from)
			out.push({
				n,
				text:
					month === 0 && step >= 12
						? String(year)
						: `${MONTHS[month]} ${year}`,
			});
	}
}
