package io.github.mediajobs.emulator.delivery;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Some bytes of a response.
 *
 * @param pause how long to wait before writing them, in real time
 * @param bytes what is written
 */
public record Piece(Duration pause, ByteBuffer bytes) {
  /**
   * Bytes without a pause.
   *
   * @param bytes what is written
   * @return the piece
   */
  public static Piece of(byte[]... bytes) {
    int length = 0;
    for (byte[] each : bytes) {
      length += each.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] each : bytes) {
      all.put(each);
    }
    return new Piece(Duration.ZERO, all.flip());
  }

  static List<Piece> slices(byte[] bytes, int size, Duration pause) {
    List<Piece> slices = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += size) {
      int length = Math.min(size, bytes.length - from);
      slices.add(
          new Piece(from == 0 ? Duration.ZERO : pause, ByteBuffer.wrap(bytes, from, length)));
    }
    return slices;
  }
}
