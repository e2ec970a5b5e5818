package io.github.mediajobs.api;

import io.github.mediajobs.http.SingleSend;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends a request once: no resend, no redirect, a limit on time and on the body's size. The JVM's
 * proxy (system properties such as {@code https.proxyHost}) is used for https only.
 */
final class HttpTransport implements AutoCloseable {
  private static final int IDLE_CONNECTIONS = 64;

  private final OkHttpClient client;
  private final OkHttpClient proxied;
  private final ExecutorService threads;
  private final long maxResponseBytes;

  HttpTransport(ApiConfig config) {
    maxResponseBytes = config.maxResponseBytes();
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "mediajobs-http");
              thread.setDaemon(true);
              return thread;
            });
    // The call budget and the worker's slots limit how many calls there are.
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    OkHttpClient.Builder builder =
        SingleSend.client(Dns.SYSTEM)
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
            .connectTimeout(config.connectTimeout())
            .readTimeout(config.readTimeout())
            .writeTimeout(config.readTimeout());
    client = builder.build();
    // Without one of its own a client takes the JVM's, which TLS passes through unread.
    proxied = builder.proxy(null).build();
  }

  /**
   * Sends a request and reads the answer.
   *
   * @param left how long it may take as a whole, above zero
   * @return the answer; when only its head came in time, its body says so
   * @throws IOException when there is no answer, or not in time; the call is cancelled then
   * @throws InterruptedException when the thread is interrupted; the call is cancelled then
   */
  HttpAnswer send(Request request, Duration left) throws IOException, InterruptedException {
    // On a thread of the pool: a blocking read on this one would not notice an interrupt.
    CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
    Call call = (request.isHttps() ? proxied : client).newCall(request);
    Completion completion = new Completion(answer);
    call.enqueue(completion);
    try {
      // In place of okhttp's call timeout, which does not end a name lookup that hangs.
      return answer.get(left.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      call.cancel();
      return completion.begun(new InterruptedIOException("the call timeout is over"));
    } catch (InterruptedException e) {
      call.cancel();
      throw e;
    } catch (ExecutionException e) {
      if (threads.isShutdown()) {
        throw new IOException("the client is closed", e);
      }
      // The callback fails it with nothing else.
      throw (IOException) e.getCause();
    }
  }

  private HttpAnswer read(Response response) {
    try (response) {
      Body body = Body.read(response.body().byteStream(), maxResponseBytes);
      return new HttpAnswer(response.code(), response.headers(), body);
    }
  }

  /** Ends the calls in flight and lets go of connections and threads. */
  @Override
  public void close() {
    threads.shutdown();
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
  }

  private final class Completion implements Callback {
    private final CompletableFuture<HttpAnswer> answer;
    private volatile Response head;

    Completion(CompletableFuture<HttpAnswer> answer) {
      this.answer = answer;
    }

    /** What there is of an answer that will not come to its end. */
    HttpAnswer begun(IOException why) throws IOException {
      if (head == null) {
        throw why;
      }
      return new HttpAnswer(head.code(), head.headers(), Body.unread(why));
    }

    @Override
    public void onFailure(Call call, IOException e) {
      answer.completeExceptionally(e);
    }

    @Override
    public void onResponse(Call call, Response response) {
      head = response;
      try {
        answer.complete(read(response));
      } finally {
        if (!answer.isDone()) {
          answer.completeExceptionally(new IOException("the answer could not be read"));
        }
      }
    }
  }
}
