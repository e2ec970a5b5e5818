package io.github.mediajobs.wire;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.RawValue;
import java.time.Duration;

/** Posts a step's input to a host that the worker's configuration names. */
@ActivityInterface
public interface SendWebhookActivity {
  /** The activity type. */
  String TYPE = "SendWebhook";

  /** How long one post may take: the client's 20 s and 10 s around it. */
  Duration START_TO_CLOSE = Duration.ofSeconds(30);

  /**
   * Posts once; a retry posts the same body under the same idempotency key.
   *
   * @param call a {@link WebhookCall} as JSON
   * @throws io.temporal.failure.ApplicationFailure {@code InvalidRequest} when the host is not
   *     allowed, else retryable: {@code WebhookRefused} when the answer is not 2xx, {@code
   *     ServiceUnavailable} when there is none
   */
  @ActivityMethod(name = TYPE)
  void send(RawValue call);
}
