/** Asks one thing, prints the answer and keeps its sound: node main.mjs WORDS FILE */
import { once } from "node:events";
import { Call, RATE } from "./weather.mjs";
import { save } from "./wav.mjs";

const [words, file] = process.argv.slice(2);
if (!file) {
  console.error('Wrong use. Example: node main.mjs "What is the weather in Paris?" answer.wav');
  process.exit(2);
}

const sound = [];
const call = await Call.open({ play: (piece) => sound.push(piece), stop: () => {} });
call.type(words);
const [answer] = await once(call, "answer", { signal: AbortSignal.timeout(30_000) });
console.log(answer);
await call.hangUp();
await save(file, Buffer.concat(sound), RATE);
