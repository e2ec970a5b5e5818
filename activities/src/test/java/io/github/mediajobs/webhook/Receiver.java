package io.github.mediajobs.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A user's HTTP server on a loopback address. */
final class Receiver implements AutoCloseable {
  /** Ends the connection in place of an answer. */
  static final int NO_ANSWER = 0;

  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final int status;

  /** Answers every post to 127.0.0.1 with a status. */
  Receiver(int status) throws IOException {
    this(status, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
  }

  Receiver(int status, InetAddress address) throws IOException {
    this.status = status;
    server = HttpServer.create(new InetSocketAddress(address, 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/hook?a=b";
  }

  List<Received> received() {
    return received;
  }

  private void answer(HttpExchange exchange) throws IOException {
    received.add(Received.of(exchange));
    if (status != NO_ANSWER) {
      exchange.getResponseHeaders().add("Retry-After", "0");
      exchange.getResponseHeaders().add("Location", "/elsewhere");
      exchange.sendResponseHeaders(status, -1);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
