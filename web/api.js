// Asking the server. Every answer is JSON with the ledger's version; whoever
// fails throws an ApiError with one line that can be shown.

export class ApiError extends Error {
	constructor(message, status) {
		super(message);
		this.name = 'ApiError';
		this.status = status;
	}
}

function query(pairs) {
	const q = new URLSearchParams();

	for (const [k, v] of Object.entries(pairs || {}))
		if (v !== null && v !== undefined && v !== '')
			q.set(k, v);
	const text = q.toString();
	return text ? '?' + text : '';
}

async function answer(response) {
	const text = await response.text();
	let value = null;

	try {
		value = JSON.parse(text);
	} catch {
		throw new ApiError('the server answered something that is no JSON',
			response.status);
	}
	if (!response.ok)
		throw new ApiError(value.error ||
			'the server answered ' + response.status, response.status);
	return value;
}

// `token` is what writes need; null where the ledger is for reading only.
export function makeApi() {
	let token = null;
	let version = null;
	const changed = new Set();

	function note(value, wrote) {
		if (value && value.version !== undefined &&
		    value.version !== version) {
			const first = version === null;
			version = value.version;
			if (!first)
				changed.forEach((call) => call(version, wrote));
		}
		return value;
	}

	async function send(path, options) {
		let response;

		try {
			response = await fetch(path, {
				credentials: 'same-origin', cache: 'no-cache',
				referrerPolicy: 'same-origin', ...options,
			});
		} catch (error) {
			if (error.name === 'AbortError')
				throw error;
			throw new ApiError('no answer from sitrep serve: is it running?',
				0);
		}
		return note(await answer(response), options.method === 'POST');
	}

	return {
		// get('/api/claims', {place: 'Sumy'}) -> the answer
		get(path, pairs, signal) {
			return send(path + query(pairs), { signal });
		},
		// post('/api/review', {do: 'accept', ids: [key]}), or the bytes of
		// a file: post('/api/read', file, {name: file.name})
		post(path, body, pairs) {
			const bytes = body instanceof Blob || typeof body === 'string';

			return send(path + query(pairs), {
				method: 'POST',
				headers: {
					'X-Sitrep-Token': token || '',
					'Content-Type': bytes ? 'application/octet-stream'
						: 'application/json',
				},
				body: bytes ? body : JSON.stringify(body),
			});
		},
		setToken(value) {
			token = value;
		},
		get version() {
			return version;
		},
		// called when an answer comes from a ledger that has changed, with
		// its version and whether by a write of this page
		onChange(call) {
			changed.add(call);
		},
	};
}
