package io.github.mediajobs.judges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The vendor's own clients, which see nothing of ours: only JDK types pass between. */
public final class Official implements AutoCloseable {
  private final URLClassLoader loader;

  /** Loads what the module official has built. */
  public Official() {
    loader = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader());
  }

  /** Reads by action and job id; the settings are those of the official Config. */
  public BiFunction<String, String, Supplier<Map<String, ?>>> reads(Map<String, ?> settings) {
    return client("OfficialReads", settings);
  }

  /** Lists by action and parameters; the settings are those of the official Config. */
  public BiFunction<String, Map<String, ?>, Map<String, ?>> lists(Map<String, ?> settings) {
    return client("OfficialLists", settings);
  }

  /** What the official client tells of an error: code, message, statusCode, data. */
  public Function<Throwable, Map<String, ?>> errors() {
    return function("OfficialErrors");
  }

  /** The fields of a response by action; a map is an object, a list a list of its one type. */
  public Function<String, Map<String, ?>> fields() {
    return function("OfficialFields");
  }

  /** From method, query, headers, bodyHash, accessKeyId and accessKeySecret to Authorization. */
  public Function<Map<String, ?>, String> acs3() {
    return function("OfficialAcs3");
  }

  /** From method, query and accessKeySecret to Signature. */
  public Function<Map<String, ?>, String> rpc() {
    return function("OfficialRpc");
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  @SuppressWarnings("unchecked")
  private <T, U, R> BiFunction<T, U, R> client(String name, Map<String, ?> settings) {
    try {
      return (BiFunction<T, U, R>) bridge(name).getConstructor(Map.class).newInstance(settings);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  @SuppressWarnings("unchecked")
  private <T, R> Function<T, R> function(String name) {
    try {
      return (Function<T, R>) bridge(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private Class<?> bridge(String name) throws ClassNotFoundException {
    return loader.loadClass("io.github.mediajobs.official." + name);
  }

  private static URL[] jars() {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("official.jars")))) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .map(Official::url)
          .toArray(URL[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException("Build the module official first: mvn -pl judges -am test", e);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
