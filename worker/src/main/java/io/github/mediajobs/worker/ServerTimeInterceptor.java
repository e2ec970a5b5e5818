package io.github.mediajobs.worker;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.time.Instant;

/** Tells the clock when the service handed out each activity task. */
final class ServerTimeInterceptor extends WorkerInterceptorBase {
  private final ServerClock clock;

  ServerTimeInterceptor(ServerClock clock) {
    this.clock = clock;
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      @Override
      public void init(ActivityExecutionContext context) {
        clock.hear(Instant.ofEpochMilli(context.getInfo().getStartedTimestamp()));
        super.init(context);
      }
    };
  }
}
