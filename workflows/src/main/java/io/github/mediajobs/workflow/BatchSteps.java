package io.github.mediajobs.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.BatchRequest;
import io.github.mediajobs.wire.JobEnd;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.wire.StepInput;
import io.temporal.workflow.Async;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The steps after each job of a batch: as many at once as a history bears, in order of the ends.
 */
final class BatchSteps {
  /** The service refuses more than 2,000 pending activities or children, and slows down earlier. */
  private static final int AT_ONCE = 200;

  private final BatchRequest request;
  private final Functions.Proc2<Integer, JobEnd> done;
  private final NamedSteps namedSteps = new NamedSteps(null);
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int underWay;
  private boolean paused;

  private record Waiting(int job, JobEnd end, List<Step> steps) {}

  /** Tells {@code done} of each job once its steps have ended. */
  BatchSteps(BatchRequest request, Functions.Proc2<Integer, JobEnd> done) {
    this.request = request;
    this.done = done;
  }

  /** Runs the steps of a job, soon; a job whose state is unknown takes no branch. */
  void follow(int job, JobEnd end) {
    List<Step> taken =
        end.kind()
            .map(it -> it == OutcomeKind.SUCCEEDED ? request.onSuccess() : request.onFailure())
            .orElse(List.of());
    if (taken.isEmpty()) {
      done.apply(job, end);
    } else {
      waiting.add(new Waiting(job, end, taken));
      begin();
    }
  }

  private void begin() {
    while (!paused
        && !waiting.isEmpty()
        && underWay + waiting.getFirst().steps().size() <= AT_ONCE) {
      Waiting next = waiting.remove();
      underWay += next.steps().size();
      Async.procedure(() -> run(next));
    }
  }

  private void run(Waiting it) {
    JobEnd end = it.end().followedBy(new Branch().run(steps(it)));
    underWay -= it.steps().size();
    done.apply(it.job(), end);
    begin();
  }

  private Map<String, Functions.Func<JsonNode>> steps(Waiting it) {
    Outcome outcome = it.end().outcome();
    Map<String, Functions.Func<JsonNode>> steps = new LinkedHashMap<>();
    for (Step step : it.steps()) {
      String key =
          String.join(
              "/",
              Workflow.getInfo().getWorkflowId(),
              Objects.requireNonNullElse(outcome.region(), "default"),
              outcome.operation(),
              outcome.jobId(),
              step.name());
      steps.put(step.name(), () -> namedSteps.run(step, new StepInput(outcome, key)));
    }
    return steps;
  }

  void pause() {
    paused = true;
  }

  boolean isQuiet() {
    return underWay == 0;
  }
}
