package io.github.mediajobs.emulator.client;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** One signed call; everything about it can be made wrong, before or after it is signed. */
public final class ApiCall {
  private final Map<String, String> query = new LinkedHashMap<>();
  private final Map<String, String> signed = new TreeMap<>();
  private final Map<String, String> tampered = new TreeMap<>();
  private String method = "POST";
  private String path = "/";
  private String rawQuery;
  private String id = "emulator";
  private String secret = "emulator";
  private byte[] body = new byte[0];

  public static ApiCall of(JobOperation<?> operation, String jobId, Instant date) {
    return of(operation.service(), operation.action(), date).parameter("JobId", jobId);
  }

  /** A call of an operation that names no job. */
  public static ApiCall of(Service service, String action, Instant date) {
    return new ApiCall()
        .signedHeader("x-acs-action", action)
        .signedHeader("x-acs-version", service.version())
        .signedHeader("x-acs-date", date.truncatedTo(ChronoUnit.SECONDS).toString())
        .signedHeader("x-acs-signature-nonce", UUID.randomUUID().toString());
  }

  public ApiCall method(String value) {
    method = value;
    return this;
  }

  public ApiCall path(String value) {
    path = value;
    return this;
  }

  public ApiCall parameter(String name, String value) {
    query.put(name, value);
    return this;
  }

  public ApiCall withoutParameter(String name) {
    query.remove(name);
    return this;
  }

  /** Sends another text than the canonical one in the request line. */
  public ApiCall rawQuery(String value) {
    rawQuery = value;
    return this;
  }

  public ApiCall key(String accessKeyId, String accessKeySecret) {
    id = accessKeyId;
    secret = accessKeySecret;
    return this;
  }

  public ApiCall signedHeader(String name, String value) {
    signed.put(name, value);
    return this;
  }

  public ApiCall withoutHeader(String name) {
    signed.remove(name);
    return this;
  }

  /** Sets a header after signing; null removes it. */
  public ApiCall tamper(String name, String value) {
    tampered.put(name, value);
    return this;
  }

  public ApiCall form(String text) {
    body = text.getBytes(StandardCharsets.UTF_8);
    return signedHeader("content-type", "application/x-www-form-urlencoded");
  }

  /** All headers as sent, the host's among them. */
  public Map<String, String> headers(URI url) {
    Map<String, String> headers = new TreeMap<>(signed);
    headers.put("host", url.getAuthority());
    headers.putIfAbsent("x-acs-content-sha256", Signer.sha256(body));
    headers.put("authorization", Signer.authorization(id, secret, method, query, headers, body));
    headers.put("accept", "application/json");
    tampered.forEach(
        (name, value) -> {
          if (value == null) {
            headers.remove(name);
          } else {
            headers.put(name, value);
          }
        });
    return headers;
  }

  public String target() {
    String text = rawQuery == null ? Signer.query(query) : rawQuery;
    return text.isEmpty() ? path : path + "?" + text;
  }

  /** The request as it goes over the wire, without a body. */
  public byte[] bytes(URI url) {
    StringBuilder text = new StringBuilder(method + " " + target() + " HTTP/1.1\r\n");
    headers(url).forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    return text.append("content-length: 0\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  public ApiReply send(Emulator emulator) {
    return ApiReply.to(request(emulator));
  }

  public HttpResponse<byte[]> trySend(Emulator emulator) throws IOException {
    return ApiReply.answer(request(emulator));
  }

  private HttpRequest.Builder request(Emulator emulator) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(emulator.url() + target()))
            .method(method, BodyPublishers.ofByteArray(body));
    Map<String, String> headers = headers(emulator.url());
    headers.remove("host");
    headers.forEach(request::header);
    return request;
  }
}
