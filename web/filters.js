// To come.

export function makeFilters() {
	return { loaded() {}, draw() {}, at: () => null };
}
