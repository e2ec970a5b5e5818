package io.github.mediajobs.emulator.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.client.ApiCall;
import io.github.mediajobs.emulator.client.ApiReply;
import io.github.mediajobs.emulator.client.MovableClock;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.traffic.Call;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Operations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every List operation, asked by hand as its page says. */
class ListingTest {
  /** How each is asked, and which leaves its items have. */
  record Page(
      String name,
      JobOperation<?> operation,
      List<String> parameters,
      String items,
      String token,
      int usual,
      List<String> leaves) {
    @Override
    public String toString() {
      return name;
    }

    ApiCall call(Instant date) {
      return ApiCall.of(operation.service(), name(), date);
    }

    List<String> ids(ApiReply reply) {
      assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
      List<String> ids = new ArrayList<>();
      reply.body().at(items).forEach(item -> ids.add(item.path("JobId").asText()));
      return ids;
    }

    String next(ApiReply reply, int number) {
      if (token != null) {
        return reply.body().at(token).textValue();
      }
      assertThat(reply.body().path("PageNo").asInt()).isEqualTo(number);
      int shown = number * reply.body().path("PageSize").asInt();
      return shown < reply.body().path("TotalCount").asInt() ? "" + (number + 1) : null;
    }
  }

  private static final Page DYNAMIC_IMAGE =
      new Page(
          "ListDynamicImageJobs",
          Operations.DYNAMIC_IMAGE,
          List.of(
              "JobId StartOfCreateTime EndOfCreateTime OrderBy CreateTimeAsc PageSize NextPageToken"
                  .split(" ", -1)),
          "/Jobs",
          "/NextPageToken",
          20,
          List.of(
              ("/CreateTime /FinishTime /Input/Media /Input/Type /JobId /ModifiedTime /Name /Output/Media"
                      + " /Output/Type /PipelineId /Status /SubmitTime /TemplateId /TriggerSource")
                  .split(" ", -1)));
  private static final Page PACKAGE =
      new Page(
          "ListPackageJobs",
          Operations.PACKAGE,
          List.of(
              "JobId StartOfCreateTime EndOfCreateTime OrderBy CreateTimeAsc PageSize NextPageToken"
                  .split(" ", -1)),
          "/PackageJobList/PackageJobs",
          "/PackageJobList/NextPageToken",
          20,
          List.of(
              ("/CreateTime /FinishTime /Inputs/*/Input/Media /Inputs/*/Input/Type /JobId /ModifiedTime"
                      + " /Name /Output/Media /Output/Type /PipelineId /Priority /Status /SubmitTime"
                      + " /TriggerSource /UserData")
                  .split(" ", -1)));
  private static final Page MEDIA_PRODUCING =
      new Page(
          "ListMediaProducingJobs",
          Operations.MEDIA_PRODUCING,
          List.of(
              "Keyword StartTime EndTime SortBy CreationTime:Asc MaxResults NextToken"
                  .split(" ", -1)),
          "/MediaProducingJobList",
          "/NextToken",
          10,
          List.of(
              ("/ClipsParam /CompleteTime /CreateTime /Duration /JobId /MediaId /MediaURL /ModifiedTime"
                      + " /ProjectId /Status /TemplateId /UserData")
                  .split(" ", -1)));
  private static final Page LIVE_SNAPSHOT =
      new Page(
          "ListLiveSnapshotJobs",
          Operations.LIVE_SNAPSHOT,
          List.of("SearchKeyWord StartTime EndTime SortBy asc PageSize PageNo".split(" ", -1)),
          "/JobList",
          null,
          10,
          List.of(
              ("/CreateTime /JobId /JobName /SnapshotOutput/Bucket /SnapshotOutput/Endpoint"
                      + " /SnapshotOutput/StorageType /Status /TemplateId /TemplateName /TimeInterval")
                  .split(" ", -1)));

  static Stream<Page> pages() {
    return Stream.of(DYNAMIC_IMAGE, PACKAGE, MEDIA_PRODUCING, LIVE_SNAPSHOT);
  }

  private final MovableClock clock = new MovableClock();
  private final Emulator emulator = Emulator.start(EmulatorOptions.defaults().withClock(clock));

