// The panes in the order of their tabs; the contract is at the top of main.js.
import { pane as incident } from './incident.js';
import { pane as place } from './place.js';
import { pane as claim } from './claimpane.js';
import { pane as losses } from './losses.js';
import { pane as conflicts } from './conflicts.js';
import { reportPane, reportsPane, sourcesPane } from './reports.js';
import { pane as review } from './review.js';
import { pane as drop } from './drop.js';

export const panes = [
	incident,
	place,
	claim,
	losses,
	conflicts,
	reportsPane,
	reportPane,
	sourcesPane,
	review,
	drop,
];
