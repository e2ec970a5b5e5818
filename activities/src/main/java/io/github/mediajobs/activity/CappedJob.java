package io.github.mediajobs.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A job small enough for a payload.
 *
 * @param job the job object, its largest strings cut out as far as needed
 * @param truncated JSON pointers of what was cut out, largest first
 */
record CappedJob(ObjectNode job, List<String> truncated) {
  /** 512 KiB less what a step's input needs around an outcome. */
  private static final int OUTCOME_BYTES = 508 * 1024;

  /** What an outcome holds beside the job: ids, times, and a shortened status, code and message. */
  private static final int BESIDE_JOB_BYTES = 24 * 1024;

  /** The most that a job and the pointers of what it lacks may take together. */
  static final int MAX_BYTES = OUTCOME_BYTES - BESIDE_JOB_BYTES;

  static CappedJob of(ObjectNode job) {
    return of(job, MAX_BYTES);
  }

  static CappedJob of(ObjectNode job, int most) {
    byte[] json = bytes(job);
    ObjectNode capped = read(json);
    int excess = json.length - most;
    List<String> truncated = new ArrayList<>();
    for (Text text : excess > 0 ? largestFirst(capped) : List.<Text>of()) {
      text.cut().run();
      truncated.add(text.pointer());
      excess -= text.gain();
      if (excess <= 0) {
        break;
      }
    }
    return excess <= 0
        ? new CappedJob(capped, truncated)
        : new CappedJob(JsonNodeFactory.instance.objectNode(), List.of(""));
  }

  /** Half a character, which no payload can hold, becomes a question mark here. */
  private static byte[] bytes(JsonNode node) {
    return Json.write(node).getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode read(byte[] json) {
    try {
      return (ObjectNode) Json.read(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was just written is JSON", e);
    }
  }

  private static List<Text> largestFirst(ObjectNode job) {
    List<Text> texts = new ArrayList<>();
    collect(job, "", texts);
    texts.removeIf(text -> text.gain() <= 0);
    texts.sort(Comparator.comparingInt(Text::bytes).reversed());
    return texts;
  }

  private static void collect(JsonNode node, String pointer, List<Text> texts) {
    if (node instanceof ObjectNode object) {
      for (var field : object.properties()) {
        String name = field.getKey();
        String token = name.replace("~", "~0").replace("/", "~1");
        add(field.getValue(), pointer + "/" + token, () -> object.remove(name), texts);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        // An empty string keeps the places of the elements behind it.
        add(array.get(i), pointer + "/" + i, () -> array.set(index, ""), texts);
      }
    }
  }

  private static void add(JsonNode value, String pointer, Runnable cut, List<Text> texts) {
    if (value.isTextual()) {
      texts.add(new Text(pointer, bytes(value).length, cut));
    } else {
      collect(value, pointer, texts);
    }
  }

  private record Text(String pointer, int bytes, Runnable cut) {
    /** What cutting saves at least: an empty string may stay, and the pointer comes instead. */
    int gain() {
      int pointerBytes = CappedJob.bytes(JsonNodeFactory.instance.textNode(pointer)).length + 1;
      return bytes - 2 - pointerBytes;
    }
  }
}
