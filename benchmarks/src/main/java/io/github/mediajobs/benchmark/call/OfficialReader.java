package io.github.mediajobs.benchmark.call;

import io.github.mediajobs.benchmark.server.ApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.function.BiFunction;

/** The vendor's client through the bridge of the module {@code official}. */
final class OfficialReader implements Reader {
  private final String action;
  private final URLClassLoader classes;
  private final BiFunction<String, String, ?> reads;

  OfficialReader(String action, URI endpoint) throws Exception {
    this.action = action;
    // A loader of its own: its okhttp 3 and our okhttp 5 hold the same packages.
    this.classes =
        new URLClassLoader(ClassPath.bridged().urls(), ClassLoader.getPlatformClassLoader());
    this.reads = bridge(endpoint);
  }

  @SuppressWarnings("unchecked") // The bridge says so.
  private BiFunction<String, String, ?> bridge(URI endpoint) throws Exception {
    return (BiFunction<String, String, ?>)
        classes
            .loadClass("io.github.mediajobs.official.OfficialReads")
            .getConstructor(Map.class)
            .newInstance(
                Map.of(
                    "endpoint",
                    endpoint.getAuthority(),
                    "protocol",
                    endpoint.getScheme(),
                    "accessKeyId",
                    ApiServer.KEY,
                    "accessKeySecret",
                    ApiServer.KEY));
  }

  @Override
  public Object read(String jobId) {
    return reads.apply(action, jobId);
  }

  @Override
  public void close() {
    try {
      classes.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
