// All checks of the page, one after the other; which ones can be named: run talk drive.

import { model } from "./checks/model.mjs";
import { check, found } from "./world.mjs";

const [installed, pictures, ...named] = process.argv.slice(2);
const SECTIONS = ["sessions", "live", "hostile", "many", "away", "access", "talk", "drive", "saves", "compare", "screens"];
const picture = named.includes("--picture");
const chosen = picture ? ["picture"] : named.length > 0 ? named : SECTIONS;

if (chosen.length > 1 || chosen[0] === "model") model();

async function section(name) {
  const began = Date.now();
  const { run } = await import(`./checks/${name}.mjs`);
  // What one of them stumbles over is a finding, and the others are still asked.
  await run({ installed, pictures }).catch((failure) => check(`${name} ran to its end`, false, failure.stack));
  console.log(`      ${name} took ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

// What measures time is alone; much of the others is waiting for people to have spoken.
const left = chosen.filter((one) => one !== "model");
if (left.includes("many")) await section(left.splice(left.indexOf("many"), 1)[0]);
const lane = async () => {
  for (let next = left.shift(); next; next = left.shift()) await section(next);
};
await Promise.all([lane(), lane()]);
console.log(found.failed === 0 ? `The page is as it should be: ${found.checks} checks. Pictures of it lie in ${pictures}` : `${found.failed} of ${found.checks} checks failed`);
process.exit(found.failed === 0 ? 0 : 1);
