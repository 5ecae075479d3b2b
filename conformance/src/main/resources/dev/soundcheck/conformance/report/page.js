"use strict";
// Puts the results on the page. Whatever servers and clients said becomes text nodes, never markup.
(() => {
  const content = JSON.parse(document.getElementById("content").textContent);
  const page = document.getElementById("page");
  const SIGNS = {
    "pass": "✓", "fail": "✕", "not-testable": "?", "warning": "!", "harness-fault": "H", "stale": "S",
    "note": "i", "known-failing": "K", "not-applicable": "–",
  };
  const WORDS = Object.fromEntries(content.outcomes.map((one) => [one.id, one.words]));
  const TITLES = {
    "fail": "Not met", "not-testable": "Not testable: what has to be seen was not there",
    "harness-fault": "Harness faults: ours, not the target's",
    "stale": "Stale: met, though the file of what is known to fail has it",
    "warning": "Warnings: should be met", "note": "Notes: may be met",
    "known-failing": "Known failing", "not-applicable": "Not applicable", "pass": "Met",
  };
  const CLOSED_AT_FIRST = ["pass", "not-applicable"];
  const NEAR = 5;
  const STATE = { target: 0, outcomes: new Set(), section: "", text: "" };
  const several = content.targets.length > 1;
  let shown = [];

  function el(tag, attributes = {}, ...children) {
    const svg = ["svg", "path", "line"].includes(tag);
    const made = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (value === true) made.setAttribute(name, "");
      else if (value !== false) made.setAttribute(name, value);
    }
    made.append(...children.flat().filter((child) => child !== null));
    return made;
  }

  const aside = (text) => el("span", { class: "aside" }, text);
  const foreign = (text, tag = "span") => el(tag, { class: "foreign" }, text);
  const sign = (outcome) => el("span", { class: "sign sign-" + outcome, "aria-hidden": "true" }, SIGNS[outcome] ?? "");
  const breakable = (name) => name.split(/(?<=[._])/).flatMap((part) => [part, el("wbr")]);
  const seconds = (millis) => (millis / 1000).toFixed(2) + " s";
  const short = (text) => text.length > 160 ? text.slice(0, 160) + "…" : text;
  const counted = (count, one, many) => count + " " + (count === 1 ? one : many);
  const href = (target, id) => "#" + target + "/" + encodeURIComponent(id);
  const file = (target, name) => target.folder + name.split("/").map(encodeURIComponent).join("/");

  function tally(checks) {
    const counts = new Map(content.outcomes.map((one) => [one.id, 0]));
    for (const check of checks) counts.set(check.outcome, counts.get(check.outcome) + 1);
    return counts;
  }

  function sections(target) {
    const all = new Map();
    for (const check of target.checks) {
      if (!all.has(check.section)) all.set(check.section, []);
      all.get(check.section).push(check);
    }
    return all;
  }

  // Head: who was judged, and how it went.

  function facts(target) {
    const rows = [["profile", target.profile], ["requirements", target.revision], ["held", target.began],
      ["took", target.took], ["soundcheck", target.tool]];
    if (target.strict) rows.push(["strict", "should counts as must"]);
    return el("dl", { class: "facts" }, rows.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", { class: "foreign" }, value))));
  }

  function verdict(target) {
    const [met, ...rest] = target.words.split("; ");
    return el("p", {}, met + ".", rest.length ? el("span", { class: "rest" }, " " + rest.join("; ") + ".") : null);
  }

  function bar(target) {
    const order = ["pass", "warning", "note", "known-failing", "stale", "harness-fault", "not-testable", "fail"];
    const counts = tally(target.checks);
    return el("div", { class: "bar", "aria-hidden": "true" }, order.filter((id) => counts.get(id) > 0).map((id) => {
      const part = el("span", { class: "fill-" + id });
      part.style.flexGrow = counts.get(id);
      return part;
    }));
  }

  function head() {
    const first = content.targets[0];
    const brand = el("p", { class: "kind" }, el("b", {}, "Soundcheck"), several ? " · conformance, side by side" : " · conformance of a " + first.judged);
    if (!several) {
      return el("header", {}, brand, el("h1", { class: "foreign" }, first.target), facts(first),
        el("div", { class: first.red ? "verdict red" : "verdict" }, verdict(first), bar(first)));
    }
    return el("header", {}, brand, el("h1", {}, content.targets.length + " targets"),
      el("div", { class: "targets" }, content.targets.map((target, index) => el("section", { class: target.red ? "verdict red" : "verdict" },
        el("h2", { class: "foreign" }, target.target), facts(target), verdict(target), bar(target),
        el("p", { class: "more" }, el("button", { type: "button", class: "plain", onclick: () => { choose(index); jump("findings"); } }, "Its findings"))))));
  }

  // Matrix: sections of one target as cells, or several targets as columns.

  function cell(target, check) {
    const label = check.id + ": " + WORDS[check.outcome];
    return el("a", { href: href(target, check.id), title: label, "aria-label": label }, sign(check.outcome));
  }

  function board(target) {
    const rows = [...sections(target)].map(([name, checks]) => {
      const apply = checks.filter((check) => check.outcome !== "not-applicable").length;
      const met = checks.filter((check) => check.outcome === "pass").length;
      return el("tr", {},
        el("th", { scope: "row" }, el("button", { type: "button", class: "plain", title: "Show only these", onclick: () => only(name) }, name)),
        el("td", {}, el("div", { class: "cells" }, checks.map((check) => cell(0, check)))),
        el("td", {}, apply ? met + " of " + apply : "–"));
    });
    return el("div", { class: "scroll" }, el("table", { class: "board" }, el("caption", { class: "aside" }, "Requirements by section"), el("tbody", {}, rows)));
  }

  function key() {
    const used = new Set(content.targets.flatMap((target) => target.checks.map((check) => check.outcome)));
    return el("ul", { class: "key", "aria-label": "Signs" }, content.outcomes.filter((one) => used.has(one.id)).reverse()
      .map((one) => el("li", {}, sign(one.id), one.words)));
  }

  function matrix() {
    const rows = new Map();
    content.targets.forEach((target, index) => target.checks.forEach((check) => {
      if (!rows.has(check.section)) rows.set(check.section, new Map());
      const section = rows.get(check.section);
      if (!section.has(check.id)) section.set(check.id, []);
      section.get(check.id)[index] = check;
    }));
    const bodies = [...rows].map(([name, section]) => body(name, section));
    const differ = el("input", { type: "checkbox", id: "differ", onchange: () => bodies.forEach((one) => one.differ(differ.checked)) });
    return el("section", { "aria-labelledby": "matrix" },
      el("div", { class: "above" }, el("h2", { id: "matrix" }, "Requirements × targets"), el("label", { class: "tick", for: "differ" }, differ, "Only where they differ")),
      el("div", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "matrix" }, el("table", { class: "matrix" },
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Requirement"), content.targets.map((target) => el("th", { scope: "col", class: "foreign" }, target.target)))),
        bodies.map((one) => one.element))),
      key());
  }

  function body(name, section) {
    const columns = content.targets.map((target, index) => index);
    const lines = [...section].map(([id, checks]) => {
      const outcomes = new Set(columns.map((index) => checks[index]?.outcome ?? "none"));
      const row = el("tr", { class: "requirement" },
        el("th", { scope: "row" }, checks.find((check) => check).words, el("code", {}, id)),
        columns.map((index) => el("td", {}, checks[index] ? cell(index, checks[index]) : el("span", { class: "sign sign-none" }, aside("not asked")))));
      return { row, differs: outcomes.size > 1, worth: outcomes.size > 1 || ![...outcomes].every((one) => CLOSED_AT_FIRST.includes(one)) };
    });
    let open = lines.some((line) => line.worth);
    let onlyDiffering = false;
    const button = el("button", { type: "button", class: "fold", onclick: () => { open = !open; update(); } }, name);
    const total = el("tr", { class: "section" }, el("th", { scope: "rowgroup" }, button), columns.map((index) => {
      const checks = [...section.values()].map((all) => all[index]).filter((check) => check && check.outcome !== "not-applicable");
      return el("td", {}, checks.length ? checks.filter((check) => check.outcome === "pass").length + " of " + checks.length : "–");
    }));
    const element = el("tbody", {}, total, lines.map((line) => line.row));
    function update() {
      button.setAttribute("aria-expanded", open);
      for (const line of lines) line.row.hidden = !open || (onlyDiffering && !line.differs);
      element.hidden = onlyDiffering && !lines.some((line) => line.differs);
    }
    update();
    return { element, differ(on) { onlyDiffering = on; open = open || on; update(); } };
  }

  // What is shown of the findings.

  const tools = { chips: el("div", { class: "chips", role: "group", "aria-label": "Outcomes" }), section: null, text: null, count: el("span", { class: "count", role: "status" }) };
  const list = el("div", { id: "list" });
  const talks = el("div", {});

  function toolbar() {
    tools.text = el("input", { type: "search", placeholder: "Search requirements", "aria-label": "Search requirements", oninput: () => { STATE.text = tools.text.value.toLowerCase(); filter(); } });
    tools.section = el("select", { "aria-label": "Section", onchange: () => { STATE.section = tools.section.value; filter(); } });
    return el("div", { class: "tools", role: "search" }, tools.text, tools.section, tools.chips, tools.count);
  }

  function only(section) {
    STATE.section = section;
    tools.section.value = section;
    filter();
    jump("findings");
  }

  function fillTools(target) {
    const names = [...sections(target).keys()];
    tools.section.replaceChildren(el("option", { value: "" }, "All sections"), ...names.map((name) => el("option", { value: name }, name)));
    STATE.section = names.includes(STATE.section) ? STATE.section : "";
    tools.section.value = STATE.section;
    const counts = tally(target.checks);
    STATE.outcomes = new Set([...STATE.outcomes].filter((id) => counts.get(id) > 0));
    tools.chips.replaceChildren(...content.outcomes.filter((one) => counts.get(one.id) > 0).map((one) => {
      const chip = el("button", { type: "button", class: "chip", "aria-pressed": String(STATE.outcomes.has(one.id)), "data-outcome": one.id,
        onclick: () => {
          if (!STATE.outcomes.delete(one.id)) STATE.outcomes.add(one.id);
          chip.setAttribute("aria-pressed", STATE.outcomes.has(one.id));
          filter();
        } }, sign(one.id), counts.get(one.id) + " " + one.words);
      return chip;
    }));
  }

  function matches(check) {
    return (STATE.outcomes.size === 0 || STATE.outcomes.has(check.outcome))
      && (STATE.section === "" || STATE.section === check.section)
      && (STATE.text === "" || [check.id, check.words, check.section, check.why, ...check.sources].join("\n").toLowerCase().includes(STATE.text));
  }

  function filter() {
    let count = 0;
    for (const one of shown) {
      one.element.hidden = !matches(one.check);
      count += one.element.hidden ? 0 : 1;
    }
    const asked = STATE.outcomes.size > 0 || STATE.section !== "" || STATE.text !== "";
    for (const group of list.querySelectorAll(".group")) {
      group.hidden = !group.querySelector(".cards > li:not([hidden])");
      group.open = asked || !CLOSED_AT_FIRST.includes(group.dataset.outcome);
    }
    tools.count.textContent = count + " of " + shown.length + " shown";
  }

  function findings(target) {
    shown = [];
    list.replaceChildren(...content.outcomes.flatMap((one) => {
      const checks = target.checks.filter((check) => check.outcome === one.id);
      if (checks.length === 0) return [];
      const cards = checks.map((check) => card(target, check));
      return [el("details", { class: "group", "data-outcome": one.id }, el("summary", {}, el("h3", {}, TITLES[one.id], el("span", { class: "soft" }, String(checks.length)))),
        el("ul", { class: "cards" }, cards))];
    }));
    filter();
  }

  function card(target, check) {
    const details = el("details", { id: "check-" + check.id },
      el("summary", {}, sign(check.outcome), el("span", { class: "what" }, aside(WORDS[check.outcome] + ": "), check.words, el("code", {}, check.id)),
        el("span", { class: "where" }, check.section, el("span", { class: "tag" }, check.level))));
    details.addEventListener("toggle", () => {
      if (details.open && details.children.length === 1) details.append(inside(target, check));
    });
    const element = el("li", {}, details);
    shown.push({ check, element });
    return element;
  }

  function inside(target, check) {
    const about = [["Asked by", el("ul", {}, check.sources.map((source) => el("li", {}, source)))],
      ["This one alone", el("code", {}, "--only " + check.section + "/" + check.id)]];
    if (check.testedIn.length > 0) about.push(["Seen in", el("ul", {}, check.testedIn.map((name) => el("li", {}, talkLink(target, name))))]);
    const places = new Map();
    for (const offence of check.offences) {
      if (!places.has(offence.conversation)) places.set(offence.conversation, []);
      places.get(offence.conversation).push(offence);
    }
    return el("div", { class: "body" },
      el("dl", { class: "about" }, about.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
      check.why ? el("p", { class: "why foreign" }, check.why) : null,
      [...places].map(([name, offences]) => place(target, name, offences)),
      check.more > 0 ? el("p", { class: "soft" }, "And in " + counted(check.more, "more place.", "more places.")) : null);
  }

  function talkLink(target, name) {
    return el("a", { href: "#talk-" + encodeURIComponent(name), onclick: (event) => { event.preventDefault(); openTalk(name); } }, name);
  }

  function place(target, name, offences) {
    const talk = target.conversations.find((one) => one.name === name);
    return el("section", { class: "place" },
      el("h4", {}, "In ", talk ? talkLink(target, name) : name),
      offences.map((offence) => el("div", { class: "offence" },
        el("p", {}, "line " + offence.line + ", at " + seconds(offence.t) + ": " + offence.from + " ", el("code", {}, offence.event)),
        pair(offence))),
      talk ? sound(talk, offences) : null,
      talk ? timeline(target, talk, offences, true) : null);
  }

  function pair(one) {
    return el("dl", { class: "pair" },
      el("div", {}, el("dt", {}, "Expected"), foreign(one.expected, "dd")),
      el("div", { class: "found" }, el("dt", {}, "Found"), foreign(one.actual, "dd")));
  }

  // Both sides: what they said.

  function timeline(target, talk, offences, folded) {
    if (talk.entries.length === 0) return el("p", { class: "soft" }, "Nothing was seen: there was no connection.");
    const wrong = new Map();
    for (const offence of offences) {
      const at = placeOf(talk.entries, offence.line);
      if (at >= 0) wrong.set(at, [...(wrong.get(at) ?? []), offence]);
    }
    const rows = el("ol", { class: "timeline" });
    const lanes = () => el("li", { class: "lanes", "aria-hidden": "true" }, el("time", {}, ""), el("span", {}, "client"), el("span", {}, "server"));
    const near = (index) => [...wrong.keys()].some((at) => Math.abs(at - index) <= NEAR);
    const draw = (all) => rows.replaceChildren(lanes(), ...talk.entries.flatMap((entry, index) => all || near(index) ? [row(talk, entry, wrong.get(index) ?? [])] : []));
    const part = folded && wrong.size > 0 && talk.entries.some((entry, index) => !near(index));
    draw(!part);
    const more = el("button", { type: "button", class: "plain", onclick: () => { draw(true); more.remove(); } }, "Show the whole conversation");
    return el("div", { class: "timelines" }, rows,
      el("p", { class: "under" }, part ? more : null, el("a", { href: file(target, talk.trace) }, "Its trace, " + counted(talk.seen, "line", "lines"))));
  }

  function placeOf(entries, line) {
    const exact = entries.findIndex((entry) => entry.l === line && entry.k !== "gap");
    if (exact >= 0) return exact;
    let before = -1;
    entries.forEach((entry, index) => { if (entry.l <= line) before = index; });
    return before;
  }

  function row(talk, entry, wrong) {
    const run = entry.n > 1 && entry.k !== "gap";
    const name = entry.e + (run ? " ×" + entry.n : "");
    const until = run ? " until " + seconds(entry.u) : "";
    const connection = talk.connections > 1 ? " · connection " + entry.c : "";
    const line = [el("span", { class: "name" }, aside((entry.f ?? "nobody") + ": "), breakable(name)),
      el("span", { class: "gist foreign", title: entry.g }, entry.g + (entry.k === "sound" ? until : "") + connection)];
    const event = entry.j
      ? el("details", {}, el("summary", { class: "line" }, line), el("pre", { tabindex: "0" }, entry.j), run ? el("p", { class: "soft" }, "The first of " + entry.n + ".") : null)
      : el("div", { class: "line" }, line);
    return el("li", { class: (entry.f ?? "nobody") + " is-" + entry.k + (wrong.length ? " wrong" : "") },
      el("time", {}, (entry.t / 1000).toFixed(2)),
      el("div", { class: "event" }, event, wrong.map((offence) => el("p", { class: "told foreign" }, "✕ expected " + short(offence.expected) + ", found " + short(offence.actual)))));
  }

  // Both sides: how they sounded.

  const bytes = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

  function sound(talk, offences) {
    if (!talk.peaks) return talk.silent ? el("p", { class: "soft" }, talk.silent) : null;
    const wave = el("div", { class: "wave" }, waveform(talk), offences.map((offence) => at(talk, el("span", { class: "mark" }), offence.t)));
    const box = el("div", { class: "sound" }, el("div", { class: "waves" },
      el("span", { class: "client" }, "client"), el("span", { class: "server" }, "server"), wave, ticks(talk)));
    if (talk.sound) box.append(player(talk, wave));
    else if (talk.silent) box.append(el("p", { class: "soft" }, talk.silent));
    return box;
  }

  function at(talk, element, millis) {
    element.style.left = Math.min(100, Math.max(0, 100 * millis / talk.length)) + "%";
    return element;
  }

  function waveform(talk) {
    const sides = ["client", "server"].map((side) => bytes(talk.peaks[side]));
    const width = sides[0].length;
    const loudest = Math.max(48, ...sides.map((peaks) => peaks.reduce((one, other) => Math.max(one, other), 0)));
    const paths = sides.map((peaks, index) => {
      const middle = 25 + 50 * index;
      const height = (peak) => Math.max(0.4, 23 * peak / loudest);
      const upper = Array.from(peaks, (peak, x) => x + " " + (middle - height(peak)).toFixed(1));
      const lower = Array.from(peaks, (peak, x) => x + " " + (middle + height(peak)).toFixed(1)).reverse();
      return el("path", { class: ["client", "server"][index], d: "M" + upper.join("L") + "L" + lower.join("L") + "Z" });
    });
    return el("svg", { viewBox: "0 0 " + Math.max(1, width - 1) + " 100", preserveAspectRatio: "none", role: "img", "aria-label": "How loud both sides were" },
      el("line", { x1: 0, x2: width, y1: 50, y2: 50 }), paths);
  }

  function ticks(talk) {
    const step = [0.5, 1, 2, 5, 10, 30, 60, 120, 300].find((one) => talk.length / 1000 / one <= 9) ?? 600;
    const all = [];
    for (let time = 0; time * 1000 < talk.length * 0.97; time += step) all.push(at(talk, el("span", {}, time + " s"), time * 1000));
    return el("div", { class: "ticks", "aria-hidden": "true" }, all);
  }

  function player(talk, wave) {
    const audio = el("audio", { controls: true, preload: "metadata", "aria-label": "The conversation " + talk.name });
    const head = el("span", { class: "head" });
    const select = el("select", { "aria-label": "Which side" },
      el("option", { value: "client server" }, "both, client left, server right"), el("option", { value: "client" }, "client"), el("option", { value: "server" }, "server"));
    const load = () => {
      const time = audio.currentTime;
      if (audio.src) URL.revokeObjectURL(audio.src);
      audio.src = URL.createObjectURL(wav(talk, select.value.split(" ")));
      audio.currentTime = time;
    };
    select.addEventListener("change", load);
    audio.addEventListener("timeupdate", () => at(talk, head, audio.currentTime * 1000));
    wave.append(head);
    wave.addEventListener("click", (event) => {
      const box = wave.getBoundingClientRect();
      audio.currentTime = talk.length / 1000 * (event.clientX - box.left) / box.width;
      audio.play();
    });
    load();
    return el("div", { class: "play" }, audio, select);
  }

  // A WAV of mu-law, one channel for each side; 0xFF is silence.
  function wav(talk, sides) {
    const rate = talk.sound.rate;
    const pieces = sides.map((side) => talk.sound[side].map(([from, base64]) => [Math.round(from * rate / 1000), bytes(base64)]));
    const frames = Math.max(1, ...pieces.flat().map(([from, data]) => from + data.length));
    const file = new Uint8Array(58 + frames * sides.length).fill(0xFF);
    const view = new DataView(file.buffer);
    const text = (offset, letters) => [...letters].forEach((letter, index) => view.setUint8(offset + index, letter.charCodeAt(0)));
    text(0, "RIFF"); view.setUint32(4, file.length - 8, true); text(8, "WAVEfmt "); view.setUint32(16, 18, true);
    view.setUint16(20, 7, true); view.setUint16(22, sides.length, true); view.setUint32(24, rate, true);
    view.setUint32(28, rate * sides.length, true); view.setUint16(32, sides.length, true); view.setUint16(34, 8, true); view.setUint16(36, 0, true);
    text(38, "fact"); view.setUint32(42, 4, true); view.setUint32(46, frames, true); text(50, "data"); view.setUint32(54, frames * sides.length, true);
    pieces.forEach((all, channel) => all.forEach(([from, data]) => {
      for (let i = 0; i < data.length; i++) file[58 + (from + i) * sides.length + channel] = data[i];
    }));
    return new Blob([file], { type: "audio/wav" });
  }

  // Conversations.

  function conversations(target) {
    talks.replaceChildren(el("ul", { class: "cards" }, target.conversations.map((talk) => {
      const outcome = talk.status === "pass" || talk.status in SIGNS ? talk.status : "note";
      const details = el("details", { id: "talk-" + talk.name }, el("summary", {}, sign(outcome),
        el("span", { class: "what foreign" }, aside(talk.statusWords + ": "), talk.name), el("span", { class: "where" }, talk.took)));
      details.addEventListener("toggle", () => {
        if (details.open && details.children.length === 1) details.append(whole(target, talk));
      });
      return el("li", {}, details);
    })));
  }

  function whole(target, talk) {
    const offences = target.checks.flatMap((check) => check.offences).filter((offence) => offence.conversation === talk.name);
    return el("div", { class: "body" },
      talk.why ? el("p", { class: "why foreign" }, talk.why) : null,
      talk.unmet.map((line) => el("div", { class: "offence" }, el("p", { class: "foreign" }, line.line), pair(line))),
      sound(talk, offences), timeline(target, talk, offences, false),
      talk.output ? el("section", {}, el("h4", {}, "What the program printed"), el("pre", { class: "out", tabindex: "0" }, talk.output)) : null);
  }

  function openTalk(name) {
    const details = document.getElementById("talk-" + name);
    if (details) reveal(details);
  }

  // Which target, and going to places.

  function choose(index) {
    STATE.target = index;
    const target = content.targets[index];
    fillTools(target);
    findings(target);
    conversations(target);
    for (const tab of document.querySelectorAll("[data-target]")) tab.setAttribute("aria-pressed", Number(tab.dataset.target) === index);
  }

  function jump(id) {
    document.getElementById(id).scrollIntoView({ block: "start" });
  }

  function reveal(details) {
    for (let parent = details.parentElement; parent; parent = parent.parentElement) {
      if (parent.tagName === "DETAILS") parent.open = true;
    }
    details.open = true;
    details.scrollIntoView({ block: "start" });
    details.querySelector("summary").focus({ preventScroll: true });
  }

  function follow() {
    const place = location.hash.match(/^#(\d+)\/(.+)$/);
    const target = place && content.targets[Number(place[1])];
    if (!target) return false;
    const id = decodeURIComponent(place[2]);
    if (!target.checks.some((check) => check.id === id)) return false;
    STATE.outcomes.clear();
    STATE.text = tools.text.value = "";
    STATE.section = "";
    if (Number(place[1]) === STATE.target) {
      fillTools(target);
      filter();
    } else {
      choose(Number(place[1]));
    }
    reveal(document.getElementById("check-" + id));
    return true;
  }

  function build() {
    const first = content.targets[0];
    page.append(el("a", { class: "skip", href: "#findings" }, "Skip to the findings"), head(), el("main", {},
      several ? matrix() : el("section", { "aria-labelledby": "sections" }, el("h2", { id: "sections" }, "Sections"), board(first), key()),
      el("section", { "aria-labelledby": "findings" }, el("h2", { id: "findings" }, "Requirements"),
        several ? el("div", { class: "chips", role: "group", "aria-label": "Target" }, content.targets.map((target, index) =>
          el("button", { type: "button", class: "chip wide", "data-target": index, onclick: () => choose(index) }, target.target))) : null,
        toolbar(), list),
      el("section", { "aria-labelledby": "talks" }, el("h2", { id: "talks" }, "Conversations"), talks)),
    el("footer", {}, "Made by Soundcheck. Times are seconds since the first connection of a conversation opened. The same for programs: report.json, junit.xml, messages.ndjson."));
    choose(0);
    if (!follow()) {
      const worst = shown.find((one) => one.check.offences.length > 0);
      if (worst && first.red) worst.element.querySelector("details").open = true;
    }
  }

  build();
  window.addEventListener("hashchange", follow);
  // On paper, everything that is not met lies open.
  window.addEventListener("beforeprint", () => {
    for (const one of shown) {
      if (!CLOSED_AT_FIRST.includes(one.check.outcome)) one.element.querySelector("details").open = true;
    }
  });
})();
