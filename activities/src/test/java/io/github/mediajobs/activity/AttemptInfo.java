package io.github.mediajobs.activity;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityExecutionContextBase;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.lang.reflect.Proxy;
import java.time.Instant;

/**
 * Tells an activity which attempt it is, where the test environment has no number and the real
 * time, and keeps the failure with which it ended.
 */
final class AttemptInfo extends WorkerInterceptorBase {
  private volatile int number = 1;
  private volatile Instant scheduledAt;
  private volatile RuntimeException thrown;

  AttemptInfo(Instant scheduledAt) {
    this.scheduledAt = scheduledAt;
  }

  void number(int value) {
    number = value;
  }

  void scheduledAt(Instant value) {
    scheduledAt = value;
  }

  /** The last failure on the worker's side; what is read from the wire has the reader's stack. */
  RuntimeException thrown() {
    return thrown;
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      @Override
      public void init(ActivityExecutionContext context) {
        super.init(
            new ActivityExecutionContextBase(context) {
              @Override
              public ActivityInfo getInfo() {
                return told(super.getInfo());
              }
            });
      }

      @Override
      public ActivityOutput execute(ActivityInput input) {
        try {
          return super.execute(input);
        } catch (RuntimeException e) {
          thrown = e;
          throw e;
        }
      }
    };
  }

  private ActivityInfo told(ActivityInfo info) {
    return (ActivityInfo)
        Proxy.newProxyInstance(
            ActivityInfo.class.getClassLoader(),
            new Class<?>[] {ActivityInfo.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getAttempt" -> number;
                  case "getScheduledTimestamp" -> scheduledAt.toEpochMilli();
                  default -> method.invoke(info, arguments);
                });
  }
}
