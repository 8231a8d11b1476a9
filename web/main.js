// The page of a ledger: map, days, filters, lists, and panes beside them.
//
// ## What a pane is
//
// A module in web/panes/, named in web/panes/index.js, that exports a `pane`:
//
//   export const pane = {
//       id: 'losses',          // ?pane=losses
//       title: 'Losses',       // its tab and its heading
//       detail: false,         // true: about one thing, ?pane=incident&id=...;
//                              // has a tab only while it is open
//       writes: false,         // true: not offered where the ledger is for
//                              // reading only
//       wide: false,           // true: takes half the window
//       async render(root, params, app) { ... },
//   };
//
// render() fills `root`, a new empty element in the page, once for every change
// of `params` (the pane's own keys of the address: params.id and any other,
// all text). It may return a function that is called when root is taken away.
// While it waits, "Loading" stands in the pane; what it throws is told in a
// line with a button to try again. It sets no heading (h2 is the page's; its
// own begin with h3), and makes elements by dom.js only, never from markup.
//
//   app.api            get(path, query), post(path, body, query): see api.js
//   app.state          the state now, read only: see state.js
//   app.go(patch, how) changes state and address: app.go({pane: 'incident',
//                      id}), app.go({day}), app.go({pane: null}) closes
//   app.href(patch)    the address of that, for real links
//   app.link(patch, ...children)  such a link: opens in this page, or in a new
//                      one as people like
//   app.ledger         the answer of /api/ledger
//   app.side(code)     {code, name, colour, shape} of a side, always something
//   app.mark(code)     its mark as an element, as on the map
//   app.sideName(code) its mark and name as an element
//   app.announce(text) is read to those who do not see
//   app.changed()      after a write: everything shown is asked for anew
//   app.onKey(call)    call(event) for keys that nothing else took, while the
//                      pane is open; true: taken
//   app.typeName(type) 'attack.air' -> 'air strike', words.js
//
// Styles: web/panes/panes.css, with the colours of :root in style.css.

import { makeApi } from './api.js';
import { makeState } from './state.js';
import { start } from './shell.js';

start(makeApi(), makeState());
