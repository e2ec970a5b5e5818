package io.github.mediajobs.faults;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The failures of all attempts, by workflow; the service keeps the last of each only. */
final class SeenFailures extends WorkerInterceptorBase {
  private final Map<String, List<ApplicationFailure>> byWorkflow = new ConcurrentHashMap<>();
  private volatile Runnable afterEach = () -> {};

  List<ApplicationFailure> of(String workflowId) {
    return List.copyOf(byWorkflow.getOrDefault(workflowId, List.of()));
  }

  /** What happens between a failure and the next attempt. */
  void afterEach(Runnable action) {
    afterEach = action;
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      private String workflowId;

      @Override
      public void init(ActivityExecutionContext context) {
        workflowId = context.getInfo().getWorkflowId();
        super.init(context);
      }

      @Override
      public ActivityOutput execute(ActivityInput input) {
        try {
          return super.execute(input);
        } catch (ApplicationFailure e) {
          byWorkflow.computeIfAbsent(workflowId, id -> new CopyOnWriteArrayList<>()).add(e);
          afterEach.run();
          throw e;
        }
      }
    };
  }
}
