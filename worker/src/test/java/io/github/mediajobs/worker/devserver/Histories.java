package io.github.mediajobs.worker.devserver;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.github.mediajobs.worker.Pollings.NEVER_AGAIN;

import io.github.mediajobs.client.AwaitCall;
import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.client.WorkflowIds;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.worker.WebhookReceiver;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Every path through the workflows, run on a real server: each leaves a workflow whose history is
 * kept in {@code src/test/resources/histories} and replayed on every build.
 */
final class Histories {
  static final Path FOLDER = Path.of("src", "test", "resources", "histories");

  private static final Polling FAST =
      new Polling(
          "fixed",
          Duration.ofMillis(100),
          null,
          null,
          Duration.ofMillis(100),
          null,
          0.0,
          Duration.ofMillis(100),
          null);

  private static final Map<String, Function<Bench, WorkflowExecution>> PATHS = paths();

  private Histories() {}

  static Set<String> names() {
    return PATHS.keySet();
  }

  /** Runs one path and answers the history as JSON. */
  static String run(String name, Bench bench) {
    return bench.historyJson(PATHS.get(name).apply(bench));
  }

  static Path file(String name) {
    return FOLDER.resolve(name + ".json");
  }

  private static Map<String, Function<Bench, WorkflowExecution>> paths() {
    Map<String, Function<Bench, WorkflowExecution>> paths = new LinkedHashMap<>();
    paths.put("await-succeeded", it -> ended(succeeding(it).start()));
    paths.put("await-failed", it -> ended(failing(it).start()));
    paths.put(
        "await-timed-out",
        it -> ended(going(it).within(Duration.ofSeconds(1)).polling(FAST).start()));
    paths.put(
        "await-not-found", it -> ended(it.jobs().await(PACKAGE, it.jobId()).polling(FAST).start()));
    paths.put("await-searchable", it -> ended(searchable(it).start()));
    paths.put(
        "await-searchable-cancelled", it -> cancelled(searchable(it).polling(NEVER_AGAIN).start()));
    paths.put(
        "pipeline-searchable",
        it -> ended(searchable(it).onSuccess(Step.activity("publish", "Publish")).start()));
    paths.put("await-cancelled", it -> cancelled(going(it).polling(NEVER_AGAIN).start()));
    paths.put("await-ended-by-event", it -> nudged(it, 1));
    paths.put("await-ended-by-second-event", it -> nudged(it, 2));
    paths.put(
        "await-ended-by-coalesced-events",
        it -> {
          it.emulator().add(JobScript.succeeding(PACKAGE, it.jobId(), Bench.polls(3)));
          JobHandle<?> handle = it.jobs().await(PACKAGE, it.jobId()).polling(NEVER_AGAIN).start();
          Bench.until(() -> handle.describe().lastSeen().isPresent());
          it.emulator().fault(Fault.delay(Duration.ofSeconds(1)).times(1));
          for (int event = 0; event < 3; event++) {
            handle.nudge();
          }
          return ended(handle);
        });
    paths.put(
        "await-invalid-request",
        it -> {
          String id = "invalid-" + it.taskQueue();
          WorkflowStub run = it.start("AwaitMediaJob", id, Map.of("operation", "package"));
          failed(() -> run.getResult(Object.class));
          return last(id);
        });
    paths.put(
        "pipeline-succeeded",
        it ->
            ended(
                succeeding(it)
                    .onSuccess(
                        Step.activity("activity", "Publish"),
                        Step.workflow("child", "Child"),
                        Step.webhook("webhook", "https://not.allowed.example.com/"))
                    .start()));
    paths.put(
        "pipeline-webhook-taken",
        it -> {
          try (WebhookReceiver receiver = new WebhookReceiver()) {
            return ended(succeeding(it).onSuccess(Step.webhook("tell", receiver.url())).start());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    paths.put(
        "pipeline-failed",
        it ->
            ended(
                failing(it)
                    .onSuccess(Step.activity("publish", "Publish"))
                    .onFailure(Step.activity("alert", "Alert"), Step.activity("fails", "Fail"))
                    .start()));
    paths.put("pipeline-without-steps", it -> ended(succeeding(it).onFailure().start()));
    paths.put(
        "pipeline-cancelled-waiting",
        it ->
            cancelled(
                going(it).polling(NEVER_AGAIN).onFailure(Step.activity("a", "Alert")).start()));
    paths.put(
        "pipeline-cancelled-in-steps",
        it -> {
          JobHandle<?> handle =
              succeeding(it)
                  .onSuccess(Step.activity("never", "Never").onTaskQueue("nobody-listens-here"))
                  .start();
          Bench.until(() -> it.events(handle.workflowId()).size() >= 11);
          handle.cancel();
          failed(handle::result);
          return last(handle.workflowId());
        });
    paths.put("pipeline-cancelled-in-child", Histories::cancelledInChild);
    paths.put("pipeline-cancelled-beside-child", Histories::cancelledInChild);
    paths.put(
        "await-shared",
        it -> {
          succeeding(it);
          return shared(it, "PT1H");
        });
    paths.put(
        "await-shared-timed-out",
        it -> {
          going(it).start();
          return shared(it, "PT1S");
        });
    paths.put(
        "await-told-a-joiner",
        it -> {
          succeeding(it);
          shared(it, "PT1H");
          return last(WorkflowIds.await("cn-shanghai", PACKAGE, it.jobId(), null));
        });
    paths.put(
        "typed-api",
        it -> {
          succeeding(it);
          String id = "typed-" + it.taskQueue();
          it.start("UserWorkflow", id, it.taskQueue(), it.jobId()).getResult(String.class);
          return last(id);
        });
    paths.put("batch-succeeded", it -> batch(it, Map.of()));
    paths.put(
        "batch-with-steps",
        it ->
            batch(
                it,
                Map.of(
                    "onSuccess",
                    List.of(
                        Map.of("name", "activity", "activity", "Publish"),
                        Map.of("name", "child", "workflow", "Child")),
                    "onFailure",
                    List.of(Map.of("name", "fails", "activity", "Fail")))));
    paths.put(
        "batch-invalid-request",
        it -> {
          String id = "invalid-batch-" + it.taskQueue();
          WorkflowStub run = it.start("AwaitMediaJobs", id, Map.of("operation", "package"));
          failed(() -> run.getResult(Object.class));
          return last(id);
        });
    paths.put(
        "batch-cancelled",
        it -> {
          it.emulator().add(JobScript.succeeding(PACKAGE, it.jobId(), Bench.polls(10_000)));
          String id = "cancelled-batch-" + it.taskQueue();
          WorkflowStub run = it.start("AwaitMediaJobs", id, batchRequest(it, Map.of()));
          Bench.until(() -> it.emulator().polls(it.jobId()).total() > 0);
          run.cancel();
          failed(() -> run.getResult(Object.class));
          return last(id);
        });
    paths.put(
        "batch-cancelled-in-steps",
        it -> {
          it.emulator().add(JobScript.succeeding(PACKAGE, it.jobId(), Bench.polls(1)));
          String id = "cancelled-batch-" + it.taskQueue();
          Map<String, Object> steps =
              Map.of("onSuccess", List.of(Map.of("name", "child", "workflow", "Endless")));
          WorkflowStub run = it.start("AwaitMediaJobs", id, batchRequest(it, steps));
          Bench.until(
              () ->
                  it.eventTypes(id)
                      .contains(EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED));
          run.cancel();
          failed(() -> run.getResult(Object.class));
          return last(id);
        });
    paths.put("batch-continued", it -> first(it, longBatch(it)));
    paths.put("batch-continuing", Histories::longBatch);
    paths.put(
        "learnt-durations",
        it -> {
          String id = "learnt-" + it.taskQueue();
          it.start("LearntDurations", id, Map.of("operation", "package")).getResult(Object.class);
          return last(id);
        });
    return paths;
  }

  private static WorkflowExecution last(String workflowId) {
    return WorkflowExecution.newBuilder().setWorkflowId(workflowId).build();
  }

  private static WorkflowExecution first(Bench bench, WorkflowExecution last) {
    String runId =
        bench
            .events(last.getWorkflowId())
            .get(0)
            .getWorkflowExecutionStartedEventAttributes()
            .getFirstExecutionRunId();
    return last.toBuilder().setRunId(runId).build();
  }

  /** Three of its jobs have steps enough to fill a history while the fourth is going. */
  private static WorkflowExecution longBatch(Bench bench) {
    List<String> ids = IntStream.range(0, 4).mapToObj(it -> bench.jobId() + it).toList();
    for (String id : ids) {
      int polls = id.equals(ids.get(3)) ? 40 : 1;
      bench.emulator().add(JobScript.succeeding(PACKAGE, id, Bench.polls(polls)));
    }
    List<Map<String, String>> steps =
        IntStream.range(0, 15).mapToObj(it -> Map.of("name", "s" + it, "activity", "Any")).toList();
    String id = "long-batch-" + bench.taskQueue();
    bench
        .start(
            "AwaitMediaJobs",
            id,
            Map.of("operation", "package", "jobIds", ids, "polling", FAST, "onSuccess", steps))
        .getResult(Object.class);
    return last(id);
  }

  private static Map<String, Object> batchRequest(Bench bench, Map<String, Object> more) {
    Map<String, Object> request = new LinkedHashMap<>(more);
    request.put("operation", "package");
    request.put("jobIds", List.of(bench.jobId(), bench.jobId() + "-fails", "unknown"));
    request.put("polling", FAST);
    return request;
  }

  private static WorkflowExecution batch(Bench bench, Map<String, Object> more) {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(60)));
    bench
        .emulator()
        .add(JobScript.failing(PACKAGE, bench.jobId() + "-fails", Bench.polls(5), "Bad", "bad"));
    String id = "batch-" + bench.taskQueue();
    bench.start("AwaitMediaJobs", id, batchRequest(bench, more)).getResult(Object.class);
    return last(id);
  }

  private static AwaitCall<PackageJob> succeeding(Bench bench) {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(3)));
    return bench.jobs().await(PACKAGE, bench.jobId()).polling(FAST);
  }

  private static AwaitCall<PackageJob> searchable(Bench bench) {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(3)));
    return bench.jobs().withSearchAttributes(true).await(PACKAGE, bench.jobId()).polling(FAST);
  }

  private static AwaitCall<PackageJob> failing(Bench bench) {
    bench.emulator().add(JobScript.failing(PACKAGE, bench.jobId(), Bench.polls(2), "Bad", "bad"));
    return bench.jobs().await(PACKAGE, bench.jobId()).polling(FAST);
  }

  private static AwaitCall<PackageJob> going(Bench bench) {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(10_000)));
    return bench.jobs().await(PACKAGE, bench.jobId());
  }

  private static WorkflowExecution ended(JobHandle<?> handle) {
    handle.result();
    return last(handle.workflowId());
  }

  /** A wait under an id of its own that shares the run of the job. */
  private static WorkflowExecution shared(Bench bench, String deadline) {
    String id = "shared-" + bench.taskQueue();
    bench
        .start(
            "AwaitMediaJob",
            id,
            Map.of(
                "operation",
                "package",
                "jobId",
                bench.jobId(),
                "deadline",
                deadline,
                "polling",
                FAST,
                "shared",
                true))
        .getResult(Outcome.class);
    return last(id);
  }

  private static WorkflowExecution cancelled(JobHandle<?> handle) {
    Bench.until(() -> handle.describe().lastSeen().isPresent());
    handle.cancel();
    failed(handle::result);
    return last(handle.workflowId());
  }

  private static WorkflowExecution cancelledInChild(Bench bench) {
    JobHandle<?> handle = succeeding(bench).onSuccess(Step.workflow("child", "Endless")).start();
    Bench.until(
        () ->
            bench
                .eventTypes(handle.workflowId())
                .contains(EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED));
    handle.cancel();
    failed(handle::result);
    return last(handle.workflowId());
  }

  private static WorkflowExecution nudged(Bench bench, int events) {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(1 + events)));
    JobHandle<?> handle = bench.jobs().await(PACKAGE, bench.jobId()).polling(NEVER_AGAIN).start();
    Bench.until(() -> handle.describe().lastSeen().isPresent());
    for (int event = 1; event < events; event++) {
      handle.nudge();
      int probed = 6 + 10 * event;
      Bench.until(() -> bench.events(handle.workflowId()).size() >= probed - 1);
    }
    handle.nudge();
    return ended(handle);
  }

  private static void failed(Runnable result) {
    try {
      result.run();
    } catch (WorkflowFailedException | JobStateUnknownException e) {
      return;
    }
    throw new IllegalStateException("the run was to fail");
  }
}
