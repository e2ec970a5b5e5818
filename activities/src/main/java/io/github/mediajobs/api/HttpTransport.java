package io.github.mediajobs.api;

import io.github.mediajobs.http.BoundedLookups;
import io.github.mediajobs.http.SingleSend;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
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

  private final OkHttpClient plain;
  private final OkHttpClient.Builder secure;
  private final long maxResponseBytes;
  private volatile OkHttpClient proxied;
  private volatile boolean closed;

  HttpTransport(ApiConfig config) {
    maxResponseBytes = config.maxResponseBytes();
    OkHttpClient.Builder builder =
        SingleSend.client(new BoundedLookups(Dns.SYSTEM, config.connectTimeout()))
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
            .connectTimeout(config.connectTimeout())
            // The call timeout bounds them too, with one look at the clock in place of six.
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO);
    plain = builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)).build();
    // Without one of its own a client takes the JVM's, which TLS passes through unread.
    secure = builder.connectionSpecs(List.of(ConnectionSpec.MODERN_TLS)).proxy(null);
  }

  /** Made for the first call that needs it: to read the trusted certificates takes long. */
  private OkHttpClient proxied() {
    if (proxied == null) {
      synchronized (secure) {
        if (proxied == null) {
          proxied = secure.build();
        }
      }
    }
    return proxied;
  }

  /**
   * Sends a request and reads the answer, on this thread.
   *
   * @param left how long it may take as a whole, above zero
   * @return the answer; when not all of it came in time, its body says so
   * @throws IOException when there is no answer, or not in time; the call is cancelled then
   * @throws InterruptedException when the thread is interrupted; the call is cancelled then
   */
  HttpAnswer send(Request request, Duration left) throws IOException, InterruptedException {
    if (closed) {
      throw new IOException("the client is closed");
    }
    Call call = (request.isHttps() ? proxied() : plain).newCall(request);
    call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
    try (Response response = call.execute()) {
      Body body = Body.read(response.body().byteStream(), maxResponseBytes);
      if (body.fault().isPresent()) {
        endIfInterrupted();
      }
      return new HttpAnswer(response.code(), response.headers(), body);
    } catch (IOException e) {
      endIfInterrupted();
      if (closed) {
        throw new IOException("the client is closed", e);
      }
      throw call.isCanceled() ? overdue(e) : e;
    }
  }

  /** Nothing but the call timeout cancels a call of an open client. */
  private static IOException overdue(IOException cause) {
    IOException failure = new InterruptedIOException("the call timeout is over");
    failure.initCause(cause);
    return failure;
  }

  private static void endIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** Ends the calls in flight and lets go of connections. */
  @Override
  public void close() {
    closed = true;
    plain.dispatcher().cancelAll();
    plain.connectionPool().evictAll();
  }
}
