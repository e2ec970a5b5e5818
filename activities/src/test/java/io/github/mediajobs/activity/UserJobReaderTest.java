package io.github.mediajobs.activity;

import static io.github.mediajobs.activity.TestActivities.failure;
import static io.github.mediajobs.activity.TestActivities.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.operation.Service;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UserJobReaderTest {
  private static final JobOperation<PackageJob> MINE =
      JobOperation.of(
              new Service("MINE", "2030-01-01", "mine.{region}.example.com"),
              "GetMyJob",
              PackageJob.class)
          .alias("mine")
          .jobAt("/MyJob")
          .status(JobState.PENDING, "Waiting")
          .status(JobState.SUCCEEDED, "Done")
          .build();

  private final TestActivities activities = new TestActivities(Catalogue.standard().with(MINE));

  @AfterEach
  void close() {
    activities.close();
  }

  @Test
  void readsAJobOfAUsersOwnOperation() {
    activities.emulator.add(
        JobScript.succeeding(MINE, "job-1", Duration.ZERO).with("Mood", "good"));

    assertThat(activities.stub(Mine.class).read(json("{'jobId':'job-1'}")))
        .isEqualTo(json("{'JobId':'job-1','Status':'Done','Mood':'good'}"));
  }

  @Test
  void tellsWhatTheApiAnswered() {
    ApplicationFailure failure =
        failure(() -> activities.stub(Mine.class).read(json("{'jobId':'no-such-job'}")));

    assertThat(failure.getType()).isEqualTo("JobNotFound");
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(activities.attempt.thrown().getStackTrace()).isEmpty();
  }

  @Test
  void refusesAWrongInput() {
    assertInvalid(
        failure(() -> activities.stub(Mine.class).read(json("{'jobId':5}"))),
        "jobId: expected a string, got 5");
    assertInvalid(
        failure(() -> activities.stub(WithoutInput.class).read()),
        "input: expected a JSON object, got null");
  }

  @Test
  void refusesATypeThatNobodyKnows() {
    assertInvalid(
        failure(() -> activities.stub(Unknown.class).read(json("{'jobId':'job-1'}"))),
        "operation: unknown operation GetYourJob; known are GetDynamicImageJob");
  }

  private static void assertInvalid(ApplicationFailure failure, String message) {
    assertThat(failure.getType()).isEqualTo("InvalidRequest");
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getOriginalMessage()).startsWith(message);
  }

  @ActivityInterface
  public interface Mine {
    @ActivityMethod(name = "GetMyJob")
    JsonNode read(JsonNode request);
  }

  @ActivityInterface
  public interface WithoutInput {
    @ActivityMethod(name = "GetMyJob")
    JsonNode read();
  }

  @ActivityInterface
  public interface Unknown {
    @ActivityMethod(name = "GetYourJob")
    JsonNode read(JsonNode request);
  }
}
