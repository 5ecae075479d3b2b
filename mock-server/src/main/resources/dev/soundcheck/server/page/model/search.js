// What to show of a session: words, sides, and what is wrong.

/**
 * A predicate over what was seen and its findings; null when all is wanted.
 * @param filter `{text, sides, only}`: words that all have to be there, sides as a set, "wrong" or ""
 */
export function wanted({ text, sides, only }) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && sides.size === 0 && only === "") return null;
  return (seen, wrong) => (sides.size === 0 || sides.has(seen.from))
    && (only !== "wrong" || wrong.length > 0)
    && words.every((word) => written(seen).includes(word) || wrong.some((one) => (one.rule + " " + one.message).toLowerCase().includes(word)));
}

const MOST = 20_000;
const known = new WeakMap();

/** All of it in small letters, as far as anybody searches. */
function written(seen) {
  if (!known.has(seen)) {
    const body = seen.kind === "event" ? JSON.stringify(seen.event) : [seen.text, seen.why, seen.code, seen.reason].join(" ");
    known.set(seen, (seen.from + " " + seen.type + " " + body.slice(0, MOST)).toLowerCase());
  }
  return known.get(seen);
}
