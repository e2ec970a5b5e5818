package io.github.mediajobs.emulator;

import static io.github.mediajobs.operation.Operations.LIVE_SNAPSHOT;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.emulator.client.ApiCall;
import io.github.mediajobs.emulator.client.ApiReply;
import io.github.mediajobs.emulator.client.MovableClock;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.operation.Service;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  private static final JobOperation<PackageJob> OWN =
      JobOperation.of(Service.MPS, "GetOwnJob", PackageJob.class)
          .jobAt("/Data/Job")
          .idField("OwnId")
          .statusField("OwnState")
          .status(JobState.RUNNING, "Going")
          .status(JobState.SUCCEEDED, "Gone")
          .build();

  private final MovableClock clock = new MovableClock();
  private final Emulator emulator =
      Emulator.start(
          EmulatorOptions.defaults()
              .withClock(clock)
              .withCatalogue(Catalogue.standard().with(OWN)));

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void readsAJobWithEitherMethod(String method) {
    emulator.add(JobScript.succeeding(PACKAGE, "j1", Duration.ZERO));
    assertThat(call("j1").method(method).send(emulator).jobStatus(PACKAGE)).isEqualTo("Success");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE"})
  void refusesOtherMethods(String method) {
    ApiReply reply = call("j1").method(method).send(emulator);
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.code()).isEqualTo("UnsupportedHTTPMethod");
  }

  @Test
  void takesParametersFromAForm() {
    emulator.add(JobScript.succeeding(PACKAGE, "a b*c~/+", Duration.ZERO));
    ApiReply reply =
        call("x").withoutParameter("JobId").form("JobId=a+b*c%7E%2F%2B").send(emulator);
    assertThat(reply.job(PACKAGE).path("JobId").textValue()).isEqualTo("a b*c~/+");
  }

  @Test
  void takesAQueryInFormEncodingToo() {
    emulator.add(JobScript.succeeding(PACKAGE, "a b*c~/+", Duration.ZERO));
    ApiReply reply = call("a b*c~/+").rawQuery("JobId=a+b*c%7E%2F%2B").send(emulator);
    assertThat(reply.job(PACKAGE).path("JobId").textValue()).isEqualTo("a b*c~/+");
  }

  @Test
  void anUnknownJobIsNotFoundInTheWordsOfItsPage() {
    ApiReply packaging = call("nothing").send(emulator);
    ApiReply live = ApiCall.of(LIVE_SNAPSHOT, "nothing", clock.instant()).send(emulator);
    assertThat(packaging.status()).isEqualTo(404);
    assertThat(packaging.code()).isEqualTo("JobNotFound");
    assertThat(packaging.body().path("Message").textValue())
        .isEqualTo("The specified job not found");
    assertThat(live.body().path("Message").textValue()).isEqualTo("No such job.");
  }

  @Test
  void everyAnswerHasARequestIdAndADateOfTheClock() {
    ApiReply reply = call("nothing").send(emulator);
    assertThat(reply.body().path("RequestId").textValue())
        .matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")
        .isEqualTo(reply.headers().firstValue("x-acs-request-id").orElseThrow());
    assertThat(reply.headers().firstValue("date")).contains("Fri, 02 Jan 2026 03:04:05 GMT");
  }

  @Test
  void knowsAUsersOwnOperationWithoutASample() {
    emulator.add(
        JobScript.of(
                OWN,
                "o1",
                Phase.at(Duration.ZERO, "Going"),
                Phase.at(Duration.ofSeconds(5), "Gone"))
            .with("Name", "mine"));
    clock.move(Duration.ofSeconds(5));
    ApiReply reply =
        ApiCall.of(OWN, "x", clock.instant())
            .withoutParameter("JobId")
            .parameter("OwnId", "o1")
            .send(emulator);
    assertThat(reply.body().at("/Data/Job/OwnId").textValue()).isEqualTo("o1");
    assertThat(reply.body().at("/Data/Job/OwnState").textValue()).isEqualTo("Gone");
    assertThat(reply.body().at("/Data/Job/Name").textValue()).isEqualTo("mine");
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    int port = emulator.url().getPort();
    assertThatThrownBy(() -> Emulator.start(EmulatorOptions.defaults().withPort(port)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("127.0.0.1:" + port)
        .hasMessageContaining("choose another port");
  }

  private ApiCall call(String jobId) {
    return ApiCall.of(PACKAGE, jobId, clock.instant());
  }
}
