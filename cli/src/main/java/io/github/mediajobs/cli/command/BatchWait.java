package io.github.mediajobs.cli.command;

import io.github.mediajobs.cli.exit.ExitCode;
import io.github.mediajobs.cli.text.ComeBack;
import io.github.mediajobs.cli.text.Line;
import io.github.mediajobs.cli.watch.BatchReport;
import io.github.mediajobs.client.BatchHandle;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.wire.JobEnd;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Follows a batch to its end. */
final class BatchWait {
  private final Invocation invocation;
  private final boolean json;

  BatchWait(Invocation invocation, boolean json) {
    this.invocation = invocation;
    this.json = json;
  }

  ExitCode follow(BatchHandle batch) throws InterruptedException {
    Thread hook = new Thread(() -> comeBack(batch), "mediajobs-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return json ? printed(batch) : shown(batch);
    } finally {
      forget(hook);
    }
  }

  private ExitCode printed(BatchHandle batch) throws InterruptedException {
    List<ExitCode> codes = new ArrayList<>();
    PrintStream err = invocation.err();
    batch.forEach(
        end -> {
          codes.add(code(end));
          if (end.failure() == null) {
            invocation.line(Json.write(end));
          } else {
            err.println("mediajobs: " + Line.of(end.failure().message()));
          }
        });
    return ExitCode.ofAll(codes);
  }

  private ExitCode shown(BatchHandle batch) throws InterruptedException {
    List<ExitCode> codes = new ArrayList<>();
    try (BatchReport report =
        new BatchReport(
            batch.jobs(),
            invocation.out(),
            invocation.err(),
            invocation.terminal().live(),
            InstantSource.system())) {
      batch.forEach(
          end -> {
            codes.add(code(end));
            report.ended(end);
          },
          report::tick);
    }
    return ExitCode.ofAll(codes);
  }

  private static ExitCode code(JobEnd end) {
    return end.kind().map(ExitCode::of).orElseGet(() -> ExitCode.ofFailure(end.failure().type()));
  }

  private void comeBack(BatchHandle batch) {
    ComeBack.lines(invocation.arguments(), batch.workflowIds()).forEach(invocation.err()::println);
    invocation.err().flush();
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending and the hook has the word.
      return;
    }
  }
}
