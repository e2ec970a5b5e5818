package io.github.mediajobs.emulator.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mediajobs.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes events, and refuses as many as it is told to. */
final class Receiver implements AutoCloseable {
  record Post(String method, String timestamp, String signature, JsonNode body) {
    String jobId() {
      return body.at("/MessageBody/JobId").asText();
    }

    String status() {
      return body.at("/MessageBody/Status").asText();
    }
  }

  private final HttpServer server;
  private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callbacks?a=1");
  }

  void refuse(int times) {
    refusals.set(times);
  }

  /** The next post, waiting for it. */
  Post take() throws InterruptedException {
    Post post = posts.poll(20, TimeUnit.SECONDS);
    if (post == null) {
      throw new AssertionError("No event came");
    }
    return post;
  }

  int left() {
    return posts.size();
  }

  private void receive(HttpExchange exchange) throws IOException {
    posts.add(
        new Post(
            exchange.getRequestMethod(),
            exchange.getRequestHeaders().getFirst("X-ICE-TIMESTAMP"),
            exchange.getRequestHeaders().getFirst("X-ICE-SIGNATURE"),
            Json.read(exchange.getRequestBody().readAllBytes())));
    exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 200, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
