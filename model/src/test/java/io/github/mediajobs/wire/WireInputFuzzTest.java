package io.github.mediajobs.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.polling.PollPolicy;
import io.github.mediajobs.polling.Waited;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Timeout;

/** Whatever bytes a workflow or an activity gets as its argument. */
class WireInputFuzzTest {
  private static final int LONGEST_MESSAGE = 1_000;
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final List<Function<JsonNode, ?>> READERS =
      List.of(
          WireInputFuzzTest::request,
          WireInputFuzzTest::pipeline,
          WireInputFuzzTest::attempt,
          JobRequest::read,
          WebhookCall::read);

  @FuzzTest
  @Timeout(30)
  void anInputIsReadWholeOrRefused(byte[] json) {
    for (Function<JsonNode, ?> reader : READERS) {
      read(raw(ByteString.copyFrom(json)), reader).ifPresent(it -> survivesTheWire(it, reader));
    }
    read(raw(ByteString.copyFrom(json)), WireInputFuzzTest::request)
        .map(AwaitRequest::polling)
        .ifPresent(it -> staysWithinItsBounds(it.policy(), new Random(Arrays.hashCode(json))));
  }

  private static <T> Optional<T> read(RawValue argument, Function<JsonNode, T> reader) {
    try {
      return Optional.of(WireInput.read(argument, reader));
    } catch (ApplicationFailure e) {
      assertThat(e.getType()).isEqualTo("InvalidRequest");
      assertThat(e.isNonRetryable()).isTrue();
      assertThat(e.getOriginalMessage())
          .matches("[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]+")
          .hasSizeLessThan(LONGEST_MESSAGE);
      return Optional.empty();
    }
  }

  private static void survivesTheWire(Object input, Function<JsonNode, ?> reader) {
    Payload sent = DefaultDataConverter.STANDARD_INSTANCE.toPayload(input).orElseThrow();
    Object received = WireInput.read(new RawValue(sent), reader);
    assertThat(received).isEqualTo(input);
  }

  private static void staysWithinItsBounds(PollPolicy policy, Random random) {
    assertThat(policy.floor()).isPositive().isLessThanOrEqualTo(policy.ceiling());
    for (int i = 0; i < 8; i++) {
      Waited waited =
          new Waited(
              // Up to 10,000 years, short ones as likely as long ones.
              Duration.ofNanos(random.nextLong() >>> (1 + random.nextInt(63)))
                  .multipliedBy(1 + random.nextInt(40)),
              1 + (random.nextInt() >>> (1 + random.nextInt(31))),
              OptionalInt.empty());
      Duration delay = policy.delay(waited, random.nextDouble());
      assertThat(delay).as("%s of %s", waited, policy).isBetween(policy.floor(), policy.ceiling());
    }
  }

  // The catalogue is asked while an input is read, as the entry points do.
  private static AwaitRequest request(JsonNode json) {
    AwaitRequest request = AwaitRequest.read(json);
    CATALOGUE.require(request.operation()).awaitedOr(request.until());
    return request;
  }

  private static PipelineRequest pipeline(JsonNode json) {
    PipelineRequest request = PipelineRequest.read(json);
    CATALOGUE.require(request.awaited().operation()).awaitedOr(request.awaited().until());
    return request;
  }

  private static AwaitAttempt attempt(JsonNode json) {
    AwaitAttempt attempt = AwaitAttempt.read(json);
    CATALOGUE.require(attempt.operation()).awaitedOr(attempt.until());
    return attempt;
  }

  private static RawValue raw(ByteString json) {
    return new RawValue(
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(json)
            .build());
  }
}
