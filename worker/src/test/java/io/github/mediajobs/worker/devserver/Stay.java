package io.github.mediajobs.worker.devserver;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.github.mediajobs.worker.Pollings.NEVER_AGAIN;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.wire.PipelineRequest;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.workflow.JobAwait;
import io.github.mediajobs.workflow.JobPipeline;
import io.github.mediajobs.workflow.MediaJobs;
import io.github.mediajobs.workflow.PipelineStep;
import io.temporal.activity.DynamicActivity;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.EncodedValues;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A run on its way to where it waits, on a worker that does one activity at a time. */
final class Stay implements AutoCloseable {
  static final String NOBODYS = "nobody-listens-here";

  private static final int NEVER_ENDS = 1_000_000;

  private final Bench bench;
  private final String type;
  private final Map<String, Object> request = new LinkedHashMap<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private boolean activities = true;
  private int polls = NEVER_ENDS;
  private ServerSocket silent;
  private WorkflowStub run;

  Stay(Bench bench, String type) {
    this.bench = bench;
    this.type = type;
    request.put("operation", PACKAGE.alias());
    if (type.equals("AwaitMediaJobs")) {
      request.put("jobIds", List.of(bench.jobId()));
    } else {
      request.put("jobId", bench.jobId());
    }
    request.put("polling", NEVER_AGAIN);
  }

  /** A user's workflow on the typed API. */
  @WorkflowInterface
  public interface TypedPipeline {
    @WorkflowMethod(name = "TypedPipeline")
    String run(JsonNode request);
  }

  /** Awaits what a request for the workflow by name says. */
  public static final class TypedPipelineImpl implements TypedPipeline {
    @Override
    public String run(JsonNode json) {
      PipelineRequest request = PipelineRequest.read(json);
      JobAwait<PackageJob> wait =
          MediaJobs.onTaskQueue(Workflow.getInfo().getTaskQueue())
              .await(PACKAGE, request.awaited().jobId())
              .polling(NEVER_AGAIN);
      JobPipeline<PackageJob> pipeline =
          (request.awaited().shared() == null ? wait : wait.shared()).onSuccess();
      for (Step step : request.onSuccess()) {
        pipeline = pipeline.onSuccess(PipelineStep.step(step));
      }
      return pipeline.run().toString();
    }
  }

  Stay shared() {
    request.put("shared", true);
    return this;
  }

  Stay withoutActivities() {
    activities = false;
    return this;
  }

  /** The next read is answered a while after it came. */
  Stay answeringSlowly() {
    bench.emulator().fault(Fault.delay(Duration.ofSeconds(2)).times(1));
    return this;
  }

  Stay start() {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(polls)));
    bench.startWorker(
        WorkerOptions.newBuilder()
            .setMaxConcurrentActivityExecutionSize(1)
            .setLocalActivityWorkerOnly(!activities)
            .build(),
        worker -> {
          worker.registerWorkflowImplementationTypes(
              TypedPipelineImpl.class, UsersOfHistories.EndlessImpl.class);
          worker.registerActivitiesImplementations((DynamicActivity) this::block);
        });
    run = bench.start(type, "stay-" + bench.jobId(), request);
    return this;
  }

  private Object block(EncodedValues arguments) {
    try {
      released.await();
      return "released";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** With a job that succeeds at once. */
  Stay before(Step step) {
    polls = 1;
    request.put("onSuccess", List.of(step));
    return start();
  }

  /** Takes a call and never answers. */
  String silentUrl() {
    try {
      silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      return "http://127.0.0.1:" + silent.getLocalPort() + "/hook";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stay nudge() {
    run.signal("jobEvent", Map.of());
    return this;
  }

  Stay until(EventType type) {
    Bench.until(() -> bench.eventTypes(workflowId()).contains(type));
    return this;
  }

  Stay untilPolled() {
    Bench.until(() -> bench.emulator().polls(bench.jobId()).total() > 0);
    return this;
  }

  Stay untilRuns(String activity) {
    Bench.until(() -> bench.runs(workflowId(), activity));
    return this;
  }

  Stay untilAStepWaits() {
    Bench.until(
        () ->
            bench.events(workflowId()).stream()
                .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .map(it -> it.getActivityTaskScheduledEventAttributes().getTaskQueue().getName())
                .anyMatch(NOBODYS::equals));
    return this;
  }

  WorkflowStub run() {
    return run;
  }

  String workflowId() {
    return run.getExecution().getWorkflowId();
  }

  /** Those that the run started, and whether a worker takes them. */
  Map<String, Boolean> children() {
    Map<String, Boolean> children = new LinkedHashMap<>();
    bench.events(workflowId()).stream()
        .filter(HistoryEvent::hasStartChildWorkflowExecutionInitiatedEventAttributes)
        .map(HistoryEvent::getStartChildWorkflowExecutionInitiatedEventAttributes)
        .forEach(
            it -> children.put(it.getWorkflowId(), !it.getTaskQueue().getName().equals(NOBODYS)));
    return children;
  }

  /** Lets a step end that others hold up, and takes activities from now on. */
  @Override
  public void close() throws IOException {
    released.countDown();
    if (silent != null) {
      silent.close();
    }
    if (!activities) {
      bench.stopWorker();
      bench.startWorker();
    }
  }
}
