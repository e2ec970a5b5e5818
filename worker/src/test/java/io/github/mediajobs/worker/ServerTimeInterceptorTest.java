package io.github.mediajobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTimeInterceptorTest {
  private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

  /** A user's activity. */
  @ActivityInterface
  public interface Users {
    void act();
  }

  /** Runs the activity as the server hands it out, or as a local one. */
  @WorkflowInterface
  public interface UsersWorkflow {
    @WorkflowMethod
    void run(boolean local);
  }

  /** A user's workflow. */
  public static final class UsersWorkflowImpl implements UsersWorkflow {
    @Override
    public void run(boolean local) {
      Duration timeout = Duration.ofMinutes(1);
      Users users =
          local
              ? Workflow.newLocalActivityStub(
                  Users.class,
                  LocalActivityOptions.newBuilder().setStartToCloseTimeout(timeout).build())
              : Workflow.newActivityStub(
                  Users.class,
                  ActivityOptions.newBuilder().setStartToCloseTimeout(timeout).build());
      users.act();
    }
  }

  @ParameterizedTest
  @CsvSource({"media-jobs, false, true", "media-jobs, true, false", "users, false, false"})
  void onlyTasksThatTheServiceHandsOutOnItsQueueTellTheTime(
      String taskQueue, boolean local, boolean heard) {
    ServerClock clock = new ServerClock(LONG_AGO, () -> 0);
    try (TestWorkflowEnvironment temporal =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new ServerTimeInterceptor("media-jobs", clock))
                        .build())
                .build())) {
      Worker worker = temporal.newWorker(taskQueue);
      worker.registerWorkflowImplementationTypes(UsersWorkflowImpl.class);
      worker.registerActivitiesImplementations((Users) () -> {});
      temporal.start();
      temporal
          .getWorkflowClient()
          .newWorkflowStub(
              UsersWorkflow.class, WorkflowOptions.newBuilder().setTaskQueue(taskQueue).build())
          .run(local);
      if (heard) {
        assertThat(clock.instant()).isAfter(Instant.parse("2025-01-01T00:00:00Z"));
      } else {
        assertThat(clock.instant()).isEqualTo(LONG_AGO);
      }
    }
  }
}
