package io.github.mediajobs.worker;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.client.BatchHandle;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.BatchProgress;
import io.github.mediajobs.workflow.MediaJobs;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;

/** Many jobs in one run, over skipped time; with cached workflows and with every task replayed. */
@CachedAndReplayed
@TestInstance(Lifecycle.PER_CLASS)
class BatchTest {
  private static final int MOST = 2_500;

  /** Jobs that are due together: the engine skips no time while a shift waits for another one. */
  private static final Map<String, Object> EVERY_MINUTE =
      Map.of("schedule", "fixed", "first", "PT1M", "jitter", 0);

  @Parameter private int cachedWorkflows;
  private RecordedSteps steps;
  private Engine engine;
  private String batch;

  @BeforeParameterizedClassInvocation
  void start() {
    steps = new RecordedSteps();
    engine =
        Engine.withoutBudget(
            cachedWorkflows,
            temporal ->
                temporal
                    .getWorkerFactory()
                    .getWorker(MediaJobs.TASK_QUEUE)
                    .registerActivitiesImplementations(steps));
  }

  @BeforeEach
  void anotherBatch() {
    batch = "batch-" + UUID.randomUUID();
  }

  @AfterParameterizedClassInvocation
  void stop() {
    engine.close();
  }

  @Test
  void everyStatusOfEveryOperationEndsItsJobAsASingleWaitWould() {
    List<Arguments> all = AwaitOutcomeTest.operationsAndStatuses().toList();
    List<Map<String, String>> jobs = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (Arguments each : all) {
      JobOperation<?> operation = Catalogue.standard().require((String) each.get()[0]);
      String status = (String) each.get()[1];
      String jobId = batch + jobs.size();
      engine.emulator().add(JobScript.of(operation, jobId, Phase.at(Duration.ZERO, status)));
      jobs.add(Map.of("operation", operation.alias(), "jobId", jobId));
      expected.add(
          "%s %s %s %s cn-shanghai"
              .formatted(
                  AwaitOutcomeTest.expected(operation, status), status, operation.action(), jobId));
    }
    JsonNode result = await(Map.of("jobs", jobs, "deadline", "PT3M", "polling", EVERY_MINUTE));
    assertThat(result.path("outcomes"))
        .extracting(
            it ->
                String.join(
                    " ",
                    it.path("outcome").asText(),
                    it.path("status").asText(),
                    it.path("operation").asText(),
                    it.path("jobId").asText(),
                    it.path("region").asText()))
        .containsExactlyElementsOf(expected);
    assertThat(result.path("outcomes")).noneMatch(it -> it.has("job"));
  }

