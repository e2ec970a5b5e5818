package io.github.mediajobs.api;

import static io.github.mediajobs.operation.Operations.DYNAMIC_IMAGE;
import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.LIVE_SNAPSHOT;
import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.operation.JobOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists over HTTP: from the emulator, and from servers that answer something else. */
class MediaApiListTest {
  private static final ApiCredentials KEY = new ApiCredentials("emulator", "emulator", null);

  private final SettableClock clock = new SettableClock(TestApi.NOW);
  private final Emulator emulator = Emulator.start(EmulatorOptions.defaults().withClock(clock));
  private final MediaApi api = new MediaApi(TestApi.config(emulator.url()), () -> KEY, clock);

  @AfterEach
  void close() {
    api.close();
    emulator.close();
  }

  static Stream<JobOperation<?>> listed() {
    return TestApi.operations().filter(it -> it.list() != null);
  }

  private List<String> add(JobOperation<?> operation, int count) {
    List<String> ids = IntStream.range(0, count).mapToObj(i -> "j" + i).toList();
    for (String id : ids) {
      emulator.add(JobScript.succeeding(operation, id, Duration.ofMinutes(10)));
      clock.pass(Duration.ofSeconds(1));
    }
    return ids;
  }

  private List<String> ids(JobOperation<?> operation, ListQuery query) throws ApiException {
    return api.list(operation, query, null).jobs().stream().map(MediaJob::jobId).toList();
  }

