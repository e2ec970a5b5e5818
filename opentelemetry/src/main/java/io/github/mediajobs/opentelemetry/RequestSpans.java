package io.github.mediajobs.opentelemetry;

import io.github.mediajobs.api.SentRequest;
import io.github.mediajobs.api.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Makes a span of each request to the media APIs, as a child of the span that is current where it
 * was sent: the activity's, where workers trace. It has the attributes of OpenTelemetry's
 * conventions for HTTP clients, and {@code mediajobs.operation}, {@code mediajobs.region}, {@code
 * mediajobs.job.id} and {@code mediajobs.request.id}; no query, header or body.
 */
public final class RequestSpans implements Tracing {
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<Long> RESEND =
      AttributeKey.longKey("http.request.resend_count");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<String> URL = AttributeKey.stringKey("url.full");
  private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
  private static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  private static final AttributeKey<String> OPERATION =
      AttributeKey.stringKey("mediajobs.operation");
  private static final AttributeKey<String> REGION = AttributeKey.stringKey("mediajobs.region");
  private static final AttributeKey<String> JOB = AttributeKey.stringKey("mediajobs.job.id");
  private static final AttributeKey<String> REQUEST =
      AttributeKey.stringKey("mediajobs.request.id");

  private final Tracer tracer;
  private final InstantSource clock;

  /**
   * Spans on the system's time.
   *
   * @param openTelemetry where they go
   */
  public RequestSpans(OpenTelemetry openTelemetry) {
    this(openTelemetry, InstantSource.system());
  }

  RequestSpans(OpenTelemetry openTelemetry, InstantSource clock) {
    this.tracer = openTelemetry.getTracer("io.github.mediajobs");
    this.clock = clock;
  }

  @Override
  public void sent(SentRequest request) {
    Instant end = clock.instant();
    SpanBuilder builder =
        tracer
            .spanBuilder(request.method() + " " + request.action())
            .setSpanKind(SpanKind.CLIENT)
            .setStartTimestamp(end.minus(request.took()))
            .setAttribute(METHOD, request.method())
            .setAttribute(URL, request.url().toString())
            .setAttribute(ADDRESS, request.url().getHost())
            .setAttribute(PORT, port(request.url()))
            .setAttribute(OPERATION, request.action())
            .setAttribute(REGION, request.region());
    request.jobId().ifPresent(it -> builder.setAttribute(JOB, it));
    request.requestId().ifPresent(it -> builder.setAttribute(REQUEST, it));
    request.status().ifPresent(it -> builder.setAttribute(STATUS, (long) it));
    if (request.resend() > 0) {
      builder.setAttribute(RESEND, (long) request.resend());
    }
    Span span = builder.startSpan();
    request.error().ifPresent(it -> span.setAttribute(ERROR, it).setStatus(StatusCode.ERROR));
    span.end(end);
  }

  private static long port(URI url) {
    return url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
  }

  @Override
  public Runnable carried(Runnable work) {
    return Context.current().wrap(work);
  }
}
