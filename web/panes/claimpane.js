// One claim for itself: its slots and words, what was decided on it, and the
// incident that it is told of.
import { add, el } from '../dom.js';
import { empty, heading, plain } from './parts.js';
import { claimCard } from './claim.js';
import { claimTools } from './decide.js';
import { decisionList, slotsText } from './decisions.js';

async function render(root, params, app) {
	if (!params.id) {
		root.append(empty('No claim chosen'));
		return;
	}
	const c = await app.api.get(`/api/claim/${encodeURIComponent(params.id)}`);

	add(
		root,
		claimCard(app, c, { level: 3, tools: claimTools(app, c) }),
		c.as_read && el('p', {}, 'As it was read: ', plain(slotsText(c.as_read))),
		c.incident &&
			el(
				'p',
				{},
				app.link(
					{ pane: 'incident', id: c.incident },
					'The incident that it tells of',
				),
			),
		el(
			'p',
			{ class: 'quiet' },
			'Read by the rule ',
			plain(c.rule || 'not noted'),
			`, claim ${c.id}`,
		),
		c.decisions && c.decisions.length
			? [heading(4, 'Decided on it'), decisionList(app, c.decisions)]
			: null,
	);
}

export const pane = { id: 'claim', title: 'Claim', detail: true, render };
