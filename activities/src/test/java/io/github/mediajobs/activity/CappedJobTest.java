package io.github.mediajobs.activity;

import static io.github.mediajobs.activity.CappedJob.MAX_BYTES;
import static io.github.mediajobs.activity.TestActivities.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.json.Json;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CappedJobTest {
  private static final String TOO_LARGE = "x".repeat(MAX_BYTES);

  @Test
  void leavesASmallJobAsItIs() {
    ObjectNode job = json("{'A':'x','B':[1.50,null,{'C':true}],'D':''}");

    assertThat(CappedJob.of(job)).isEqualTo(new CappedJob(job, List.of()));
  }

  @Test
  void cutsFromOneByteOverTheLimitOn() {
    ObjectNode job = json("{'A':''}");
    String fits = "x".repeat(MAX_BYTES - size(job));

    assertThat(CappedJob.of(job.put("A", fits)).truncated()).isEmpty();
    assertThat(CappedJob.of(job.put("A", fits + "x")))
        .isEqualTo(new CappedJob(json("{}"), List.of("/A")));
  }

  @Test
  void cutsTheLargestFirstAndNoMoreThanNeeded() {
    ObjectNode job = json("{'Id':'job-1','S':'','L':'','M':'','N':7}");
    job.put("S", "s".repeat(100_000)).put("M", "m".repeat(300_000)).put("L", "l".repeat(900_000));

    CappedJob capped = CappedJob.of(job);

    assertThat(capped.truncated()).containsExactly("/L");
    assertThat(capped.job()).isEqualTo(job.deepCopy().without("L"));

    capped = CappedJob.of(job.put("S", "s".repeat(299_999)));

    assertThat(capped.truncated()).containsExactly("/L", "/M");
    assertThat(capped.job()).isEqualTo(job.deepCopy().without(List.of("L", "M")));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2"})
  void countsThePointersThatNameWhatIsCut(int bytesTooMany, int cut) {
    ObjectNode job = json("{'L':['','']}");
    int room = MAX_BYTES - size(job) - "'/L/0',".length();
    ArrayNode texts = (ArrayNode) job.path("L");
    texts.set(0, TOO_LARGE).set(1, "x".repeat(room + bytesTooMany));

    assertThat(CappedJob.of(job).truncated()).hasSize(cut).startsWith("/L/0");
  }

  @Test
  void cutsNoStringThatItsPointerWouldOutweigh() {
    String name = "n".repeat(600);
    ObjectNode job = json("{}").put(name, "x".repeat(name.length() + 4));
    for (int i = 0; i < 2_000; i++) {
      job.put("F" + i, "x".repeat(400));
    }

    CappedJob capped = CappedJob.of(job);

    assertThat(capped.truncated()).hasSizeGreaterThan(100).doesNotContain("/" + name);
    assertThat(capped.job().has(name)).isTrue();
  }

  @Test
  void leavesTheJobThatItWasGivenAlone() {
    ObjectNode job = json("{'A':'x'}").put("B", TOO_LARGE);
    ObjectNode before = job.deepCopy();

    assertThat(CappedJob.of(job).truncated()).containsExactly("/B");
    assertThat(job).isEqualTo(before);
  }

  @Test
  void findsStringsInObjectsAndArrays() {
    ObjectNode job = json("{'A':[0,{'B':{'C':[[{}]],'Keep':1}}],'Keep':'me'}");
    ((ObjectNode) job.at("/A/1/B/C/0/0")).put("D", TOO_LARGE);

    CappedJob capped = CappedJob.of(job);

    assertThat(capped.truncated()).containsExactly("/A/1/B/C/0/0/D");
    assertThat(capped.job()).isEqualTo(json("{'A':[0,{'B':{'C':[[{}]],'Keep':1}}],'Keep':'me'}"));
  }

  @Test
  void keepsThePlacesOfAnArraysElements() {
    ObjectNode job = json("{'Urls':['a','b','c']}");
    ((ArrayNode) job.path("Urls")).set(1, TOO_LARGE);

    assertThat(CappedJob.of(job))
        .isEqualTo(new CappedJob(json("{'Urls':['a','','c']}"), List.of("/Urls/1")));
  }

  @ParameterizedTest
  @CsvSource({"a/b, /a~1b", "m~n, /m~0n", "~1, /~01", "'', /", "'a b', '/a b'", "é\"\\, /é\"\\"})
  void writesPointersAsRfc6901Has(String field, String pointer) {
    ObjectNode job = json("{}").put(field, TOO_LARGE);

    assertThat(CappedJob.of(job).truncated()).containsExactly(pointer);
    assertThat(job.at(pointer).asText()).isEqualTo(TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "务", "😀", "\"", "\n", "\u0001"})
  void countsBytesAsTheyAreSent(String character) {
    int bytes = size(JsonNodeFactory.instance.textNode(character)) - 2;
    ObjectNode job = json("{'A':''}").put("B", "b".repeat(MAX_BYTES / 2));
    int room = MAX_BYTES - size(job);

    assertThat(CappedJob.of(job.put("A", character.repeat(room / bytes))).truncated()).isEmpty();
    assertThat(CappedJob.of(job.put("A", character.repeat(room / bytes + 1))).truncated())
        .hasSize(1);
  }

  @Test
  void answersNothingOfAJobThatStringsDoNotMakeLarge() {
    ObjectNode job = json("{'JobId':'job-1'}");
    ArrayNode numbers = job.putArray("Numbers");
    for (int i = 0; i < MAX_BYTES / 8; i++) {
      numbers.add(1_000_000_000 + i);
    }

    assertThat(CappedJob.of(job)).isEqualTo(new CappedJob(json("{}"), List.of("")));
  }

  @Test
  void answersNothingOfAJobOfStringsShorterThanTheirPointers() {
    ObjectNode job = json("{}");
    ArrayNode texts = job.putArray("AnArrayOfManyStrings");
    for (int i = 0; i < MAX_BYTES / 8; i++) {
      texts.add("0123456789");
    }

    assertThat(CappedJob.of(job)).isEqualTo(new CappedJob(json("{}"), List.of("")));
  }

  @Test
  void putsAQuestionMarkForHalfACharacter() {
    assertThat(CappedJob.of(json("{}").put("A", "a\ud83d").put("B", "\ude00b")).job())
        .isEqualTo(json("{'A':'a?','B':'?b'}"));
  }

  @Test
  void fitsAndLosesNothingButWhatItNames() {
    Random random = new Random(42);
    for (int round = 0; round < 60; round++) {
      ObjectNode job = RandomJson.object(random, 1 << (10 + random.nextInt(11)));

      CappedJob capped = CappedJob.of(job);

      assertThat(size(capped.job()) + size(Json.tree(capped.truncated())))
          .as("round %d", round)
          .isLessThanOrEqualTo(MAX_BYTES + 2);
      if (size(job) <= MAX_BYTES) {
        assertThat(capped).isEqualTo(new CappedJob(job, List.of()));
      } else if (!capped.truncated().equals(List.of(""))) {
        assertThat(capped.truncated()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(capped.job()).isEqualTo(without(job, capped.truncated()));
        assertThat(capped.truncated().stream().map(at -> size(job.at(at))).toList())
            .isSortedAccordingTo((one, other) -> other - one);
      }
    }
  }

  private static ObjectNode without(ObjectNode job, List<String> pointers) {
    ObjectNode rest = job.deepCopy();
    for (String pointer : pointers) {
      assertThat(rest.at(pointer).isTextual()).as(pointer).isTrue();
      JsonNode parent = rest.at(JsonPointer.compile(pointer).head());
      JsonPointer last = JsonPointer.compile(pointer).last();
      if (parent instanceof ObjectNode object) {
        object.remove(last.getMatchingProperty());
      } else {
        ((ArrayNode) parent).set(last.getMatchingIndex(), "");
      }
    }
    return rest;
  }

  private static int size(JsonNode node) {
    return Json.write(node).getBytes(UTF_8).length;
  }
}
