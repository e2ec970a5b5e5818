package io.github.mediajobs.shift;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Whole numbers from zero as text: in base 128, the low digits first, deflated, in base64. */
final class PackedNumbers {
  private PackedNumbers() {}

  /** Packs numbers. */
  static final class Writer {
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final DeflaterOutputStream bytes = new DeflaterOutputStream(packed);

    void write(long number) {
      try {
        long rest = number;
        for (; rest > 0x7f; rest >>>= 7) {
          bytes.write((int) ((rest & 0x7f) | 0x80));
        }
        bytes.write((int) rest);
      } catch (IOException e) {
        throw new UncheckedIOException("memory does not fail", e);
      }
    }

    /** Ends it. */
    String text() {
      try {
        bytes.close();
      } catch (IOException e) {
        throw new UncheckedIOException("memory does not fail", e);
      }
      return Base64.getEncoder().encodeToString(packed.toByteArray());
    }
  }

  /** Unpacks numbers in the order in which they were written. */
  static final class Reader {
    private final DataInputStream bytes;

    /**
     * Begins.
     *
     * @throws IllegalArgumentException when the text is no base64
     */
    Reader(String text) {
      bytes =
          new DataInputStream(
              new InflaterInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text))));
    }

    long read() throws IOException {
      long number = 0;
      for (int shift = 0; ; shift += 7) {
        int next = bytes.readUnsignedByte();
        number |= (next & 0x7fL) << shift;
        if (next <= 0x7f) {
          return number;
        }
      }
    }
  }
}
