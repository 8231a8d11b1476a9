// To come.

export function makeDays() {
	return { loaded() {}, draw() {}, at: () => null };
}
