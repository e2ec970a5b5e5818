package io.github.mediajobs.cli.command;

import io.github.mediajobs.cli.watch.LiveReport;
import io.github.mediajobs.cli.watch.PlainReport;
import io.github.mediajobs.cli.watch.WaitReport;
import java.time.InstantSource;

/** Picks how waits are shown. */
final class Reports {
  private Reports() {}

  /** Bars on a terminal, lines elsewhere. */
  static WaitReport progress(Invocation invocation) {
    InstantSource clock = InstantSource.system();
    return invocation.terminal().live()
        ? new LiveReport(invocation.terminal(), invocation.out(), invocation.err(), clock)
        : new PlainReport(invocation.out(), invocation.err(), clock);
  }
}
