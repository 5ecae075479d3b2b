// Draws a recording of asciinema (asciicast 2) as an SVG that moves, without a script in it.
//   node draw.mjs INSTALLED RECORDING PICTURE
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [installed, recording, picture] = process.argv.slice(2);
const { render } = createRequire(`${installed}/`)("svg-term");

writeFileSync(picture, render(readFileSync(recording, "utf8"), { window: true, paddingX: 8, paddingY: 6 }));
