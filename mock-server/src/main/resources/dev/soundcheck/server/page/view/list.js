// A long list of which only what can be seen is there. One place in it is the chosen one; keys move it.

import { el } from "./el.js";

/** More than can be seen, so that scrolling shows no holes. */
const BEYOND = 12;

export class LongList {
  #draw;
  #choose;
  #rows = [];
  #shown = new Map();
  #chosen = -1;
  #space = el("div.space");
  #asked = false;
  #heightOf;
  #pinned = false;
  #height = 0;

  /**
   * @param name for screen readers
   * @param draw makes the element of a row
   * @param choose is told the row that is chosen, and whether it was opened
   * @param heightOf the height of every row in pixels, which may change with the width of the page
   */
  constructor(name, draw, choose, heightOf) {
    this.#draw = draw;
    this.#choose = choose;
    this.#heightOf = heightOf;
    this.element = el("div.long", { role: "listbox", tabindex: "0", "aria-label": name, onkeydown: (event) => this.#key(event), onclick: (event) => this.#click(event) }, this.#space);
    this.element.addEventListener("scroll", () => {
      this.#pinned = this.#atEnd();
      this.#later();
    }, { passive: true });
    new ResizeObserver(() => this.#resized()).observe(this.element);
  }

  /** Rows that become higher or lower leave the chosen one, or else the first in sight, where it is. */
  #resized() {
    const height = this.#heightOf();
    const before = this.#height;
    this.#height = height;
    if (height !== before && before > 0) {
      const anchor = this.#chosen >= 0 ? this.#chosen : Math.floor(this.element.scrollTop / before);
      const place = Math.max(0, Math.min(this.element.clientHeight - height, anchor * before - this.element.scrollTop));
      this.#space.style.height = this.#rows.length * height + "px";
      this.element.scrollTop = anchor * height - place;
    }
    this.#later();
  }

  /** @param rows each with a `key`, and a `stamp` that changes when it has to be drawn anew */
  show(rows, follow = false) {
    const key = this.#rows[this.#chosen]?.key;
    this.#rows = rows;
    this.#chosen = key === undefined ? -1 : rows.findIndex((row) => row.key === key);
    if (follow) {
      this.#space.style.height = rows.length * this.#heightOf() + "px";
      this.element.scrollTop = this.element.scrollHeight;
    }
    this.#later();
  }

  get length() {
    return this.#rows.length;
  }

  get row() {
    return this.#rows[this.#chosen] ?? null;
  }

  rowAt(index) {
    return this.#rows[index];
  }

  /** Chooses a row and brings it into sight. */
  choose(index, opened = false) {
    if (index < 0 || index >= this.#rows.length) return;
    this.#chosen = index;
    const height = this.#heightOf();
    const top = index * height;
    this.#space.style.height = this.#rows.length * height + "px";
    const box = this.element;
    if (top < box.scrollTop) box.scrollTop = top - (opened ? 0 : box.clientHeight / 3);
    else if (top + height > box.scrollTop + box.clientHeight) box.scrollTop = top + height - box.clientHeight + (opened ? 0 : box.clientHeight / 3);
    this.#later();
    this.#choose(this.#rows[index], opened);
  }

  /** The next row from here on that passes, around the end. */
  next(test, step = 1) {
    for (let tried = 1; tried <= this.#rows.length; tried++) {
      const index = (this.#chosen + step * tried + this.#rows.length * 2) % this.#rows.length;
      if (test(this.#rows[index])) return this.choose(index, false);
    }
    return undefined;
  }

  get atEnd() {
    return this.#pinned || this.#atEnd();
  }

  #atEnd() {
    return this.element.scrollTop + this.element.clientHeight >= this.element.scrollHeight - this.#heightOf();
  }

  #later() {
    if (this.#asked) return;
    this.#asked = true;
    requestAnimationFrame(() => { this.#asked = false; this.#paint(); });
  }

  #paint() {
    const height = this.#heightOf();
    this.#space.style.height = this.#rows.length * height + "px";
    const first = Math.max(0, Math.floor(this.element.scrollTop / height) - BEYOND);
    const last = Math.min(this.#rows.length, Math.ceil((this.element.scrollTop + this.element.clientHeight) / height) + BEYOND);
    const kept = new Set();
    for (let index = first; index < last; index++) kept.add(this.#place(this.#rows[index], index, height));
    for (const [key, one] of this.#shown) {
      if (!kept.has(key)) { one.element.remove(); this.#shown.delete(key); }
    }
    const active = this.#rows[this.#chosen];
    const seen = active && this.#shown.get(active.key);
    if (seen) this.element.setAttribute("aria-activedescendant", seen.element.id);
    else this.element.removeAttribute("aria-activedescendant");
  }

  #place(row, index, height) {
    let one = this.#shown.get(row.key);
    if (!one || one.stamp !== row.stamp) {
      one?.element.remove();
      one = { element: this.#draw(row), stamp: row.stamp };
      one.element.id = this.element.getAttribute("aria-label").replace(/\W+/g, "-").toLowerCase() + "-" + row.key;
      one.element.setAttribute("role", "option");
      this.#shown.set(row.key, one);
      this.#space.append(one.element);
    }
    one.element.dataset.index = index;
    one.element.style.top = index * height + "px";
    one.element.style.height = height + "px";
    one.element.setAttribute("aria-setsize", this.#rows.length);
    one.element.setAttribute("aria-posinset", index + 1);
    one.element.setAttribute("aria-selected", index === this.#chosen);
    return row.key;
  }

  #click(event) {
    const element = event.target.closest("[data-index]");
    if (element && !event.target.closest("button, a")) this.choose(Number(element.dataset.index), true);
  }

  #key(event) {
    if (event.target !== this.element || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.#heightOf()) - 1);
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, j: 1, k: -1 };
    const jumps = { Home: 0, End: this.#rows.length - 1 };
    let index = null;
    if (event.key in moves) index = Math.max(0, Math.min(this.#rows.length - 1, this.#chosen + moves[event.key]));
    if (event.key in jumps) index = jumps[event.key];
    if (index !== null) this.choose(index, false);
    else if (event.key === "Enter" || event.key === " ") this.choose(this.#chosen, true);
    else return;
    event.preventDefault();
  }
}
