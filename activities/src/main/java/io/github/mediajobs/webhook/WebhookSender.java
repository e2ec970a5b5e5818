package io.github.mediajobs.webhook;

import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.failure.Stackless;
import io.github.mediajobs.http.IoCause;
import io.github.mediajobs.http.Loopback;
import io.github.mediajobs.http.SingleSend;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.wire.SendWebhookActivity;
import io.github.mediajobs.wire.WebhookCall;
import io.github.mediajobs.wire.WireInput;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Posts a step's input, signed, to hosts that the configuration names. Redirects are refused. */
public final class WebhookSender implements SendWebhookActivity, AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json");

  private final WebhookConfig config;
  private final InstantSource clock;
  private final OkHttpClient http = SingleSend.client().callTimeout(Duration.ofSeconds(20)).build();

  /**
   * Gathers what a post needs.
   *
   * @param config the hosts that may be posted to, and the key
   * @param clock gives the timestamp that is signed
   */
  public WebhookSender(WebhookConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  @Override
  public void send(RawValue argument) {
    Request request = WireInput.read(argument, input -> signed(WebhookCall.read(input)));
    String host = request.url().host();
    try (Response response = http.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw failure(
            "%s answered HTTP %d; a webhook is done at 2xx, and redirects are not followed"
                .formatted(host, response.code()),
            "WebhookRefused",
            new FailureDetails(null, null, response.code()));
      }
    } catch (IOException e) {
      throw failure(
          "%s did not answer: %s".formatted(host, IoCause.line(e)),
          FailureType.SERVICE_UNAVAILABLE.wireName(),
          FailureDetails.NONE);
    }
  }

  private Request signed(WebhookCall call) {
    HttpUrl url = allowed(call.url());
    byte[] body = Json.write(call.body()).getBytes(StandardCharsets.UTF_8);
    long timestamp = clock.instant().getEpochSecond();
    return new Request.Builder()
        .url(url)
        .header("Idempotency-Key", headerSafe(call.idempotencyKey()))
        .header("X-MediaJobs-Timestamp", Long.toString(timestamp))
        .header("X-MediaJobs-Signature", WebhookSignature.of(config.secret(), timestamp, body))
        .post(RequestBody.create(body, JSON))
        .build();
  }

  private HttpUrl allowed(String address) {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null) {
      throw new InvalidRequestException("url", "expected an http or https URL");
    }
    if (!config.hosts().contains(url.host())) {
      throw new InvalidRequestException(
          "url",
          "host %s is not among MEDIAJOBS_WEBHOOK_HOSTS of this worker".formatted(url.host()));
    }
    if (!Loopback.httpsOrLoopback(url)) {
      throw new InvalidRequestException("url", "plain http is for loopback addresses only");
    }
    if (config.secret() == null) {
      throw new InvalidRequestException(
          "url",
          "MEDIAJOBS_WEBHOOK_SECRET of this worker is not set, and nothing is sent unsigned");
    }
    return url;
  }

  /** A workflow id may hold any script; a header may not. */
  private static String headerSafe(String key) {
    StringBuilder safe = new StringBuilder();
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0x20 && b < 0x7f && b != '%') {
        safe.append((char) b);
      } else {
        safe.append("%%%02X".formatted(b));
      }
    }
    return safe.toString();
  }

  private static ApplicationFailure failure(String message, String type, FailureDetails details) {
    return Stackless.of(ApplicationFailure.newFailure(message, type, details));
  }

  /** Ends the posts in flight and lets go of connections. */
  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.connectionPool().evictAll();
  }
}
