package io.github.mediajobs.api.signing;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What ACS3-HMAC-SHA256 signs: a request to the path {@code /} in the one form that client and
 * server agree on. Source: the vendor's page on the V3 request structure and signature.
 *
 * @param method the HTTP method, such as {@code POST}
 * @param query the parameters, not encoded
 * @param headers the headers to sign, by lower-case name: {@code host}, {@code content-type} when
 *     there is one, and every {@code x-acs-} header
 * @param bodyHash SHA-256 of the body, as lower-case hex
 */
public record CanonicalRequest(
    String method,
    SortedMap<String, String> query,
    SortedMap<String, String> headers,
    String bodyHash) {
  /** {@link #bodyHash} of an empty body. */
  public static final String EMPTY_BODY_HASH =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  public CanonicalRequest {
    query = Collections.unmodifiableSortedMap(new TreeMap<>(query));
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  /**
   * The query as it is signed, and best sent.
   *
   * @return such as {@code JobId=a%20b}; empty without parameters
   */
  public String encodedQuery() {
    return query.entrySet().stream()
        .map(CanonicalRequest::encoded)
        .collect(Collectors.joining("&"));
  }

  /**
   * The names of the signed headers.
   *
   * @return such as {@code host;x-acs-action}
   */
  public String signedHeaders() {
    return String.join(";", headers.keySet());
  }

  /**
   * The form that is hashed and signed.
   *
   * @return lines joined by {@code \n}, with an empty line after the headers
   */
  public String text() {
    String lines =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue().trim() + "\n")
            .collect(Collectors.joining());
    return String.join("\n", method, "/", encodedQuery(), lines, signedHeaders(), bodyHash);
  }

  /** Without the headers' values: one may be a security token. */
  @Override
  public String toString() {
    return "CanonicalRequest[%s /?%s, signedHeaders=%s]"
        .formatted(method, encodedQuery(), signedHeaders());
  }

  private static String encoded(Map.Entry<String, String> parameter) {
    return PercentEncoding.encode(parameter.getKey())
        + "="
        + PercentEncoding.encode(parameter.getValue());
  }
}