  @AfterEach
  void close() {
    emulator.close();
  }

  private List<String> add(Page page, int count) {
    List<String> ids = IntStream.range(0, count).mapToObj(i -> "j" + i).toList();
    for (String id : ids) {
      emulator.add(JobScript.succeeding(page.operation, id, Duration.ofMinutes(10)));
      clock.move(Duration.ofSeconds(1));
    }
    return ids;
  }

  private ApiReply send(Page page, String... parameters) {
    ApiCall call = page.call(clock.instant());
    for (int i = 0; i < parameters.length; i += 2) {
      call.parameter(parameters[i], parameters[i + 1]);
    }
    return call.send(emulator);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pagesShowEveryJobOnceInOrder(Page page) {
    List<String> ids = add(page, 7);
    List<String> shown = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    String token = page.token == null ? "1" : "";
    for (int number = 1; token != null; number++) {
      tokens.add(token);
      ApiReply reply =
          send(
              page,
              page.parameters.get(3),
              page.parameters.get(4),
              page.parameters.get(5),
              "3",
              page.parameters.get(6),
              token);
      shown.addAll(page.ids(reply));
      token = page.next(reply, number);
    }
    assertThat(shown).isEqualTo(ids);
    assertThat(tokens).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theNewestComeFirstInPagesOfTheUsualSize(Page page) {
    List<String> ids = new ArrayList<>(add(page, 25));
    Collections.reverse(ids);
    assertThat(page.ids(send(page))).isEqualTo(ids.subList(0, page.usual));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void anItemHasExactlyTheFieldsOfItsPage(Page page) {
    emulator.add(JobScript.succeeding(page.operation, "j1", Duration.ZERO).with("New", "field"));
    SortedSet<String> leaves = new TreeSet<>();
    addLeaves(leaves, "", send(page).body().at(page.items).get(0));
    assertThat(leaves).containsExactlyElementsOf(page.leaves);
  }

  private static void addLeaves(SortedSet<String> leaves, String pointer, JsonNode node) {
    node.properties()
        .forEach(field -> addLeaves(leaves, pointer + "/" + field.getKey(), field.getValue()));
    if (node.isArray()) {
      node.forEach(element -> addLeaves(leaves, pointer + "/*", element));
    }
    if (node.isValueNode()) {
      leaves.add(pointer);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void jobsAreChosenByIdStatusAndTimeOfCreation(Page page) {
    add(page, 5);
    assertThat(page.ids(send(page, page.parameters.get(0), "j3"))).containsExactly("j3");
    assertThat(page.ids(send(page, page.parameters.get(0), "j"))).isEmpty();
    String begun = page.operation.statuses().keySet().iterator().next();
    assertThat(page.ids(send(page, "Status", begun))).hasSize(5);
    assertThat(page.ids(send(page, "Status", page.operation.awaited().iterator().next())))
        .isEmpty();
    Instant start = MovableClock.START;
    assertThat(
            page.ids(
                send(
                    page,
                    page.parameters.get(1),
                    start.plusSeconds(1).toString(),
                    page.parameters.get(2),
                    start.plusSeconds(3).toString())))
        .containsExactly("j3", "j2", "j1");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void onlyJobsThatCanBeReadAreListed(Page page) {
    emulator.add(JobScript.succeeding(page.operation, "j1", Duration.ZERO));
    emulator.add(
        JobScript.succeeding(page.operation, "late", Duration.ZERO)
            .appearingAfter(Duration.ofMinutes(1)));
    emulator.add(JobScript.succeeding(page.operation, " j1 ", Duration.ZERO));
    assertThat(page.ids(send(page))).containsExactly(" j1 ");
    clock.move(Duration.ofMinutes(1));
    assertThat(page.ids(send(page))).containsExactly(" j1 ", "late");
    emulator.clearJobs();
    assertThat(page.ids(send(page))).isEmpty();
  }

  @Test
  void aJobStandsWhereItSaysThatItWasCreated() {
    add(PACKAGE, 1);
    emulator.add(
        JobScript.succeeding(Operations.PACKAGE, "old", Duration.ZERO)
            .with("CreateTime", "2025-12-31T00:00:00Z\n"));
    assertThat(PACKAGE.ids(send(PACKAGE))).containsExactly("j0", "old");
  }

  @Test
  void aTokenGoesOnWhereItsPageEnded() {
    Page page = PACKAGE;
    add(page, 4);
    ApiReply first = send(page, "PageSize", "2");
    emulator.add(JobScript.succeeding(page.operation, "newer", Duration.ZERO));
    ApiReply second = send(page, "PageSize", "2", "NextPageToken", page.next(first, 1));
    assertThat(page.ids(second)).containsExactly("j1", "j0");
    assertThat(page.next(second, 2)).isNull();
    ApiReply elsewhere =
        send(
            page,
            "StartOfCreateTime",
            MovableClock.START.plusSeconds(3).toString(),
            "NextPageToken",
            page.next(first, 1));
    assertThat(page.ids(elsewhere)).isEmpty();
  }

  @Test
  void liveSnapshotsOfTheLastWeekAreListedAndFoundByName() {
    Page page = LIVE_SNAPSHOT;
    emulator.add(
        JobScript.succeeding(page.operation, "j1", Duration.ZERO).with("JobName", "evening news"));
    assertThat(page.ids(send(page, "SearchKeyWord", "news"))).containsExactly("j1");
    clock.move(Duration.ofDays(8));
    assertThat(page.ids(send(page))).isEmpty();
    assertThat(page.ids(send(page, "StartTime", MovableClock.START.toString())))
        .containsExactly("j1");
  }

  static Stream<Arguments> wrongValues() {
    return Stream.concat(
        Stream.of(
            Arguments.of(MEDIA_PRODUCING, "StartTime", "2025-12-01T00:00:00Z"),
            Arguments.of(LIVE_SNAPSHOT, "StartTime", "2025-12-01T00:00:00Z"),
            Arguments.of(MEDIA_PRODUCING, "MaxResults", "0"),
            Arguments.of(MEDIA_PRODUCING, "Status", "Queuing"),
            Arguments.of(LIVE_SNAPSHOT, "PageNo", "0")),
        pages()
            .flatMap(
                page ->
                    Stream.of(
                        Arguments.of(page, page.parameters.get(5), "101"),
                        Arguments.of(page, page.parameters.get(5), "-1"),
                        Arguments.of(page, page.parameters.get(5), "ten"),
                        Arguments.of(page, page.parameters.get(6), "x"),
                        Arguments.of(page, page.parameters.get(3), "sideways"),
                        Arguments.of(page, page.parameters.get(1), "2026-01-02"),
                        Arguments.of(page, page.parameters.get(1), "2026-13-02T00:00:00Z"),
                        Arguments.of(page, page.parameters.get(1), "2026-12-02T00:00:00Z"),
                        Arguments.of(page, "Status", "Gone"),
                        Arguments.of(page, "Statuses", "Success"))));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void aWrongParameterIsNamed(Page page, String parameter, String value) {
    ApiReply reply = send(page, parameter, value);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("InvalidParameter");
    assertThat(reply.body().path("Message").asText()).contains('"' + parameter + '"');
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aListIsACallLikeAnyOther(Page page) {
    emulator.limit(2);
    emulator.fault(Fault.throttling().on(page.operation).times(9));
    emulator.fault(Fault.error(503, "ServiceUnavailable", "later").on(page.name()));
    emulator.fault(Fault.html(502).forJob("j1").times(9));
    ApiReply forged = page.call(clock.instant()).key("emulator", "wrong").send(emulator);
    assertThat(forged.code()).isEqualTo("SignatureDoesNotMatch");
    assertThat(send(page).code()).isEqualTo("ServiceUnavailable");
    assertThat(send(page).status()).isEqualTo(200);
    assertThat(send(page).code()).isEqualTo("Throttling.User");
    assertThat(emulator.calls().perOperation()).containsEntry(page.name(), 4L);
    assertThat(emulator.calls().recent()).extracting(Call::service).containsOnly("ICE");
    assertThat(emulator.calls().recent()).extracting(Call::jobId).containsOnlyNulls();
  }
}
