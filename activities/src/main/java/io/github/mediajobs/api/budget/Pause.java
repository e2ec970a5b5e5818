package io.github.mediajobs.api.budget;

import java.time.Duration;

/** How a caller waits for its token. */
@FunctionalInterface
interface Pause {
  void pause(Duration duration) throws InterruptedException;
}
