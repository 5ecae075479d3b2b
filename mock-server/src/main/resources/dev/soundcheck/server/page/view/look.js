// Light, dark, or as the machine has it.

import { el } from "./el.js";

const KEY = "soundcheck.look";
const LOOKS = ["system", "light", "dark"];

function put(look) {
  if (look === "system") delete document.documentElement.dataset.look;
  else document.documentElement.dataset.look = look;
}

export function look(changed) {
  let now = LOOKS.includes(localStorage.getItem(KEY)) ? localStorage.getItem(KEY) : "system";
  put(now);
  const words = () => [{ system: "◐", light: "○", dark: "●" }[now], el("span.word", {}, { system: " Auto", light: " Light", dark: " Dark" }[now])];
  const made = el("button.button.bare.look", { type: "button", "aria-label": "Colours: " + now, onclick: () => {
    now = LOOKS[(LOOKS.indexOf(now) + 1) % LOOKS.length];
    localStorage.setItem(KEY, now);
    put(now);
    made.replaceChildren(...words());
    made.setAttribute("aria-label", "Colours: " + now);
    changed();
  } }, words());
  return made;
}
