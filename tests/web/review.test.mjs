// From a report dropped in to a reviewed incident on the map: reading, adding,
// accepting, rejecting, correcting, merging, splitting, taking back, by mouse and
// by keyboard alone, against what `sitrep review list` has.

import { axe, clean, is, ledger, ok, open, ready, rows, run, serve }
	from './lib.mjs';

const FIRST = {
	'gao.txt': 'Title: Rebels enter Gao\nPublisher: Field Post\nDate: 2024-05-04\n\n' +
		'Rebels seized Gao on 3 May 2024. At least 12 soldiers were killed in Gao on 3 May ' +
		'2024, the army said. Artillery shelled Timbuktu on 2 May 2024.\n',
	'bamako.txt': 'Title: Gao has fallen\nPublisher: River Courier\nDate: 2024-05-05\n\n' +
		'Gao fell to the rebels on 3 May 2024, residents said. The army shelled Menaka on ' +
		'4 May 2024.\n',
};

// Dropped in; letters beyond the first plane stand before the words.
const DROPPED = 'Title: \u{1F6A8} Army back in Kidal <b>now</b>\nPublisher: Delta Wire\n' +
	'Date: 2024-06-02\n\n\u{1F6A8}\u{10330} The army retook Kidal on 1 June 2024. At least 20 ' +
	'people were killed by shelling in Kidal, officials said. The rebels denied that they had ' +
	'lost Kidal.\n';

async function pane(base, query, options) {
	const page = await open(base, `/?${query}`, options);

	await page.waitForSelector('.pane-root > *', { timeout: 20000 });
	await settled(page);
	return page;
}

const done = (page) => page.context().close();

function decisions(db) {
	return rows(db, 'review', 'list');
}

function lastDecision(db) {
	return decisions(db).pop() || {};
}

// Answers the question who decides, if it is asked.
async function name(page, who = 'ann') {
	await page.waitForSelector('dialog.ask[open]');
	await page.keyboard.type(who);
	await page.keyboard.press('Enter');
}

async function until(call, what) {
	for (let i = 0; i < 100; i++) {
		if (await call())
			return true;
		await new Promise((r) => setTimeout(r, 100));
	}
	return ok(false, `in time: ${what}`);
}

async function settled(page) {
	await ready(page);
	await page.waitForFunction(() => !document.querySelector('.pane-body[aria-busy]'));
}

async function testDrop(db, base) {
	const page = await pane(base, 'pane=read&days=all');

	await axe(page, 'adding a report');
	await page.fill('.paste', DROPPED);
	await page.click('text=Read it');
	await page.waitForSelector('.claim-list');
	is(rows(db, 'reports').length, 2, 'what is read is not kept yet');
	const marked = await page.evaluate(() => [...document.querySelectorAll('.claim-item')].map((li) => {
		li.dispatchEvent(new MouseEvent('mouseenter'));
		const words = [...document.querySelectorAll('mark.hl-on')].map((m) => m.textContent).join('');
		li.dispatchEvent(new MouseEvent('mouseleave'));
		return words;
	}));
	ok(marked.length >= 3 && marked.some((w) => w.includes('The army retook Kidal on 1 June 2024'))
		&& marked.every((w) => DROPPED.includes(w) && w.trim()), 'its claims are marked in the text', marked.join(' | '));
	const head = await page.textContent('.understood');
	ok(/Delta Wire/.test(head) && /2.Jun.2024/.test(head) && /Not found in it: address/.test(head),
		'what was understood of its head is told', head);
	await page.locator('.report-text mark').first().hover();
	await page.waitForSelector('.hl-tip:not([hidden])');
	ok(/Kidal/.test(await page.textContent('.hl-tip')), 'the slots of a claim stand beside the pointer');
	await page.locator('.hl-note').nth(1).focus();
	ok(await page.isVisible('.hl-tip'), 'and beside its number while that has the focus');
	await page.keyboard.press('Enter');
	is(await page.locator('.claim-item-open').count(), 1, 'which opens the claim in the list');
	await axe(page, 'a report that was read');
	await page.click('text=Add to the ledger');
	await page.waitForSelector('.drop-done a');
	is(rows(db, 'reports').length, 3, 'then it is in the ledger');
	const report = rows(db, 'reports').find((r) => r.publisher === 'Delta Wire');
	is(marked.slice().sort(), rows(db, 'claims', '--all').filter((c) => c.doc === report.doc)
		.map((c) => c.evidence.text).sort(), 'with the claims that were shown');
	await settled(page);
	await page.click('.drop-done a');
	await page.waitForSelector('.pane-report .report-text');
	clean(page, 'adding a report');
	const incident = rows(db, 'incidents', '--place', 'Kidal', '--type', 'control.retake')[0];
	await page.waitForSelector(`#list a[href*="${incident.id}"]`);
	await page.click(`#list a[href*="${incident.id}"]`);
	await page.waitForSelector('.pane-incident .claim');
	const shown = await page.evaluate((id) => window.sitrepPage.store.shown
		? window.sitrepPage.store.shown.some((i) => i.id === id) : null, incident.id);
	ok(shown !== false, 'and its incident on the map and in the list beside it');
	await page.locator('.pane-incident .claim').first().locator('text=Accept').click();
	await name(page);
	await until(async () => decisions(db).length === 1, 'a decision');
	ok(incident.claims.includes(lastDecision(db).claims[0]), 'where a claim of it is accepted');
	await page.waitForSelector('.chip-accepted');
	await settled(page);
	await page.waitForSelector(`#list a[href*="${incident.id}"]`);
	clean(page, 'from a text to a reviewed incident');
	await done(page);
}

