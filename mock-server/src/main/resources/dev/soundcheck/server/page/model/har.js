// A session as HAR 1.2 with `_webSocketMessages`, as browsers and proxies write it; `soundcheck import` reads it.

/**
 * @param lines of a trace, header first
 * @param address of the socket
 */
export function har(lines, address) {
  const [header, ...seen] = lines.map((line) => ({ ...JSON.parse(line), line }));
  const opened = Date.parse(header.started_at);
  const messages = seen.map((line) => message(line, opened)).filter((one) => one !== null);
  const closed = seen.find((line) => "closed" in line);
  return { log: { version: "1.2", creator: { name: "Soundcheck", version: header.tool }, entries: [{
    startedDateTime: header.started_at, time: seen.length > 0 ? seen.at(-1).at / 1000 : 0, _resourceType: "websocket",
    request: { ...EMPTY, method: "GET", url: address, httpVersion: "HTTP/1.1", queryString: [] },
    response: { ...EMPTY, status: 101, statusText: "Switching Protocols", httpVersion: "HTTP/1.1", redirectURL: "", content: { size: 0, mimeType: "x-unknown" } },
    cache: {}, timings: { send: 0, wait: 0, receive: 0 }, _webSocketMessages: messages,
    ...(closed ? { _closed: { from: closed.from, code: closed.closed, reason: closed.reason } } : {}),
  }] } };
}

const EMPTY = { cookies: [], headers: [], headersSize: -1, bodySize: -1 };

/** The event as it was written: a number that is read and written again may be spelt otherwise. */
function written({ line, event, hashed }) {
  return hashed ? JSON.stringify(event) : line.slice(line.indexOf("\"event\":") + 8, line.lastIndexOf("}"));
}

function message(line, opened) {
  const about = { type: line.from === "client" ? "send" : "receive", time: (opened + line.at / 1000) / 1000 };
  if (line.event) return { ...about, opcode: 1, data: written(line) };
  if ("malformed" in line) return { ...about, opcode: 1, data: line.malformed };
  return "binary" in line ? { ...about, opcode: 2, data: line.binary } : null;
}
