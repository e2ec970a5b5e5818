package io.github.mediajobs.cli.command;

import io.github.mediajobs.cli.exit.ExitCode;
import java.util.concurrent.CountDownLatch;

/** Keeps a process until SIGTERM or Ctrl-C, and ends it in order. */
final class UntilToldToEnd {
  private UntilToldToEnd() {}

  /** Waits for the signal; what must end, ends, and the process with exit code 0. */
  static void await(Runnable end) throws InterruptedException {
    Thread hook =
        new Thread(
            () -> {
              end.run();
              // Else the process would end with 143 although all went as asked.
              Runtime.getRuntime().halt(ExitCode.SUCCEEDED.number());
            },
            "mediajobs-end");
    Runtime.getRuntime().addShutdownHook(hook);
    new CountDownLatch(1).await();
  }
}
