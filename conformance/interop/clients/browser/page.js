// What a voice page does with nothing but the browser: it mints a secret, opens a socket with it, and types, or
// sends its microphone. tell() is given by whoever opens the page.

const RATE = 24_000;
let socket;
let answering = false;

async function talk({ url, secrets, key, question }) {
  const speaker = new AudioContext({ sampleRate: RATE });
  socket = new WebSocket(url, [`xai-client-secret.${await secret(secrets, key)}`]);
  socket.addEventListener("error", () => console.log("the socket failed"));
  socket.addEventListener("close", ({ code, reason }) => console.log(`closed with ${code} ${reason}`));
  socket.addEventListener("message", async ({ data }) => {
    const event = JSON.parse(data);
    if (event.type === "session.created") send({ type: "session.update", session: session() });
    if (event.type === "session.updated") await (question ? type(question) : listen());
    if (event.type === "response.created") answering = true;
    if (event.type === "response.done") answering = false;
    if (event.type === "response.output_audio.delta") tell("sounded", play(speaker, event.delta));
    if (event.type === "response.output_audio_transcript.delta") tell("said", event.delta);
    if (event.type === "conversation.item.input_audio_transcription.completed") tell("userSaid", event.transcript);
    if (event.type === "error") console.log(`error: ${event.error.message}`);
  });
}

/** In real life the page asks its own server, which knows the key. */
async function secret(address, key) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: JSON.stringify({ expires_after: { seconds: 300 } }),
  });
  return (await answer.json()).value;
}

function session() {
  const format = { type: "audio/pcm", rate: RATE };
  return {
    instructions: "You answer in one sentence.",
    voice: "ara",
    turn_detection: { type: "server_vad" },
    audio: { input: { format }, output: { format } },
  };
}

function type(text) {
  send({ type: "conversation.item.create", item: { type: "message", role: "user", content: [{ type: "input_text", text }] } });
  send({ type: "response.create" });
}

/** Sends the microphone in pieces of about 20 ms. */
async function listen() {
  const context = new AudioContext({ sampleRate: RATE });
  await context.audioWorklet.addModule(URL.createObjectURL(new Blob([PIECES], { type: "text/javascript" })));
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { autoGainControl: false } }); // else it clips
  const pieces = new AudioWorkletNode(context, "pieces");
  context.createMediaStreamSource(stream).connect(pieces);
  pieces.port.onmessage = ({ data }) => {
    const sound = Int16Array.from(data, (sample) => Math.max(-1, Math.min(1, sample)) * 0x7fff);
    send({ type: "input_audio_buffer.append", audio: btoa(String.fromCharCode(...new Uint8Array(sound.buffer))) });
  };
}

const PIECES = `registerProcessor("pieces", class extends AudioWorkletProcessor {
  #samples = [];
  process([[channel]]) {
    if (channel) this.#samples.push(...channel);
    if (this.#samples.length >= ${RATE / 50}) this.port.postMessage(this.#samples.splice(0));
    return true;
  }
})`;

/** Plays a piece after those before it; gives its length in seconds. */
let end = 0;
function play(speaker, base64) {
  const sound = new Int16Array(Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)).buffer);
  const buffer = speaker.createBuffer(1, sound.length, RATE);
  buffer.copyToChannel(Float32Array.from(sound, (sample) => sample / 0x8000), 0);
  const source = new AudioBufferSourceNode(speaker, { buffer });
  source.connect(speaker.destination);
  end = Math.max(end, speaker.currentTime);
  source.start(end);
  end += buffer.duration;
  return buffer.duration;
}

function send(event) {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(event));
}

/** Not in the middle of an answer. */
async function hangUp() {
  for (let waited = 0; answering && waited < 3000; waited += 20) await new Promise((resolve) => setTimeout(resolve, 20));
  socket.close(1000);
}
