package io.github.mediajobs.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.wire.LearntDurations;
import io.github.mediajobs.wire.LearntDurationsActivity;
import io.github.mediajobs.wire.LearntDurationsWorkflow;
import io.github.mediajobs.wire.LearntRequest;
import io.github.mediajobs.wire.WireInput;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Reads the memory of the worker that runs it: with a local activity, which goes nowhere else. */
public final class LearntByWorker implements LearntDurationsWorkflow {
  private static final LocalActivityOptions ONCE =
      LocalActivityOptions.newBuilder()
          .setStartToCloseTimeout(Duration.ofSeconds(5))
          .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
          .build();

  private final Catalogue catalogue;

  /**
   * Gathers what the workflow needs.
   *
   * @param catalogue the operations that may be named
   */
  public LearntByWorker(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public LearntDurations learnt(RawValue argument) {
    LearntRequest request = WireInput.read(argument, this::known);
    return Workflow.newUntypedLocalActivityStub(ONCE)
        .execute(LearntDurationsActivity.TYPE, LearntDurations.class, request);
  }

  private LearntRequest known(JsonNode input) {
    LearntRequest request = LearntRequest.read(input);
    catalogue.require(request.operation());
    return request;
  }
}