async function testTrouble(db, base) {
	const page = await pane(base, 'pane=read');
	const put = async (name, buffer) => {
		await page.setInputFiles('input[type=file]', [{ name, mimeType: 'text/plain', buffer }]);
		await page.waitForSelector('.pane-error');
		const text = await page.textContent('.pane-error');
		await page.click('text=Put it away');
		await page.waitForSelector('.paste');
		return text;
	};

	const texts = [await put('binary.txt', Buffer.from([0, 1, 2, 255, 0, 7])),
		await put('latin.txt', Buffer.from('Caf\u00e9 shelled, nine dead.\u0000', 'latin1')),
		await put('huge.txt', Buffer.alloc(5 * 1024 * 1024, 'a'))];
	ok(texts.every((t) => t.length > 10 && t.length < 300 && !/JSON|undefined|\n/.test(t)),
		'what can’t be read is told in one line each', texts.join('\n'));
	await page.setInputFiles('input[type=file]', ['one', 'two', 'three'].map((n) => ({ name: `${n}.txt`,
		mimeType: 'text/plain', buffer: Buffer.from(`Title: Paper ${n}\nDate: 2024-07-0${n.length - 2}\n\nRebels shelled Gao on 1 July 2024.\n`) })));
	await page.waitForSelector('.claim-list');
	ok(/2.more files after this one/.test(await page.textContent('.drop-main')), 'several files come one after the other');
	await page.click('text=Skip it');
	await page.waitForFunction(() => /Paper two/.test(document.querySelector('.pane-root').textContent));
	ok(true, 'one may be skipped');
	const before = rows(db, 'reports').length;
	await page.click('text=Add to the ledger');
	await page.waitForFunction(() => /Paper three/.test(document.querySelector('.pane-root').textContent)
		&& document.querySelector('.claim-list'));
	is(rows(db, 'reports').length, before + 1, 'one added, and the next is shown');
	await page.click('text=Put it away');
	await page.waitForSelector('.paste');
	await done(page);
}

