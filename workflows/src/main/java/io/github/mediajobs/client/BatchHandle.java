package io.github.mediajobs.client;

import io.github.mediajobs.wire.JobEnd;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A batch that was started or joined. */
public final class BatchHandle {
  private static final long TICK_MILLIS = 200;

  private final List<BatchWatch> runs;

  BatchHandle(List<BatchWatch> runs) {
    this.runs = List.copyOf(runs);
  }

  /**
   * The workflow ids of the runs.
   *
   * @return {@code media-jobs/<batch name>/<k>} for k from 0
   */
  public List<String> workflowIds() {
    return runs.stream().map(BatchWatch::workflowId).toList();
  }

  /**
   * How many jobs there are.
   *
   * @return each job counted once
   */
  public int jobs() {
    return runs.stream().mapToInt(BatchWatch::jobs).sum();
  }

  /**
   * Hands out each end once, as it is heard of: by a query a run every 2 to 30 s while the run goes
   * on, and from its result at its end. To be called once.
   *
   * @param each gets the ends, in this thread; a job whose run ended without a result, or whose
   *     state could not be found out, comes with a failure in place of an outcome
   * @throws InterruptedException when the thread is interrupted; the runs go on
   */
  public void forEach(Consumer<JobEnd> each) throws InterruptedException {
    forEach(each, () -> {});
  }

  /**
   * As {@link #forEach(Consumer)}, for those who show something meanwhile.
   *
   * @param each gets the ends, in this thread
   * @param tick called several times a second, in this thread
   * @throws InterruptedException when the thread is interrupted; the runs go on
   */
  public void forEach(Consumer<JobEnd> each, Runnable tick) throws InterruptedException {
    BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    for (BatchWatch run : runs) {
      var unused =
          run.result()
              .whenComplete(
                  (result, failure) ->
                      events.add(
                          failure == null
                              ? () -> run.ended(result, each)
                              : () -> run.failed(failure, each)));
    }
    while (runs.stream().anyMatch(run -> run.open() > 0)) {
      Runnable event = events.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
      if (event != null) {
        event.run();
      } else {
        runs.forEach(run -> run.look(System.nanoTime(), each));
        runs.forEach(run -> run.late(each));
      }
      tick.run();
    }
  }

  /** Stops the waits at once; the remote jobs go on. */
  public void cancel() {
    runs.forEach(BatchWatch::cancel);
  }
}
