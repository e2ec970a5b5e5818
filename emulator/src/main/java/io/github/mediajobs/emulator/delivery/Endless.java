package io.github.mediajobs.emulator.delivery;

import io.github.mediajobs.emulator.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The response's status and headers, then a JSON string that goes on until the client hangs up. The
 * body has no size, or the one that a header {@code Content-Length} of the response announces.
 */
public record Endless() implements Delivery {
  private static final String OPENING = "{\"RequestId\":\"";
  private static final String FILLING = "x".repeat(8192);

  @Override
  public Iterator<Piece> pieces(Response response) {
    boolean sized = response.headers().containsKey("Content-Length");
    UnaryOperator<String> framing = sized ? text -> text : Endless::chunk;
    Response bodiless = new Response(response.status(), response.headers(), new byte[0]);
    byte[] head =
        (sized ? bodiless : bodiless.withDefaults(Map.of("Transfer-Encoding", "chunked"))).head();
    byte[] filling = ascii(framing.apply(FILLING));
    return Stream.concat(
            Stream.of(Piece.of(head, ascii(framing.apply(OPENING)))),
            Stream.generate(() -> Piece.of(filling)))
        .iterator();
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
