package io.github.mediajobs.benchmark.server;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.operation.Catalogue;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** The emulator with one finished job of each operation, until standard input ends. */
public final class ApiServer {
  /** The id of each operation's job. */
  public static final String JOB_ID = "benchmark-job";

  /** The access key and its secret. */
  public static final String KEY = "benchmark";

  private ApiServer() {}

  /**
   * Prints the URL when it listens.
   *
   * @param arguments none
   * @throws IOException when standard input breaks
   */
  public static void main(String[] arguments) throws IOException {
    try (Emulator emulator = emulator()) {
      System.out.println(emulator.url());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /**
   * The emulator itself, in this process.
   *
   * @return running
   */
  public static Emulator emulator() {
    Emulator emulator =
        Emulator.start(EmulatorOptions.defaults().withCredentials(Credential.of(KEY, KEY)));
    Catalogue.standard()
        .operations()
        .forEach(it -> emulator.add(JobScript.succeeding(it, JOB_ID, Duration.ZERO)));
    return emulator;
  }
}
