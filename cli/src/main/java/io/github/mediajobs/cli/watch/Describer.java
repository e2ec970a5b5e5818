package io.github.mediajobs.cli.watch;

import io.github.mediajobs.client.WaitDescription;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at waits in turn: each once a second, all together at most 20 times a second, so that many
 * waits are looked at less often.
 */
final class Describer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Describer.class);
  private static final Duration EACH = Duration.ofSeconds(1);
  private static final Duration ALL = Duration.ofMillis(50);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Daemon::new);
  private final Deque<Look> looks = new ConcurrentLinkedDeque<>();
  private final Future<?> turns =
      thread.scheduleWithFixedDelay(this::next, 0, ALL.toMillis(), TimeUnit.MILLISECONDS);

  void add(Supplier<WaitDescription> describe, Consumer<WaitDescription> described) {
    looks.addFirst(new Look(describe, described, System.nanoTime() - EACH.toNanos()));
  }

  @Override
  public void close() {
    turns.cancel(false);
    thread.shutdownNow();
  }

  private void next() {
    Look look = looks.pollFirst();
    if (look == null) {
      return;
    }
    if (System.nanoTime() - look.lastNanos() < EACH.toNanos()) {
      looks.addFirst(look);
      return;
    }
    try {
      WaitDescription description = look.describe().get();
      if (!description.running()) {
        return;
      }
      look.described().accept(description);
    } catch (RuntimeException e) {
      LOG.debug("not described: {}", e.toString());
    }
    looks.addLast(new Look(look.describe(), look.described(), System.nanoTime()));
  }

  private record Look(
      Supplier<WaitDescription> describe, Consumer<WaitDescription> described, long lastNanos) {}
}
