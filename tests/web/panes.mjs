// What the tests of the panes share: a small ledger, and a pane opened.

import { open } from './lib.mjs';

// Of a war that never was: a total that falls, two who hold a town, a change
// between two days, a range, an open end.
export const MOPTI = {
	'a.txt': 'Title: Toll rises in Mopti\nPublisher: Field Post\n' +
		'Date: 2024-03-10\n\nThe health ministry said that a total of 120 ' +
		'civilians had been killed in Mopti since 1 March 2024. Rebels ' +
		'seized Mopti between 3 and 5 March 2024.\n',
	'b.txt': 'Title: Toll rises further\nPublisher: Field Post\n' +
		'Date: 2024-03-14\n\nThe health ministry said that a total of 1,500 ' +
		'civilians had been killed in Mopti since 1 March 2024.\n',
	'c.txt': 'Title: Ministry lowers its toll\nPublisher: Field Post\n' +
		'Date: 2024-03-18\n\nThe health ministry said that a total of 140 ' +
		'civilians had been killed in Mopti since 1 March 2024. The UN said ' +
		'that at least 200 civilians had been killed in Mopti since 1 March ' +
		'2024.\n',
	'd.txt': 'Title: Army is back in Mopti\nPublisher: River Courier\n' +
		'Date: 2024-03-22\nURL: https://courier.example/mopti\n\nThe army ' +
		'retook Mopti on 19 March 2024, the defence minister said. The ' +
		'rebels denied that they had lost Mopti.\n',
	'e.txt': 'Title: Rebels still in Mopti\nPublisher: Delta Wire\n' +
		'Date: 2024-03-23\n\nRebels still hold Mopti on 23 March 2024, ' +
		'residents said. Shelling killed between 20 and 30 soldiers in ' +
		'Mopti on 22 March 2024.\n',
};

export async function pane(base, query, options) {
	const page = await open(base, `/?${query}`, options);

	await page.waitForSelector('.pane-root > *', { timeout: 20000 });
	await page.waitForFunction(() => !document.querySelector('.pane-busy'));
	return page;
}

export const done = (page) => page.context().close();

export function sorted(list) {
	return list.map((x) => JSON.stringify(x)).sort();
}
