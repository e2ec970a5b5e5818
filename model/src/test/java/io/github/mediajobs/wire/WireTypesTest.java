package io.github.mediajobs.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.JobPending;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.outcome.OutcomeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What stood on the wire once is read for ever. Each type has examples, {@code
 * src/test/resources/wire/<Type>[.<case>].json}: add one where a type gets a field, and change
 * none.
 */
class WireTypesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "wire");
  private static final Path SOURCES =
      Path.of("src", "main", "java", "io", "github", "mediajobs", "wire");

  /** Read by hand, as they come from anyone; the others by the data converter. */
  private static final Map<Class<?>, Function<JsonNode, Object>> ENTRIES =
      Map.ofEntries(
          Map.entry(AwaitRequest.class, AwaitRequest::read),
          Map.entry(AwaitAttempt.class, AwaitAttempt::read),
          Map.entry(PipelineRequest.class, PipelineRequest::read),
          Map.entry(BatchRequest.class, BatchRequest::read),
          Map.entry(BatchShift.class, BatchShift::read),
          Map.entry(BatchCarried.class, BatchCarried::read),
          Map.entry(BatchPage.From.class, BatchPage.From::read),
          Map.entry(EndedJobs.class, EndedJobs::read),
          Map.entry(JobRequest.class, JobRequest::read),
          Map.entry(JoinRequest.class, JoinRequest::read),
          Map.entry(LearntRequest.class, LearntRequest::read),
          Map.entry(WebhookCall.class, WebhookCall::read));

  private static final Set<Class<?>> ELSEWHERE =
      Set.of(JobPending.class, FailureDetails.class, JobReference.class);

  /** Records that stay in one process. */
  private static final Set<Class<?>> NOT_ON_THE_WIRE = Set.of(AwaitTerms.class);

  /** Fields of any content, which is kept as it is. */
  private static final Set<String> FREE = Set.of("job", "body", "result");

  private static final Map<String, Class<?>> TYPES = types();

  private static Map<String, Class<?>> types() {
    try (Stream<Path> files = Files.list(SOURCES)) {
      Map<String, Class<?>> types = new TreeMap<>();
      files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .map(WireTypesTest::named)
          .flatMap(it -> Stream.concat(Stream.of(it), Arrays.stream(it.getClasses())))
          .filter(it -> it.isRecord() && !NOT_ON_THE_WIRE.contains(it))
          .forEach(it -> types.put(name(it), it));
      ELSEWHERE.forEach(it -> types.put(name(it), it));
      return types;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName("io.github.mediajobs.wire." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static String name(Class<?> type) {
    return type.getName().replaceAll(".*\\.", "").replace('$', '.');
  }

  static Set<String> examples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(it -> it.getFileName().toString().replace(".json", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Class<?> type(String example) {
    Class<?> type = TYPES.get(example);
    return type != null ? type : TYPES.get(example.substring(0, example.lastIndexOf('.')));
  }

  private static JsonNode json(String example) throws IOException {
    return Json.read(Files.readAllBytes(FOLDER.resolve(example + ".json")));
  }

  private static Object read(Class<?> type, JsonNode json) throws IOException {
    return ENTRIES.containsKey(type) ? ENTRIES.get(type).apply(json) : Json.convert(json, type);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsReadAndWrittenAgainAsItWas(String example) throws Exception {
    JsonNode json = json(example);
    assertThat(Json.tree(read(type(example), json))).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void fieldsOfALaterVersionAreIgnoredWhereverTheyStand(String example) throws Exception {
    JsonNode json = json(example);
    JsonNode later = json.deepCopy();
    addUnknown(later);
    assertThat(later).isNotEqualTo(json);
    assertThat(read(type(example), later)).isEqualTo(read(type(example), json));
  }

  private static void addUnknown(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().stream()
          .filter(field -> !FREE.contains(field.getKey()))
          .forEach(field -> addUnknown(field.getValue()));
      if (!object.has(OutcomeKind.SUCCEEDED.name())) {
        object.putObject("ofALaterVersion").put("field", 1);
      }
    } else {
      node.forEach(WireTypesTest::addUnknown);
    }
  }

  static Set<String> typeNames() {
    return TYPES.keySet();
  }

  @ParameterizedTest
  @MethodSource("typeNames")
  void everyFieldIsInAnExample(String name) throws Exception {
    Class<?> type = TYPES.get(name);
    Set<String> fields = new HashSet<>();
    for (String example : examples()) {
      if (type(example) == type) {
        json(example).fieldNames().forEachRemaining(fields::add);
      }
    }
    assertThat(fields).isEqualTo(fields(type));
  }

  private static Set<String> fields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(
            it ->
                it.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                    ? fields(it.getType()).stream()
                    : Stream.of(it.getName()))
        .collect(Collectors.toSet());
  }

  @Test
  void everyTypeThatAnyoneSendsIsReadByHand() {
    assertThat(
            TYPES.values().stream()
                .filter(
                    it -> Arrays.stream(it.getMethods()).anyMatch(m -> m.getName().equals("read")))
                .toList())
        .containsExactlyInAnyOrderElementsOf(ENTRIES.keySet());
  }
}
