// The peer: wink-nlp with its English model, which gives tokens, sentences,
// tags and entities (dates, numbers, money), but no tree, no place, no
// speaker. peer.js tokens|tags|entities FILE ... reads the files named with
// what that needs and no more, and takes out what it found, so that the work
// is done to the end. package.json names the versions. Says how long reading
// took, its own start left out: a line of milliseconds and bytes.
const fs = require("fs");
const PIPES = { tokens: [], tags: ["sbd", "pos"], entities: ["sbd", "pos", "ner"] };
const [what, ...files] = process.argv.slice(2);
const model = require("wink-eng-lite-web-model");
const nlp = require("wink-nlp")(model, PIPES[what]);
const its = nlp.its;

const before = process.cpuUsage();
let bytes = 0, found = 0;
for (const file of files) {
	const text = fs.readFileSync(file, "utf8");
	const doc = nlp.readDoc(text);
	bytes += Buffer.byteLength(text);
	found += doc.tokens().out().length;
	if (what !== "tokens")
		found += doc.tokens().out(its.pos).length;
	if (what === "entities")
		found += doc.entities().out(its.detail).length;
}
const used = process.cpuUsage(before);
console.log(((used.user + used.system) / 1e3).toFixed(1), bytes, found);
