// How the page names what the ledger has: types, families, standings, sides,
// days, numbers.

export const FAMILIES = {
	attack: 'attacks',
	civil: 'civilians',
	control: 'control',
	force: 'forces',
	loss: 'losses',
	politics: 'politics',
};

export const TYPES = {
	'attack.air': 'air strike',
	'attack.civilians': 'violence against civilians',
	'attack.damage': 'damage',
	'attack.explosive': 'mine or bomb',
	'attack.ground': 'ground fighting',
	'attack.shelling': 'shelling',
	'civil.aid': 'aid',
	'civil.hardship': 'hardship',
	'civil.movement': 'flight or return',
	'control.advance': 'advance',
	'control.besiege': 'siege',
	'control.hold': 'held',
	'control.leave': 'withdrawal',
	'control.retake': 'retaken',
	'control.seize': 'taken',
	'force.move': 'movement of forces',
	'force.present': 'forces present',
	'force.supply': 'supply',
	'loss.captured': 'captured',
	'loss.casualties': 'casualties',
	'loss.equipment': 'equipment lost',
	'loss.killed': 'killed',
	'loss.wounded': 'wounded',
	'politics.justice': 'justice',
	'politics.position': 'position',
	'politics.status': 'status of territory',
	'politics.support': 'foreign support',
	'politics.talks': 'talks',
};

export function typeName(type) {
	return TYPES[type] || String(type).replace('.', ': ');
}

export function familyOf(type) {
	return String(type).split('.', 1)[0];
}

export const STANDINGS = {
	reported: 'one origin',
	supported: 'several origins',
	contested: 'others deny or dispute it',
	admitted: 'by the side it speaks against',
	denied: 'nothing but denials',
};

export const HOWS = {
	assessed: 'several origins, or admitted by the side that lost it',
	claimed: 'one origin, or only the holder itself',
	contested: 'two sides are said to have it',
	left: 'the holder left; nobody says who came',
	assumed: 'nobody says so',
};

// "1 report", "1,234 reports"
export function count(n, one, many = one + 's') {
	return number(n) + ' ' + (n === 1 ? one : many);
}

const NUMBERS = new Intl.NumberFormat('en-GB');

export function number(n) {
	return NUMBERS.format(n);
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July',
	'August', 'September', 'October', 'November', 'December'];

// 2022-09-09 -> 9 September 2022
export function longDay(day) {
	const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day || '');

	return m ? `${Number(m[3])} ${MONTHS[m[2] - 1]} ${Number(m[1])}`
		: day || '';
}

// The day of an incident or claim: a day, a range, "by" a day
export function dayText(from, to) {
	if (from && to)
		return from === to ? from : from + ' – ' + to;
	if (to)
		return 'by ' + to;
	return from ? 'from ' + from : 'no day';
}

// Days as numbers since 1970-01-01.
export function dayNumber(day) {
	return Math.round(Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1,
		+day.slice(8, 10)) / 864e5);
}

export function dayOf(n) {
	return new Date(n * 864e5).toISOString().slice(0, 10);
}