  @Test
  void aJobIsPolledAsOftenAsASingleWaitWouldAndEndsWhereItDoes() {
    succeeding("x", Duration.ofHours(3));
    Instant start = engine.now();
    Map<String, Object> request = ids("x");
    request.remove("polling");
    JsonNode end = await(request).path("outcomes").get(0);
    assertThat(end.path("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(end.path("polls").asInt())
        .isEqualTo((int) engine.emulator().polls(batch + "x").total())
        .isGreaterThan(20);
    assertThat(engine.lastPoll(start, batch + "x"))
        .isBetween(Duration.ofMinutes(90), Duration.ofHours(3).plusMinutes(6));
  }

  @Test
  void aJobThatMayNotBeReadIsAnEntryThatClaimsNothing() {
    succeeding("good", Duration.ZERO);
    succeeding("forbidden", Duration.ZERO);
    engine
        .emulator()
        .fault(
            Fault.error(403, "Forbidden.RAM", "No right.").forJob(batch + "forbidden").forever());
    JsonNode ends = await(ids("good", "forbidden", "unknown")).path("outcomes");
    assertThat(ends)
        .extracting(it -> it.path("outcome").asText())
        .containsExactly("SUCCEEDED", "", "NOT_FOUND");
    JsonNode lost = ends.get(1);
    assertThat(lost.path("failure").path("type").asText()).isEqualTo("AccessDenied");
    assertThat(lost.path("failure").path("code").asText()).isEqualTo("Forbidden.RAM");
    assertThat(lost.path("failure").path("message").asText()).contains("No right");
    assertThat(lost.path("jobId").asText()).isEqualTo(batch + "forbidden");
    assertThat(lost.has("status")).isFalse();
  }

  @Test
  void jobsThatOutliveTheDeadlineTimeOutAtIt() {
    succeeding("late", Duration.ofHours(9));
    Instant start = engine.now();
    Map<String, Object> request = ids("late");
    request.put("deadline", "PT10M");
    JsonNode end = await(request).path("outcomes").get(0);
    assertThat(end.path("outcome").asText()).isEqualTo("TIMED_OUT");
    assertThat(end.path("status").asText()).isEqualTo("Init");
    assertThat(engine.lastPoll(start, batch + "late"))
        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(10).plusSeconds(9));
  }

  @Test
  void endsCanBeReadAsTheyCome() {
    succeeding("first", Duration.ZERO);
    succeeding("last", Duration.ofMinutes(15));
    WorkflowStub run = engine.start("AwaitMediaJobs", batch, ids("last", "first"));
    engine.temporal().sleep(Duration.ofMinutes(10));
    JsonNode page = run.query("outcomes", JsonNode.class, Map.of("from", 0));
    assertThat(page.path("done").asInt()).isEqualTo(1);
    assertThat(page.at("/outcomes/0/jobId").asText()).isEqualTo(batch + "first");
    assertThat(run.query("outcomes", JsonNode.class, Map.of("from", 1)).path("outcomes")).isEmpty();
    assertThat(run.query("progress", BatchProgress.class).outcomes())
        .isEqualTo(Map.of(OutcomeKind.SUCCEEDED, 1));
    run.getResult(JsonNode.class);
    assertThat(run.query("outcomes", JsonNode.class).path("done").asInt()).isEqualTo(2);
  }

  @Test
  void stepsFollowEachJobAndGetItAndAKeyOfItsOwn() {
    succeeding("good", Duration.ofMinutes(2));
    engine
        .emulator()
        .add(JobScript.failing(PACKAGE, batch + "bad", Duration.ofMinutes(1), "Bad", "bad"));
    Map<String, Object> request = ids("good", "bad", "unknown");
    request.put("onSuccess", List.of(Map.of("name", "publish", "activity", "Publish")));
    request.put(
        "onFailure",
        List.of(
            Map.of("name", "alert", "activity", "Alert"),
            Map.of("name", "fails", "activity", "Fail")));
    JsonNode ends = await(request).path("outcomes");
    assertThat(ends.get(0).at("/steps/0/name").asText()).isEqualTo("publish");
    assertThat(ends.get(0).at("/steps/0/status").asText()).isEqualTo("COMPLETED");
    assertThat(ends.get(1).at("/steps/1/failure/type").asText()).isEqualTo("DiskFull");
    assertThat(ends.get(2).path("steps")).hasSize(2);
    JsonNode input = steps.inputs(batch + "good").get(0);
    assertThat(input.path("idempotencyKey").asText())
        .isEqualTo(batch + "/cn-shanghai/GetPackageJob/" + batch + "good/publish");
    assertThat(input.at("/outcome/job/Status").asText()).isEqualTo("Success");
  }

  @Test
  void jobObjectsComeWhenAskedFor() {
    succeeding("x", Duration.ZERO);
    Map<String, Object> request = ids("x");
    request.put("includeJobs", true);
    assertThat(await(request).at("/outcomes/0/job/JobId").asText()).isEqualTo(batch + "x");
  }

  @Test
  void signalsThatRepeatOrMakeNoSenseChangeNothing() {
    succeeding("x", Duration.ofMinutes(5));
    succeeding("y", Duration.ZERO);
    WorkflowStub run = engine.start("AwaitMediaJobs", batch, ids("x", "y"));
    engine.temporal().sleep(Duration.ofMinutes(1));
    Map<String, Object> failed = Map.of("outcome", "FAILED", "polls", 1);
    run.signal(
        "jobsEnded", Map.of("indexes", List.of(1, -1, 7), "ends", List.of(failed, failed, failed)));
    run.signal("jobsEnded", Map.of("indexes", List.of(0), "ends", List.of()));
    run.signal("jobsEnded", "nonsense");
    run.signal("jobsEnded");
    assertThat(run.getResult(JsonNode.class).path("outcomes"))
        .extracting(it -> it.path("outcome").asText())
        .containsExactly("SUCCEEDED", "SUCCEEDED");
  }

  @Test
  void aCancelledRunEndsAtOnce() {
    succeeding("x", Duration.ofHours(9));
    WorkflowStub run = engine.start("AwaitMediaJobs", batch, ids("x"));
    engine.temporal().sleep(Duration.ofSeconds(90));
    long polls = engine.emulator().polls(batch + "x").total();
    run.cancel();
    assertThatThrownBy(() -> run.getResult(JsonNode.class))
        .isInstanceOf(WorkflowFailedException.class);
    engine.temporal().sleep(Duration.ofMinutes(10));
    assertThat(engine.emulator().polls(batch + "x").total()).isLessThanOrEqualTo(polls + 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | jobs: give either",
        "{'jobs':[],'jobIds':[]} | jobs: give either",
        "{'jobIds':['a']} | operation: missing",
        "{'operation':'package','jobIds':[]} | jobIds: empty",
        "{'operation':'package','jobIds':['a',' ']} | jobIds[1]: blank",
        "{'operation':'package','jobIds':['a',7]} | jobIds[1]: expected a string, got 7",
        "{'operation':'package','jobIds':['a','b','a']} | jobIds[2]: GetPackageJob a in cn-shanghai"
            + " stands at 0",
        "{'jobs':[{'operation':'package','jobId':'a','region':'x.y'}]} | jobs[0].region: expected a"
            + " region",
        "{'jobs':[{'jobId':'a'}]} | jobs[0].operation: missing",
        "{'operation':'nothing','jobIds':['a']} | operation: unknown operation nothing",
        "{'operation':'package','jobIds':['a'],'until':['Odd']} | until: GetPackageJob has no"
            + " status Odd",
        "{'operation':'package','jobIds':['a'],'includeJobs':1} | includeJobs: expected true or"
            + " false",
        "{'operation':'package','jobIds':['a'],'deadline':'P31D'} | deadline: PT744H is too long",
        "{'operation':'package','jobIds':['a'],'onSuccess':[{'name':'x'}]} | x: give exactly one of"
      })
  void aWrongInputIsNamed(String input, String message) throws Exception {
    assertRefused(Json.read(input.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), message);
  }

  @Test
  void aRunTakesAtMost2500JobsAndAsMuchOfTheirNamesAsFitsOnePayload() {
    List<String> tooMany = IntStream.rangeClosed(0, MOST).mapToObj(i -> "j" + i).toList();
    assertRefused(
        Map.of("operation", "package", "jobIds", tooMany),
        "jobIds: 2501 jobs; a run takes at most 2500");
    List<String> tooLong = IntStream.range(0, MOST).mapToObj(i -> "x".repeat(250) + i).toList();
    assertRefused(Map.of("operation", "package", "jobIds", tooLong), "jobs: their names take");
  }

  @Test
  void aClientSplitsJobsOverRunsAndOneThatComesBackReadsThem() throws Exception {
    List<String> names = IntStream.range(0, 600).mapToObj(i -> "字".repeat(200) + i).toList();
    names.forEach(it -> succeeding(it, Duration.ZERO));
    List<String> ids = names.stream().map(it -> batch + it).toList();
    BatchHandle first = engine.client().awaitAll(batch, PACKAGE, ids).start();
    assertThat(first.workflowIds())
        .containsExactly("media-jobs/" + batch + "/0", "media-jobs/" + batch + "/1");
    assertThat(ends(first)).containsExactlyInAnyOrderElementsOf(ids);
    List<String> shuffled = new ArrayList<>(ids);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(ends(engine.client().awaitAll(batch, PACKAGE, shuffled).start())).hasSize(600);
    assertThat(engine.emulator().polls(ids.get(0)).total()).isEqualTo(1);
    assertThatThrownBy(() -> engine.client().awaitAll(batch, PACKAGE, ids.subList(1, 600)).start())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("awaits other jobs");
  }

  private static List<String> ends(BatchHandle handle) throws InterruptedException {
    List<String> ends = new ArrayList<>();
    handle.forEach(it -> ends.add(it.reference().jobId()));
    return ends;
  }

  private void assertRefused(Object input, String message) {
    assertThatThrownBy(() -> await(input))
        .isInstanceOf(WorkflowFailedException.class)
        .cause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            it -> {
              assertThat(it.getType()).isEqualTo("InvalidRequest");
              assertThat(it.getOriginalMessage()).startsWith(message);
            });
  }

  private JsonNode await(Object request) {
    return engine.start("AwaitMediaJobs", batch, request).getResult(JsonNode.class);
  }

  private Map<String, Object> ids(String... names) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("operation", "package");
    request.put("polling", EVERY_MINUTE);
    request.put("jobIds", Stream.of(names).map(it -> batch + it).toList());
    return request;
  }

  private void succeeding(String name, Duration length) {
    engine.emulator().add(JobScript.succeeding(PACKAGE, batch + name, length));
  }
}
