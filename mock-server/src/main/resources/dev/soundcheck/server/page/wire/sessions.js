// All sessions that the server remembers: asked for again and again while somebody looks, less often when that costs much.

const OFTEN = 1000;
const SELDOM = 15_000;

export class Sessions extends EventTarget {
  all = [];
  trouble = "";
  known = false;
  #api;
  #timer = 0;
  #visible = () => { if (!document.hidden) this.ask(); };

  constructor(api) {
    super();
    this.#api = api;
    document.addEventListener("visibilitychange", this.#visible);
    this.ask();
  }

  /** Asks now; tells whoever listens when there is something else. */
  async ask() {
    clearTimeout(this.#timer);
    const began = performance.now();
    let pause = OFTEN;
    try {
      this.all = (await this.#api.get("/soundcheck/sessions")).sessions.reverse();
      this.trouble = "";
      this.known = true;
      pause = Math.min(SELDOM, Math.max(OFTEN, 10 * (performance.now() - began)));
    } catch (failure) {
      this.trouble = failure.status === 0 ? "The server does not answer. Trying again…" : failure.message;
    }
    this.dispatchEvent(new Event("change"));
    clearTimeout(this.#timer);
    if (!document.hidden) this.#timer = setTimeout(() => this.ask(), pause);
  }
}
