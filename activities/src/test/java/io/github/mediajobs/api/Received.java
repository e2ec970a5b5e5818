package io.github.mediajobs.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** A request as a server saw it; header names in lower case. */
record Received(String line, Map<String, String> headers) {
  /** The next request on a connection, or null at its end. */
  static Received next(BufferedReader in) throws IOException {
    String line = in.readLine();
    if (line == null) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>();
    for (String header = in.readLine();
        header != null && !header.isEmpty();
        header = in.readLine()) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
          header.substring(colon + 1).strip());
    }
    return new Received(line, headers);
  }

  String header(String name) {
    return headers.get(name);
  }
}
