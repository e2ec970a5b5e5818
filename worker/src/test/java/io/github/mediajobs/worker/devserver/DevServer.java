package io.github.mediajobs.worker.devserver;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real Temporal dev server, one for all tests: the executable that {@code MEDIAJOBS_TEMPORAL_CLI}
 * names, else {@code temporal} on the PATH, else a download. A test gets a {@link Bench} of its
 * own, which is closed after it. Where there is none the tests are skipped and say why, or fail
 * when {@code MEDIAJOBS_REQUIRE_DEV_SERVER} is {@code true}.
 */
final class DevServer implements BeforeAllCallback, ParameterResolver {
  /** The running server. */
  record Running(TemporalDevServer server, Optional<Path> cli) implements AutoCloseable {
    WorkflowServiceStubs connect() {
      return WorkflowServiceStubs.newServiceStubs(
          WorkflowServiceStubsOptions.newBuilder().setTarget(server.getTarget()).build());
    }

    WorkflowClient client(WorkflowServiceStubs service) {
      return WorkflowClient.newInstance(
          service, WorkflowClientOptions.newBuilder().setNamespace(server.getNamespace()).build());
    }

    String target() {
      return server.getTarget();
    }

    @Override
    public void close() {
      server.close();
    }
  }

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(DevServer.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    running(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Running.class || type == Bench.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running server = running(context);
    return parameter.getParameter().getType() == Running.class
        ? server
        : context
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Bench.class, key -> new Bench(server), Bench.class);
  }

  private static Running running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Running.class, key -> start(), Running.class);
  }

  private static Running start() {
    Optional<Path> cli = cli();
    TemporalDevServerOptions.Builder options =
        TemporalDevServerOptions.newBuilder()
            .setUiEnabled(false)
            .setLogLevel("error")
            // Short histories show what takes thousands of events elsewhere.
            .setExtraArgs(
                "--dynamic-config-value",
                "limit.historyCount.suggestContinueAsNew=100",
                "--search-attribute",
                "MediaJobOperation=Keyword",
                "--search-attribute",
                "MediaJobStatus=Keyword")
            .setLogFile("target/temporal-dev-server.log");
    cli.ifPresent(path -> options.setExistingPath(path.toString()));
    try {
      return new Running(TemporalDevServer.start(options.build()), cli);
    } catch (RuntimeException e) {
      String reason =
          "no Temporal dev server: put `temporal` on the PATH or name it in MEDIAJOBS_TEMPORAL_CLI"
              + " ("
              + e.getMessage()
              + ")";
      if (Boolean.parseBoolean(System.getenv("MEDIAJOBS_REQUIRE_DEV_SERVER"))) {
        throw new IllegalStateException(reason, e);
      }
      System.out.println("SKIPPED: " + reason);
      Assumptions.abort(reason);
      throw e;
    }
  }

  private static Optional<Path> cli() {
    String named = System.getenv("MEDIAJOBS_TEMPORAL_CLI");
    Stream<Path> candidates =
        named != null && !named.isBlank()
            ? Stream.of(Path.of(named))
            : Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "temporal"));
    return candidates.filter(Files::isExecutable).findFirst();
  }
}
