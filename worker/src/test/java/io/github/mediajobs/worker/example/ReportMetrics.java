package io.github.mediajobs.worker.example;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import io.micrometer.core.instrument.MeterRegistry;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;

/** Reports to Micrometer what the SDK and this library count. */
final class ReportMetrics {
  private ReportMetrics() {}

  static WorkflowServiceStubs connected(MeterRegistry registry, String target) {
    Scope scope =
        new RootScopeBuilder()
            .reporter(new MicrometerClientStatsReporter(registry))
            .reportEvery(com.uber.m3.util.Duration.ofSeconds(10));
    WorkflowServiceStubsOptions options =
        WorkflowServiceStubsOptions.newBuilder().setTarget(target).setMetricsScope(scope).build();
    return WorkflowServiceStubs.newServiceStubs(options);
  }
}
