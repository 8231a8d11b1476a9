// What is drawn on the map's canvas: the mark of a place held, of an incident
// and of several. Colours are of the theme; sizes in pixels.

import { tracePath } from './sides.js';
import { familyOf } from './words.js';

export const INKS = {
	light: { ink: '#17202a', paper: '#ffffff', quiet: '#4c5661',
		red: '#a3201d', halo: 'rgba(255,255,255,.88)', ring: '#17202a',
		area: 'rgba(70,82,95,.1)', areaLine: 'rgba(70,82,95,.55)',
		chosen: '#0b5394' },
	dark: { ink: '#e6eaee', paper: '#10151a', quiet: '#aab4be',
		red: '#ff9b93', halo: 'rgba(12,17,22,.85)', ring: '#e6eaee',
		area: 'rgba(200,210,220,.09)', areaLine: 'rgba(200,210,220,.5)',
		chosen: '#7db7f0' },
};

// Who holds a place fades with what is known: from how sure the ledger is, and
// with the years since anything was heard.
export function strength(row, dayNumber) {
	const sure = row.holder ? row.sure || 0 : 0.3;
	const age = row.lastDay === null ? 0 : Math.max(0, dayNumber - row.lastDay);
	const fresh = 1 / (1 + age / 365);

	return Math.min(1, 0.25 + 0.75 * sure * (0.45 + 0.55 * fresh));
}

function hatch(g, ink) {
	const tile = document.createElement('canvas');
	const t = tile.getContext('2d');

	tile.width = tile.height = 5;
	t.strokeStyle = ink;
	t.lineWidth = 1.4;
	t.beginPath();
	t.moveTo(-1, 6);
	t.lineTo(6, -1);
	t.stroke();
	return g.createPattern(tile, 'repeat');
}

// `m`: {x, y, r, shape, colour, other (the rival's colour), how, alpha,
// besieged}. Assessed: filled, with a rim of ink. Claimed: filled, the rim its
// own. Contested: halves of both. Left or assumed: hollow.
export function drawPlace(g, m, inks) {
	const hollow = m.how === 'left' || m.how === 'assumed' || !m.holder;

	g.save();
	tracePath(g, m.shape, m.x, m.y, m.r + 1.6);
	g.fillStyle = inks.paper;
	g.fill();
	tracePath(g, m.shape, m.x, m.y, m.r);
	if (!hollow) {
		g.globalAlpha = m.alpha;
		g.fillStyle = m.colour;
		g.fill();
	}
	if (m.how === 'contested') {
		g.save();
		g.clip();
		g.globalAlpha = 1;
		g.fillStyle = inks.paper;
		g.fillRect(m.x, m.y - 2 * m.r, 2 * m.r, 4 * m.r);
		g.fillStyle = m.other || hatch(g, inks.ink);
		g.globalAlpha = m.other ? m.alpha : 1;
		g.fillRect(m.x, m.y - 2 * m.r, 2 * m.r, 4 * m.r);
		g.restore();
		tracePath(g, m.shape, m.x, m.y, m.r);
	}
	g.globalAlpha = 1;
	g.lineWidth = m.how === 'assessed' ? 2 : 1.3;
	g.strokeStyle = m.how === 'assessed' || m.how === 'contested' ? inks.ink
		: m.colour;
	if (m.how === 'contested')
		g.setLineDash([2.5, 2]);
	g.stroke();
	g.restore();
	if (m.besieged)
		drawRing(g, m.x, m.y, m.r + 5, inks.ink, [3, 2.5], 1.3);
}

export function drawRing(g, x, y, r, colour, dash, width) {
	g.save();
	g.beginPath();
	g.arc(x, y, r, 0, 2 * Math.PI);
	g.setLineDash(dash);
	g.lineWidth = width;
	g.strokeStyle = colour;
	g.stroke();
	g.restore();
}

