package io.github.mediajobs.cli.command;

/** A process that is told to end at the moment when it says that it is ready. */
public final class EndedOnceReady {
  private EndedOnceReady() {}

  /**
   * Ends with 0 when the end is in order, else with 143.
   *
   * @param arguments none
   * @throws InterruptedException when the thread is interrupted
   */
  public static void main(String[] arguments) throws InterruptedException {
    UntilToldToEnd.await(() -> System.exit(143), () -> System.out.println("in order"));
  }
}
