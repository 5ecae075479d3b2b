// Base64 and bytes.

/** The bytes that these letters stand for; none where they are no base64. */
export function bytesOf(base64) {
  try {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
    const letters = atob(base64);
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
    return bytes;
  } catch {
    return new Uint8Array(0);
  }
}

const AT_ONCE = 0x8000;

export function base64Of(bytes) {
  if (bytes.toBase64) return bytes.toBase64();
  let letters = "";
  for (let i = 0; i < bytes.length; i += AT_ONCE) letters += String.fromCharCode(...bytes.subarray(i, i + AT_ONCE));
  return btoa(letters);
}
