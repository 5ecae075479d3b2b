// Puts the page together, and follows its address: #/, #/session/12, #/session/12/345, #/talk, #/scenarios, #/compare/1/2.

import { Compare } from "./view/compare.js";
import { button, el } from "./view/el.js";
import { askKey } from "./view/key.js";
import { Listing } from "./view/listing.js";
import { look } from "./view/look.js";
import { Scenarios } from "./view/scenarios.js";
import { SessionView } from "./view/session.js";
import { Talk } from "./view/talk.js";
import { Api } from "./wire/api.js";
import { Sessions } from "./wire/sessions.js";

const KEYS = [["/", "search"], ["↑ ↓ Page Home End", "move in a list"], ["Enter", "open, fold or unfold"], ["Esc", "close the event"], ["N P", "next and previous finding"],
  ["F", "follow what comes"], ["S", "play the sound"], ["G", "all sessions"], ["T", "talk"], ["?", "these keys"]];

const api = new Api(askKey);
const go = (fragment) => { location.hash = fragment; };
const sessions = new Sessions(api);
const listing = new Listing(sessions, (number) => go("#/session/" + number));
const session = new SessionView(api, go);
const talk = new Talk(api, (number) => go("#/talk/" + number));
const scenarios = new Scenarios(api);
const compare = new Compare(api, sessions, go);
const trouble = el("p.trouble", { role: "alert", hidden: true });
const tabs = [["#/", "Sessions"], ["#/talk", "Talk"], ["#/scenarios", "Scenarios"]].map(([href, text]) => el("a.tab", { href }, text));
const keys = el("dialog.keys", { "aria-label": "Keys" }, el("h2", {}, "Keys"), el("dl", {}, KEYS.map(([key, what]) => el("div", {}, el("dt", {}, el("kbd", {}, key)), el("dd", {}, what)))),
  el("form", { method: "dialog" }, el("button.button", { type: "submit" }, "Close")));
const body = el("main", { id: "main" }, listing.element, talk.element, session.element, scenarios.element, compare.element);

document.body.append(el("a.skip", { href: "#main", onclick: (event) => { event.preventDefault(); listing.focus(); } }, "Skip to the sessions"),
  el("header.top-bar", {}, el("a.brand", { href: "#/" }, "Soundcheck"), el("nav", { "aria-label": "Parts of the page" }, tabs), el("span.spring"),
    button("?", () => keys.showModal(), { class: "button bare", "aria-label": "Keys" }), look(() => session.draw())),
  trouble, body, keys);

sessions.addEventListener("change", () => {
  trouble.hidden = sessions.trouble === "";
  trouble.textContent = sessions.trouble;
});

const PLACES = [
  [/^#\/session\/(\d+)(?:\/(\d+))?$/, "session", (number, index) => {
    session.open(Number(number), index === undefined ? null : Number(index));
    listing.mark(Number(number));
  }],
  [/^#\/talk(?:\/(\d+))?$/, "talk", (number) => {
    if (number !== undefined) session.open(Number(number), null);
    else if (!talk.talking) session.leave();
    talk.open();
  }],
  [/^#\/scenarios$/, "scenarios", () => scenarios.open()],
  [/^#\/compare\/(\d+)(?:\/(\d+))?$/, "compare", (left, right) => compare.open(Number(left), Number(right ?? 0))],
];

function follow() {
  const place = PLACES.find(([pattern]) => pattern.test(location.hash));
  const name = place?.[1] ?? "sessions";
  body.dataset.place = name;
  body.dataset.session = String(session.number ?? "");
  tabs.forEach((tab) => tab.setAttribute("aria-current", tab.getAttribute("href") === { session: "#/", sessions: "#/", talk: "#/talk", scenarios: "#/scenarios" }[name] ? "page" : "false"));
  if (place) place[2](...place[0].exec(location.hash).slice(1));
  else {
    session.leave();
    listing.mark(null);
  }
  body.dataset.session = String(session.number ?? "");
  document.title = (session.number && ["session", "talk"].includes(name) ? "#" + session.number + " · " : "") + "Soundcheck";
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, dialog");
  if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== "Escape")) return;
  const key = event.key === "Escape" ? "Escape" : event.key.toLowerCase();
  if (typing && event.key === "Escape") event.target.blur();
  else if (session.number !== null && session.key(key)) event.preventDefault();
  else if (key === "/") { listing.focus(); event.preventDefault(); }
  else if (key === "g") go("#/");
  else if (key === "t") go("#/talk");
  else if (key === "?") keys.showModal();
});

window.addEventListener("hashchange", follow);
follow();
