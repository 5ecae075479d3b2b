// The rows of a session as two lanes: time, client, server.

import { gist, isKeepalive } from "../model/gist.js";
import { headText, hiddenText, runGist } from "../model/rows.js";
import { lasting, line, seconds } from "../model/words.js";
import { aside, el, foreign, sign } from "./el.js";

const LANES = { client: "client", server: "server" };

/** The element of a row; what it says changes with its stamp. */
export function drawn(row) {
  switch (row.kind) {
    case "turn":
    case "answer": return head(row);
    case "gap": return el("div.row.gap", {}, el("time", {}, seconds(row.at)), el("span.silence", {}, "nothing for " + lasting(row.lasted)));
    case "finding": return finding(row);
    case "run": return event(row.first, row.index, { run: row, gist: runGist(row) });
    default: return event(row.seen, row.index, { wrong: row.wrong, inner: row.inner, gist: gist(row.seen) });
  }
}

/** Everything that is seen of a row. */
export function stamp(row) {
  switch (row.kind) {
    case "turn":
    case "answer": return JSON.stringify(headText(row)) + row.shut + row.hidden;
    case "run": return row.indices.length + " " + row.open;
    default: return row.kind + (row.wrong ?? "") + (row.inner ?? "");
  }
}

function head(row) {
  const { who, words, facts } = headText(row);
  return el("div.row.head.is-" + row.kind + (row.head.interrupted !== undefined && row.head.interrupted !== null ? ".broken" : "") + (row.head.into ? ".breaks" : ""), { "aria-expanded": !row.shut },
    el("time", {}, seconds(row.head.at)),
    el("span.lanes", {}, el("span.fold", { "aria-hidden": "true" }, row.shut ? "▸" : "▾"), el("b", {}, who), foreign(line(words, 300), "span.words"),
      el("span.facts", {}, [facts, hiddenText(row)].filter(Boolean).join(" · "))));
}

function finding(row) {
  const { level, rule, message } = row.finding;
  return el("div.row.finding.is-" + level, {}, el("time", {}, ""), el("span.told", {}, sign(level), aside(level === "fail" ? "Finding: " : "Warning: "),
    rule ? el("code", {}, rule) : null, foreign(line(message.replace(/^\S+ at (?=\$)/, ""), 400))));
}

function event(seen, index, { run, wrong, inner, gist: words }) {
  const lane = LANES[seen.from] ?? "nobody";
  const times = run && run.indices.length > 1 ? el("span.times", {}, (run.open ? "▾" : "▸") + " ×" + run.indices.length) : null;
  const classes = [".row.event.is-", lane, isKeepalive(seen) ? ".keepalive" : "", wrong ? ".wrong" : "", inner ? ".inner" : "", seen.kind === "event" ? "" : ".is-" + seen.kind].join("");
  return el("div" + classes, {}, el("time", {}, seconds(seen.at)),
    el("span.what", {}, aside(lane + ": "), el("span.name", {}, line(seen.type, 80)), times, foreign(words, "span.gist")));
}
