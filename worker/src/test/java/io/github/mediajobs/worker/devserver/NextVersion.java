package io.github.mediajobs.worker.devserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.json.Json;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;

/**
 * What a later version may do: its activities answer with fields that this one does not know, and
 * its workflows, when they are to, begin with a timer behind a version marker.
 */
final class NextVersion extends First {
  static final String FIELD = "ofALaterVersion";

  NextVersion(boolean withTimer) {
    super(withTimer ? HistoriesTest::sleepBehindAMarker : () -> {});
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
