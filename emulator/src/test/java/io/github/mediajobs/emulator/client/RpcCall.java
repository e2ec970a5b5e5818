package io.github.mediajobs.emulator.client;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.operation.JobOperation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** One call with an RPC signature; everything about it can be made wrong. */
public final class RpcCall {
  public static final String FORM = "application/x-www-form-urlencoded";

  private final Map<String, String> parameters = new TreeMap<>();
  private final Map<String, String> tampered = new TreeMap<>();
  private String method = "POST";
  private String secret = "emulator";
  private boolean inForm;

  public static RpcCall of(JobOperation<?> operation, String jobId, Instant date) {
    return new RpcCall()
        .parameter("Action", operation.action())
        .parameter("Version", operation.service().version())
        .parameter("Format", "JSON")
        .parameter("Timestamp", date.truncatedTo(ChronoUnit.SECONDS).toString())
        .parameter("SignatureNonce", UUID.randomUUID().toString())
        .parameter("SignatureMethod", "HMAC-SHA1")
        .parameter("SignatureVersion", "1.0")
        .parameter("JobId", jobId)
        .key("emulator", "emulator");
  }

  public RpcCall method(String value) {
    method = value;
    return this;
  }

  /** Sends the parameters as a form in the body. */
  public RpcCall inForm() {
    inForm = true;
    return this;
  }

  public RpcCall key(String accessKeyId, String accessKeySecret) {
    secret = accessKeySecret;
    return parameter("AccessKeyId", accessKeyId);
  }

  /** Sets a parameter before signing. */
  public RpcCall parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  public RpcCall without(String name) {
    parameters.remove(name);
    return this;
  }

  /** Sets a parameter after signing; null removes it. */
  public RpcCall tamper(String name, String value) {
    tampered.put(name, value);
    return this;
  }

  public ApiReply send(Emulator emulator) {
    String sent = Signer.query(sent());
    HttpRequest.Builder request =
        inForm
            ? HttpRequest.newBuilder(emulator.url().resolve("/"))
                .header("Content-Type", FORM)
                .method(method, BodyPublishers.ofString(sent))
            : HttpRequest.newBuilder(URI.create(emulator.url() + "/?" + sent))
                .method(method, BodyPublishers.noBody());
    return ApiReply.to(request);
  }

  private Map<String, String> sent() {
    Map<String, String> sent = new TreeMap<>(parameters);
    sent.put("Signature", Signer.rpc(secret, method, parameters));
    tampered.forEach(
        (name, value) -> {
          if (value == null) {
            sent.remove(name);
          } else {
            sent.put(name, value);
          }
        });
    return sent;
  }
}
