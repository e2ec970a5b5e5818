package io.github.mediajobs.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Steps as activities of any type: what a type is called says what it does. */
final class RecordedSteps implements DynamicActivity {
  private final List<JsonNode> inputs = new CopyOnWriteArrayList<>();

  @Override
  public Object execute(EncodedValues arguments) {
    JsonNode input = arguments.get(0, JsonNode.class);
    inputs.add(input);
    String type = Activity.getExecutionContext().getInfo().getActivityType();
    int attempt = Activity.getExecutionContext().getInfo().getAttempt();
    return switch (type) {
      case "Fail" -> throw ApplicationFailure.newNonRetryableFailure("no disk", "DiskFull");
      case "FailLoudly" ->
          throw ApplicationFailure.newNonRetryableFailure("no ".repeat(50_000), "Loud");
      case "FailForever" -> throw ApplicationFailure.newFailure("not yet", "NotYet");
      case "FailTwice" -> {
        if (attempt < 3) {
          throw ApplicationFailure.newFailure("not yet", "NotYet");
        }
        yield "third time";
      }
      case "HangOnce" -> {
        if (attempt == 1) {
          Activity.getExecutionContext().doNotCompleteOnReturn();
        }
        yield "second time";
      }
      case "Large" -> "x".repeat(70 * 1024);
      case "Sizable" -> "x".repeat(60 * 1024);
      case "Nothing" -> null;
      default -> JsonNodeFactory.instance.objectNode().put("done", type);
    };
  }

  /** What the steps after one job were given. */
  List<JsonNode> inputs(String jobId) {
    return inputs.stream().filter(it -> it.at("/outcome/jobId").asText().equals(jobId)).toList();
  }
}
