package io.github.mediajobs.worker.devserver;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.emulator.job.JobScript;
import io.temporal.activity.DynamicActivity;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.converter.EncodedValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What 2,500 jobs in one run cost on a real server. */
@ExtendWith(DevServer.class)
@Timeout(120)
class BatchFiguresTest {
  private static final int JOBS = 2_500;

  /** One for the attempt, and at most three heartbeats in its minute. */
  private static final int ACTIONS_OF_A_SHIFT = 4;

  private Bench bench;

  @BeforeEach
  void open(Bench own) {
    bench = own;
  }

  @Test
  void aJobTakesAtMostATwentiethOfAnActionAndAFifthOfAnEvent() {
    List<String> ids = IntStream.range(0, JOBS).mapToObj(i -> bench.jobId() + i).toList();
    for (int i = 0; i < JOBS; i++) {
      // The emulator's time moves a second with each read: these end in the second to third round.
      Duration length = Duration.ofSeconds(JOBS + i);
      bench.emulator().add(JobScript.succeeding(PACKAGE, ids.get(i), length));
    }
    bench.startWorker();
    String id = "figures-" + bench.taskQueue();
    JsonNode result =
        bench
            .start(
                "AwaitMediaJobs",
                id,
                Map.of(
                    "operation",
                    "package",
                    "jobIds",
                    ids,
                    "polling",
                    Map.of("schedule", "fixed", "first", "PT1S")))
            .getResult(JsonNode.class);
    assertThat(result.path("outcomes")).hasSize(JOBS);
    assertThat(result.path("outcomes"))
        .allMatch(it -> it.path("outcome").asText().equals("SUCCEEDED"));
    List<HistoryEvent> events = bench.events(id);
    assertThat(events.size() / (double) JOBS).isLessThan(0.2);
    assertThat(actions(events) / (double) JOBS).isLessThan(0.05);
  }

  /** Collects the keys under which steps ran. */
  static final class KeyedSteps implements DynamicActivity {
    private final List<String> keys = new CopyOnWriteArrayList<>();

    @Override
    public Object execute(EncodedValues arguments) {
      keys.add(arguments.get(0, JsonNode.class).path("idempotencyKey").asText());
      return null;
    }
  }

  @Test
  void aRunWhoseStepsFillItsHistoryIsContinuedWithoutLossOrRepeat() {
    // More steps than may be under way at once: some jobs are left to the run that continues.
    int jobs = 12;
    List<String> ids = IntStream.range(0, jobs).mapToObj(i -> bench.jobId() + i).toList();
    ids.forEach(it -> bench.emulator().add(JobScript.succeeding(PACKAGE, it, Duration.ZERO)));
    KeyedSteps steps = new KeyedSteps();
    bench.startWorker(worker -> worker.registerActivitiesImplementations(steps));
    List<Map<String, String>> branch =
        IntStream.range(0, 20)
            .mapToObj(i -> Map.of("name", "step" + i, "activity", "Any"))
            .toList();
    String id = "steps-" + bench.taskQueue();
    JsonNode result =
        bench
            .start(
                "AwaitMediaJobs",
                id,
                Map.of("operation", "package", "jobIds", ids, "onSuccess", branch))
            .getResult(JsonNode.class);
    assertThat(bench.events(id).get(0).getWorkflowExecutionStartedEventAttributes())
        .matches(it -> !it.getContinuedExecutionRunId().isEmpty());
    assertThat(result.path("outcomes"))
        .extracting(it -> it.path("jobId").asText())
        .containsExactlyElementsOf(ids);
    assertThat(result.path("outcomes")).allMatch(it -> it.path("steps").size() == 20);
    assertThat(steps.keys).hasSize(20 * jobs).doesNotHaveDuplicates();
  }

  private static long actions(List<HistoryEvent> events) {
    long signals =
        events.stream()
            .filter(it -> it.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED)
            .count();
    int shifts =
        events.stream()
            .filter(it -> it.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
            .mapToInt(it -> it.getActivityTaskStartedEventAttributes().getAttempt())
            .sum();
    return 1 + signals + (long) ACTIONS_OF_A_SHIFT * shifts;
  }
}
