package io.github.mediajobs.activity;

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
  /** 512 KiB less what an outcome, and a step's input around it, need for themselves. */
  static final int MAX_BYTES = 508 * 1024;

  /** What an outcome holds beside the job: ids, times, and a shortened status, code and message. */
  private static final int OUTCOME_BYTES = 24 * 1024;

  static CappedJob of(ObjectNode job) {
    int excess = size(job) + OUTCOME_BYTES - MAX_BYTES;
    if (excess <= 0) {
      return new CappedJob(job, List.of());
    }
    ObjectNode capped = job.deepCopy();
    List<String> truncated = new ArrayList<>();
    for (Text text : largestFirst(capped)) {
      text.cut();
      truncated.add(text.pointer());
      excess -= text.bytes();
      if (excess <= 0) {
        return new CappedJob(capped, truncated);
      }
    }
    return new CappedJob(JsonNodeFactory.instance.objectNode(), List.of(""));
  }

  private static int size(JsonNode node) {
    return Json.write(node).getBytes(StandardCharsets.UTF_8).length;
  }

  private static List<Text> largestFirst(ObjectNode job) {
    List<Text> texts = new ArrayList<>();
    collect(job, "", texts);
    texts.sort(Comparator.comparingInt(Text::bytes).reversed());
    return texts;
  }

  private static void collect(JsonNode node, String pointer, List<Text> texts) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                String name = field.getKey().replace("~", "~0").replace("/", "~1");
                add(object, field.getKey(), field.getValue(), pointer + "/" + name, texts);
              });
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        collect(array.get(i), pointer + "/" + i, texts);
      }
    }
  }

  private static void add(
      ObjectNode parent, String name, JsonNode value, String pointer, List<Text> texts) {
    if (value.isTextual()) {
      texts.add(new Text(parent, name, pointer, size(value)));
    } else {
      collect(value, pointer, texts);
    }
  }

  private record Text(ObjectNode parent, String name, String pointer, int bytes) {
    void cut() {
      parent.remove(name);
    }
  }
}
