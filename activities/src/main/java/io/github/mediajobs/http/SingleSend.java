package io.github.mediajobs.http;

import java.io.IOException;
import java.net.Proxy;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** okhttp without what it does by itself: a signed request is sent once, and only where it says. */
public final class SingleSend {
  private SingleSend() {}

  /**
   * Begins a client.
   *
   * @param resolver finds the addresses of all names but {@code localhost}, which is this machine
   * @return a builder whose clients send nothing again, follow no redirect and use no proxy
   */
  public static OkHttpClient.Builder client(Dns resolver) {
    return new OkHttpClient.Builder()
        // okhttp would send the same request again for a 503 with "Retry-After: 0".
        .addNetworkInterceptor(SingleSend::withoutRetryAfter)
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .dns(new PinnedLocalhost(resolver))
        .socketFactory(new InterruptibleSockets())
        .proxy(Proxy.NO_PROXY);
  }

  private static Response withoutRetryAfter(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.header("Retry-After") == null
        ? response
        : response.newBuilder().removeHeader("Retry-After").build();
  }
}
