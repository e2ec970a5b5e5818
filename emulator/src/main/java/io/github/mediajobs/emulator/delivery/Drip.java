package io.github.mediajobs.emulator.delivery;

import io.github.mediajobs.emulator.http.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * A few bytes at a time.
 *
 * @param part which part drips; the other one comes at once
 * @param bytes how many at a time, at least 1
 * @param every the pause between two portions, in real time
 */
public record Drip(Part part, int bytes, Duration every) implements Delivery {
  /** A part of a response. */
  public enum Part {
    /** The status line and the headers. */
    HEADERS,
    /** The body. */
    BODY
  }

  /**
   * Checks the drip.
   *
   * @throws IllegalArgumentException when bytes is below 1 or the pause is not above zero
   */
  public Drip {
    Objects.requireNonNull(part, "part");
    if (bytes < 1) {
      throw new IllegalArgumentException("bytes: expected at least 1, got " + bytes);
    }
    if (every.isZero() || every.isNegative()) {
      throw new IllegalArgumentException("every: expected a duration above zero, got " + every);
    }
  }

  @Override
  public Iterator<Piece> pieces(Response response) {
    List<Piece> pieces = new ArrayList<>();
    if (part == Part.HEADERS) {
      pieces.addAll(Piece.slices(response.head(), bytes, every));
      pieces.add(Piece.of(response.body()));
    } else {
      pieces.add(Piece.of(response.head()));
      pieces.addAll(Piece.slices(response.body(), bytes, every));
    }
    return pieces.iterator();
  }
}
