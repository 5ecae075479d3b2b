// The rows of a timeline: heads of turns and answers, events, runs of pieces as one row, gaps, findings.

import { gist, isKeepalive, isPiece } from "./gist.js";
import { story } from "./story.js";
import { bytes, counted, lasting } from "./words.js";

/** Longer than this nothing was said by anybody. */
const GAP = 2_000_000;

/**
 * All rows, in their order.
 * @param all what was seen
 * @param findings lists of findings by the index of what they are about
 * @param opened keys of runs that lie open, and of turns and answers that are shut
 * @param wanted which of what was seen is wanted; null for all of it, in turns and answers
 */
export function rows(all, findings, opened, wanted) {
  return wanted ? chosen(all, findings, wanted) : new Builder(all, findings, opened).rows;
}

function chosen(all, findings, wanted) {
  const found = [];
  all.forEach((seen, index) => {
    const wrong = findings.get(index) ?? [];
    if (!wanted(seen, wrong)) return;
    found.push(one(seen, index, wrong));
    wrong.forEach((finding, place) => found.push(about(finding, index, place)));
  });
  return found;
}

const one = (seen, index, wrong) => ({ kind: "event", key: "e" + index, at: seen.at, seen, index, wrong: wrong.length > 0 });
const about = (finding, index, place) => ({ kind: "finding", key: "f" + index + "." + place, finding, index });

class Builder {
  rows = [];
  #all;
  #findings;
  #opened;
  #runs = new Map();
  #shut = null;
  #last = 0;

  constructor(all, findings, opened) {
    this.#all = all;
    this.#findings = findings;
    this.#opened = opened;
    const heads = story(all);
    all.forEach((seen, index) => this.#see(seen, index, heads.get(index)));
  }

  #see(seen, index, head) {
    this.#gap(seen);
    if (head) this.#head(head, index);
    const wrong = this.#findings.get(index) ?? [];
    if (this.#shut && wrong.length === 0) {
      this.#shut.hidden++;
      return;
    }
    if (isPiece(seen) && wrong.length === 0) this.#piece(seen, index);
    else {
      if (!isPiece(seen)) this.#forget();
      this.rows.push(one(seen, index, wrong));
      wrong.forEach((finding, place) => this.rows.push(about(finding, index, place)));
    }
  }

  #gap(seen) {
    if (isKeepalive(seen)) return;
    if (this.#last > 0 && seen.at - this.#last > GAP) {
      this.rows.push({ kind: "gap", key: "g" + seen.at, at: this.#last, lasted: (seen.at - this.#last) / 1000 });
    }
    this.#last = seen.at;
  }

  #head(head, index) {
    const key = "h" + index;
    const row = { kind: head.kind, key, at: head.at, head, index, shut: this.#opened.has(key), hidden: 0 };
    this.rows.push(row);
    this.#shut = row.shut ? row : null;
    this.#runs.clear();
  }

  /** What is no piece ends all runs; signs of life are few and go on to the end of the turn. */
  #forget() {
    for (const [name, run] of this.#runs) if (!isKeepalive(run.first)) this.#runs.delete(name);
  }

  #piece(seen, index) {
    const name = seen.from + " " + seen.type + " " + (seen.event.response_id ?? "") + (seen.event.item_id ?? "");
    const run = this.#runs.get(name);
    if (!run) {
      const made = { kind: "run", key: "r" + index, at: seen.at, first: seen, index, indices: [index], bytes: seen.bytes, until: seen.at, pause: 0, last: seen, words: words(seen) };
      made.open = this.#opened.has(made.key);
      this.#runs.set(name, made);
      this.rows.push(made);
    } else {
      run.indices.push(index);
      run.bytes += seen.bytes;
      run.pause = Math.max(run.pause, seen.at - run.until);
      run.until = seen.at;
      run.words += words(seen);
      run.last = seen;
    }
    const whole = run ?? this.#runs.get(name);
    if (whole.open) this.rows.push({ ...one(seen, index, []), inner: true });
  }
}

const words = (seen) => typeof seen.event.delta === "string" && !seen.member ? seen.event.delta : "";

/** What a run of pieces comes to: its words or its sound, how long it took, its longest pause. */
export function runGist(run) {
  if (run.indices.length === 1) return gist(run.first);
  const took = (run.until - run.first.at) / 1000;
  const what = run.bytes > 0 ? bytes(run.bytes) + " of sound" : run.words ? "“" + run.words + "”" : isKeepalive(run.first) ? "" : gist(run.last);
  const pause = run.pause > 300_000 && !isKeepalive(run.first) ? ", longest pause " + lasting(run.pause / 1000) : "";
  return [what, "in " + lasting(took) + pause].filter(Boolean).join(" · ");
}

/** A turn or an answer in words. */
export function headText(row) {
  const head = row.head;
  return head.kind === "turn" ? turnText(head) : answerText(head);
}

function turnText(turn) {
  const who = turn.call !== null ? "Tool result" : "Turn " + turn.number;
  const words = turn.words ? "“" + turn.words + "”" : turn.spoken ? "speech" : "";
  const into = turn.into ? " · interrupts answer " + turn.into.number + " after " + lasting((turn.at - turn.into.firstSound) / 1000) : "";
  return { who, words, facts: into.replace(/^ · /, "") };
}

function answerText(answer) {
  const calls = answer.calls.length > 0 ? "calls " + answer.calls.map((call) => call.name || "a tool").join(", ") : "";
  const facts = [answer.interrupted !== null ? "interrupted after " + lasting(answer.interrupted) : answer.status || "running",
    answer.waited !== null ? "first sound after " + lasting(answer.waited) : "",
    answer.sound > 0 ? lasting(answer.sound) + " of sound" : "", calls];
  return { who: "Answer " + answer.number, words: answer.words ? "“" + answer.words + "”" : "", facts: facts.filter(Boolean).join(" · ") };
}

/** Counts in words, for a head that is shut. */
export const hiddenText = (row) => row.shut ? counted(row.hidden, "event") + " folded" : "";
