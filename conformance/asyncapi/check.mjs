// Holds AsyncAPI documents against AsyncAPI's own parser: no error, no warning.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const [installed, ...documents] = process.argv.slice(2);
const { Parser } = createRequire(installed + "/")("@asyncapi/parser");
const severities = ["error", "warning", "information", "hint"];
const WARNING = 1;

let refused = 0;
for (const file of documents) {
  const text = await readFile(file, "utf8");
  const expected = Object.keys(JSON.parse(text).components.messages).length;
  const { document, diagnostics } = await new Parser().parse(text);
  const complaints = diagnostics.filter((found) => found.severity <= WARNING);
  for (const found of diagnostics) {
    console.log(`${file}: ${severities[found.severity]} at ${found.path.join(".")}: ${found.message}`);
  }
  const messages = document?.allMessages().length ?? 0;
  const fine = complaints.length === 0 && messages === expected && messages > 0;
  console.log(`${fine ? "ok  " : "FAIL"}  ${file}: ${messages} of ${expected} messages, ${complaints.length} errors and warnings`);
  refused += fine ? 0 : 1;
}
process.exit(refused || documents.length === 0 ? 1 : 0);
