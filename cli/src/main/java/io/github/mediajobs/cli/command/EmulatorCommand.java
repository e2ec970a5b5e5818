package io.github.mediajobs.cli.command;

import io.github.mediajobs.cli.exit.ExitCode;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.failure.InvalidRequestException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the emulator on its own until the process is told to end. */
@Command(
    name = "emulator",
    description = {
      "Serves both APIs on 127.0.0.1, with the vendor's sample jobs.",
      "It ends on SIGTERM or Ctrl-C, is controlled over HTTP under /_emulator/ and accepts the access key in its own",
      "environment, emulator/emulator by default."
    },
    versionProvider = RootCommand.Version.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  mediajobs emulator --port 8790",
      "  curl http://127.0.0.1:8790/_emulator/jobs",
      "  ALIBABA_CLOUD_ACCESS_KEY_ID=id ALIBABA_CLOUD_ACCESS_KEY_SECRET=secret mediajobs emulator"
    })
final class EmulatorCommand implements Callable<Integer> {
  private static final String DEFAULT_KEY = "emulator";

  private final Invocation invocation;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "The port on 127.0.0.1. Default: any that is free.")
  private int port;

  EmulatorCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    Credential key = key();
    try (Emulator emulator = start(key)) {
      String secret = key.secret().equals(DEFAULT_KEY) ? DEFAULT_KEY : "...";
      String line =
          ("mediajobs emulator: export MEDIAJOBS_ICE_ENDPOINT=%1$s MEDIAJOBS_MPS_ENDPOINT=%1$s"
                  + " ALIBABA_CLOUD_ACCESS_KEY_ID=%2$s ALIBABA_CLOUD_ACCESS_KEY_SECRET=%3$s")
              .formatted(emulator.url(), key.accessKeyId(), secret);
      UntilToldToEnd.await(() -> invocation.line(line), emulator::close);
    }
    return ExitCode.SUCCEEDED.number();
  }

  private Emulator start(Credential key) {
    try {
      return Emulator.start(EmulatorOptions.defaults().withPort(port).withCredentials(key));
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new InvalidRequestException("--port", e.getMessage());
    }
  }

  private Credential key() {
    String token = variable("ALIBABA_CLOUD_SECURITY_TOKEN", "");
    return new Credential(
        variable("ALIBABA_CLOUD_ACCESS_KEY_ID", DEFAULT_KEY),
        variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET", DEFAULT_KEY),
        token.isEmpty() ? null : token,
        null);
  }

  private String variable(String name, String otherwise) {
    String value = invocation.environment().getOrDefault(name, "");
    return value.isEmpty() ? otherwise : value;
  }
}
