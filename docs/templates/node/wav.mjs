/** WAV files of 16 bits, mono. */
import { readFile, writeFile } from "node:fs/promises";

const HEAD = 44;

export async function save(file, sound, rate) {
  const head = Buffer.alloc(HEAD);
  head.write("RIFF", 0);
  head.writeUInt32LE(HEAD - 8 + sound.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20); // PCM
  head.writeUInt16LE(1, 22); // mono
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(sound.length, 40);
  await writeFile(file, Buffer.concat([head, sound]));
}

/** The samples of a file that has nothing but them behind its head. */
export async function load(file) {
  return (await readFile(file)).subarray(HEAD);
}
