package io.github.mediajobs.worker;

import com.uber.m3.tally.NoopScope;
import com.uber.m3.tally.Scope;
import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.MadeCall;
import io.github.mediajobs.failure.FailureType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports calls of the APIs to the metrics scope of the Temporal client: {@code
 * mediajobs_api_calls} and the timer {@code mediajobs_api_latency} by {@code service}, {@code
 * action}, {@code region}; the counter also by {@code result} ({@code Succeeded} or a failure type)
 * and by the API's {@code code} ({@code none}); {@code mediajobs_api_budget_exhausted} for calls
 * that were not made; and the gauge {@code mediajobs_api_budget}, in calls per second, by {@code
 * service} and {@code region}.
 */
final class CallMetrics implements Consumer<MadeCall> {
  private volatile Scope scope = new NoopScope();

  /** Reports to this scope from now on. */
  void report(Scope value) {
    scope = value;
  }

  @Override
  public void accept(MadeCall call) {
    Scope where = scope.tagged(Map.of("service", call.service().name(), "region", call.region()));
    where.gauge("mediajobs_api_budget").update(call.callsPerSecond());
    Scope what = where.tagged(Map.of("action", call.action()));
    if (call.took().isEmpty()) {
      what.counter("mediajobs_api_budget_exhausted").inc(1);
      return;
    }
    Duration took = call.took().get();
    what.timer("mediajobs_api_latency").record(com.uber.m3.util.Duration.ofNanos(took.toNanos()));
    what.tagged(Map.of("result", result(call), "code", code(call)))
        .counter("mediajobs_api_calls")
        .inc(1);
  }

  private static String result(MadeCall call) {
    return call.failure().map(ApiException::type).map(FailureType::wireName).orElse("Succeeded");
  }

  private static String code(MadeCall call) {
    return call.failure().flatMap(it -> Optional.ofNullable(it.code())).orElse("none");
  }
}
