package io.github.mediajobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mediajobs.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** The vendor's events, and others that repeat the key which signs them. */
final class CallbackEvents {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private CallbackEvents() {}

  /** The statuses of the answers: to one that is signed, and to those that are not. */
  static List<Integer> send(int port, String url, String key)
      throws IOException, InterruptedException, GeneralSecurityException {
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    byte[] signed = (url + "|" + timestamp + "|" + key).getBytes(UTF_8);
    String signature = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(signed));
    String echo = Json.write(key);
    String event =
        "{\"EventType\":\"ProduceMediaComplete\",\"UserId\":%s,\"MessageBody\":{\"JobId\":\"j\"}}"
            .formatted(echo);
    return List.of(
        status(port, timestamp, signature, event),
        status(port, timestamp, HexFormat.of().formatHex(key.getBytes(UTF_8)), event),
        status(port, "0", signature, event),
        status(port, timestamp, signature, event.substring(0, event.length() - 1) + echo));
  }

  private static int status(int port, String timestamp, String signature, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
            .header("X-ICE-TIMESTAMP", timestamp)
            .header("X-ICE-SIGNATURE", signature)
            .POST(BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
  }
}
