// Runs in the audio thread: hands the microphone on in pieces of 20 ms.

registerProcessor("capture", class extends AudioWorkletProcessor {
  #piece = new Float32Array(Math.round(sampleRate / 50));
  #filled = 0;

  process([[channel]]) {
    if (!channel) return true;
    for (const sample of channel) {
      this.#piece[this.#filled++] = sample;
      if (this.#filled === this.#piece.length) {
        this.port.postMessage(this.#piece);
        this.#filled = 0;
      }
    }
    return true;
  }
});
