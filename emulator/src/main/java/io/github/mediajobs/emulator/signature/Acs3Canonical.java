package io.github.mediajobs.emulator.signature;

import io.github.mediajobs.emulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;

/** What ACS3-HMAC-SHA256 signs of a request. */
final class Acs3Canonical {
  private Acs3Canonical() {}

  static String request(Request request, SortedSet<String> signedHeaders, String bodyHash) {
    StringBuilder canonical = new StringBuilder(512);
    canonical.append(request.method()).append('\n');
    canonical.append(request.path()).append('\n');
    canonical.append(CanonicalQuery.of(request.query())).append('\n');
    for (String name : signedHeaders) {
      canonical.append(name).append(':').append(value(request, name)).append('\n');
    }
    return canonical
        .append('\n')
        .append(String.join(";", signedHeaders))
        .append('\n')
        .append(bodyHash)
        .toString();
  }

  static String stringToSign(String canonicalRequest) {
    return Acs3Authorization.ALGORITHM
        + "\n"
        + Digest.sha256(canonicalRequest.getBytes(StandardCharsets.UTF_8));
  }

  private static String value(Request request, String header) {
    String value = request.header(header);
    return value == null ? "" : value.strip();
  }
}
