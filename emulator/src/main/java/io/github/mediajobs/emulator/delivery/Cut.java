package io.github.mediajobs.emulator.delivery;

import io.github.mediajobs.emulator.http.Response;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * The connection ends too early.
 *
 * @param at where it ends
 */
public record Cut(At at) implements Delivery {
  /** Where a connection ends. */
  public enum At {
    /** Reset, as when nobody ever read the request. */
    BEFORE_READING,
    /** Closed without a byte of an answer. */
    AFTER_REQUEST,
    /** Closed half way through the headers. */
    IN_HEADERS,
    /** Closed half way through the body. */
    IN_BODY,
    /** Closed after a whole answer that did not announce it. */
    AFTER_ANSWER
  }

  /**
   * Checks the cut.
   *
   * @throws NullPointerException when {@code at} is null
   */
  public Cut {
    Objects.requireNonNull(at, "at");
  }

  @Override
  public Iterator<Piece> pieces(Response response) {
    return switch (at) {
      case BEFORE_READING, AFTER_REQUEST -> List.<Piece>of().iterator();
      case IN_HEADERS -> List.of(Piece.of(half(response.head()))).iterator();
      case IN_BODY -> List.of(Piece.of(response.head(), half(response.body()))).iterator();
      case AFTER_ANSWER -> new Whole().pieces(response);
    };
  }

  @Override
  public Ending ending() {
    return at == At.BEFORE_READING ? Ending.RESET : Ending.CLOSED;
  }

  @Override
  public boolean answers() {
    return at != At.BEFORE_READING && at != At.AFTER_REQUEST;
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }
}
