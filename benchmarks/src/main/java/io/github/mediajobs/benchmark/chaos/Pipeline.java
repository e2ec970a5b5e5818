package io.github.mediajobs.benchmark.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.client.WorkflowIds;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.AwaitMediaJobsWorkflow;
import io.github.mediajobs.wire.BatchResult;
import io.github.mediajobs.wire.JobEnd;
import io.github.mediajobs.wire.MediaJobPipelineWorkflow;
import io.github.mediajobs.wire.PipelineOutcome;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.wire.Step;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run that awaits jobs and has steps for each, in one of the ways in which users start them. */
sealed interface Pipeline {
  /** The least frequent look at a job that goes on. */
  Duration CEILING = Duration.ofSeconds(10);

  /** By how much a look may come later. */
  double JITTER = 0.1;

  /** How the jobs are polled, whichever way they are awaited. */
  Polling POLLING =
      new Polling(
          "exponential",
          Duration.ofSeconds(2),
          1.5,
          null,
          Duration.ofSeconds(1),
          CEILING,
          JITTER,
          Duration.ofSeconds(10),
          null);

  String workflowId();

  List<Job> jobs();

  Duration deadline();

  Steps steps();

  /** Starts the run, or finds it started. */
  void start(WorkflowClient client);

  /** What the steps of a job get as their key, before the step's name. */
  String key(Job job);

  /** What the run says of each job, in the order of the jobs. */
  List<JobEnd> ends(JsonNode result) throws IOException;

  /** A pipeline of one job, started by the typed client under the id that it picks. */
  record Single(Job job, Duration deadline, Steps steps) implements Pipeline {
    @Override
    public String workflowId() {
      return WorkflowIds.pipeline(MediaJobsClient.DEFAULT_REGION, job.operation(), job.id(), null);
    }

    @Override
    public List<Job> jobs() {
      return List.of(job);
    }

    @Override
    public void start(WorkflowClient client) {
      MediaJobsClient.create(client)
          .await(job.operation(), job.id())
          .within(deadline)
          .polling(POLLING)
          .onSuccess(steps.onSuccess().toArray(Step[]::new))
          .onFailure(steps.onFailure().toArray(Step[]::new))
          .start();
    }

    @Override
    public String key(Job of) {
      return workflowId();
    }

    @Override
    public List<JobEnd> ends(JsonNode result) throws IOException {
      return List.of(end(result));
    }
  }

  /** A pipeline under an id of its own that shares the wait with others, started by name. */
  record Shared(String workflowId, Job job, Duration deadline, Steps steps) implements Pipeline {
    @Override
    public List<Job> jobs() {
      return List.of(job);
    }

    @Override
    public void start(WorkflowClient client) {
      Map<String, Object> input = terms(this);
      input.put("operation", job.operation().alias());
      input.put("jobId", job.id());
      input.put("shared", true);
      byName(client, MediaJobPipelineWorkflow.TYPE, workflowId, input);
    }

    @Override
    public String key(Job of) {
      return workflowId;
    }

    @Override
    public List<JobEnd> ends(JsonNode result) throws IOException {
      return List.of(end(result));
    }
  }

  /** A batch of jobs of all operations, started by name. */
  record Batch(String name, List<Job> jobs, Duration deadline, Steps steps) implements Pipeline {
    @Override
    public String workflowId() {
      return WorkflowIds.batch(name, 0);
    }

    @Override
    public void start(WorkflowClient client) {
      Map<String, Object> input = terms(this);
      input.put(
          "jobs",
          jobs.stream()
              .map(it -> Map.of("operation", it.operation().action(), "jobId", it.id()))
              .toList());
      byName(client, AwaitMediaJobsWorkflow.TYPE, workflowId(), input);
    }

    @Override
    public String key(Job of) {
      return String.join(
          "/", workflowId(), MediaJobsClient.DEFAULT_REGION, of.operation().action(), of.id());
    }

    @Override
    public List<JobEnd> ends(JsonNode result) throws IOException {
      return Json.convert(result, BatchResult.class).outcomes();
    }
  }

  private static Map<String, Object> terms(Pipeline pipeline) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("deadline", pipeline.deadline().toString());
    input.put("polling", POLLING);
    input.put("onSuccess", pipeline.steps().onSuccess());
    input.put("onFailure", pipeline.steps().onFailure());
    return input;
  }

  private static void byName(
      WorkflowClient client, String type, String id, Map<String, Object> input) {
    client
        .newUntypedWorkflowStub(
            type,
            WorkflowOptions.newBuilder()
                .setWorkflowId(id)
                .setTaskQueue("media-jobs")
                .setWorkflowIdConflictPolicy(
                    WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .build())
        .start(input);
  }

  private static JobEnd end(JsonNode result) throws IOException {
    PipelineOutcome pipeline = Json.convert(result, PipelineOutcome.class);
    return new JobEnd(pipeline.outcome(), null, pipeline.steps());
  }

  /** The branch that an outcome takes. */
  default List<Step> branch(OutcomeKind outcome) {
    return outcome == OutcomeKind.SUCCEEDED ? steps().onSuccess() : steps().onFailure();
  }
}
