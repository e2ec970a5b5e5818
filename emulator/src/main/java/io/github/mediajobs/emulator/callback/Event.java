package io.github.mediajobs.emulator.callback;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * One event in the vendor's envelope. Source: the vendor's pages on callback events and their
 * authentication.
 *
 * @param type the {@code EventType}
 * @param jobId the job that it tells of
 * @param succeeded how it says that the job ended
 * @param endedAt when the job ended, or null for an event on demand
 * @param forgery what is wrong with it, or null
 */
record Event(String type, String jobId, boolean succeeded, Instant endedAt, Forgery forgery) {
  private static final long USER_ID = 1_234_567_890_123_456L;
  private static final Duration AGE = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  String status() {
    return succeeded == (forgery != Forgery.WRONG_STATUS) ? "Success" : "Fail";
  }

  HttpRequest post(CallbackOptions options, Instant now) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(options.url())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body(now)));
    if (options.authKey() != null) {
      Instant signedAt = forgery == Forgery.OLD_TIMESTAMP ? now.minus(AGE) : now;
      String key =
          forgery == Forgery.WRONG_SIGNATURE ? "not-" + options.authKey() : options.authKey();
      String timestamp = Long.toString(signedAt.getEpochSecond());
      request
          .header("X-ICE-TIMESTAMP", timestamp)
          .header("X-ICE-SIGNATURE", md5(options.url() + "|" + timestamp + "|" + key));
    }
    return request.build();
  }

  SentEvent became(SentEvent.Fate fate, int tries, Integer answered, Instant at) {
    return new SentEvent(type, jobId, status(), endedAt, at, forgery, tries, answered, fate);
  }

  private String body(Instant now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("EventType", type);
    body.put("UserId", USER_ID);
    body.put("EventTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
    body.putObject("MessageBody").put("JobId", jobId).put("Status", status());
    return Json.write(body);
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
