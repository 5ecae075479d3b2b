// An event as JSON, member by member, each with what the contract says of it.

import { exact, inWords, under } from "../model/fields.js";
import { bytes, counted, shown } from "../model/words.js";
import { el, foreign } from "./el.js";

const MOST_LINES = 400;
const MOST_LETTERS = 2000;

/**
 * The lines of an event.
 * @param seen the event
 * @param fields what is known of its members, by path
 * @param wrong findings by exact path: `{level, expected, found}`
 */
export function tree(seen, fields, wrong) {
  const made = el("div.tree", { role: "tree", "aria-label": "The event as JSON" });
  const lines = [];
  walk(seen.event, { path: "", exact: "$", depth: 0, key: null }, { seen, fields, wrong, lines });
  const more = () => {
    const next = lines.splice(0, MOST_LINES);
    made.append(...next.map((draw) => draw()));
    if (lines.length > 0) {
      const button = el("button.plain", { type: "button", onclick: () => { button.remove(); more(); } }, `Show more: ${counted(lines.length, "line")} left`);
      made.append(button);
    }
  };
  more();
  return made;
}

const OPEN = { array: ["[", "]"], object: ["{", "}"] };

function walk(value, place, all) {
  const kind = Array.isArray(value) ? "array" : value !== null && typeof value === "object" ? "object" : "value";
  if (kind === "value") {
    all.lines.push(() => drawn(place, leaf(value, place, all), all));
    return;
  }
  const keys = kind === "array" ? value.map((_, index) => index) : Object.keys(value);
  const [begin, end] = OPEN[kind];
  if (keys.length === 0 || place.depth > 60) {
    all.lines.push(() => drawn(place, el("span.punctuation", {}, keys.length === 0 ? begin + end : begin + " … " + end), all));
    return;
  }
  all.lines.push(() => drawn(place, el("span.punctuation", {}, begin), all));
  const source = all.fields.get(place.path)?.[0].source ?? place.source;
  for (const key of keys) walk(value[key], { source, path: under(place.path, key), exact: exact(place.exact, key), depth: place.depth + 1, key }, all);
  all.lines.push(() => drawn({ ...place, key: null, silent: true }, el("span.punctuation", {}, end), all));
}

function leaf(value, place, { seen }) {
  if (seen.member && place.path === seen.member && seen.bytes > 0) return el("span.sound", {}, bytes(seen.bytes) + " of sound");
  if (typeof value !== "string") return el("span.literal", {}, String(value));
  if (value.length <= MOST_LETTERS) return foreign(JSON.stringify(value), "span.string");
  return long(value);
}

/** A long text shows its beginning, and more of it by and by. */
function long(value) {
  let until = MOST_LETTERS;
  const text = el("span.string.foreign", {}, shown(JSON.stringify(value.slice(0, until)).slice(0, -1)));
  const more = el("button.plain", { type: "button", onclick: (event) => {
    event.stopPropagation();
    const next = value.slice(until, until + 20 * MOST_LETTERS);
    until += next.length;
    text.append(shown(JSON.stringify(next).slice(1, -1)));
    if (until >= value.length) more.remove();
    else more.textContent = left();
  } }, "");
  const left = () => ` … ${counted(value.length - until, "more character")}`;
  more.textContent = left();
  return el("span", {}, text, more);
}

function drawn(place, content, { fields, wrong }) {
  const known = place.silent ? [] : fields.get(place.path) ?? [];
  const broken = place.silent ? [] : wrong.get(place.exact) ?? [];
  const key = typeof place.key === "string" ? [foreign(JSON.stringify(place.key), "span.key"), ": "] : [];
  const line = el("div.line" + (broken.length > 0 ? ".wrong" : ""), { role: "treeitem", "aria-level": place.depth + 1 }, el("span.json", {}, key, content));
  line.style.setProperty("--depth", Math.min(place.depth, 14));
  if (known.length > 0) line.append(el("span.known", {}, inWords(known), place.source !== known[0].source && known[0].source ? el("span.source", {}, " · " + known[0].source) : null));
  broken.forEach((one) => line.append(el("span.told", {}, "✕ expected ", foreign(one.expected), ", found ", foreign(one.found))));
  return line;
}
