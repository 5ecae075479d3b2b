// Clients that say whatever they are told.

import { connect } from "node:net";

/** Speaks from a page of its own that allows it everything. */
export class Speaker {
  /** @param chromium a browser @param mock that is spoken to */
  static async open(chromium, mock) {
    const speaker = new Speaker();
    speaker.context = await chromium.newContext();
    speaker.page = await speaker.context.newPage();
    await speaker.page.goto(mock.page + "v1/realtime");
    await speaker.page.evaluate(() => { window.sockets = []; });
    return speaker;
  }

  /**
   * A session in which this was said, text or `{bytes}`; it stays open until it is closed.
   * @returns its place among the sockets
   */
  say(mock, messages, query = "") {
    return this.page.evaluate(async ([address, all]) => {
      const socket = new WebSocket(address, ["xai-client-secret.any"]);
      socket.heard = 0;
      socket.onmessage = () => { socket.heard++; };
      await new Promise((opened, failed) => { socket.onopen = opened; socket.onerror = () => failed(new Error("no socket")); });
      await new Promise((greeted) => { const timer = setInterval(() => { if (socket.heard > 0) { clearInterval(timer); greeted(); } }, 5); });
      for (const message of all) socket.send(typeof message === "string" ? message : new Uint8Array(message.bytes));
      return window.sockets.push(socket) - 1;
    }, [mock.url + query, messages]);
  }

  more(socket, messages) {
    return this.page.evaluate(([index, all]) => all.forEach((message) => window.sockets[index].send(message)), [socket, messages]);
  }

  /** Goes on saying this while something else is done: so often, a few milliseconds apart. */
  goOn(socket, message, times) {
    return this.page.evaluate(([index, text, all]) => {
      let left = all;
      const timer = setInterval(() => {
        window.sockets[index].send(text);
        if (--left === 0) clearInterval(timer);
      }, 4);
    }, [socket, message, times]);
  }

  hangUp(socket) {
    return this.page.evaluate((index) => window.sockets[index].close(1000), socket);
  }

  close() {
    return this.context.close();
  }
}

/** So many sessions that are opened and left again, some at a time; browsers open sockets one after the other. */
export async function visits(mock, count) {
  for (let begun = 0; begun < count; begun += 40) await Promise.all(Array.from({ length: Math.min(40, count - begun) }, () => visit(mock)));
}

const HANGS_UP = Buffer.from([0x88, 0x82, 0, 0, 0, 0, 0x03, 0xe8]);

/** Opens a session, waits for the greeting, and closes with 1000 (RFC 6455, sections 4.1 and 5.5.1). */
function visit(mock) {
  return new Promise((left, failed) => {
    const socket = connect(mock.port, "127.0.0.1", () => socket.write("GET /v1/realtime HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
      + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nAuthorization: Bearer any\r\n\r\n"));
    let heard = "";
    socket.on("data", (piece) => {
      const greeted = heard.includes("session.created");
      heard += piece.toString("latin1");
      if (!greeted && heard.includes("session.created")) socket.write(HANGS_UP);
    });
    socket.on("close", left);
    socket.on("error", failed);
  });
}
