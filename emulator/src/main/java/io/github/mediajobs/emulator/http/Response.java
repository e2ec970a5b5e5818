package io.github.mediajobs.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.json.Json;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One HTTP response, any status, headers and bytes. Immutable. */
public final class Response {
  private final int status;
  private final SortedMap<String, String> headers;
  private final byte[] body;

  /**
   * Holds a response.
   *
   * @param status the HTTP status
   * @param headers sent as they are; {@code Content-Length} is added unless they frame the body
   *     themselves
   * @param body the bytes of the body
   * @throws IllegalArgumentException when the status is not from 200 to 999
   */
  public Response(int status, Map<String, String> headers, byte[] body) {
    if (status < 200 || status > 999) {
      throw new IllegalArgumentException("status: expected 200 to 999, got " + status);
    }
    SortedMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    this.status = status;
    this.headers = Collections.unmodifiableSortedMap(sorted);
    this.body = body.clone();
  }

  /**
   * A JSON response.
   *
   * @param status the HTTP status
   * @param body the document
   * @return the response
   */
  public static Response json(int status, JsonNode body) {
    return new Response(
        status,
        Map.of("Content-Type", "application/json;charset=utf-8"),
        Json.write(body).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sets headers that the response does not have yet.
   *
   * @param defaults values by name
   * @return a new response
   */
  public Response withDefaults(Map<String, String> defaults) {
    SortedMap<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(defaults);
    all.putAll(headers);
    return new Response(status, all, body);
  }

  /**
   * The status.
   *
   * @return the HTTP status
   */
  public int status() {
    return status;
  }

  /**
   * The headers.
   *
   * @return values by name, names in any case
   */
  public SortedMap<String, String> headers() {
    return headers;
  }

  /**
   * The body.
   *
   * @return a copy of the bytes
   */
  public byte[] body() {
    return body.clone();
  }

  /**
   * The status line and the headers with the empty line that ends them.
   *
   * @return the bytes as they go over the wire
   */
  public byte[] head() {
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ").append(HttpResponseStatus.valueOf(status)).append("\r\n");
    headers.forEach((name, value) -> line(head, name, value));
    if (!headers.containsKey("Content-Length") && !headers.containsKey("Transfer-Encoding")) {
      line(head, "Content-Length", Integer.toString(body.length));
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
