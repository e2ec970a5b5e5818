package io.github.mediajobs.emulator.delivery;

import io.github.mediajobs.emulator.http.Response;
import java.time.Duration;
import java.util.Objects;

/**
 * A response and how it travels.
 *
 * @param response what is answered
 * @param delay how long nothing happens first, in real time
 * @param delivery how the bytes travel then
 */
public record Answer(Response response, Duration delay, Delivery delivery) {
  /**
   * Checks that nothing is missing.
   *
   * @throws NullPointerException when a component is null
   */
  public Answer {
    Objects.requireNonNull(response, "response");
    Objects.requireNonNull(delay, "delay");
    Objects.requireNonNull(delivery, "delivery");
  }

  /**
   * A response at once.
   *
   * @param response what is answered
   * @return the answer
   */
  public static Answer of(Response response) {
    return new Answer(response, Duration.ZERO, new Whole());
  }
}
