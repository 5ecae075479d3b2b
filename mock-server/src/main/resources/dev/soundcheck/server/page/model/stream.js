// Server-sent events (HTML, section 9.2), as far as our server uses them.

/** Reads text in pieces; gives each event's name and data. */
export class EventStream {
  #rest = "";

  take(piece) {
    const blocks = (this.#rest + piece).split("\n\n");
    this.#rest = blocks.pop();
    return blocks.map(read).filter((one) => one.data !== "");
  }
}

function read(block) {
  const event = { name: "message", data: "" };
  for (const line of block.split("\n")) {
    if (line.startsWith("event: ")) event.name = line.slice(7);
    if (line.startsWith("data: ")) event.data += line.slice(6);
  }
  return event;
}
