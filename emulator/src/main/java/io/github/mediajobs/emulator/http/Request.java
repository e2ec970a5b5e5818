package io.github.mediajobs.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One HTTP request, read whole. */
public final class Request {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final String method;
  private final String path;
  private final List<Parameter> query;
  private final List<Parameter> form;
  private final SortedMap<String, String> headers;
  private final byte[] body;

  /**
   * Holds a request.
   *
   * @param method such as {@code POST}
   * @param target path and query as they stand in the request line
   * @param headers names in lower case; the values of a repeated header joined by commas
   * @param body the body, empty when there is none
   * @throws IllegalArgumentException when the query, or a form in the body, is not percent-encoded
   *     properly
   */
  public Request(String method, String target, Map<String, String> headers, byte[] body) {
    int mark = target.indexOf('?');
    this.method = method;
    this.path = mark < 0 ? target : target.substring(0, mark);
    this.query = List.copyOf(Parameter.parse(mark < 0 ? null : target.substring(mark + 1)));
    this.headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    this.body = body.clone();
    this.form = List.copyOf(form());
  }

  /**
   * The method.
   *
   * @return such as {@code POST}
   */
  public String method() {
    return method;
  }

  /**
   * The path without the query.
   *
   * @return such as {@code /}
   */
  public String path() {
    return path;
  }

  /**
   * The query.
   *
   * @return the decoded parameters in the order in which they came
   */
  public List<Parameter> query() {
    return query;
  }

  /**
   * All headers.
   *
   * @return values by name in lower case, sorted by name
   */
  public SortedMap<String, String> headers() {
    return headers;
  }

  /**
   * One header.
   *
   * @param name in lower case
   * @return its value, or null
   */
  public String header(String name) {
    return headers.get(name);
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
   * The query and, after it, a form in the body.
   *
   * @return the decoded parameters in the order in which they came
   */
  public List<Parameter> parameters() {
    return Stream.concat(query.stream(), form.stream()).toList();
  }

  /**
   * A parameter of the query or, after it, of a form in the body.
   *
   * @param name the decoded name
   * @return the first value of that name
   */
  public Optional<String> parameter(String name) {
    return parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::value)
        .findFirst();
  }

  private List<Parameter> form() {
    String type = headers.get("content-type");
    return type != null && type.startsWith(FORM)
        ? Parameter.parse(new String(body, StandardCharsets.UTF_8))
        : List.of();
  }
}
