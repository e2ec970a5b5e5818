package io.github.mediajobs.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of a job object as rows of a table: the path under the API's own names, the value. */
public final class JobFields {
  private JobFields() {}

  /**
   * Every value of the job.
   *
   * @param job the job object
   * @return rows such as {@code Input.OssFile.Bucket}, {@code test-bucket}, in the API's order
   */
  public static List<List<String>> of(JsonNode job) {
    List<List<String>> rows = new ArrayList<>();
    add("", job, rows);
    return List.copyOf(rows);
  }

  private static void add(String path, JsonNode node, List<List<String>> rows) {
    if (node.isObject() && !node.isEmpty()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String name = Line.of(field.getKey());
        add(path.isEmpty() ? name : path + "." + name, field.getValue(), rows);
      }
    } else if (node.isArray() && !node.isEmpty()) {
      for (int i = 0; i < node.size(); i++) {
        add(path + "[" + i + "]", node.get(i), rows);
      }
    } else {
      rows.add(List.of(path, Line.of(node.isTextual() ? node.textValue() : node.toString())));
    }
  }
}
