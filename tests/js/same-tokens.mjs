// Tells whether scripts are the same as others but for comments and white space.
// node same-tokens.mjs FILE SMALL FILE SMALL …: prints, for each pair that is not the same,
// the first token that differs, with its line.
import { readFileSync } from "node:fs";
import ts from "typescript";

const leaves = (path) => {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  if (source.parseDiagnostics.length) throw new Error(`${path}: ${source.parseDiagnostics[0].messageText}`);
  const found = [];
  const walk = (node) => {
    const parts = node.getChildren(source).filter((one) => !ts.isJSDoc(one));
    // A trailing comma or semicolon may go: what the script does stays.
    if (parts.length) parts.forEach(walk);
    else if (node.getText(source) && ![";", ","].includes(node.getText(source))) found.push([node.getText(source), source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1]);
  };
  walk(source);
  return found;
};

const paths = process.argv.slice(2);
for (let pair = 0; pair < paths.length; pair += 2) {
  const [one, other] = paths.slice(pair, pair + 2).map(leaves);
  const at = one.findIndex(([text], number) => text !== other[number]?.[0]);
  if (at >= 0 || one.length !== other.length) {
    console.log(`${paths[pair]}:${one[at]?.[1]}: ${one[at]?.[0]} became ${other[at]?.[0]}`);
  }
}
