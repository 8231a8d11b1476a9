// Making elements. Text from outside gets into the page here and nowhere else,
// and only as text: no function of ours takes markup.

const SVG = 'http://www.w3.org/2000/svg';

// What may be set as a property or attribute; handlers go by `on`.
function put(node, attrs) {
	for (const [name, value] of Object.entries(attrs || {})) {
		if (value === null || value === undefined || value === false)
			continue;
		if (name === 'on') {
			for (const [type, call] of Object.entries(value))
				node.addEventListener(type, call);
		} else if (name === 'style') {
			for (const [k, v] of Object.entries(value))
				node.style.setProperty(k, v);
		} else if (name === 'data') {
			for (const [k, v] of Object.entries(value))
				node.dataset[k] = v;
		} else if (name === 'class') {
			node.setAttribute('class', value);
		} else if (name.startsWith('on') || name === 'srcdoc') {
			throw new Error('attribute ' + name);
		} else {
			node.setAttribute(name, value === true ? '' : String(value));
		}
	}
	return node;
}

// Strings and numbers become text; null, undefined, false and '' nothing;
// lists are taken apart.
export function add(node, ...children) {
	for (const child of children.flat(Infinity)) {
		if (child === null || child === undefined || child === false ||
		    child === '')
			continue;
		node.append(child instanceof Node
			? child
			: document.createTextNode(String(child)));
	}
	return node;
}

// el('p', {class: 'quiet', on: {click: f}, style: {'--x': 1}, data: {id: 3}},
//    'text', node, [more])
export function el(tag, attrs, ...children) {
	return add(put(document.createElement(tag), attrs), ...children);
}

export function svg(tag, attrs, ...children) {
	return add(put(document.createElementNS(SVG, tag), attrs), ...children);
}

export function clear(node, ...children) {
	node.replaceChildren();
	return add(node, ...children);
}

// A link to a source: only http and https, and nothing of us goes with it.
// Any other address is shown as text.
export function outside(url, ...children) {
	let to = null;

	try {
		to = new URL(url);
	} catch {
		// no address: text
	}
	const shown = children.length ? children : [url];
	if (!to || (to.protocol !== 'http:' && to.protocol !== 'https:'))
		return el('span', null, ...shown);
	return el('a', {
		href: to.href, target: '_blank',
		rel: 'noopener noreferrer nofollow',
	}, ...shown);
}

// Text that may run in either direction, kept from turning its surroundings.
export function words(text, attrs) {
	return el('bdi', { dir: 'auto', ...attrs }, text);
}

export function button(label, call, attrs) {
	return el('button', { type: 'button', ...attrs, on: { click: call } },
		label);
}
