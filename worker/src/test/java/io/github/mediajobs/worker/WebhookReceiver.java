package io.github.mediajobs.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** An HTTP server of a user's that keeps what is posted to it. */
public final class WebhookReceiver implements AutoCloseable {
  /** One post. */
  public record Post(String key, String timestamp, String signature, String body) {}

  private final HttpServer server;
  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile Duration delay = Duration.ZERO;

  /** Listens on any free port. */
  public WebhookReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** Answers 500 to the next posts. */
  public void refuse(int times) {
    refusals.set(times);
  }

  /** Answers a while after a post came. */
  public void answerAfter(Duration value) {
    delay = value;
  }

  public List<Post> posts() {
    return posts;
  }

  private void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    posts.add(
        new Post(
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            exchange.getRequestHeaders().getFirst("X-MediaJobs-Timestamp"),
            exchange.getRequestHeaders().getFirst("X-MediaJobs-Signature"),
            body));
    LockSupport.parkNanos(delay.toNanos());
    exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 500 : 204, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
