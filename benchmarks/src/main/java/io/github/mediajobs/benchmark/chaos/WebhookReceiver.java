package io.github.mediajobs.benchmark.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.wire.StepInput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where webhook steps go: each leaves its effect in the ledger before it is answered. */
final class WebhookReceiver implements AutoCloseable {
  private final Ledger ledger;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpServer server;

  private WebhookReceiver(Ledger ledger) throws IOException {
    this.ledger = ledger;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
  }

  static WebhookReceiver start(Ledger ledger) throws IOException {
    WebhookReceiver receiver = new WebhookReceiver(ledger);
    receiver.server.createContext("/", receiver::receive);
    receiver.server.setExecutor(receiver.threads);
    receiver.server.start();
    return receiver;
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      StepInput input =
          Json.convert(Json.read(exchange.getRequestBody().readAllBytes()), StepInput.class);
      ledger.write(
          new Ledger.Effect(
              exchange.getRequestHeaders().getFirst("Idempotency-Key"),
              input.outcome().outcome().toString()));
      exchange.sendResponseHeaders(200, -1);
    } catch (SQLException e) {
      exchange.sendResponseHeaders(500, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
