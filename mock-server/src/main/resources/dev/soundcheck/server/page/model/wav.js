// WAV files of 16-bit PCM.

/** @param channels samples of each channel, equally many */
export function wav(channels, rate) {
  const frames = channels[0].length;
  const body = frames * channels.length * 2;
  const file = new DataView(new ArrayBuffer(44 + body));
  const text = (offset, letters) => [...letters].forEach((letter, index) => file.setUint8(offset + index, letter.charCodeAt(0)));
  text(0, "RIFF"); file.setUint32(4, 36 + body, true); text(8, "WAVEfmt "); file.setUint32(16, 16, true);
  file.setUint16(20, 1, true); file.setUint16(22, channels.length, true); file.setUint32(24, rate, true);
  file.setUint32(28, rate * channels.length * 2, true); file.setUint16(32, channels.length * 2, true); file.setUint16(34, 16, true);
  text(36, "data"); file.setUint32(40, body, true);
  channels.forEach((samples, channel) => {
    for (let i = 0; i < frames; i++) file.setInt16(44 + (i * channels.length + channel) * 2, samples[i], true);
  });
  return file.buffer;
}
