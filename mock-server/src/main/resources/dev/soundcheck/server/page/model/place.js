// Where findings belong: they name a time and whose fault it is, offences of rules a line of the trace.

const BY_CLIENT = new Set(["client", "client_unknown_member", "client_sound", "recording"]);

/**
 * Findings by the index of what they are about.
 * @param findings of the server: `{at_ms, kind, message}`
 * @param offences of the judge: `{level, rule, line, at_ms, from, event, message, sources}`
 * @param dropped how many of the first lines are not there any more
 */
export function placed(all, findings, offences) {
  const by = new Map();
  const put = (index, finding) => {
    if (!by.has(index)) by.set(index, []);
    by.get(index).push(finding);
  };
  for (const finding of findings) put(indexOf(all, finding), ofServer(finding));
  for (const offence of offences) {
    const index = indexOfOffence(all, offence);
    const known = offence.rule === "schema" && (by.get(index) ?? []).some((one) => one.rule === "");
    if (!known) put(index, ofJudge(offence));
  }
  return by;
}

const ofServer = (one) => ({ level: one.kind === "client_unknown_member" || one.kind === "client_sound" ? "warning" : "fail", kind: one.kind, rule: "", message: one.message, sources: [] });
const ofJudge = (one) => ({ level: one.level === "broken" ? "fail" : "warning", kind: "rule", rule: one.rule, message: one.message, sources: one.sources });

function indexOf(all, finding) {
  const from = BY_CLIENT.has(finding.kind) ? "client" : finding.kind === "scenario" ? "" : "server";
  const name = finding.message.split(" ", 1)[0];
  let last = -1;
  let best = -1;
  for (let index = firstAt(all, finding.at_ms); index < all.length; index++) {
    const seen = all[index];
    if (Math.floor(seen.at / 1000) > finding.at_ms) break;
    last = index;
    if (seen.from === from && (best < 0 || seen.type === name)) best = index;
  }
  return best >= 0 ? best : last >= 0 ? last : Math.max(0, firstAt(all, finding.at_ms) - 1);
}

/** The first that was seen at this time or later, by halves: times never go back. */
function firstAt(all, millis) {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Math.floor(all[middle].at / 1000) < millis) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lines count from the header, but the oldest may have been dropped since. */
function indexOfOffence(all, offence) {
  const index = offence.line - 2;
  const fits = (seen) => seen && Math.floor(seen.at / 1000) === offence.at_ms && seen.from === offence.from;
  if (fits(all[index])) return index;
  const found = all.findIndex((seen) => fits(seen) && seen.type === offence.event);
  return found >= 0 ? found : Math.max(0, Math.min(index, all.length - 1));
}

/** A message of the validator, taken apart: where, what was expected, what was found; null for other words. */
export function parts(message) {
  const match = /^(?:\S+ at )?(?:(\$[^:]*): )?expected ([\s\S]*?), (?:found|got) ([\s\S]*)$/.exec(message);
  return match ? { path: match[1] ?? "", expected: match[2], found: match[3] } : null;
}
