package io.github.mediajobs.benchmark.scale;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.mediajobs.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** {@link Worker}, started with this process's Java and class path. */
final class WorkerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private WorkerProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts it, and returns once it polls. */
  static WorkerProcess start(String temporal, URI api, int callsPerSecond, String heap)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder
        .environment()
        .putAll(
            Map.of(
                "TEMPORAL_ADDRESS",
                temporal,
                "MEDIAJOBS_ICE_ENDPOINT",
                api.toString(),
                "MEDIAJOBS_MPS_ENDPOINT",
                api.toString(),
                "MEDIAJOBS_CALLS_PER_SECOND",
                Integer.toString(callsPerSecond),
                "ALIBABA_CLOUD_ACCESS_KEY_ID",
                "emulator",
                "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
                "emulator"));
    WorkerProcess self = new WorkerProcess(builder.start());
    self.line();
    return self;
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Ends it, and tells what it took. */
  Worker.Usage stop() throws IOException {
    process.getOutputStream().close();
    try {
      return Json.convert(Json.read(line().getBytes(StandardCharsets.UTF_8)), Worker.Usage.class);
    } catch (JsonProcessingException e) {
      throw new IOException("The worker said nothing of what it took", e);
    }
  }

  private String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("The worker ended with " + process.onExit().join().exitValue());
    }
    return line;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
