// What can be kept of a session: its trace, a HAR, its sound, and a scenario that plays it again.

import { har } from "../model/har.js";
import { scenario } from "../model/scenario.js";
import { wav } from "../model/wav.js";
import { button, el, foreign } from "./el.js";

const RATE = 24_000;

/** A menu of what can be saved. */
export function saves(api, watched) {
  const told = el("p.told", { role: "status" });
  const name = `soundcheck-session-${watched.number}`;
  const save = (text, file, type, content) => el("li", {}, button(text, async () => {
    told.replaceChildren();
    try {
      offer(file, type, await content());
      menu.open = false;
    } catch (failure) {
      told.replaceChildren(foreign(failure.message));
    }
  }));
  const trace = async () => (await api.open(watched.path + "/trace")).text();
  const side = (...sides) => () => soundOf(watched.sound, sides);
  const menu = el("details.menu", {}, el("summary.button", {}, "Save"), el("div.sheet", {}, el("ul", {},
    save("Trace (NDJSON)", name + ".ndjson", "application/x-ndjson", trace),
    save("HAR", name + ".har", "application/json", async () => JSON.stringify(har((await trace()).trim().split("\n"), location.origin.replace(/^http/, "ws") + "/v1/realtime"))),
    save("Sound, both sides (WAV)", name + ".wav", "audio/wav", side("client", "server")),
    save("Sound of the client (WAV)", name + ".client.wav", "audio/wav", side("client")),
    save("Sound of the server (WAV)", name + ".server.wav", "audio/wav", side("server")),
    save("Scenario (Gherkin)", name + ".feature", "text/plain", () => skeleton(watched))), told));
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") { menu.open = false; event.stopPropagation(); menu.firstChild.focus(); } });
  return menu;
}

export const skeleton = (watched) => scenario(watched.seen, `Session ${watched.number}`, `Kept from a session that was played ${watched.facts?.scenario ?? "a scenario"}.`);

function soundOf(sound, sides) {
  if (sound.lasts === 0) throw new Error("There is no sound in this session.");
  return wav(sides.map((side) => sound.tracks[side].rendered(RATE, sound.lasts)), RATE);
}

/** Gives a file to the browser. */
function offer(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
