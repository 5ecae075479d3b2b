package dev.soundcheck.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the chunks of one WAV file, whatever its sizes say. */
final class WavReader {
  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;

  /** The size that says "see the ds64 chunk" (EBU Tech 3306), or "unknown" in a plain file. */
  private static final long NO_SIZE = 0xFFFF_FFFFL;

  /** No file has as many; what looks like them is noise. */
  private static final int MOST_CHUNKS = 10_000;

  /** The longest format chunk in use is 40 bytes long. */
  private static final int FORMAT_READ = 64;

  /** Where a chunk's body lies, and what size its header claims. */
  private record Chunk(long at, long said, long size) {}

  private final String name;
  private final StoredBytes bytes;
  private final Map<String, Chunk> chunks = new LinkedHashMap<>();

  WavReader(String name, StoredBytes bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  WavLayout layout() throws IOException {
    requireRiff();
    findChunks();
    Chunk formatChunk = required("fmt ");
    int formatSize = (int) Math.min(FORMAT_READ, formatChunk.size());
    WavFormat format = WavFormat.read(name, bytes.at(formatChunk.at(), formatSize));
    Chunk data = required("data");
    long frames = data.size() / format.frame();
    return new WavLayout(format, data.at(), frames * format.frame(), remark(format, data));
  }

  private void requireRiff() throws IOException {
    boolean wave =
        bytes.size() >= RIFF_HEADER
            && List.of("RIFF", "RF64", "BW64").contains(text(0))
            && text(CHUNK_HEADER).equals("WAVE");
    if (!wave) {
      throw new AudioException(
          "%s: expected a WAV file (RIFF, then WAVE), found %s; convert it to WAV first"
              .formatted(name, start()));
    }
  }

  /** The first chunk of each name, until format and sound are known. */
  private void findChunks() throws IOException {
    long at = RIFF_HEADER;
    int found = 0;
    while (at + CHUNK_HEADER <= bytes.size() && isChunk(at) && found++ < MOST_CHUNKS) {
      String id = text(at);
      Chunk chunk = chunk(id, at + CHUNK_HEADER);
      chunks.putIfAbsent(id, chunk);
      if (chunks.containsKey("fmt ") && chunks.containsKey("data")) {
        return;
      }
      at = next(chunk);
    }
  }

  /** Chunks begin at even places; some writers forget that. */
  private long next(Chunk chunk) throws IOException {
    long end = chunk.at() + chunk.size();
    boolean forgotten = end % 2 == 1 && isChunk(end) && !isChunk(end + 1);
    return forgotten ? end : end + end % 2;
  }

  private boolean isChunk(long at) throws IOException {
    return bytes.at(at, CHUNK_HEADER).remaining() == CHUNK_HEADER && text(at).matches("[ -~]{4}");
  }

  private Chunk chunk(String id, long at) throws IOException {
    long said = Integer.toUnsignedLong(bytes.at(at - 4, 4).getInt(0));
    long there = bytes.size() - at;
    if (!id.equals("data")) {
      return new Chunk(at, said, Math.min(said, there));
    }
    long promised = said == NO_SIZE ? longSize().orElse(said) : said;
    boolean neverFilledIn = promised == 0 && !riffSizeIsTrue();
    boolean tooLong = there > NO_SIZE && (there - promised) % (NO_SIZE + 1) == 0;
    long size = neverFilledIn || tooLong ? there : Math.min(promised, there);
    return new Chunk(at, promised, size);
  }

  /** The size of the sound in a file whose own fields are too narrow for it. */
  private Optional<Long> longSize() throws IOException {
    Chunk wide = chunks.get("ds64");
    if (wide == null || wide.size() < 16) {
      return Optional.empty();
    }
    long size = bytes.at(wide.at() + 8, 8).getLong(0);
    return size > 0 ? Optional.of(size) : Optional.empty();
  }

  /** A writer that came back to fill in the outer size also filled in the inner one. */
  private boolean riffSizeIsTrue() throws IOException {
    long said = Integer.toUnsignedLong(bytes.at(4, 4).getInt(0)) + CHUNK_HEADER;
    return Math.abs(said - bytes.size()) <= 1;
  }

  private Optional<String> remark(WavFormat format, Chunk data) throws IOException {
    List<String> odd = new ArrayList<>(format.oddities());
    boolean promised = data.said() > data.size() && data.said() < Integer.MAX_VALUE - 4096;
    if (promised) {
      odd.add(
          "its header promises %s of sound, %s are there; the file was cut short"
              .formatted(seconds(format, data.said()), seconds(format, data.size())));
    }
    long end = data.at() + data.size();
    long rest = bytes.size() - end - end % 2;
    if (rest >= CHUNK_HEADER && !isChunk(end) && !isChunk(end + 1)) {
      odd.add(
          "%d bytes after the sound are left out: its header ends it at %s"
              .formatted(rest, seconds(format, data.size())));
    }
    long cut = data.size() % format.frame();
    if (cut > 0) {
      odd.add(
          "its last sample was cut and is left out (%d of %d bytes)"
              .formatted(cut, format.frame()));
    }
    return odd.isEmpty() ? Optional.empty() : Optional.of(name + ": " + String.join("; ", odd));
  }

  private static String seconds(WavFormat format, long bytes) {
    return String.format(
        Locale.ROOT, "%.2f s", (double) bytes / ((double) format.frame() * format.rate()));
  }

  private Chunk required(String id) {
    Chunk chunk = chunks.get(id);
    if (chunk == null) {
      throw new AudioException(
          "%s: expected a '%s' chunk, found %s in %d bytes; the file is cut short or damaged, make it again"
              .formatted(
                  name,
                  id.strip(),
                  chunks.isEmpty() ? "no chunks" : "only " + quoted(),
                  bytes.size()));
    }
    return chunk;
  }

  private String quoted() {
    return chunks.keySet().stream().sorted().map(id -> "'" + id.strip() + "'").toList().toString();
  }

  private String text(long at) throws IOException {
    return read(at, 4);
  }

  private String start() throws IOException {
    if (bytes.size() == 0) {
      return "an empty file";
    }
    String seen = read(0, RIFF_HEADER).replaceAll("[^ -~]", ".");
    return "%d bytes that begin with '%s'".formatted(bytes.size(), seen);
  }

  private String read(long at, int length) throws IOException {
    ByteBuffer some = bytes.at(at, length);
    byte[] copy = new byte[some.remaining()];
    some.get(copy);
    return new String(copy, StandardCharsets.ISO_8859_1);
  }
}
