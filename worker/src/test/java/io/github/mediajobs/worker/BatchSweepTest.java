package io.github.mediajobs.worker;

import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.temporal.client.WorkflowStub;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A list in place of many reads, over skipped time. */
@TestInstance(Lifecycle.PER_CLASS)
class BatchSweepTest {
  private static final Map<String, Object> EVERY_MINUTE =
      Map.of("schedule", "fixed", "first", "PT1M", "jitter", 0);
  private static final int JOBS = 500;

  /** Seven polls, the last of which finds the end. */
  private static final Duration LENGTH = Duration.ofSeconds(330);

  /** A read at the start, a read at the end, and a sixteenth of the polls in between. */
  private static final int READS = JOBS * 2 + 6 * JOBS / 16;

  private Engine engine;

  @BeforeAll
  void start() {
    engine = Engine.withoutBudget(100, it -> {});
  }

  @AfterAll
  void stop() {
    engine.close();
  }

  @BeforeEach
  void noJobs() {
    engine.emulator().clearJobs();
    engine.emulator().clearFaults();
    engine.emulator().calls().clear();
    // Sweeping may have been given up for an hour.
    engine.temporal().sleep(Duration.ofHours(2));
  }

  static Stream<JobOperation<?>> listed() {
    return Catalogue.standard().operations().stream().filter(it -> it.list() != null);
  }

  @ParameterizedTest
  @MethodSource("listed")
  void jobsThatAreDueTogetherAreListed(JobOperation<?> operation) {
    List<String> ids = ids(operation);
    ids.forEach(it -> add(JobScript.succeeding(operation, it, LENGTH)));
    assertThat(await(operation, ids)).allMatch("SUCCEEDED"::equals).hasSize(JOBS);
    assertThat(calls(operation.action())).isBetween(JOBS * 2L, (long) READS);
    assertThat(calls(operation.list().action())).isBetween(15L, 90L);
  }

  @Test
  void jobsOfSeveralRunsAreListedTogether() {
    int runs = 20;
    List<String> ids = ids(PACKAGE);
    ids.forEach(it -> add(JobScript.succeeding(PACKAGE, it, LENGTH)));
    List<WorkflowStub> batches =
        IntStream.range(0, runs)
            .mapToObj(run -> everyNth(runs, run, ids))
            .map(it -> start("one-of-several-" + it.get(0), request(PACKAGE, it)))
            .toList();
    assertThat(batches.stream().flatMap(it -> outcomes(it).stream()))
        .allMatch("SUCCEEDED"::equals)
        .hasSize(JOBS);
    // Seven for each without lists; shifts that rest while others sweep miss some of them.
    assertThat(calls("GetPackageJob")).isBetween(JOBS * 2L, JOBS * 6L);
    assertThat(calls("ListPackageJobs")).isBetween(15L, 300L);
  }

  private static List<String> everyNth(int n, int from, List<String> ids) {
    return IntStream.range(0, ids.size() / n).mapToObj(i -> ids.get(from + i * n)).toList();
  }

