package io.github.mediajobs.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.opentracingshim.OpenTracingShim;
import io.temporal.common.SimplePlugin;
import io.temporal.opentracing.OpenTracingClientInterceptor;
import io.temporal.opentracing.OpenTracingOptions;
import io.temporal.opentracing.OpenTracingWorkerInterceptor;

/**
 * Makes a client and its workers trace workflows, activities, signals and queries, with the
 * interceptors of Temporal's own module. Give it to the options of the client: its workers get it
 * from there. The context travels in Temporal's headers, as the propagators write it.
 */
public final class TracingPlugin extends SimplePlugin {
  /**
   * A plugin that traces.
   *
   * @param openTelemetry where spans go; its propagators have to be set, such as W3C's
   */
  public TracingPlugin(OpenTelemetry openTelemetry) {
    this(
        OpenTracingOptions.newBuilder()
            .setTracer(OpenTracingShim.createTracerShim(openTelemetry))
            .build());
  }

  private TracingPlugin(OpenTracingOptions options) {
    super(
        newBuilder("mediajobs-tracing")
            .addClientInterceptors(new OpenTracingClientInterceptor(options))
            .addWorkerInterceptors(new OpenTracingWorkerInterceptor(options)));
  }
}
