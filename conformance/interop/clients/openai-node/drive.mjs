// Starts talk.mjs. Node reads NODE_EXTRA_CA_CERTS only once, before it runs anything, so the program that
// trusts the mock's authority has to be one that is started with it.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const talk = fileURLToPath(new URL("talk.mjs", import.meta.url));
// Without the option Node 20 has no WebSocket of its own; later ones have it anyway.
const flags = process.argv[2] === "native" ? ["--experimental-websocket", "--no-warnings"] : [];
const { status } = spawnSync(process.execPath, [...flags, talk, process.argv[2]], {
  stdio: "inherit",
  timeout: 40_000,
  env: { ...process.env, NODE_EXTRA_CA_CERTS: process.env.SOUNDCHECK_CA },
});
process.exit(status ?? 1);
