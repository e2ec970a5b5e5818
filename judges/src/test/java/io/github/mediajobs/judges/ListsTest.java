package io.github.mediajobs.judges;

import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.JobPage;
import io.github.mediajobs.api.ListQuery;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.junit.EmulatorExtension;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobListing;
import io.github.mediajobs.operation.JobOperation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The official client is shown the pages that our client is shown. */
@ExtendWith(OfficialExtension.class)
class ListsTest {
  private static final ApiCredentials KEY = new ApiCredentials("emulator", "emulator", null);

  @RegisterExtension
  static final EmulatorExtension EMULATOR = new EmulatorExtension(EmulatorOptions.defaults());

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  static Stream<JobOperation<?>> listed() {
    return Catalogue.standard().operations().stream()
        .filter(it -> it.list() != null && !it.equals(MEDIA_PRODUCING));
  }

  @Test
  void theOfficialClientIsOlderThanTheListOfProducingJobs(Official official) {
    assertThatThrownBy(() -> official.fields().apply(MEDIA_PRODUCING.list().action()))
        .hasMessageContaining("not bridged");
  }

  /** Full jobs of all statuses, a second between them, the last of them submitted just now. */
  private List<String> add(JobOperation<?> operation, Emulator emulator) {
    List<String> ids = new ArrayList<>();
    ObjectNode job = FullJob.of(operation);
    for (String status : operation.statuses().keySet()) {
      ids.add("job-" + status);
      String created = now.minusSeconds(operation.statuses().size() - ids.size()).toString();
      job.put(operation.idField(), "job-" + status).put(operation.statusField(), status);
      emulator.add(
          FullJob.script(operation, job).with("CreateTime", created).with("SubmitTime", created));
    }
    return ids;
  }

  @ParameterizedTest
  @MethodSource("listed")
  void bothDecodeAPageOfFullJobs(JobOperation<?> operation, Official official, Emulator emulator)
      throws Exception {
    add(operation, emulator);
    try (BothClients clients = new BothClients(official, Signature.OWN, emulator, KEY)) {
      List<? extends MediaJob> ours = clients.ourList(operation, ListQuery.newest()).jobs();
      JsonNode theirs = items(operation, clients.officialList(operation, Map.of()));
      assertThat(ours).hasSize(operation.statuses().size()).hasSameSizeAs(theirs);
      for (int i = 0; i < ours.size(); i++) {
        assertThat(Leaves.of(Json.tree(ours.get(i)))).isEqualTo(Leaves.of(theirs.get(i)));
        assertThat(ours.get(i).unknown()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("listed")
  void anItemHasTheFieldsOfTheOfficialType(
      JobOperation<?> operation, Official official, Emulator emulator) throws Exception {
    add(operation, emulator);
    try (BothClients clients = new BothClients(official, Signature.OWN, emulator, KEY)) {
      MediaJob item = clients.ourList(operation, ListQuery.newest()).jobs().get(0);
      Set<String> shown =
          Leaves.of(Json.tree(item)).keySet().stream()
              .map(it -> it.replaceAll("/[0-9]+(?=/|$)", ""))
              .collect(Collectors.toSet());
      Object type = official.fields().apply(operation.list().action());
      for (String name : operation.list().items().toString().substring(1).split("/", -1)) {
        type = ((Map<?, ?>) type).get(name);
      }
      assertThat(shown).isEqualTo(fields("", type));
    }
  }

  private static Set<String> fields(String pointer, Object type) {
    if (type instanceof List<?> list) {
      return fields(pointer, list.get(0));
    }
    return type instanceof Map<?, ?> object
        ? object.entrySet().stream()
            .flatMap(it -> fields(pointer + "/" + it.getKey(), it.getValue()).stream())
            .collect(Collectors.toSet())
        : Set.of(pointer);
  }

  @ParameterizedTest
  @MethodSource("listed")
  void bothAreShownTheSamePages(JobOperation<?> operation, Official official, Emulator emulator)
      throws Exception {
    List<String> ids = add(operation, emulator);
    String oldest = ids.get(0);
    ListQuery all = ListQuery.newest();
    Map<ListQuery, List<String>> expected =
        Map.of(
            all.oldestFirst(), ids,
            all.ofJob(oldest), List.of(oldest),
            all.inStatus(oldest.substring(4)), List.of(oldest),
            all.created(now, now), ids.subList(ids.size() - 1, ids.size()),
            all.created(now.minusSeconds(60), now.minusSeconds(1)).oldestFirst(),
                ids.subList(0, ids.size() - 1));
    try (BothClients clients = new BothClients(official, Signature.OWN, emulator, KEY)) {
      for (Map.Entry<ListQuery, List<String>> each : expected.entrySet()) {
        assertThat(ours(clients.ourList(operation, each.getKey()))).isEqualTo(each.getValue());
        assertThat(theirs(operation, clients, each.getKey())).isEqualTo(each.getValue());
      }
      ListQuery first = all.oldestFirst().inPagesOf(1);
      ListQuery second = first.at(clients.ourList(operation, first).next());
      assertThat(ours(clients.ourList(operation, second))).containsExactly(ids.get(1));
      assertThat(theirs(operation, clients, second)).containsExactly(ids.get(1));
    }
  }

  private static List<String> ours(JobPage<?> page) {
    return page.jobs().stream().map(MediaJob::jobId).toList();
  }

  private static List<String> theirs(
      JobOperation<?> operation, BothClients clients, ListQuery query) {
    JobListing list = operation.list();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(list.filters().jobId(), query.jobId());
    parameters.put(list.filters().status(), query.status());
    parameters.put(list.filters().from(), text(query.from()));
    parameters.put(list.filters().to(), text(query.to()));
    parameters.put(
        list.order().parameter(),
        query.newestFirst() ? list.order().newestFirst() : list.order().oldestFirst());
    parameters.put(list.paging().size(), query.size());
    parameters.put(
        list.paging().token(),
        query.token() != null && query.token().matches("[0-9]+")
            ? Integer.valueOf(query.token())
            : query.token());
    List<String> ids = new ArrayList<>();
    items(operation, clients.officialList(operation, parameters))
        .forEach(it -> ids.add(it.path(operation.idField()).asText()));
    return ids;
  }

  private static String text(Instant time) {
    return time == null ? null : time.toString();
  }

  private static JsonNode items(JobOperation<?> operation, Map<String, ?> response) {
    return Json.tree(response).at(operation.list().items());
  }
}
