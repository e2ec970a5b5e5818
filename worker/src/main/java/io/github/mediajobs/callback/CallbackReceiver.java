package io.github.mediajobs.callback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the vendor's callbacks over HTTP, and says which jobs to look at. It answers before
 * anything is looked at; events past a thousand that wait are refused, so that the vendor sends
 * them again. Nothing depends on an event: a lost one costs no more than the next poll.
 */
public final class CallbackReceiver implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallbackReceiver.class);
  private static final int LARGEST_BODY = 64 << 10;
  private static final int CONNECTIONS_READ = 16;
  private static final int EVENTS_AT_ONCE = 4;
  private static final int EVENTS_WAITING = 1_000;

  private final CallbackSignature signature;
  private final Catalogue catalogue;
  private final InstantSource clock;
  private final BiConsumer<String, String> event;
  private final HttpServer server;
  private final ExecutorService reading;
  private final ExecutorService telling;
  private final AtomicBoolean refusing = new AtomicBoolean();

  private CallbackReceiver(
      CallbackConfig config,
      Catalogue catalogue,
      InstantSource clock,
      BiConsumer<String, String> event)
      throws IOException {
    this.signature = new CallbackSignature(config.url(), config.keys());
    this.catalogue = catalogue;
    this.clock = clock;
    this.event = event;
    this.server = HttpServer.create(new InetSocketAddress(config.host(), config.port()), 0);
    this.reading = Executors.newFixedThreadPool(CONNECTIONS_READ, daemons("mediajobs-callbacks"));
    this.telling =
        new ThreadPoolExecutor(
            EVENTS_AT_ONCE,
            EVENTS_AT_ONCE,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(EVENTS_WAITING),
            daemons("mediajobs-events"));
  }

  /**
   * Starts to listen.
   *
   * @param config where, and who may send events
   * @param catalogue the operations whose events count
   * @param clock the time, for the age of signatures
   * @param event is told the operation's API name and the job's id of each event, on threads of the
   *     receiver's own; it may be told more than once, and of jobs that have not ended
   * @return the running receiver
   * @throws InvalidRequestException when the address cannot be listened on
   */
  public static CallbackReceiver start(
      CallbackConfig config,
      Catalogue catalogue,
      InstantSource clock,
      BiConsumer<String, String> event) {
    try {
      CallbackReceiver receiver = new CallbackReceiver(config, catalogue, clock, event);
      receiver.server.setExecutor(receiver.reading);
      receiver.server.createContext("/", receiver::receive);
      receiver.server.start();
      return receiver;
    } catch (IOException e) {
      throw new InvalidRequestException(
          "MEDIAJOBS_CALLBACK_PORT",
          "cannot listen on %s:%d: %s; choose another port"
              .formatted(config.host(), config.port(), e.getMessage()));
    }
  }

  /**
   * The port.
   *
   * @return the port that it listens on
   */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Listens no more; events that wait are lost. */
  @Override
  public void close() {
    server.stop(0);
    reading.shutdownNow();
    telling.shutdownNow();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      Verdict verdict = verdict(exchange);
      note(verdict);
      // Without a body the answer leaves in one packet, which nothing holds back.
      exchange.sendResponseHeaders(verdict.status(), -1);
    }
  }

  private Verdict verdict(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return Verdict.NO_POST;
    }
    Verdict signed =
        signature.verdict(
            exchange.getRequestHeaders().getFirst("X-ICE-TIMESTAMP"),
            exchange.getRequestHeaders().getFirst("X-ICE-SIGNATURE"),
            clock.instant());
    if (signed != Verdict.TAKEN) {
      return signed;
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return Verdict.TOO_LARGE;
    }
    return CallbackEvent.read(body).map(this::queued).orElse(Verdict.NO_EVENT);
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

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
