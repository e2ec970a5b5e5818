package io.github.mediajobs.opentelemetry;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.workflow.MediaJobs;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.temporal.activity.DynamicActivity;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One trace from who starts a workflow to each request to the API. */
@Timeout(60)
class TracesTest {
  private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}|(?i)acs3|signature=");

  private final Traced traced =
      new Traced(
          users -> {
            users.registerWorkflowImplementationTypes(VideoImpl.class);
            users.registerActivitiesImplementations((DynamicActivity) arguments -> null);
          });

  /** A workflow of a user's. */
  @WorkflowInterface
  public interface Video {
    @WorkflowMethod(name = "Video")
    String publish(String jobId, boolean shared);
  }

  /** It awaits a job, alone or with others. */
  public static final class VideoImpl implements Video {
    @Override
    public String publish(String jobId, boolean shared) {
      var wait = MediaJobs.create().await(PACKAGE, jobId).within(Duration.ofHours(6));
      return (shared ? wait.shared() : wait).outcome().orElseThrow().status();
    }
  }

  @AfterEach
  void close() {
    traced.close();
  }

  private void publish(String jobId, boolean shared) {
    assertThat(traced.run("Video", Traced.USERS, String.class, jobId, shared)).isEqualTo("Success");
  }

  @Test
  void everyPollIsASpanBelowTheWorkflowThatWaits() {
    traced.emulator().add(JobScript.succeeding(PACKAGE, "j1", Duration.ofMinutes(10)));

    publish("j1", false);

    assertThat(traced.requests())
        .hasSize((int) traced.emulator().polls("j1").total())
        .hasSizeGreaterThan(3)
        .allSatisfy(
            it ->
                assertThat(traced.path(it))
                    .isEqualTo(
                        "StartWorkflow:Video > RunWorkflow:Video > StartActivity:AwaitMediaJob"
                            + " > RunActivity:AwaitMediaJob > POST GetPackageJob"));
    assertThat(traced.spans()).extracting(SpanData::getTraceId).containsOnly(trace());
    assertThat(traced.spans())
        .filteredOn(it -> it.getName().startsWith("RunActivity:"))
        .hasSameSizeAs(traced.requests())
        .noneMatch(it -> it.getStatus().getStatusCode() == StatusCode.ERROR);
  }

  @Test
  void aSharedWaitIsTracedThroughTheRunThatPolls() {
    traced.emulator().add(JobScript.succeeding(PACKAGE, "j1", Duration.ofMinutes(10)));

    publish("j1", true);
    traced.untilEnded("media-job/cn-shanghai/GetPackageJob/j1");

    assertThat(traced.requests())
        .isNotEmpty()
        .allSatisfy(
            it ->
                assertThat(traced.path(it))
                    .startsWith("StartWorkflow:Video > RunWorkflow:Video > ")
                    .endsWith(
                        " > RunWorkflow:AwaitMediaJob > StartActivity:AwaitMediaJob"
                            + " > RunActivity:AwaitMediaJob > POST GetPackageJob"));
    assertThat(traced.requests()).extracting(SpanData::getTraceId).containsOnly(trace());
  }

  @Test
  void aPipelineAndItsStepsAreOneTrace() {
    traced.emulator().add(JobScript.succeeding(PACKAGE, "j1", Duration.ofMinutes(1)));

    traced
        .jobs()
        .await(PACKAGE, "j1")
        .onSuccess(Step.activity("publish", "PublishVideo").onTaskQueue(Traced.USERS))
        .start()
        .result();

    assertThat(traced.spans()).extracting(SpanData::getTraceId).containsOnly(trace());
    assertThat(traced.spans())
        .extracting(traced::path)
        .contains(
            "StartWorkflow:MediaJobPipeline > RunWorkflow:MediaJobPipeline"
                + " > StartActivity:AwaitMediaJob > RunActivity:AwaitMediaJob > POST GetPackageJob",
            "StartWorkflow:MediaJobPipeline > RunWorkflow:MediaJobPipeline"
                + " > StartActivity:PublishVideo > RunActivity:PublishVideo");
  }

  @Test
  void thePollsOfABatchBelongToItsShift() {
    List<String> ids = List.of("j1", "j2", "j3");
    ids.forEach(
        it -> traced.emulator().add(JobScript.succeeding(PACKAGE, it, Duration.ofMinutes(1))));

    Map<String, Object> request = Map.of("operation", "package", "jobIds", ids);
    traced.run("AwaitMediaJobs", MediaJobs.TASK_QUEUE, Object.class, request);

    assertThat(traced.requests())
        .isNotEmpty()
        .allSatisfy(
            it ->
                assertThat(traced.path(it)).contains(" > RunActivity:AwaitMediaJobsShift > POST "));
  }

  @Test
  void aRequestHasTheAttributesOfAnHttpClient() {
    traced.emulator().add(JobScript.succeeding(PACKAGE, "j1", Duration.ofMinutes(1)));
    traced.emulator().fault(Fault.throttling("500").on(PACKAGE).times(1));

    publish("j1", false);

    SpanData refused = traced.requests().get(0);
    SpanData answered = traced.requests().get(1);
    assertThat(refused.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(refused.getAttributes().get(stringKey("error.type"))).startsWith("Throttling");
    assertThat(refused.getAttributes().get(longKey("http.response.status_code"))).isEqualTo(400);
    assertThat(answered.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(answered.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(answered.getEndEpochNanos()).isGreaterThan(answered.getStartEpochNanos());
    Attributes attributes = answered.getAttributes();
    assertThat(attributes.get(stringKey("mediajobs.request.id"))).isNotBlank();
    assertThat(attributes.toBuilder().remove(stringKey("mediajobs.request.id")).build())
        .isEqualTo(
            Attributes.builder()
                .put("http.request.method", "POST")
                .put("http.response.status_code", 200)
                .put("url.full", traced.emulator().url() + "/")
                .put("server.address", "127.0.0.1")
                .put("server.port", traced.emulator().url().getPort())
                .put("mediajobs.operation", "GetPackageJob")
                .put("mediajobs.region", "cn-shanghai")
                .put("mediajobs.job.id", "j1")
                .build());
  }

  @Test
  void noSpanHoldsASecret() {
    traced.emulator().add(JobScript.succeeding(PACKAGE, "j1", Duration.ofMinutes(1)));
    traced.emulator().fault(Fault.throttling("500").on(PACKAGE).times(1));

    publish("j1", false);

    assertThat(traced.spans().stream().flatMap(TracesTest::texts))
        .isNotEmpty()
        .noneMatch(it -> it.contains(Traced.KEY))
        .noneMatch(it -> it.contains(Traced.SECRET))
        .noneMatch(it -> it.contains(Traced.TOKEN))
        .noneMatch(it -> SIGNATURE.matcher(it).find());
  }

  private String trace() {
    return traced.spans().get(0).getTraceId();
  }

  private static Stream<String> texts(SpanData span) {
    return Stream.concat(
            Stream.of(span.getAttributes()),
            span.getEvents().stream().map(EventData::getAttributes))
        .flatMap(it -> it.asMap().values().stream())
        .map(String::valueOf);
  }
}
