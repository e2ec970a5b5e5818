package io.github.mediajobs.webhook;

import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.failure.Stackless;
import io.github.mediajobs.http.IoCause;
import io.github.mediajobs.http.Loopback;
import io.github.mediajobs.http.Secrets;
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
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Posts a step's input, signed, to hosts that the configuration names. Redirects are refused, no
 * proxy is used, and a name must have public addresses only. Each post resolves the name once and
 * opens a connection of its own, to an address of that answer.
 */
public final class WebhookSender implements SendWebhookActivity, AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final String SIGNATURE = "X-MediaJobs-Signature";

  private final WebhookConfig config;
  private final InstantSource clock;
  private final OkHttpClient http;

  /**
   * Gathers what a post needs.
   *
   * @param config the hosts that may be posted to, and the key
   * @param clock gives the timestamp that is signed
   */
  public WebhookSender(WebhookConfig config, InstantSource clock) {
    this(config, clock, Dns.SYSTEM, Duration.ofSeconds(20));
  }

  WebhookSender(WebhookConfig config, InstantSource clock, Dns resolver, Duration timeout) {
    this.config = config;
    this.clock = clock;
    this.http =
        SingleSend.client(new PublicNames(resolver))
            .callTimeout(timeout)
            // A connection that is shared or kept would be used without the name's check.
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .build();
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
    } catch (PublicNames.NotPublicException e) {
      // Tried again like any lookup that fails: an answer may be wrong for a while.
      throw unavailable(
          "%s was not posted to: %s; MEDIAJOBS_WEBHOOK_HOSTS takes receivers in a private network by address"
              .formatted(host, e.getMessage()));
    } catch (IOException e) {
      Secrets secrets = Secrets.of(config.secret(), request.header(SIGNATURE));
      throw unavailable("%s did not answer: %s".formatted(host, IoCause.line(e, secrets)));
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
        .header(SIGNATURE, WebhookSignature.of(config.secret(), timestamp, body))
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
    if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
      throw new InvalidRequestException(
          "url", "leave out the user name and the password; they would not be sent");
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

  private static ApplicationFailure unavailable(String message) {
    return failure(message, FailureType.SERVICE_UNAVAILABLE.wireName(), FailureDetails.NONE);
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
