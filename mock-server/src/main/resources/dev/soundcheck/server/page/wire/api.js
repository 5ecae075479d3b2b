// Requests to the control API. The key of --control-key is asked for when it is needed, and lives as long as this tab.

const KEY = "soundcheck.control-key";
const SILENCE = 15_000;

/** What a server answered that is no success, or that it did not answer (status 0). */
export class Refused extends Error {
  constructor(status, message, fields = [], mistakes = []) {
    super(message);
    this.status = status;
    this.fields = fields;
    this.mistakes = mistakes;
  }
}

export class Api {
  #askKey;
  #asking = null;

  /** @param askKey asks a person for the key; a promise of it */
  constructor(askKey) {
    this.#askKey = askKey;
  }

  get = async (path, signal) => (await this.open(path, { signal: signal ?? AbortSignal.timeout(SILENCE) })).json();
  post = (path, body) => this.#order("POST", path, body);
  put = (path, body) => this.#order("PUT", path, body);
  remove = (path) => this.#order("DELETE", path);

  async #order(method, path, body) {
    const options = { method, signal: AbortSignal.timeout(SILENCE) };
    if (body !== undefined) Object.assign(options, { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
    return (await this.open(path, options)).json();
  }

  /** The answer itself, to be read as it comes. */
  async open(path, options = {}) {
    const shown = sessionStorage.getItem(KEY);
    const answer = await fetch(path, { ...options, cache: "no-store", headers: { ...options.headers, ...(shown ? { Authorization: "Bearer " + shown } : {}) } })
      .catch((failure) => { throw options.signal?.aborted && failure.name === "AbortError" ? failure : new Refused(0, "The server does not answer."); });
    if (answer.status === 401) {
      await this.#newKey(shown);
      return this.open(path, options);
    }
    if (!answer.ok) throw await refused(answer);
    return answer;
  }

  /** One question, however many requests wait for it. */
  async #newKey(shown) {
    if (sessionStorage.getItem(KEY) !== shown) return;
    this.#asking ??= this.#askKey(shown !== null).then((key) => sessionStorage.setItem(KEY, key)).finally(() => { this.#asking = null; });
    await this.#asking;
  }
}

async function refused(answer) {
  const body = await answer.json().catch(() => ({}));
  return new Refused(answer.status, String(body.error ?? "The server answered with status " + answer.status + "."), body.fields, body.mistakes);
}
