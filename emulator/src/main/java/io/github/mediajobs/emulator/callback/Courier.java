package io.github.mediajobs.emulator.callback;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Posts events as the vendor does: HTTP 200 within 3 s, or two tries more, 1 s apart. Runs on one
 * thread, which it never blocks; at most 32 posts are under way at once.
 */
final class Courier {
  private static final int AT_ONCE = 32;
  private static final int TRIES = 3;

  private final Executor thread;
  private final HttpClient client;
  private final InstantSource clock;
  private final Consumer<SentEvent> log;
  private final Deque<Delivery> waiting = new ArrayDeque<>();
  private int underWay;

  Courier(Executor thread, InstantSource clock, Consumer<SentEvent> log) {
    this.thread = thread;
    this.clock = clock;
    this.log = log;
    this.client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(thread).build();
  }

  /** To be called on the courier's thread. */
  void send(Event event, CallbackOptions options) {
    waiting.addLast(new Delivery(event, options, 1));
    next();
  }

  private void next() {
    while (underWay < AT_ONCE && !waiting.isEmpty()) {
      underWay++;
      Delivery delivery = waiting.removeFirst();
      CompletableFuture<HttpResponse<Void>> unused =
          client
              .sendAsync(
                  delivery.event.post(delivery.options, clock.instant()), BodyHandlers.discarding())
              .whenCompleteAsync((answer, failure) -> answered(delivery, answer), thread);
    }
  }

  private void answered(Delivery delivery, HttpResponse<Void> answer) {
    underWay--;
    if (answer != null && answer.statusCode() == 200) {
      done(delivery, answer, SentEvent.Fate.DELIVERED);
    } else if (delivery.number < TRIES) {
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, thread).execute(() -> again(delivery));
    } else {
      done(delivery, answer, SentEvent.Fate.GIVEN_UP);
    }
    next();
  }

  private void again(Delivery delivery) {
    waiting.addLast(new Delivery(delivery.event, delivery.options, delivery.number + 1));
    next();
  }

  private void done(Delivery delivery, HttpResponse<Void> answer, SentEvent.Fate fate) {
    Integer status = answer == null ? null : answer.statusCode();
    log.accept(delivery.event.became(fate, delivery.number, status, clock.instant()));
  }

  private record Delivery(Event event, CallbackOptions options, int number) {}
}
