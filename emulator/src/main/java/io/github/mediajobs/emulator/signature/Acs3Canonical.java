package io.github.mediajobs.emulator.signature;

import io.github.mediajobs.emulator.http.Parameter;
import io.github.mediajobs.emulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What ACS3-HMAC-SHA256 signs of a request. */
final class Acs3Canonical {
  private static final Comparator<Parameter> BY_NAME =
      Comparator.comparing(Parameter::name).thenComparing(Parameter::value);

  private Acs3Canonical() {}

  static String request(Request request, SortedSet<String> signedHeaders, String bodyHash) {
    StringBuilder canonical = new StringBuilder(512);
    canonical.append(request.method()).append('\n');
    canonical.append(request.path()).append('\n');
    canonical.append(query(request.query())).append('\n');
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

  private static String query(List<Parameter> parameters) {
    return parameters.stream()
        .sorted(BY_NAME)
        .map(p -> PercentEncoding.encode(p.name()) + "=" + PercentEncoding.encode(p.value()))
        .collect(Collectors.joining("&"));
  }

  private static String value(Request request, String header) {
    String value = request.header(header);
    return value == null ? "" : value.strip();
  }
}
