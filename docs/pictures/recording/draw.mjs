// Draws a recording of asciinema (asciicast 2) as an SVG that moves, without a script in it.
//   node draw.mjs INSTALLED RECORDING PICTURE
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const LONGEST_PAUSE = 0.8; // seconds; a machine with much to do starts slowly, and nobody wants to see that
const END = 4; // seconds for which the last picture stands

const [installed, recording, picture] = process.argv.slice(2);
const { render } = createRequire(`${installed}/`)("svg-term");

const [header, ...events] = readFileSync(recording, "utf8").trim().split("\n").map((line) => JSON.parse(line));
let before = 0;
let now = 0;
const shown = events.map(([at, kind, text]) => {
  now += Math.min(at - before, LONGEST_PAUSE);
  before = at;
  return [now, kind, text];
});
shown.push([now + END, "o", " "]);
const cast = [header, ...shown].map((line) => JSON.stringify(line)).join("\n");
writeFileSync(picture, render(cast, { window: true, paddingX: 8, paddingY: 6 }));