// Signs of the families, as lines within -1..1.
const SIGNS = {
	attack: [[[0, -1], [0, 1]], [[-1, 0], [1, 0]], [[-0.7, -0.7], [0.7, 0.7]],
		[[-0.7, 0.7], [0.7, -0.7]]],
	control: [[[-0.6, 1], [-0.6, -1], [0.8, -0.55], [-0.6, 0]]],
	force: [[[-0.8, 0.1], [0, -0.7], [0.8, 0.1]],
		[[-0.8, 0.85], [0, 0.05], [0.8, 0.85]]],
	loss: [[[-0.75, -0.75], [0.75, 0.75]], [[-0.75, 0.75], [0.75, -0.75]]],
	civil: [[[-0.9, 0], [0, -0.85], [0.9, 0]],
		[[-0.6, 0], [-0.6, 0.85], [0.6, 0.85], [0.6, 0]]],
	politics: [[[-0.9, -0.7], [0.9, -0.7], [0.9, 0.4], [0, 0.4], [-0.5, 0.95],
		[-0.5, 0.4], [-0.9, 0.4], [-0.9, -0.7]]],
};

export function drawSign(g, family, x, y, r, colour) {
	g.save();
	g.strokeStyle = colour;
	g.lineWidth = Math.max(1.2, r / 3.4);
	g.lineCap = 'round';
	g.lineJoin = 'round';
	for (const line of SIGNS[family] || SIGNS.force) {
		g.beginPath();
		line.forEach(([dx, dy], i) => i
			? g.lineTo(x + r * dx, y + r * dy)
			: g.moveTo(x + r * dx, y + r * dy));
		g.stroke();
	}
	g.restore();
}

// The more origins, the larger.
export function incidentRadius(origins) {
	return 6.5 + 1.5 * Math.min(5, Math.max(0, (origins || 1) - 1));
}

function disc(g, x, y, r, inks, line, dash) {
	g.beginPath();
	g.arc(x, y, r, 0, 2 * Math.PI);
	g.fillStyle = inks.paper;
	g.fill();
	g.setLineDash(dash);
	g.lineWidth = 1.3;
	g.strokeStyle = line;
	g.stroke();
	g.setLineDash([]);
}

export function drawIncident(g, incident, x, y, r, inks) {
	const family = familyOf(incident.type);
	const grave = family === 'attack' || family === 'loss';
	const doubt = incident.standing === 'contested' || incident.doubted;

	g.save();
	if (incident.standing === 'denied')
		g.globalAlpha = 0.55;
	disc(g, x, y, r, inks, grave ? inks.red : inks.ink, doubt ? [2, 1.8] : []);
	drawSign(g, family, x, y, r * 0.55, grave ? inks.red : inks.ink);
	g.restore();
}

export function groupRadius(n) {
	return Math.min(22, 8 + 1.7 * Math.log2(n));
}

// Several: their number; the red part of the rim is how many are attacks or
// losses.
export function drawGroup(g, n, grave, x, y, r, inks) {
	g.save();
	disc(g, x, y, r, inks, inks.ink, []);
	g.lineWidth = 2.6;
	g.strokeStyle = inks.red;
	g.beginPath();
	g.arc(x, y, r, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * grave / n);
	if (grave)
		g.stroke();
	g.fillStyle = inks.ink;
	g.font = `600 ${r > 13 ? 11 : 10}px system-ui, sans-serif`;
	g.textAlign = 'center';
	g.textBaseline = 'middle';
	g.fillText(n > 999 ? (n / 1000).toFixed(n > 9999 ? 0 : 1) + 'k' : String(n),
		x, y + 0.5);
	g.restore();
}

export function drawText(g, text, x, y, { font, colour, halo, align }) {
	g.save();
	g.font = font;
	g.textAlign = align;
	g.textBaseline = 'middle';
	g.lineWidth = 3;
	g.lineJoin = 'round';
	g.strokeStyle = halo;
	g.strokeText(text, x, y);
	g.fillStyle = colour;
	g.fillText(text, x, y);
	g.restore();
}
