package io.github.mediajobs.cli.command;

import io.github.mediajobs.cli.exit.ExitCode;
import java.util.concurrent.CountDownLatch;

/** Keeps a process until SIGTERM or Ctrl-C, and ends it in order. */
final class UntilToldToEnd {
  private UntilToldToEnd() {}

  /**
   * Says that all is ready and waits for the signal; what must end, ends, and the process with exit
   * code 0.
   */
  static void await(Runnable ready, Runnable end) throws InterruptedException {
    Thread hook =
        new Thread(
            () -> {
              end.run();
              // Else the process would end with 143 although all went as asked.
              Runtime.getRuntime().halt(ExitCode.SUCCEEDED.number());
            },
            "mediajobs-end");
    Runtime.getRuntime().addShutdownHook(hook);
    // Whoever reads that all is ready may send the signal at once.
    ready.run();
    new CountDownLatch(1).await();
  }
}
