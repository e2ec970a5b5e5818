package io.github.mediajobs.worker.devserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.json.Json;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * What a later version may do: its activities answer with fields that this one does not know, and
 * its workflows, when they are to, begin with a timer behind a version marker.
 */
final class NextVersion extends WorkerInterceptorBase {
  static final String FIELD = "ofALaterVersion";

  private final boolean withTimer;

  NextVersion(boolean withTimer) {
    this.withTimer = withTimer;
  }

  @Override
  public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
    return new WorkflowInboundCallsInterceptorBase(next) {
      @Override
      public WorkflowOutput execute(WorkflowInput input) {
        if (withTimer && Workflow.getVersion("timer", Workflow.DEFAULT_VERSION, 1) == 1) {
          Workflow.sleep(Duration.ofMillis(10));
        }
        return super.execute(input);
      }
    };
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      @Override
      public ActivityOutput execute(ActivityInput input) {
        Object result = super.execute(input).getResult();
        JsonNode json = Json.tree(result);
        return new ActivityOutput(
            json instanceof ObjectNode object ? object.set(FIELD, Json.tree("new")) : result);
      }
    };
  }
}
