package io.github.mediajobs.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Looks names up on threads of its own, which are waited for so long: a lookup by itself notices
 * neither an interrupt nor a timeout.
 */
public final class BoundedLookups implements Dns {
  private final Dns resolver;
  private final Duration longest;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "mediajobs-dns");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Bounds lookups.
   *
   * @param resolver looks up
   * @param longest how long a lookup is waited for, above zero
   */
  public BoundedLookups(Dns resolver, Duration longest) {
    this.resolver = resolver;
    this.longest = longest;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    Future<List<InetAddress>> lookup = threads.submit(() -> resolver.lookup(host));
    try {
      return lookup.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw failed(host + ": no answer in " + longest, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(host + ": interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnknownHostException unknown
          ? unknown
          : failed(host + ": " + e.getCause(), e);
    }
  }

  private static UnknownHostException failed(String message, Exception cause) {
    UnknownHostException failure = new UnknownHostException(message);
    failure.initCause(cause);
    return failure;
  }
}
