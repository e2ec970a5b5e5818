package io.github.mediajobs.worker;

import static io.github.mediajobs.worker.Pollings.NEVER_AGAIN;
import static io.github.mediajobs.workflow.PipelineStep.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.operation.Operations;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.wire.JobRequest;
import io.github.mediajobs.wire.ReadMediaJobActivities;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.workflow.JobPipeline;
import io.github.mediajobs.workflow.MediaJobs;
import io.github.mediajobs.workflow.PipelineResult;
import io.github.mediajobs.workflow.PipelineStep;
import io.github.mediajobs.workflow.RunningWait;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/**
 * The typed API in a user's own workflow, on a task queue of the user's; with cached workflows and
 * with every task replayed.
 */
@CachedAndReplayed
@TestInstance(Lifecycle.PER_CLASS)
class TypedApiTest {
  private static final String USERS_QUEUE = "users";

  static final JobOperation<PackageJob> USERS_OWN =
      JobOperation.of(Service.ICE, "GetSnapshotJob", PackageJob.class)
          .alias("snapshot")
          .jobAt("/SnapshotJob")
          .status(JobState.PENDING, "Init")
          .status(JobState.SUCCEEDED, "Success")
          .status(JobState.FAILED, "Fail")
          .build();

  /** Steps that workers of the library's queue run. */
  @ActivityInterface
  public interface Steps {
    @ActivityMethod(name = "First")
    String first(JsonNode input);

    @ActivityMethod(name = "Second")
    String second(JsonNode input);
  }

  /** Each answers with its name. */
  public static final class StepsImpl implements Steps {
    @Override
    public String first(JsonNode input) {
      return "first done";
    }

    @Override
    public String second(JsonNode input) {
      return "second done";
    }
  }

  /** A user's workflow; what it does depends on the test. */
  @WorkflowInterface
  public interface Users {
    @WorkflowMethod
    String run(String what, String jobId);

    /** Several events at once. */
    @SignalMethod
    void packaged(int events);
  }

  /** A user's workflow. */
  public static final class UsersImpl implements Users {
    private final MediaJobs jobs = MediaJobs.create();
    private RunningWait<PackageJob> wait;

    @Override
    public String run(String what, String jobId) {
      return switch (what) {
        case "outcome" ->
            jobs.await(Operations.PACKAGE, jobId)
                .outcome()
                .fold(it -> "succeeded", it -> "failed", it -> "timed out", it -> "not found");
        case "orElseThrow" ->
            jobs.await(Operations.PACKAGE, jobId).outcome().orElseThrow().status();
        case "terms" -> terms(jobId);
        case "blank" -> jobs.await(Operations.PACKAGE, " ").outcome().toString();
        case "named" -> named(jobId);
        case "given-up" -> givenUp(jobId);
        case "many" -> many(jobId);
        case "hurried" -> hurried(jobId);
        case "pipeline" -> pipeline(jobId);
        case "twins" -> twins(jobId);
        case "users-own" -> jobs.await(USERS_OWN, jobId).outcome().orElseThrow().status();
        default -> read(jobId);
      };
    }

    private String terms(String jobId) {
      JobOutcome<PackageJob> outcome =
          MediaJobs.onTaskQueue(MediaJobs.TASK_QUEUE)
              .await(Operations.PACKAGE, jobId)
              .in("cn-beijing")
              .until("Init")
              .within(Duration.ofHours(1))
              .polling(NEVER_AGAIN)
              .outcome();
      return outcome.succeeded().orElseThrow().status() + " in " + outcome.reference().region();
    }

    private String givenUp(String jobId) {
      JobPipeline<PackageJob> pipeline =
          jobs.await(Operations.PACKAGE, jobId)
              .onSuccess(
                  step(
                      "long",
                      it -> {
                        Workflow.sleep(Duration.ofDays(1));
                        return null;
                      }));
      List<Promise<PipelineResult<PackageJob>>> running = new ArrayList<>();
      CancellationScope scope = Workflow.newCancellationScope(() -> running.add(pipeline.async()));
      scope.run();
      Workflow.sleep(Duration.ofHours(2));
      scope.cancel();
      try {
        return running.get(0).get().steps().toString();
      } catch (CanceledFailure e) {
        return "given up";
      }
    }

