package io.github.mediajobs.emulator.delivery;

import io.github.mediajobs.emulator.http.Response;
import java.util.Iterator;
import java.util.List;

/** The whole response at once. */
public record Whole() implements Delivery {
  @Override
  public Iterator<Piece> pieces(Response response) {
    return List.of(Piece.of(response.head(), response.body())).iterator();
  }
}
