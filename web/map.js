// To come.

export function makeMap() {
	return { loaded() {}, draw() {}, at: () => null };
}