    private String named(String jobId) {
      return jobs
          .await(Operations.PACKAGE, jobId)
          .onFailure(step(Step.activity("alert", "Alert")))
          .onSuccess(step(Step.activity("first", "First")))
          .onSuccess(step(Step.activity("second", "Second")))
          .async()
          .get()
          .steps()
          .stream()
          .map(it -> it.name() + "=" + it.result())
          .toList()
          .toString();
    }

    private String many(String jobId) {
      List<Promise<JobOutcome<PackageJob>>> all =
          Stream.of("a", "b", "c")
              .map(it -> jobs.await(Operations.PACKAGE, jobId + it).async())
              .toList();
      Promise.allOf(all).get();
      return all.stream().map(it -> it.get().orElseThrow().jobId()).toList().toString();
    }

    private String hurried(String jobId) {
      wait =
          jobs.await(Operations.PACKAGE, jobId)
              .within(Duration.ofDays(9))
              .polling(NEVER_AGAIN)
              .start();
      String status = wait.outcome().get().orElseThrow().status();
      wait.nudge();
      Workflow.sleep(Duration.ofDays(10));
      return status;
    }

    @Override
    public void packaged(int events) {
      for (int event = 0; event < events; event++) {
        wait.nudge();
      }
    }

    private String pipeline(String jobId) {
      PipelineResult<PackageJob> result =
          jobs.await(Operations.PACKAGE, jobId)
              .onSuccess(
                  step("code", it -> it.outcome().orElseThrow().outputUrl()),
                  step("key", it -> it.idempotencyKey()),
                  step(
                      "throws",
                      it -> {
                        throw ApplicationFailure.newFailure("full", "DiskFull");
                      }))
              .onFailure(step(Step.activity("alert", "Alert")))
              .run();
      return result.steps().stream()
          .map(it -> it.name() + "=" + (it.result() == null ? it.failure() : it.result().asText()))
          .toList()
          .toString();
    }

    private String twins(String jobId) {
      PipelineStep<PackageJob> same = step("same", it -> 1);
      return String.valueOf(
          jobs.await(Operations.PACKAGE, jobId).onSuccess(same).onFailure(same).run());
    }

    private static String read(String jobId) {
      return Workflow.newActivityStub(
              ReadMediaJobActivities.class,
              ActivityOptions.newBuilder()
                  .setTaskQueue(MediaJobs.TASK_QUEUE)
                  .setStartToCloseTimeout(Duration.ofMinutes(1))
                  .build())
          .getPackageJob(new JobRequest(jobId, null))
          .status();
    }
  }

  @Parameter private int cachedWorkflows;
  private Engine engine;
  private String jobId;

  @BeforeParameterizedClassInvocation
  void start() {
    engine =
        new Engine(
            cachedWorkflows,
            Catalogue.standard().with(USERS_OWN),
            temporal -> {
              temporal
                  .getWorkerFactory()
                  .getWorker(MediaJobs.TASK_QUEUE)
                  .registerActivitiesImplementations(new StepsImpl());
              temporal.newWorker(USERS_QUEUE).registerWorkflowImplementationTypes(UsersImpl.class);
            });
  }

  @BeforeEach
  void anotherJob() {
    jobId = engine.newJobId();
  }

  @AfterParameterizedClassInvocation
  void stop() {
    engine.close();
  }

  private String run(String what) {
    return start(what).getResult(String.class);
  }

  private WorkflowStub start(String what) {
    WorkflowStub run = engine.stub("Users", what + "-" + jobId, USERS_QUEUE);
    run.start(what, jobId);
    return run;
  }

  private void job(String jobId, Duration length) {
    engine.emulator().add(JobScript.succeeding(Operations.PACKAGE, jobId, length));
  }

  @Test
  void anOutcomeIsAValueOfItsOwnType() {
    job(jobId, Duration.ofHours(1));
    assertThat(run("outcome")).isEqualTo("succeeded");
  }

