// All checks of the page, one after the other; which ones can be named: run talk drive.

import { model } from "./checks/model.mjs";
import { found } from "./world.mjs";

const [installed, pictures, ...named] = process.argv.slice(2);
const SECTIONS = ["sessions", "live", "hostile", "many", "away", "access", "talk", "drive", "saves", "compare", "screens"];
const picture = named.includes("--picture");
const chosen = picture ? ["picture"] : named.length > 0 ? named : SECTIONS;

if (chosen.length > 1 || chosen[0] === "model") model();
for (const name of chosen.filter((one) => one !== "model")) {
  const began = Date.now();
  const { run } = await import(`./checks/${name}.mjs`);
  await run({ installed, pictures });
  console.log(`      ${name} took ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
console.log(found.failed === 0 ? `The page is as it should be: ${found.checks} checks. Pictures of it lie in ${pictures}` : `${found.failed} of ${found.checks} checks failed`);
process.exit(found.failed === 0 ? 0 : 1);
