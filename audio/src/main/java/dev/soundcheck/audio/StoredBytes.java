package dev.soundcheck.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Bytes that can be read from any place, in memory or in a file; little-endian. */
interface StoredBytes {
  long size();

  /** So many bytes from there on, or as many as there are. */
  ByteBuffer at(long place, int length) throws IOException;

  static StoredBytes in(byte[] bytes) {
    return new StoredBytes() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public ByteBuffer at(long place, int length) {
        int from = (int) Math.min(place, bytes.length);
        int there = Math.min(length, bytes.length - from);
        return ByteBuffer.wrap(bytes, from, there).slice().order(ByteOrder.LITTLE_ENDIAN);
      }
    };
  }

  /** The file as long as it is now; what is added later is not seen. */
  static StoredBytes in(FileChannel file) throws IOException {
    long size = file.size();
    return new StoredBytes() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public ByteBuffer at(long place, int length) throws IOException {
        int there = (int) Math.max(0, Math.min(length, size - place));
        ByteBuffer read = ByteBuffer.allocate(there).order(ByteOrder.LITTLE_ENDIAN);
        int more = 0;
        while (read.hasRemaining() && more >= 0) {
          more = file.read(read, place + read.position());
        }
        return read.flip();
      }
    };
  }
}
