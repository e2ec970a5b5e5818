package io.github.mediajobs.benchmark.engine;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the heartbeats that leave the process: the SDK holds some back, and no history tells. */
final class Heartbeats implements ClientInterceptor {
  private final AtomicLong sent = new AtomicLong();

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    if ("RecordActivityTaskHeartbeat".equals(method.getBareMethodName())) {
      sent.incrementAndGet();
    }
    return next.newCall(method, options);
  }

  long sent() {
    return sent.get();
  }
}
