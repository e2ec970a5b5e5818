package io.github.mediajobs.callback;

import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the vendor's callbacks, whichever HTTP server they came to, and says which jobs to look at.
 * It answers before anything is looked at; events past a thousand that wait are refused, so that
 * the vendor sends them again. Nothing depends on an event: a lost one costs no more than the next
 * poll. Safe for threads.
 */
public final class CallbackIntake implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallbackIntake.class);
  private static final int LARGEST_BODY = 64 << 10;
  private static final int EVENTS_AT_ONCE = 4;
  private static final int EVENTS_WAITING = 1_000;

  private final CallbackSignature signature;
  private final Catalogue catalogue;
  private final InstantSource clock;
  private final BiConsumer<String, String> event;
  private final ExecutorService telling;
  private final AtomicBoolean refusing = new AtomicBoolean();

  /**
   * Takes events.
   *
   * @param url the URL as the vendor knows it, which is part of the signature; null without keys
   * @param keys the keys that sign events, the new one and, while they change, the old one; without
   *     any, events need no signature, and the server must not be reached by strangers
   * @param catalogue the operations whose events count
   * @param clock the time, for the age of signatures
   * @param event is told the operation's API name and the job's id of each event, on threads of
   *     this object's own; it may be told more than once, and of jobs that have not ended
   */
  public CallbackIntake(
      String url,
      List<String> keys,
      Catalogue catalogue,
      InstantSource clock,
      BiConsumer<String, String> event) {
    this.signature = new CallbackSignature(url, List.copyOf(keys));
    this.catalogue = catalogue;
    this.clock = clock;
    this.event = event;
    this.telling =
        new ThreadPoolExecutor(
            EVENTS_AT_ONCE,
            EVENTS_AT_ONCE,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(EVENTS_WAITING),
            new Daemons("mediajobs-events"));
  }

  /**
   * Takes a request.
   *
   * @param method its HTTP method, such as {@code POST}
   * @param header gives the first value of a header, whatever the case of its name; null when there
   *     is none
   * @param body its body, of which at most 64 KiB are read, and nothing before the signature fits
   * @return the HTTP status to answer with, without a body: 200, or 405, 403, 413, 400 for what is
   *     no such event, and 503 while a thousand events wait
   * @throws IOException when the body cannot be read
   */
  public int take(String method, UnaryOperator<String> header, InputStream body)
      throws IOException {
    Verdict verdict = verdict(method, header, body);
    note(verdict);
    return verdict.status();
  }

  /** Takes no more; events that wait are lost. */
  @Override
  public void close() {
    telling.shutdownNow();
  }

  private Verdict verdict(String method, UnaryOperator<String> header, InputStream body)
      throws IOException {
    if (!method.equals("POST")) {
      return Verdict.NO_POST;
    }
    Verdict signed =
        signature.verdict(
            header.apply("X-ICE-TIMESTAMP"), header.apply("X-ICE-SIGNATURE"), clock.instant());
    if (signed != Verdict.TAKEN) {
      return signed;
    }
    byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
    if (bytes.length > LARGEST_BODY) {
      return Verdict.TOO_LARGE;
    }
    return CallbackEvent.read(bytes).map(this::queued).orElse(Verdict.NO_EVENT);
  }

  private Verdict queued(CallbackEvent came) {
    List<String> actions =
        catalogue.operations().stream()
            .filter(operation -> came.type().equals(operation.event()))
            .map(JobOperation::action)
            .toList();
    if (!actions.isEmpty() && came.jobId() == null) {
      return Verdict.NO_EVENT;
    }
    try {
      if (!actions.isEmpty()) {
        telling.execute(() -> actions.forEach(action -> tell(action, came.jobId())));
      }
      return Verdict.TAKEN;
    } catch (RejectedExecutionException e) {
      return Verdict.BUSY;
    }
  }

  private void tell(String action, String jobId) {
    try {
      event.accept(action, jobId);
    } catch (RuntimeException e) {
      LOG.warn("An event of {} {} was lost; the next poll sees the job", action, jobId, e);
    }
  }

  /** One line when refusals begin: strangers must not fill the log. */
  private void note(Verdict verdict) {
    if (verdict == Verdict.TAKEN) {
      refusing.set(false);
    } else if (!refusing.getAndSet(true)) {
      LOG.warn(
          "A callback was refused: {}; until one is taken others are told at DEBUG only. Check"
              + " MEDIAJOBS_CALLBACK_KEYS and MEDIAJOBS_CALLBACK_URL when it came from the vendor",
          verdict.reason());
    } else {
      LOG.debug("A callback was refused: {}", verdict.reason());
    }
  }
}
