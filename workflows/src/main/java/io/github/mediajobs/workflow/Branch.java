package io.github.mediajobs.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.wire.StepResult;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps of one branch: they start together, and each ends by itself. */
final class Branch {
  private final Map<String, StepResult> ended = new LinkedHashMap<>();
  private final Functions.Proc changed;

  /** Tells {@code changed} of each end. */
  Branch(Functions.Proc changed) {
    this.changed = changed;
  }

  /** Tells nobody. */
  Branch() {
    this(() -> {});
  }

  /**
   * Runs the steps, by name; answers in the order of the map.
   *
   * @throws io.temporal.failure.CanceledFailure when the scope is cancelled: the steps are told,
   *     and not waited for, since nobody may be there to hear it
   */
  List<StepResult> run(Map<String, Functions.Func<JsonNode>> steps) {
    List<Promise<StepResult>> running = new ArrayList<>();
    steps.forEach(
        (name, step) ->
            running.add(
                Async.function(
                    () -> {
                      StepResult result = StepRun.of(name, step);
                      ended.put(name, result);
                      changed.apply();
                      return result;
                    })));
    Promise<Void> all = Promise.allOf(running);
    Promise.anyOf(all, CancellationScope.current().getCancellationRequest()).get();
    if (!all.isCompleted() && Workflow.getVersion("step-left", Workflow.DEFAULT_VERSION, 1) == 1) {
      CancellationScope.throwCanceled();
    }
    all.get();
    return running.stream().map(Promise::get).toList();
  }

  /** Those that have ended, in the order in which they did. */
  List<StepResult> ended() {
    return List.copyOf(ended.values());
  }
}
