package dev.soundcheck.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Finds the chunks of one WAV file and makes mono samples of them. */
final class WavReader {
  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;

  private final String name;
  private final ByteBuffer bytes;

  WavReader(String name, byte[] bytes) {
    this.name = name;
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  Pcm sound() {
    requireRiff();
    Map<String, ByteBuffer> chunks = chunks();
    WavFormat format = WavFormat.read(name, required(chunks, "fmt "));
    return format.mono(required(chunks, "data"));
  }

  private void requireRiff() {
    boolean wave =
        bytes.limit() >= RIFF_HEADER
            && (text(0).equals("RIFF") || text(0).equals("RF64"))
            && text(CHUNK_HEADER).equals("WAVE");
    if (!wave) {
      throw new AudioException(
          "%s: expected a WAV file (RIFF, then WAVE), found %s; convert it to WAV first"
              .formatted(name, start()));
    }
  }

  /** The first chunk of each name; the sound runs to the end where its size is a lie. */
  private Map<String, ByteBuffer> chunks() {
    Map<String, ByteBuffer> chunks = new HashMap<>();
    long at = RIFF_HEADER;
    while (at + CHUNK_HEADER <= bytes.limit()) {
      int body = (int) at + CHUNK_HEADER;
      String id = text((int) at);
      long size = size(id, body);
      chunks.putIfAbsent(id, bytes.slice(body, (int) size).order(ByteOrder.LITTLE_ENDIAN));
      at = body + size + size % 2;
    }
    return chunks;
  }

  private long size(String id, int body) {
    long said = Integer.toUnsignedLong(bytes.getInt(body - 4));
    int there = bytes.limit() - body;
    boolean neverFilledIn = said == 0 && id.equals("data") && !riffSizeIsTrue();
    return neverFilledIn ? there : Math.min(said, there);
  }

  /** A writer that came back to fill in the outer size also filled in the inner one. */
  private boolean riffSizeIsTrue() {
    long said = Integer.toUnsignedLong(bytes.getInt(4)) + CHUNK_HEADER;
    return Math.abs(said - bytes.limit()) <= 1;
  }

  private ByteBuffer required(Map<String, ByteBuffer> chunks, String id) {
    ByteBuffer chunk = chunks.get(id);
    if (chunk == null) {
      throw new AudioException(
          "%s: expected a '%s' chunk, found %s in %d bytes; the file is cut short or damaged, make it again"
              .formatted(
                  name,
                  id.strip(),
                  chunks.isEmpty() ? "no chunks" : "only " + quoted(chunks),
                  bytes.limit()));
    }
    return chunk;
  }

  private static String quoted(Map<String, ByteBuffer> chunks) {
    return chunks.keySet().stream().sorted().map(id -> "'" + id.strip() + "'").toList().toString();
  }

  private String text(int at) {
    byte[] four = new byte[4];
    bytes.get(at, four);
    return new String(four, StandardCharsets.ISO_8859_1);
  }

  private String start() {
    if (bytes.limit() == 0) {
      return "an empty file";
    }
    byte[] first = new byte[Math.min(RIFF_HEADER, bytes.limit())];
    bytes.get(0, first);
    String seen = new String(first, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
    return "%d bytes that begin with '%s'".formatted(bytes.limit(), seen);
  }
}