async function testReview(db, base) {
	const page = await pane(base, 'pane=review&days=all');
	const next = async () => page.getAttribute('.review-desk .claim', 'data-claim');
	const queue = rows(db, 'review', 'next', '20').map((q) => q.id);
	const n = decisions(db).length;
	const one = await next();

	is(one, queue[0], 'the first of the queue is shown');
	ok(await page.locator('.because li').count() > 0, 'with why it is first');
	await page.click('.btn-good');
	await name(page);
	await until(async () => decisions(db).length === n + 1, 'a decision');
	await until(async () => await next() === queue[1], 'the next claim');
	is([lastDecision(db).verb, lastDecision(db).who, lastDecision(db).claims], ['accept', 'ann', [one]],
		'accepting is recorded, with who was asked for once');
	await page.fill('.review-acts input', 'read from a caption');
	await page.click('.btn-bad');
	await until(async () => decisions(db).length === n + 2, 'a second decision');
	is([lastDecision(db).verb, lastDecision(db).why], ['reject', 'read from a caption'], 'rejecting, with why');
	const after = rows(db, 'review', 'next', '1')[0].id;
	ok(after !== queue[1], 'what was decided leaves the queue');
	await until(async () => await next() === after, 'the claim after it');
	await settled(page);
	is(await page.locator('.decision').count(), n + 2, 'the decisions are listed');
	await page.locator('.decision button').first().click();
	await until(async () => decisions(db).length === n + 3, 'an undo');
	is([lastDecision(db).verb, Boolean(decisions(db)[n + 1].undone)], ['undo', true], 'and taken back by the list');
	await until(async () => await next() === queue[1], 'what was rejected is asked again');
	clean(page, 'review');
	await settled(page);
	await axe(page, 'review');
	await done(page);
}

async function testKeys(db, base) {
	const page = await pane(base, 'pane=review&days=all');
	const next = async () => page.getAttribute('.review-desk .claim', 'data-claim');
	const n = decisions(db).length;
	const queue = rows(db, 'review', 'next', '20').map((q) => q.id);

	await page.keyboard.press('?');
	await page.waitForSelector('dialog.ask[open]');
	await page.keyboard.press('Escape');
	await page.waitForFunction(() => !document.querySelector('dialog'));
	await page.keyboard.press('j');
	await until(async () => await next() === queue[1], 'j: the next claim');
	await page.keyboard.press('k');
	await until(async () => await next() === queue[0], 'k: the one before');
	await page.keyboard.press('r');
	await name(page, 'bea');
	await until(async () => decisions(db).length === n + 1, 'r: a rejection');
	is([lastDecision(db).verb, lastDecision(db).claims[0], lastDecision(db).who], ['reject', queue[0], 'bea'], 'r rejects');
	const after = rows(db, 'review', 'next', '1')[0].id;
	await until(async () => await next() === after, 'the next');
	await settled(page);
	await page.keyboard.press('u');
	await until(async () => decisions(db).length === n + 2, 'u: taken back');
	is(lastDecision(db).verb, 'undo', 'u takes the last one back');
	await until(async () => await next() === queue[0], 'which is asked again');
	await settled(page);
	await page.keyboard.press('a');
	await until(async () => decisions(db).length === n + 3, 'a: accepted');
	is([lastDecision(db).verb, lastDecision(db).claims[0]], ['accept', queue[0]], 'a accepts');
	const last = rows(db, 'review', 'next', '1')[0].id;
	await until(async () => await next() === last, 'the next');
	await settled(page);
	await page.keyboard.press('c');
	await page.waitForSelector('form.correct');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.type(' and arj');
	is(decisions(db).length, n + 3, 'letters typed into a field decide nothing');
	await page.keyboard.press('Escape');
	await page.waitForFunction(() => !document.querySelector('form.correct'));
	await page.keyboard.press('c');
	await page.waitForSelector('form.correct');
	await page.selectOption('select[name=status]', 'unverified');
	await page.fill('input[name=date]', '2024-04-30');
	await page.keyboard.press('Enter');
	await until(async () => decisions(db).length === n + 4, 'c: corrected');
	const claim = rows(db, 'claims', '--all').find((c) => c.id === last);
	is([lastDecision(db).verb, claim.status, claim.date.from, claim.review], ['correct', 'unverified', '2024-04-30', 'corrected'],
		'c corrects the slots that were changed');
	clean(page, 'review by keyboard');
	await done(page);
}

