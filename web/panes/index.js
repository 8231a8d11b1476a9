// The panes in the order of their tabs; the contract is at the top of main.js.

export const panes = [];
