package io.github.mediajobs.emulator.delivery;

import io.github.mediajobs.emulator.http.Response;
import java.util.Iterator;

/** How the bytes of a response reach the client. */
public sealed interface Delivery permits Whole, Drip, Endless, Cut {
  /**
   * The bytes to write, in order.
   *
   * @param response what is answered
   * @return pieces of it; may have no end, so each is made when asked for
   */
  Iterator<Piece> pieces(Response response);

  /**
   * What becomes of the connection after the last piece.
   *
   * @return by default it is kept for the next request
   */
  default Ending ending() {
    return Ending.KEPT;
  }

  /**
   * Whether the client sees the status.
   *
   * @return false when the connection ends before the status line
   */
  default boolean answers() {
    return true;
  }
}
