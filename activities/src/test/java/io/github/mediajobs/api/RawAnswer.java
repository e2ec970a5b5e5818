package io.github.mediajobs.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.http.Secrets;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.io.ByteArrayInputStream;
import java.util.List;
import okhttp3.Headers;

/**
 * An answer of the API as a file has it: operation, HTTP status and perhaps the id that was asked
 * for on the first line, then lines of headers, an empty line and the body. The job that was asked
 * for is the one that the answer is about, unless the first line names another.
 */
public final class RawAnswer {
  private static final List<JobOperation<?>> OPERATIONS = Catalogue.standard().operations();
  private static final int LARGEST = 1_200_000;

  private final JobOperation<?> operation;
  private final HttpAnswer http;
  private final String asked;

  private RawAnswer(JobOperation<?> operation, HttpAnswer http, String asked) {
    this.operation = operation;
    this.http = http;
    this.asked = asked;
  }

  /** Reads any bytes: what is not of the form stands for something that is. */
  public static RawAnswer of(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    int end = text.indexOf("\n\n");
    String[] head = text.substring(0, Math.max(end, 0)).split("\n", -1);
    String[] first = head[0].split(" ", 3);
    Headers.Builder headers = new Headers.Builder();
    for (int i = 1; i < head.length; i++) {
      add(headers, head[i].split(":", 2));
    }
    int status = first.length > 1 && first[1].matches("[1-9][0-9]{2}") ? number(first[1]) : 200;
    String body = enlarged(end < 0 ? text : text.substring(end + 2), headers.get("x-times"));
    return new RawAnswer(
        operation(first[0]),
        new HttpAnswer(
            status,
            headers.build(),
            Body.read(new ByteArrayInputStream(body.getBytes(ISO_8859_1)), LARGEST)),
        first.length > 2 ? first[2] : null);
  }

  public JobOperation<?> operation() {
    return operation;
  }

  /** The job, as a read of it returns it. */
  public JobRead<?> read() throws ApiException {
    return new Answer<>(Call.read(operation, jobId(), "cn-shanghai"), http, Secrets.of()).read();
  }

  private String jobId() {
    return asked != null
        ? asked
        : operation
            .find(http.body().json())
            .map(job -> job.path(operation.idField()))
            .map(JsonNode::asText)
            .orElse("job-1");
  }

  private static JobOperation<?> operation(String name) {
    return OPERATIONS.stream()
        .filter(it -> it.action().equals(name))
        .findFirst()
        .orElse(OPERATIONS.get(Math.floorMod(name.hashCode(), OPERATIONS.size())));
  }

  private static void add(Headers.Builder headers, String... header) {
    try {
      headers.addUnsafeNonAscii(header[0].strip(), header.length > 1 ? header[1].strip() : "");
    } catch (IllegalArgumentException e) {
      // No server could have sent it.
      return;
    }
  }

  /** With a header {@code x-times: n}, each {@code @} of the body stands for so many of them. */
  private static String enlarged(String body, String times) {
    long at = body.chars().filter(c -> c == '@').count();
    return times == null || at == 0 || !times.matches("[0-9]{1,7}")
        ? body
        : body.replace("@", "@".repeat((int) Math.min(number(times), LARGEST / at)));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
