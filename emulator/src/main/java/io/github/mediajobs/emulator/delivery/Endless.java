package io.github.mediajobs.emulator.delivery;

import io.github.mediajobs.emulator.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/** The response's status and headers, then a JSON string that goes on until the client hangs up. */
public record Endless() implements Delivery {
  private static final byte[] OPENING = chunk("{\"RequestId\":\"");
  private static final byte[] FILLING = chunk("x".repeat(8192));

  @Override
  public Iterator<Piece> pieces(Response response) {
    Response chunked =
        new Response(response.status(), response.headers(), new byte[0])
            .withDefaults(Map.of("Transfer-Encoding", "chunked"));
    return Stream.concat(
            Stream.of(Piece.of(chunked.head(), OPENING)), Stream.generate(() -> Piece.of(FILLING)))
        .iterator();
  }

  private static byte[] chunk(String text) {
    return (Integer.toHexString(text.length()) + "\r\n" + text + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
