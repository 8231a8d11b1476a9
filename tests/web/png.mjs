// A screenshot as a smaller file of the same pixels: of pages, rows that are not
// filtered are packed best. 8 bits a channel, no interlace, as Chromium writes.

import zlib from 'node:zlib';

function crc(bytes) {
	let c = ~0;

	for (const byte of bytes) {
		c ^= byte;
		for (let k = 0; k < 8; k++)
			c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
	}
	return ~c >>> 0;
}

function chunk(name, data) {
	const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const out = Buffer.alloc(body.length + 8);

	out.writeUInt32BE(data.length, 0);
	body.copy(out, 4);
	out.writeUInt32BE(crc(body), body.length + 4);
	return out;
}

function chunks(png) {
	const out = [];

	for (let at = 8; at < png.length;) {
		const n = png.readUInt32BE(at);
		out.push([png.toString('latin1', at + 4, at + 8),
			png.subarray(at + 8, at + 8 + n)]);
		at += 12 + n;
	}
	return out;
}

// What a filter of RFC 2083 foretells from left, above and above left.
function foretold(filter, a, b, c) {
	if (filter < 4)
		return [0, a, b, (a + b) >> 1][filter];
	const p = a + b - c;
	const pa = Math.abs(p - a), pb = Math.abs(p - b), pc = Math.abs(p - c);
	return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

function unfilter(raw, height, row, step) {
	const out = Buffer.alloc(height * (row + 1));

	for (let y = 0; y < height; y++) {
		const at = y * (row + 1);
		for (let x = 1; x <= row; x++) {
			const left = x > step, up = y > 0;
			out[at + x] = raw[at + x] + foretold(raw[at],
				left ? out[at + x - step] : 0,
				up ? out[at + x - row - 1] : 0,
				left && up ? out[at + x - row - 1 - step] : 0);
		}
	}
	return out;
}

export function smaller(png) {
	const all = chunks(png);
	const head = all.find(([name]) => name === 'IHDR')[1];
	const step = { 2: 3, 6: 4 }[head[9]];
	const raw = zlib.inflateSync(Buffer.concat(all.filter(([name]) =>
		name === 'IDAT').map(([, data]) => data)));
	const plain = unfilter(raw, head.readUInt32BE(4),
		head.readUInt32BE(0) * step, step);
	const out = Buffer.concat([png.subarray(0, 8), chunk('IHDR', head),
		chunk('IDAT', zlib.deflateSync(plain, { level: 9, memLevel: 9 })),
		chunk('IEND', Buffer.alloc(0))]);

	return out.length < png.length ? out : png;
}
