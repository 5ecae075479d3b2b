// The explanation of an event's members, by the place of each in the event.

/** `session.tools[0].name` is explained as `session.tools[].name`; several forms may explain one member. */
export function explained(guide) {
  const by = new Map();
  for (const field of guide?.fields ?? []) {
    if (!by.has(field.path)) by.set(field.path, []);
    by.get(field.path).push(field);
  }
  return by;
}

/** "a string, required, one of …": what the contract says of a member, in words. */
export function inWords(fields) {
  const said = fields.map((field) => [field.type === "any value" && field.allowed ? "" : field.type, field.required ? "required" : "", field.allowed, field.when].filter(Boolean).join(", "));
  return [...new Set(said)].join("; or ");
}

/** The path of a member under another one. */
export const under = (path, key) => typeof key === "number" ? path + "[]" : path ? path + "." + key : key;

/** The same as the validator writes it: `$.session.tools[0].name`. */
export const exact = (path, key) => typeof key === "number" ? `${path}[${key}]` : `${path}.${key}`;