  @Test
  void whereJobsOfOthersFillThePagesJobsAreRead() {
    List<String> ids = ids(PACKAGE).subList(0, 20);
    IntStream.range(0, 3_000)
        .forEach(i -> add(JobScript.succeeding(PACKAGE, "a" + i, Duration.ofDays(1))));
    ids.forEach(it -> add(JobScript.succeeding(PACKAGE, it, LENGTH)));
    IntStream.range(0, 3_000)
        .forEach(i -> add(JobScript.succeeding(PACKAGE, "z" + i, Duration.ofDays(1))));
    assertThat(await(PACKAGE, ids)).allMatch("SUCCEEDED"::equals).hasSize(20);
    assertThat(calls("ListPackageJobs")).isBetween(1L, 8L);
    assertThat(calls("GetPackageJob")).isEqualTo(20 * 7);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("forbidden", Fault.error(403, "Forbidden.RAM", "No right."), 1, 1),
        Arguments.of("invalid", Fault.error(400, "InvalidParameter", "What?"), 1, 1),
        Arguments.of("malformed", body("{}"), 1, 12),
        Arguments.of(
            "of jobs without id", body("{\"PackageJobList\":{\"PackageJobs\":[{}]}}"), 1, 12),
        Arguments.of("throttled", Fault.throttling("300000"), 1, 3),
        Arguments.of("unavailable", Fault.html(502), 1, 12));
  }

  private static Fault body(String json) {
    return Fault.raw(200, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aListThatGivesNoAnswerCostsReadsAndNoOutcome(
      String name, Fault fault, int atLeast, int atMost) {
    List<String> ids = ids(PACKAGE).subList(0, 50);
    ids.forEach(it -> add(JobScript.succeeding(PACKAGE, it, LENGTH)));
    engine.emulator().fault(fault.on("ListPackageJobs").forever());
    assertThat(await(PACKAGE, ids)).allMatch("SUCCEEDED"::equals).hasSize(50);
    assertThat(calls("ListPackageJobs")).isBetween((long) atLeast, (long) atMost);
    assertThat(calls("GetPackageJob")).isGreaterThanOrEqualTo(50 * 7);
  }

  @Test
  void aListThatLagsForEverHidesNoEndForLong() {
    List<String> ids = ids(PACKAGE).subList(0, 14);
    StringBuilder items = new StringBuilder();
    for (String id : ids) {
      boolean read = ids.indexOf(id) < 8;
      add(JobScript.succeeding(PACKAGE, id, read ? Duration.ZERO : Duration.ofSeconds(90)));
      items
          .append(items.isEmpty() ? "" : ",")
          .append("{'JobId':'%s','Status':'Init'}".formatted(id));
    }
    engine
        .emulator()
        .fault(
            body(("{'PackageJobList':{'PackageJobs':[" + items + "]}}").replace('\'', '"'))
                .on("ListPackageJobs")
                .forever());
    assertThat(await(PACKAGE, ids)).allMatch("SUCCEEDED"::equals).hasSize(14);
    assertThat(calls("ListPackageJobs")).isBetween(2L, 4L);
    assertThat(ids)
        .allSatisfy(it -> assertThat(engine.emulator().polls(it).total()).isLessThanOrEqualTo(3));
  }

  @Test
  void aPlanThatGoesByProgressReadsIt() {
    List<String> ids = ids(MEDIA_PRODUCING).subList(0, 10);
    for (String id : ids) {
      add(
          JobScript.of(
              MEDIA_PRODUCING,
              id,
              new Phase(Duration.ZERO, "Processing", 0),
              new Phase(Duration.ofMinutes(1), "Success", 100)));
    }
    Map<String, Object> request = request(MEDIA_PRODUCING, ids);
    request.put("polling", Map.of("schedule", "planned", "jitter", 0));
    assertThat(outcomes(start("planned-" + ids.get(0), request))).allMatch("SUCCEEDED"::equals);
    // What past jobs took is read once.
    assertThat(calls("ListMediaProducingJobs")).isLessThanOrEqualTo(2);
  }

  @Test
  void outcomesAreTheSameAsWithoutLists() {
    List<String> expected;
    long calls;
    try (Engine without = Engine.withoutBudget(100, it -> {})) {
      listed()
          .map(it -> Fault.error(403, "Forbidden.RAM", "No right.").on(it.list().action()))
          .forEach(it -> without.emulator().fault(it.forever()));
      expected = played(without);
      calls = without.emulator().calls().total();
    }
    try (Engine with = Engine.withoutBudget(100, it -> {})) {
      assertThat(played(with)).containsExactlyElementsOf(expected);
      assertThat(with.emulator().calls().total()).isLessThan(calls * 9 / 10);
    }
  }

  /** What becomes of jobs that live by chance, beside faults by chance; the same each time. */
  private static List<String> played(Engine engine) {
    Random random = new Random(1);
    List<JobOperation<?>> operations = listed().toList();
    List<Map<String, String>> jobs = new ArrayList<>();
    Instant now = engine.now();
    for (int i = 0; i < 200; i++) {
      JobOperation<?> operation = operations.get(random.nextInt(operations.size()));
      String id = "job-%d%s".formatted(i, random.nextInt(3) == 0 ? "\n" : "");
      String created = now.minusSeconds(random.nextInt(1 + random.nextInt(100_000))).toString();
      JobScript script = life(operation, id, random);
      engine.emulator().add(script.with("CreateTime", created).with("SubmitTime", created));
      fault(id, random).ifPresent(engine.emulator()::fault);
      if (random.nextInt(10) > 0) {
        jobs.add(Map.of("operation", operation.alias(), "jobId", id));
      }
    }
    for (JobOperation<?> operation : operations) {
      if (random.nextInt(3) == 0) {
        String list = operation.list().action();
        engine.emulator().fault(Fault.html(502).on(list).times(random.nextInt(4) + 1));
      }
    }
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("jobs", jobs);
    request.put("deadline", "PT3M");
    request.put("polling", EVERY_MINUTE);
    List<String> ends = new ArrayList<>();
    for (JsonNode each :
        engine
            .start("AwaitMediaJobs", "played", request)
            .getResult(JsonNode.class)
            .path("outcomes")) {
      ends.add(
          String.join(
              " ",
              each.path("jobId").asText(),
              each.path("outcome").asText(),
              each.path("status").asText(),
              each.path("code").asText(),
              each.at("/failure/type").asText()));
    }
    return ends;
  }

  /** None changes near the end of the grace or the deadline. */
  private static JobScript life(JobOperation<?> operation, String id, Random random) {
    Duration length = Duration.ofSeconds(10 + 20 * random.nextInt(12));
    return switch (random.nextInt(operation.ends() ? 6 : 4)) {
      case 0 -> JobScript.succeeding(operation, id, Duration.ofDays(1));
      case 1 ->
          JobScript.succeeding(operation, id, length)
              .appearingAfter(Duration.ofSeconds(10 + 20 * random.nextInt(5)));
      case 2 ->
          JobScript.of(
              operation,
              id,
              Phase.at(Duration.ZERO, operation.statuses().keySet().iterator().next()),
              Phase.at(length.dividedBy(2), "Odd"),
              Phase.at(length, operation.awaited().iterator().next()));
      case 3 -> JobScript.succeeding(operation, id, length);
      default -> JobScript.failing(operation, id, length, "Bad", "bad");
    };
  }

  private static Optional<Fault> fault(String id, Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> Optional.of(Fault.throttling().forJob(id).times(2));
      case 1 -> Optional.of(Fault.html(502).forJob(id).times(3));
      case 2 -> Optional.of(Fault.error(403, "NoPermission", "no").forJob(id).forever());
      default -> Optional.empty();
    };
  }

  private static List<String> ids(JobOperation<?> operation) {
    return IntStream.range(0, JOBS).mapToObj(i -> operation.alias() + "-" + i).toList();
  }

  private void add(JobScript script) {
    engine.emulator().add(script);
  }

  private long calls(String action) {
    return engine.emulator().calls().perOperation().getOrDefault(action, 0L);
  }

  private List<String> await(JobOperation<?> operation, List<String> ids) {
    return outcomes(start("swept-" + engine.newJobId(), request(operation, ids)));
  }

  private static Map<String, Object> request(JobOperation<?> operation, List<String> ids) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("operation", operation.action());
    request.put("jobIds", ids);
    request.put("polling", EVERY_MINUTE);
    return request;
  }

  private WorkflowStub start(String id, Map<String, Object> request) {
    return engine.start("AwaitMediaJobs", id, request);
  }

  private static List<String> outcomes(WorkflowStub run) {
    List<String> outcomes = new ArrayList<>();
    run.getResult(JsonNode.class)
        .path("outcomes")
        .forEach(it -> outcomes.add(it.path("outcome").asText()));
    return outcomes;
  }
}
