package io.github.mediajobs.worker;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.time.Instant;

/** Tells the clock when the service handed out each activity task of the queue. */
final class ServerTimeInterceptor extends WorkerInterceptorBase {
  private final String taskQueue;
  private final ServerClock clock;

  ServerTimeInterceptor(String taskQueue, ServerClock clock) {
    this.taskQueue = taskQueue;
    this.clock = clock;
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      @Override
      public void init(ActivityExecutionContext context) {
        ActivityInfo info = context.getInfo();
        // A local activity is handed out by nobody and carries no start.
        if (!info.isLocal() && taskQueue.equals(info.getActivityTaskQueue())) {
          clock.hear(Instant.ofEpochMilli(info.getStartedTimestamp()));
        }
        super.init(context);
      }
    };
  }
}
