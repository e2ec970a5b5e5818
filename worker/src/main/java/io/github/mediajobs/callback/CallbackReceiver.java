package io.github.mediajobs.callback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.operation.Catalogue;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** Receives the vendor's callbacks with a server of its own, on any path. */
public final class CallbackReceiver implements AutoCloseable {
  private static final int CONNECTIONS_READ = 16;

  private final CallbackIntake intake;
  private final HttpServer server;
  private final ExecutorService reading;

  private CallbackReceiver(CallbackIntake intake, HttpServer server) {
    this.intake = intake;
    this.server = server;
    this.reading =
        Executors.newFixedThreadPool(CONNECTIONS_READ, new Daemons("mediajobs-callbacks"));
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
      HttpServer server = HttpServer.create(new InetSocketAddress(config.host(), config.port()), 0);
      CallbackReceiver receiver =
          new CallbackReceiver(
              new CallbackIntake(config.url(), config.keys(), catalogue, clock, event), server);
      server.setExecutor(receiver.reading);
      server.createContext("/", receiver::receive);
      server.start();
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
    intake.close();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status =
          intake.take(
              exchange.getRequestMethod(),
              exchange.getRequestHeaders()::getFirst,
              exchange.getRequestBody());
      // Without a body the answer leaves in one packet, which nothing holds back.
      exchange.sendResponseHeaders(status, -1);
    }
  }
}