  @ParameterizedTest
  @MethodSource("listed")
  void everyJobIsOnOnePage(JobOperation<?> operation) throws Exception {
    List<String> all = add(operation, 7);
    List<String> shown = new ArrayList<>();
    ListQuery query = ListQuery.newest().oldestFirst().inPagesOf(3);
    JobPage<?> page = api.list(operation, query, null);
    page.jobs().forEach(job -> shown.add(job.jobId()));
    while (page.next() != null) {
      page = api.list(operation, query.at(page.next()), null);
      page.jobs().forEach(job -> shown.add(job.jobId()));
    }
    assertThat(shown).isEqualTo(all);
    assertThat(emulator.calls().perOperation()).containsEntry(operation.list().action(), 3L);
    assertThat(page.region()).isEqualTo("cn-shanghai");
    assertThat(page.requestId()).isEqualTo(page.requestId().strip()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("listed")
  void aListedJobHasItsStatusAndTimes(JobOperation<?> operation) throws Exception {
    emulator.add(JobScript.succeeding(operation, "j1", Duration.ofMinutes(10)));
    clock.pass(Duration.ofMinutes(10));
    MediaJob job = api.list(operation, ListQuery.newest(), null).jobs().get(0);
    assertThat(job.operation()).isEqualTo(operation);
    assertThat(job.status()).isEqualTo(operation.awaited().iterator().next());
    assertThat(job.submittedAt()).contains(TestApi.NOW);
    assertThat(job.finishedAt().isPresent()).isEqualTo(!operation.equals(LIVE_SNAPSHOT));
    assertThat(job.unknown()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("listed")
  void jobsAreChosen(JobOperation<?> operation) throws Exception {
    add(operation, 5);
    assertThat(ids(operation, ListQuery.newest())).containsExactly("j4", "j3", "j2", "j1", "j0");
    assertThat(ids(operation, ListQuery.newest().ofJob("j3"))).containsExactly("j3");
    assertThat(
            ids(
                operation,
                ListQuery.newest()
                    .created(TestApi.NOW.plusMillis(1_500), TestApi.NOW.plusMillis(3_500))))
        .containsExactly("j3", "j2", "j1");
    String ended = operation.awaited().iterator().next();
    assertThat(ids(operation, ListQuery.newest().inStatus(ended))).isEmpty();
    clock.pass(Duration.ofMinutes(10));
    assertThat(ids(operation, ListQuery.newest().inStatus(ended))).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("listed")
  void aListFailsAsAReadDoes(JobOperation<?> operation) {
    emulator.fault(Fault.throttling("1500"));
    assertThat(failure(operation, ListQuery.newest()))
        .returns(FailureType.THROTTLED, ApiException::type)
        .returns("Throttling.User", ApiException::code)
        .satisfies(it -> assertThat(it.retryAfter()).contains(Duration.ofMillis(1500)))
        .satisfies(
            it -> assertThat(it).hasMessageStartingWith(operation.list().action() + " in cn-shan"));
    emulator.fault(Fault.html(502));
    assertThat(failure(operation, ListQuery.newest()).type())
        .isEqualTo(FailureType.SERVICE_UNAVAILABLE);
    emulator.fault(Fault.html(200));
    assertThat(failure(operation, ListQuery.newest()))
        .returns(FailureType.MALFORMED_RESPONSE, ApiException::type)
        .satisfies(it -> assertThat(it).hasMessageContaining("without the list"));
    assertThat(failure(operation, ListQuery.newest().inStatus("Gone")))
        .returns(FailureType.INVALID_REQUEST, ApiException::type)
        .returns("InvalidParameter", ApiException::code);
    assertThat(failure(operation, ListQuery.newest().at("elsewhere")).type())
        .isEqualTo(FailureType.INVALID_REQUEST);
  }

  private ApiException failure(JobOperation<?> operation, ListQuery query) {
    return catchThrowableOfType(ApiException.class, () -> api.list(operation, query, null));
  }

  @Test
  void whatCannotBeListedIsRefusedBeforeACall() {
    assertThat(failure(IPRODUCTION, ListQuery.newest()))
        .returns(FailureType.INVALID_REQUEST, ApiException::type)
        .satisfies(it -> assertThat(it).hasMessageContaining("no List operation"));
    assertThat(failure(LIVE_SNAPSHOT, ListQuery.newest().at("0")))
        .returns(FailureType.INVALID_REQUEST, ApiException::type)
        .satisfies(it -> assertThat(it).hasMessageContaining("token"));
    assertThat(
            catchThrowableOfType(
                    ApiException.class, () -> api.list(PACKAGE, ListQuery.newest(), "No Region"))
                .type())
        .isEqualTo(FailureType.INVALID_REQUEST);
    assertThat(emulator.calls().total()).isZero();
  }

  static Stream<Arguments> wrong() {
    ListQuery query = ListQuery.newest();
    Instant now = TestApi.NOW;
    return Stream.<Arguments>of(
        Arguments.of("size", (Runnable) () -> query.inPagesOf(0)),
        Arguments.of("size", (Runnable) () -> query.inPagesOf(101)),
        Arguments.of("jobId", (Runnable) () -> query.ofJob(" ")),
        Arguments.of("status", (Runnable) () -> query.inStatus("")),
        Arguments.of("token", (Runnable) () -> query.at("")),
        Arguments.of("from", (Runnable) () -> query.created(now, now.minusSeconds(1))));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aQueryThatCannotBeNamesItsField(String field, Runnable query) {
    assertThatThrownBy(query::run)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith(field);
  }

  /** Answers with HTTP 200 that hold no list of jobs, or one with jobs that cannot be. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}| MALFORMED_RESPONSE| without the list",
        "{\"PackageJobList\":{}}| MALFORMED_RESPONSE| without the list",
        "{\"PackageJobList\":{\"PackageJobs\":{}}}| MALFORMED_RESPONSE| without the list",
        "{\"Code\":\"Throttling\"}| THROTTLED| Throttling",
        "{\"PackageJobList\":{\"PackageJobs\":[{\"JobId\":\"a\"},{}]}}| MALFORMED_RESPONSE| job 2",
        "{\"PackageJobList\":{\"PackageJobs\":[{\"JobId\":\" \"}]}}| MALFORMED_RESPONSE| job 1",
        "{\"PackageJobList\":{\"PackageJobs\":[7]}}| MALFORMED_RESPONSE| job 1",
        "{\"PackageJobList\":{\"PackageJobs\":[{\"JobId\":\"a\",\"Priority\":[]}]}}"
            + "| MALFORMED_RESPONSE| Priority"
      })
  void anAnswerWithoutJobsIsNoPage(String body, FailureType type, String told) throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(Reply.json(200, body));
        MediaApi other = TestApi.of(server.url())) {
      ApiException failure =
          catchThrowableOfType(
              ApiException.class, () -> other.list(PACKAGE, ListQuery.newest(), null));
      assertThat(failure.type()).isEqualTo(type);
      assertThat(failure).hasMessageContaining(told);
    }
  }

  @Test
  void aFieldThatNobodyKnowsIsKept() throws Exception {
    String body =
        "{\"RequestId\":\"R1\",\"PackageJobList\":{\"NextPageToken\":\"t\","
            + "\"PackageJobs\":[{\"JobId\":\"a\\n\",\"Status\":\"Paused\",\"New\":1}]}}";
    try (ScriptedServer server = ScriptedServer.replying(Reply.json(200, body));
        MediaApi other = TestApi.of(server.url())) {
      JobPage<PackageJob> page = other.list(PACKAGE, ListQuery.newest(), null);
      assertThat(page.next()).isEqualTo("t");
      assertThat(page.requestId()).isEqualTo("R1");
      assertThat(page.jobs())
          .singleElement()
          .returns("a\n", PackageJob::jobId)
          .returns("Paused", PackageJob::status)
          .satisfies(it -> assertThat(it.unknown()).containsOnlyKeys("New"));
    }
  }

  @Test
  void theDurationsOfFinishedJobsAreRead() throws Exception {
    RecentJobs recent = new RecentJobs(api, clock);
    emulator.add(JobScript.succeeding(DYNAMIC_IMAGE, "90 s", Duration.ofSeconds(90)));
    emulator.add(JobScript.failing(DYNAMIC_IMAGE, "200 s", Duration.ofSeconds(200), "No", "no"));
    emulator.add(JobScript.succeeding(DYNAMIC_IMAGE, "a day", Duration.ofDays(1)));
    clock.pass(Duration.ofHours(2));
    emulator.add(JobScript.succeeding(DYNAMIC_IMAGE, "10 s", Duration.ofSeconds(10)));
    emulator.add(JobScript.succeeding(DYNAMIC_IMAGE, "no time", Duration.ZERO));
    clock.pass(Duration.ofMinutes(1));
    assertThat(recent.ended(DYNAMIC_IMAGE, null))
        .extracting(RecentJobs.Ended::jobId, RecentJobs.Ended::seconds)
        .containsExactly(tuple("90 s", 90.0), tuple("200 s", 200.0), tuple("10 s", 10.0));
    assertThat(emulator.calls().total()).isEqualTo(2);
    assertThat(recent.ended(LIVE_SNAPSHOT, null)).isEmpty();
    assertThat(recent.ended(IPRODUCTION, null)).isEmpty();
  }

  @Test
  void oneCallIsEnoughWhereManyJobsAreOldEnough() throws Exception {
    add(MEDIA_PRODUCING, 120);
    clock.pass(Duration.ofHours(3));
    emulator.add(JobScript.succeeding(MEDIA_PRODUCING, "young", Duration.ofSeconds(1)));
    clock.pass(Duration.ofMinutes(1));
    assertThat(new RecentJobs(api, clock).ended(MEDIA_PRODUCING, "cn-beijing"))
        .hasSize(100)
        .allMatch(it -> it.seconds() == 600);
    assertThat(emulator.calls().total()).isEqualTo(1);
  }
}
