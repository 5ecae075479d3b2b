package dev.soundcheck.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Opus packets in an Ogg file (RFC 3533, RFC 7845), as other programs read and write them. */
final class OggOpus {
  private static final int HEADER = 27;
  private static final int FIRST = 2;
  private static final int LAST = 4;

  /** Packets count time at this rate, whatever the sound's was (RFC 7845 section 4). */
  private static final int CLOCK = 48_000;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private int pages;

  private OggOpus() {}

  /**
   * A file of one channel.
   *
   * @param packets 20 ms each
   * @param skipped what the encoder delays the sound by, at 48 kHz
   * @param samples how long the sound is, at 48 kHz
   */
  static byte[] file(List<byte[]> packets, int skipped, long samples) {
    OggOpus ogg = new OggOpus();
    ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
    head.put(ascii("OpusHead")).put((byte) 1).put((byte) 1).putShort((short) skipped);
    ogg.page(FIRST, 0, head.putInt(24_000).putShort((short) 0).put((byte) 0).array());
    ByteBuffer tags = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    ogg.page(0, 0, tags.put(ascii("OpusTags")).putInt(4).put(ascii("test")).putInt(0).array());
    for (int i = 0; i < packets.size(); i++) {
      boolean last = i == packets.size() - 1;
      long granule = last ? skipped + samples : (i + 1L) * CLOCK / 50;
      ogg.page(last ? LAST : 0, granule, packets.get(i));
    }
    return ogg.file.toByteArray();
  }

  /** The packets of sound in a file. */
  static List<byte[]> packets(byte[] file) {
    List<byte[]> packets = new ArrayList<>();
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    for (int page = 0; page < file.length; ) {
      int laces = file[page + HEADER - 1] & 0xFF;
      int at = page + HEADER + laces;
      for (int lace = 0; lace < laces; lace++) {
        int size = file[page + HEADER + lace] & 0xFF;
        packet.write(file, at, size);
        at += size;
        if (size < 255) {
          packets.add(packet.toByteArray());
          packet.reset();
        }
      }
      page = at;
    }
    return packets.subList(2, packets.size());
  }

  private void page(int kind, long granule, byte[] packet) {
    int laces = packet.length / 255 + 1;
    ByteBuffer page =
        ByteBuffer.allocate(HEADER + laces + packet.length).order(ByteOrder.LITTLE_ENDIAN);
    page.put(ascii("OggS")).put((byte) 0).put((byte) kind).putLong(granule);
    page.putInt(1).putInt(pages++).putInt(0).put((byte) laces);
    for (int lace = 0; lace < laces - 1; lace++) {
      page.put((byte) 255);
    }
    page.put((byte) (packet.length % 255)).put(packet);
    page.putInt(22, checksum(page.array()));
    file.writeBytes(page.array());
  }

  /** RFC 3533 section 6: polynomial 04c11db7, nothing inverted or reflected. */
  private static int checksum(byte[] page) {
    int sum = 0;
    for (byte one : page) {
      sum ^= (one & 0xFF) << 24;
      for (int bit = 0; bit < 8; bit++) {
        sum = sum << 1 ^ (sum < 0 ? 0x04C1_1DB7 : 0);
      }
    }
    return sum;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
