package io.github.mediajobs.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** okhttp without what it does by itself: a signed request is sent once, and only where it says. */
public final class SingleSend {
  private SingleSend() {}

  /**
   * Begins a client.
   *
   * @return a builder whose clients send nothing again and follow no redirect
   */
  public static OkHttpClient.Builder client() {
    return new OkHttpClient.Builder()
        // okhttp would send the same request again for a 503 with "Retry-After: 0".
        .addNetworkInterceptor(SingleSend::withoutRetryAfter)
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false);
  }

  private static Response withoutRetryAfter(Interceptor.Chain chain) throws IOException {
    return chain.proceed(chain.request()).newBuilder().removeHeader("Retry-After").build();
  }
}
