// Elements. Whatever servers and clients said becomes text nodes, never markup.

import { shown } from "../model/words.js";

const SVG = new Set(["svg", "path", "circle"]);

/**
 * An element.
 * @param what a tag with classes: "span.soft.mono"
 * @param attributes by name; `on…` are listeners, true is an empty attribute, false none
 */
export function el(what, attributes = {}, ...children) {
  const [tag, ...classes] = what.split(".");
  const made = SVG.has(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  if (classes.length > 0) made.setAttribute("class", classes.join(" "));
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** Words of somebody else: what cannot be seen is made visible, and their direction stays theirs. */
export const foreign = (text, what = "span") => el(what + ".foreign", {}, shown(String(text)));

/** For whoever does not see the page. */
export const aside = (text) => el("span.aside", {}, text);

/** A name that may be broken where its parts end. */
export const breakable = (name) => shown(name).split(/(?<=[._])/).flatMap((part) => [part, el("wbr")]);

const SIGNS = { fail: "✕", warning: "!", pass: "✓", note: "i" };
export const sign = (level) => el("span.sign.sign-" + level, { "aria-hidden": "true" }, SIGNS[level] ?? "");

export function button(text, onclick, attributes = {}) {
  return el("button.button", { type: "button", onclick, ...attributes }, text);
}

export function labelled(text, control, what = "label.field") {
  return el(what, {}, el("span", {}, text), control);
}

export function options(select, entries, chosen = select.value) {
  select.replaceChildren(...entries.map(([value, text]) => el("option", { value }, text)));
  if (entries.some(([value]) => value === chosen)) select.value = chosen;
}
