package io.github.mediajobs.benchmark.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Operations;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** {@link ApiServer} in a process of its own, so that the measured one holds a client only. */
public final class ServerProcess implements AutoCloseable {
  /** Far below the emulator's bound on a request. */
  private static final int JOBS_AT_ONCE = 10_000;

  private final JavaProcess process;
  private final URI url;
  private final AtomicLong asked = new AtomicLong();

  private ServerProcess(JavaProcess process, URI url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts it.
   *
   * @return once it listens
   * @throws IOException when it does not start
   */
  public static ServerProcess start() throws IOException {
    JavaProcess process = JavaProcess.start(ApiServer.class, List.of("-Xmx1g"));
    return new ServerProcess(process, URI.create(process.line()));
  }

  /**
   * Where it listens.
   *
   * @return its URL
   */
  public URI url() {
    return url;
  }

  /**
   * How many connections clients opened so far, this class's own not counted.
   *
   * @return a count
   * @throws IOException when it does not answer
   */
  public long connections() throws IOException {
    long accepted = answer("connections", null).path("accepted").longValue();
    return accepted - asked.get();
  }

  /**
   * Lets package jobs begin that will succeed.
   *
   * @param durations how long each takes, by its id
   * @throws IOException when they are refused
   */
  public void add(Map<String, Duration> durations) throws IOException {
    List<Map<String, Object>> jobs = new ArrayList<>();
    durations.forEach((id, duration) -> jobs.add(job(id, duration, Map.of())));
    post(jobs);
  }

  /**
   * Adds package jobs that have succeeded just now.
   *
   * @param durations how long each took, by its id
   * @throws IOException when they are refused
   */
  public void addEnded(Map<String, Duration> durations) throws IOException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<Map<String, Object>> jobs = new ArrayList<>();
    durations.forEach(
        (id, duration) ->
            jobs.add(
                job(
                    id,
                    Duration.ZERO,
                    Map.of(
                        "SubmitTime",
                        now.minus(duration).truncatedTo(ChronoUnit.SECONDS).toString(),
                        "FinishTime",
                        now.toString()))));
    post(jobs);
  }

  private static Map<String, Object> job(String id, Duration duration, Map<String, String> fields) {
    return Map.of(
        "operation",
        Operations.PACKAGE.action(),
        "jobId",
        id,
        "succeedsAfter",
        duration.toString(),
        "fields",
        fields);
  }

  private void post(List<Map<String, Object>> jobs) throws IOException {
    for (int from = 0; from < jobs.size(); from += JOBS_AT_ONCE) {
      answer("jobs", jobs.subList(from, Math.min(jobs.size(), from + JOBS_AT_ONCE)));
    }
  }

  /**
   * What became of the jobs.
   *
   * @return by id
   * @throws IOException when it does not answer
   */
  public Map<String, PolledJob> jobs() throws IOException {
    Map<String, PolledJob> jobs = new HashMap<>();
    for (JsonNode job : answer("jobs", null).path("jobs")) {
      if (job.has("endsAt") && !job.path("sample").asBoolean()) {
        jobs.put(
            job.path("jobId").asText(),
            new PolledJob(
                Instant.parse(job.path("endsAt").asText()), instants(job.path("polledAt"))));
      }
    }
    return jobs;
  }

  /**
   * How many calls of the API came so far.
   *
   * @return a count
   * @throws IOException when it does not answer
   */
  public long calls() throws IOException {
    return answer("calls", null).path("total").longValue();
  }

  /**
   * The processor time that it used.
   *
   * @return since its start
   */
  public Duration cpu() {
    return process.cpu();
  }

  private static List<Instant> instants(JsonNode texts) {
    return texts.valueStream().map(it -> Instant.parse(it.asText())).toList();
  }

  private JsonNode answer(String path, Object body) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) url.resolve("/_emulator/" + path).toURL().openConnection();
    connection.setRequestProperty("Connection", "close");
    asked.incrementAndGet();
    if (body != null) {
      connection.setDoOutput(true);
      connection.getOutputStream().write(Json.write(body).getBytes(StandardCharsets.UTF_8));
    }
    try (InputStream answer = connection.getInputStream()) {
      return Json.read(answer.readAllBytes());
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
