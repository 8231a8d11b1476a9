// To come.

export function makeList() {
	return { loaded() {}, draw() {}, at: () => null };
}