async function testCorrect(db, base) {
	const claim = rows(db, 'claims', '--place', 'Timbuktu')[0];
	const page = await pane(base, `pane=claim&id=${claim.id}`);

	await page.click('text=Correct');
	await page.fill('input[name=place]', 'Nowhereabouts');
	await page.click('text=Save the correction');
	await name(page, 'ann');
	await page.waitForSelector('.notice-bad');
	ok(/place/i.test(await page.textContent('.notice-bad')), 'a place that is none is refused in one line');
	ok(await page.isVisible('form.correct'), 'and the form stays');
	is(page.errors.splice(0).filter((e) => !/400/.test(e)), [], 'nothing else was complained of');
	await page.fill('input[name=place]', 'near Menaka');
	await page.fill('input[name=count]', '12..15 shells');
	await page.fill('input[name=actor]', 'the army (ML)');
	await page.click('text=Save the correction');
	await until(async () => lastDecision(db).verb === 'correct' && lastDecision(db).claims[0] === claim.id, 'the correction');
	const now = rows(db, 'claims', '--all').find((c) => c.id === claim.id);
	is([now.place.name, now.place.role, now.count, now.actor.side], ['Menaka', 'near', { low: 12, high: 15, unit: 'shells' }, 'ML'],
		'place, number and actor are put right');
	await page.waitForFunction(() => /Menaka/.test(document.querySelector('.pane-root').textContent));
	ok(/As it was read/.test(await page.textContent('.pane-root')), 'what was read stands beside it');
	clean(page, 'correcting');
	await done(page);
}

async function testMerge(db, base) {
	const gao = rows(db, 'incidents', '--place', 'Gao');
	const whole = gao.find((i) => i.claims.length > 1);
	const other = rows(db, 'incidents', '--place', 'Menaka')[0];
	const page = await pane(base, `pane=incident&id=${whole.id}&days=all`);

	await page.locator('.mending summary').click();
	await page.locator('.select-claim').last().check();
	await page.click('text=Split the selected off');
	await name(page, 'ann');
	await until(async () => lastDecision(db).verb === 'split', 'a split');
	ok(rows(db, 'incidents', '--place', 'Gao').length > gao.length, 'a claim is split off');
	await settled(page);
	await page.waitForSelector('.notice');
	await page.click('.notice >> text=Undo');
	await until(async () => lastDecision(db).verb === 'undo', 'the split taken back');
	is(rows(db, 'incidents', '--place', 'Gao').length, gao.length, 'and taken back');
	await settled(page);
	if (!await page.locator('.mending[open]').count())
		await page.locator('.mending summary').click();
	await page.fill('.mending input[aria-label^="Incident"]', other.id);
	await page.click('text=Merge with this');
	await until(async () => lastDecision(db).verb === 'merge', 'a merge');
	const claims = rows(db, 'incidents').find((i) => i.claims.includes(whole.claims[0])).claims;
	ok(other.claims.every((k) => claims.includes(k)), 'two incidents are made one');
	await settled(page);
	clean(page, 'merging');
	await done(page);
}

// An incident whose first claim leaves it takes another id; one of which all
// claims are rejected is none.
async function testGone(db, base) {
	const incident = rows(db, 'incidents').find((i) => i.claims.length === 1 && i.place === 'Timbuktu')
		|| rows(db, 'incidents').find((i) => i.claims.length === 1);
	const page = await pane(base, `pane=incident&id=${incident.id}&days=all`);

	await page.locator('.pane-incident .claim').first().locator('text=Reject').click();
	await name(page);
	await page.waitForSelector('.pane-empty');
	ok(/is no more/.test(await page.textContent('.pane-empty')), 'an incident whose claims are rejected is no more');
	await page.click('.notice >> text=Undo');
	await page.waitForSelector('.pane-incident .claim');
	ok(true, 'and is there again when that is taken back');
	await done(page);
}

run(async () => {
	const db = ledger('review', FIRST);
	const { base } = await serve(db);

	await testDrop(db, base);
	await testTrouble(db, base);
	await testReview(db, base);
	await testKeys(db, base);
	await testCorrect(db, base);
	await testMerge(db, base);
	await testGone(db, base);
});
