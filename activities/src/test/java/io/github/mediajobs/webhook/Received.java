package io.github.mediajobs.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A post as its receiver saw it. */
record Received(String line, Headers headers, String body, int clientPort) {
  static Received of(HttpExchange exchange) throws IOException {
    return new Received(
        exchange.getRequestMethod() + " " + exchange.getRequestURI(),
        exchange.getRequestHeaders(),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
        exchange.getRemoteAddress().getPort());
  }

  String header(String name) {
    return headers.getFirst(name);
  }
}