  @Test
  void aJobThatFailedEndsAWorkflowThatAsksForIt() {
    engine
        .emulator()
        .add(JobScript.failing(Operations.PACKAGE, jobId, Duration.ofHours(1), "Bad", "bad"));
    assertThatThrownBy(() -> run("orElseThrow"))
        .isInstanceOf(WorkflowFailedException.class)
        .cause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class, it -> assertThat(it.getType()).isEqualTo("JobFailed"));
  }

  @Test
  void manyJobsAreAwaitedAtOnce() {
    Stream.of("a", "b", "c").forEach(it -> job(jobId + it, Duration.ofMinutes(30)));
    assertThat(run("many")).isEqualTo("[%1$sa, %1$sb, %1$sc]".formatted(jobId));
  }

  @Test
  void aUsersSignalHurriesAWait() {
    job(jobId, Duration.ofHours(1));
    WorkflowStub run = start("hurried");
    engine.temporal().sleep(Duration.ofHours(2));
    run.signal("packaged", 1);
    assertThat(run.getResult(String.class)).isEqualTo("Success");
    assertThat(engine.emulator().polls(jobId).total()).isEqualTo(2);
  }

  @Test
  void eventsThatComeTogetherMakeOneRead() {
    job(jobId, Duration.ofDays(1));
    WorkflowStub run = start("hurried");
    engine.temporal().sleep(Duration.ofHours(2));
    run.signal("packaged", 5);
    engine.temporal().sleep(Duration.ofHours(2));
    assertThat(engine.emulator().polls(jobId).total()).isEqualTo(2);
    assertThat(run.getResult(String.class)).isEqualTo("Success");
  }

  @Test
  void aWaitIsAsItsTermsSay() {
    job(jobId, Duration.ofHours(1));
    assertThat(run("terms")).isEqualTo("Init in cn-beijing");
  }

  @Test
  void aWrongJobIdEndsTheWorkflow() {
    assertThatThrownBy(() -> run("blank"))
        .cause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            it -> {
              assertThat(it.getType()).isEqualTo("InvalidRequest");
              assertThat(it.isNonRetryable()).isTrue();
            });
  }

  @Test
  void aPipelineThatAUserGivesUpHasNoResult() {
    job(jobId, Duration.ofHours(1));
    assertThat(run("given-up")).isEqualTo("given up");
  }

  @Test
  void stepsByNameRunWhereTheLibrarysWorkersAre() {
    job(jobId, Duration.ofHours(1));
    assertThat(run("named")).isEqualTo("[first=\"first done\", second=\"second done\"]");
  }

  @Test
  void stepsAreTheUsersOwnCode() {
    job(jobId, Duration.ofHours(1));
    assertThat(run("pipeline"))
        .isEqualTo(
            "[code=http://bucket.oss-cn-shanghai.aliyuncs.com/output.m3u8,"
                + " key=pipeline-%1$s/cn-shanghai/GetPackageJob/%1$s/key,".formatted(jobId)
                + " throws=StepFailure[type=DiskFull, message=full]]");
  }

  @Test
  void twoStepsOfOneNameAreRefused() {
    job(jobId, Duration.ofHours(1));
    assertThatThrownBy(() -> run("twins")).cause().hasMessageContaining("two steps are named same");
  }

  @Test
  void aUsersOwnOperationIsAwaitedTheSameWay() {
    engine
        .emulator()
        .add(
            JobScript.of(
                USERS_OWN,
                jobId,
                Phase.at(Duration.ZERO, "Init"),
                Phase.at(Duration.ofMinutes(5), "Success")));
    assertThat(run("users-own")).isEqualTo("Success");
  }

  @Test
  void aJobIsReadOnceThroughATypedStub() {
    job(jobId, Duration.ofHours(1));
    assertThat(run("read")).isEqualTo("Init");
  }

  @Test
  void aStepsNameIsChecked() {
    assertThatThrownBy(() -> step("a b", it -> 1))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("name: expected 1 to 64");
  }
}
