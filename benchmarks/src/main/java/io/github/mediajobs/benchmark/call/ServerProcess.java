package io.github.mediajobs.benchmark.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@link ApiServer} in a process of its own, so that the measured one holds a client only. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final URI url;
  private long asked;

  private ServerProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Starts it with this process's Java and class path. */
  static ServerProcess start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                ApiServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String url = output.readLine();
    if (url == null) {
      throw new IOException("The server ended with " + process.onExit().join().exitValue());
    }
    return new ServerProcess(process, URI.create(url));
  }

  URI url() {
    return url;
  }

  /** How many connections clients opened so far, this question's own not counted. */
  long connections() throws IOException {
    URLConnection connection = url.resolve("/_emulator/connections").toURL().openConnection();
    connection.setRequestProperty("Connection", "close");
    try (InputStream answer = connection.getInputStream()) {
      JsonNode json = Json.read(answer.readAllBytes());
      asked++;
      return json.path("accepted").longValue() - asked;
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
