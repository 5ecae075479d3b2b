// Times, sizes and texts in words.

/** Microseconds as seconds with two digits: "1.25". */
export const seconds = (micros) => (micros / 1e6).toFixed(2);

/** A length of time, as short as it can be read: "80 ms", "1.2 s", "3:05". */
export function lasting(millis) {
  if (millis < 1000) return Math.round(millis) + " ms";
  if (millis < 60_000) return (millis / 1000).toFixed(1) + " s";
  const whole = Math.round(millis / 1000);
  return Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0") + " min";
}

const FORMAT = new Intl.NumberFormat("en");

/** "1,048,576". */
export const grouped = (number) => FORMAT.format(number);

export const counted = (count, one, many = one + "s") => grouped(count) + " " + (count === 1 ? one : many);

/** "3.1 MB". */
export function bytes(count) {
  if (count < 1000) return counted(count, "byte");
  return count < 1e6 ? (count / 1000).toFixed(1) + " kB" : (count / 1e6).toFixed(1) + " MB";
}

/** At most so many characters, on one line, with nothing in it that cannot be seen. */
export function line(text, most = 160) {
  const visible = shown(text.length > most * 4 ? text.slice(0, most * 4) : text).replace(/\s+/g, " ").trim();
  return visible.length > most ? visible.slice(0, most) + "…" : visible;
}

/** Control characters and those that turn the direction of writing become visible signs. */
export function shown(text) {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (one) => {
    const code = one.codePointAt(0);
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : "\\u" + code.toString(16).padStart(4, "0");
  });
}
