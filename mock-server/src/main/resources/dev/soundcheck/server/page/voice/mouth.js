// Where the user's sound comes from: a microphone, or a file as if it were spoken into one.

import { Resampler } from "./resampler.js";

export const RATE = 24_000;
const PIECE = RATE / 50;

/**
 * A microphone.
 * @param heard is given pieces of 24 kHz, samples from -1 to 1
 * @returns closes it
 */
export async function microphone(heard) {
  if (!navigator.mediaDevices?.getUserMedia) throw new Error("This browser gives the microphone only to pages of this machine or over https.");
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } }).catch((refusal) => {
    throw new Error("No microphone: " + refusal.message + ". Allow it for this page, or use a file.");
  });
  const context = new AudioContext();
  await context.audioWorklet.addModule(new URL("./capture.js", import.meta.url));
  const capture = new AudioWorkletNode(context, "capture", { numberOfOutputs: 0 });
  const resampler = new Resampler(context.sampleRate, RATE);
  capture.port.onmessage = ({ data }) => heard(resampler.take(data));
  context.createMediaStreamSource(stream).connect(capture);
  return () => {
    stream.getTracks().forEach((track) => track.stop());
    context.close();
  };
}

/**
 * A file of sound, as fast as it would be spoken; silence behind it, until it is closed.
 * @param heard as above
 * @param ended is called when the file is over
 */
export async function file(content, heard, ended) {
  const context = new OfflineAudioContext(1, 1, RATE);
  const buffer = await context.decodeAudioData(await content.arrayBuffer()).catch(() => {
    throw new Error("This file is no sound that the browser can read. WAV, MP3, FLAC and Ogg usually are.");
  });
  const samples = mono(buffer);
  const began = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = Math.floor((performance.now() - began) / 1000 * RATE);
    for (; sent + PIECE <= due; sent += PIECE) heard(padded(samples, sent));
    if (sent >= samples.length && ended) {
      ended();
      ended = null;
    }
  }, 20);
  return () => clearInterval(timer);
}

function mono(buffer) {
  const mixed = new Float32Array(buffer.length);
  for (let channel = 0; channel < buffer.numberOfChannels; channel++) {
    buffer.getChannelData(channel).forEach((sample, index) => { mixed[index] += sample / buffer.numberOfChannels; });
  }
  return mixed;
}

function padded(samples, from) {
  const piece = new Float32Array(PIECE);
  if (from < samples.length) piece.set(samples.subarray(from, from + PIECE));
  return piece;
}
