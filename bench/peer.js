// The peer: wink-nlp with its English model, which gives tokens, tags and
// entities (dates, numbers, money), but no tree, no place, no speaker. Reads
// the files named, writes a line for each token to standard output so that
// the work is done to the end. package.json names the versions.
const fs = require("fs");
const nlp = require("wink-nlp")(require("wink-eng-lite-web-model"));
const its = nlp.its;

for (const file of process.argv.slice(2)) {
	const doc = nlp.readDoc(fs.readFileSync(file, "utf8"));
	const words = doc.tokens().out();
	const tags = doc.tokens().out(its.pos);
	let out = "";
	for (let i = 0; i < words.length; i++)
		out += words[i] + "\t" + tags[i] + "\n";
	doc.entities().each((e) => {
		out += "# " + e.out(its.type) + "\t" + e.out() + "\n";
	});
	fs.writeSync(1, out);
}
