// Asks for the key of --control-key.

import { el, labelled } from "./el.js";

/**
 * A promise of the key that somebody gives.
 * @param wrong whether one was shown already
 */
export function askKey(wrong) {
  return new Promise((given) => {
    const key = el("input", { type: "password", required: true, autocomplete: "off" });
    const dialog = el("dialog", { "aria-labelledby": "key-title", oncancel: (event) => event.preventDefault() },
      el("form", { method: "dialog", onsubmit: (event) => { event.preventDefault(); dialog.close(); dialog.remove(); given(key.value); } },
        el("h2", { id: "key-title" }, "This server has a control key"),
        el("p", {}, wrong ? "That was not the key of --control-key." : "Give the key that it was started with (--control-key). It is kept for this tab only."),
        labelled("Control key", key), el("div.actions", {}, el("button.button.primary", { type: "submit" }, "Go on"))));
    document.body.append(dialog);
    dialog.showModal();
  });
}
