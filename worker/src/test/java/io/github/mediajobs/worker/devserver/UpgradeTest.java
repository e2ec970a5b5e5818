package io.github.mediajobs.worker.devserver;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.worker.MediaJobsPlugin;
import io.grpc.StatusRuntimeException;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.SetWorkerDeploymentCurrentVersionRequest;
import io.temporal.client.WorkflowStub;
import io.temporal.common.VersioningBehavior;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Waits that one version of the worker began end with another. */
@ExtendWith(DevServer.class)
@Timeout(120)
class UpgradeTest {
  private static final Map<String, Object> POLLING =
      Map.of("schedule", "fixed", "first", "PT0.2S", "floor", "PT0.2S", "jitter", 0);

  private final List<WorkerFactory> factories = new ArrayList<>();
  private Bench bench;

  @BeforeEach
  void open(Bench own) {
    bench = own;
  }

  @AfterEach
  void close() {
    factories.forEach(this::stop);
  }

  /** Before and after an upgrade, or a step back. */
  record Change(String name, List<WorkerInterceptor> before, List<WorkerInterceptor> after) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Change> changes() {
    return Stream.of(
        new Change("to new fields and commands", List.of(), List.of(new NextVersion(true))),
        new Change("back from new fields", List.of(new NextVersion(false)), List.of()));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whatOneVersionBeganTheOtherEnds(Change change) {
    WorkerFactory before = start(WorkerOptions.getDefaultInstance(), change.before());
    Map<String, WorkflowStub> runs = begin();
    Bench.until(() -> runs.keySet().stream().allMatch(this::polledTwice));
    stop(before);
    start(WorkerOptions.getDefaultInstance(), change.after());
    assertEnded(runs);
  }

  @ParameterizedTest
  @EnumSource(
      value = VersioningBehavior.class,
      names = {"PINNED", "AUTO_UPGRADE"})
  void withWorkerVersioningTheRunEndsWhereItBelongs(VersioningBehavior behavior) {
    String deployment = "deployment-" + bench.jobId();
    WorkerFactory before = start(versioned(deployment, "1", behavior), List.of());
    current(deployment, "1");
    Map<String, WorkflowStub> runs = begin();
    Bench.until(() -> runs.keySet().stream().allMatch(this::polledTwice));
    start(versioned(deployment, "2", behavior), List.of(new NextVersion(true)));
    current(deployment, "2");
    if (behavior == VersioningBehavior.AUTO_UPGRADE) {
      stop(before);
    }
    assertEnded(runs);
    String build = behavior == VersioningBehavior.PINNED ? "1" : "2";
    assertThat(runs.values()).allSatisfy(it -> assertThat(lastBuild(it)).isEqualTo(build));
  }

  private String lastBuild(WorkflowStub run) {
    return bench.events(run.getExecution().getWorkflowId()).stream()
        .filter(HistoryEvent::hasWorkflowTaskCompletedEventAttributes)
        .map(it -> it.getWorkflowTaskCompletedEventAttributes().getDeploymentVersion().getBuildId())
        .reduce("", (earlier, later) -> later);
  }

  /** A run of each kind, by the id of the job that it awaits. */
  private Map<String, WorkflowStub> begin() {
    Map<String, WorkflowStub> runs = new LinkedHashMap<>();
    for (String type : List.of("AwaitMediaJob", "MediaJobPipeline")) {
      String id = bench.jobId() + "-" + type;
      add(id);
      runs.put(id, bench.start(type, type + "-" + id, request("jobId", id)));
    }
    String shared = bench.jobId() + "-shared";
    add(shared);
    Map<String, Object> request = request("jobId", shared);
    request.put("shared", true);
    runs.put(shared, bench.start("AwaitMediaJob", "shared-" + shared, request));
    String batched = bench.jobId() + "-batch";
    add(batched);
    runs.put(
        batched,
        bench.start("AwaitMediaJobs", "batch-" + batched, request("jobIds", List.of(batched))));
    return runs;
  }

  /** A job that goes on until {@link #assertEnded}, however long the versions take to change. */
  private void add(String jobId) {
    bench.emulator().add(JobScript.succeeding(PACKAGE, jobId, Bench.polls(100_000)));
  }

  private static Map<String, Object> request(String field, Object jobs) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("operation", "package");
    request.put(field, jobs);
    request.put("polling", POLLING);
    return request;
  }

  private boolean polledTwice(String jobId) {
    return bench.emulator().polls(jobId).total() >= 2;
  }

  private void assertEnded(Map<String, WorkflowStub> runs) {
    runs.keySet()
        .forEach(id -> bench.emulator().add(JobScript.succeeding(PACKAGE, id, Bench.polls(1))));
    runs.forEach(
        (id, run) -> {
          JsonNode result = run.getResult(JsonNode.class);
          JsonNode end =
              result.has("outcomes")
                  ? result.path("outcomes").get(0)
                  : result.path("outcome").isObject() ? result.path("outcome") : result;
          assertThat(end.path("outcome").asText()).as(id).isEqualTo("SUCCEEDED");
          assertThat(result.toString()).doesNotContain(NextVersion.FIELD);
        });
  }

  private WorkerFactory start(WorkerOptions options, List<WorkerInterceptor> interceptors) {
    WorkerFactory factory =
        WorkerFactory.newInstance(
            bench.client(),
            WorkerFactoryOptions.newBuilder()
                .setPlugins(new MediaJobsPlugin(bench.config()))
                .setWorkerInterceptors(interceptors.toArray(WorkerInterceptor[]::new))
                .build());
    factory.newWorker(bench.taskQueue(), options);
    factory.start();
    factories.add(factory);
    return factory;
  }

  private void stop(WorkerFactory factory) {
    factory.shutdown();
    factory.awaitTermination(30, TimeUnit.SECONDS);
    factory.shutdownNow();
  }

  private static WorkerOptions versioned(
      String deployment, String build, VersioningBehavior behavior) {
    return WorkerOptions.newBuilder()
        .setDeploymentOptions(
            WorkerDeploymentOptions.newBuilder()
                .setUseVersioning(true)
                .setVersion(new WorkerDeploymentVersion(deployment, build))
                .setDefaultVersioningBehavior(behavior)
                .build())
        .build();
  }

  private void current(String deployment, String build) {
    var stub = bench.client().getWorkflowServiceStubs().blockingStub();
    String namespace = bench.client().getOptions().getNamespace();
    Bench.until(
        () -> {
          try {
            stub.setWorkerDeploymentCurrentVersion(
                SetWorkerDeploymentCurrentVersionRequest.newBuilder()
                    .setNamespace(namespace)
                    .setDeploymentName(deployment)
                    .setBuildId(build)
                    .build());
            return true;
          } catch (StatusRuntimeException e) {
            // The server has not heard of the version yet.
            return false;
          }
        });
  }
}
