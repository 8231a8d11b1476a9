// The marks of the sides: a colour and a shape each, told apart in grey by the
// shape. Which side has which is the server's to say (/api/ledger), so that
// page, map and brief agree.

import { el, svg } from './dom.js';

const NONE = { code: '', name: 'nobody named', colour: '#6b7280',
	dark_colour: '#9ca3af', shape: 'circle' };

// Corners of a shape around 0,0, for radius 1; a circle has none. Areas are
// about the same to the eye.
const CORNERS = {
	square: [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85]],
	diamond: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]],
	triangle: [[0, -1.15], [1.1, 0.8], [-1.1, 0.8]],
	down: [[0, 1.15], [-1.1, -0.8], [1.1, -0.8]],
	pentagon: regular(5, 1.1, -90),
	hexagon: regular(6, 1.08, -90),
	star: star(5, 1.3, 0.6),
	cross: [[-0.4, -1.1], [0.4, -1.1], [0.4, -0.4], [1.1, -0.4], [1.1, 0.4],
		[0.4, 0.4], [0.4, 1.1], [-0.4, 1.1], [-0.4, 0.4], [-1.1, 0.4],
		[-1.1, -0.4], [-0.4, -0.4]],
};

function regular(n, r, turn) {
	return Array.from({ length: n }, (_, i) => {
		const a = (turn + 360 * i / n) * Math.PI / 180;
		return [r * Math.cos(a), r * Math.sin(a)];
	});
}

function star(n, out, within) {
	return Array.from({ length: 2 * n }, (_, i) => {
		const a = (-90 + 180 * i / n) * Math.PI / 180;
		const r = i % 2 ? within : out;
		return [r * Math.cos(a), r * Math.sin(a)];
	});
}

// A path of the shape on a canvas.
export function tracePath(g, shape, x, y, r) {
	const corners = CORNERS[shape];

	g.beginPath();
	if (!corners) {
		g.arc(x, y, r, 0, 2 * Math.PI);
		return;
	}
	corners.forEach(([dx, dy], i) =>
		i ? g.lineTo(x + r * dx, y + r * dy)
			: g.moveTo(x + r * dx, y + r * dy));
	g.closePath();
}

// "the Rapid Support Forces" of a sentence stands alone here.
function asTitle(name) {
	const bare = name.replace(/^the /, '');

	return bare.charAt(0).toUpperCase() + bare.slice(1);
}

export function makeSides(list, isDark) {
	const by = new Map((list || []).map((side) => [side.code, { ...side,
		name: asTitle(side.name) }]));

	function side(code) {
		if (!code)
			return NONE;
		return by.get(code) || { ...NONE, code, name: code };
	}

	function colour(code) {
		const s = side(code);

		return (isDark() && s.dark_colour) || s.colour;
	}

	// As an element of 14 pixels; it says nothing to who does not see, as
	// the name stands beside it.
	function mark(code) {
		const s = side(code);
		const corners = CORNERS[s.shape];
		const attrs = { style: { '--light': s.colour,
			'--dark': s.dark_colour || s.colour }, class: 'side-shape' };

		return svg('svg', { class: 'side-mark', viewBox: '-1.5 -1.5 3 3',
			'aria-hidden': 'true', focusable: 'false' },
		corners ? svg('polygon', { ...attrs,
			points: corners.map((c) => c.join(',')).join(' ') })
			: svg('circle', { ...attrs, r: 1 }));
	}

	return {
		side, colour, mark,
		all: [...by.values()],
		named(code) {
			return el('span', { class: 'side' }, mark(code),
				el('span', null, side(code).name));
		},
	};
}
