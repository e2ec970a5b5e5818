package io.github.mediajobs.api.signing;

import java.util.Collections;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

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
    StringJoiner parameters = new StringJoiner("&");
    query.forEach(
        (name, value) ->
            parameters.add(PercentEncoding.encode(name) + "=" + PercentEncoding.encode(value)));
    return parameters.toString();
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
    StringBuilder text = new StringBuilder(512);
    text.append(method).append("\n/\n").append(encodedQuery()).append('\n');
    headers.forEach(
        (name, value) -> text.append(name).append(':').append(value.trim()).append('\n'));
    return text.append('\n').append(signedHeaders()).append('\n').append(bodyHash).toString();
  }

  /** Without the headers' values: one may be a security token. */
  @Override
  public String toString() {
    return "CanonicalRequest[%s /?%s, signedHeaders=%s]"
        .formatted(method, encodedQuery(), signedHeaders());
  }
}
