package io.github.mediajobs.cli;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.cli.command.Invocation;
import io.github.mediajobs.cli.command.RootCommand;
import io.github.mediajobs.cli.terminal.Terminal;
import io.github.mediajobs.client.WorkflowIds;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.junit.EmulatorExtension;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.wire.BatchRequest;
import io.github.mediajobs.wire.LearntRequest;
import io.github.mediajobs.wire.PipelineRequest;
import io.github.mediajobs.worker.WorkerConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParseResult;

/**
 * The shell of the README and the pages: the command's own parser takes each line of the command,
 * the types on the wire what Temporal's is given, an emulator what is posted to one.
 */
@Timeout(60)
class PagesShellTest {
  private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  /** What is not tried here, and why. */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "mvn verify",
          "it is the build that runs this test",
          "mvn spring-boot:run",
          "the tests of spring-boot-example start the application",
          "curl 127.0.0.1:8080/videos/j1",
          "ApplicationTest asks the application for a video",
          "curl 127.0.0.1:8080/actuator/health",
          "ApplicationTest asks for its health",
          "TEMPORAL_ADDRESS=127.0.0.1:7233 python examples/python/await_job.py GetPackageJob JOB_ID",
          "examples/run runs it",
          "temporal operator nexus endpoint create --name media --target-namespace default"
              + " --target-task-queue media-jobs",
          "NexusTest makes that endpoint",
          "temporal operator search-attribute create --name MediaJobOperation --type Keyword"
              + " --name MediaJobStatus --type Keyword",
          "SearchTest has both",
          "temporal workflow list --query MediaJobStatus = 'FAILED' AND MediaJobOperation ="
              + " 'GetPackageJob'",
          "SearchTest lists by both");

  /** What reads the input of each workflow that the pages start by name. */
  private static final Map<String, Function<JsonNode, ?>> INPUTS =
      Map.of(
          "AwaitMediaJob", AwaitRequest::read,
          "MediaJobPipeline", PipelineRequest::read,
          "AwaitMediaJobs", BatchRequest::read,
          "LearntDurations", LearntRequest::read);

  private static final Map<String, Set<String>> NAMES =
      Map.of("workflow signal", Set.of("jobEvent"), "workflow query", Set.of("progress"));

  @RegisterExtension
  static final EmulatorExtension EMULATOR =
      new EmulatorExtension(
          EmulatorOptions.defaults().withCredentials(Credential.of("emulator", CommandRun.SECRET)));

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
      return Stream.concat(
          Stream.of(
              Path.of("../README.md"),
              Path.of("../CONTRIBUTING.md"),
              Path.of("../emulator/README.md")),
          docs.filter(it -> it.toString().endsWith(".md")))
          .toList()
          .stream();
    }
  }

  static Stream<Arguments> blocks() throws IOException {
    return pages()
        .flatMap(
            page ->
                SHELL
                    .matcher(text(page))
                    .results()
                    .map(it -> Arguments.of(page.getFileName().toString(), it.group(1))));
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> allCommands() throws IOException {
    return blocks().flatMap(it -> ShellWords.commands((String) it.get()[1]).stream()).toList();
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("blocks")
  void aBlockWorks(String page, String block, Emulator emulator) throws Exception {
    emulator.add(JobScript.succeeding(PACKAGE, "JOB_ID", Duration.ZERO));
    for (List<String> command : ShellWords.commands(block)) {
      if (!LEFT_OUT.containsKey(String.join(" ", command))) {
        works(command, emulator);
      }
    }
  }

  private static void works(List<String> command, Emulator emulator) throws Exception {
    List<String> words = command.subList(1, command.size());
    switch (command.get(0)) {
      case "bin/mediajobs" -> mediajobs(words.toArray(String[]::new), emulator);
      case "temporal" -> temporal(words);
      case "curl" -> curl(words, emulator);
      case "export" -> export(words);
      default ->
          throw new AssertionError("neither tried nor left out: " + String.join(" ", command));
    }
  }

  private static void mediajobs(String[] words, Emulator emulator) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    ParseResult parsed =
        RootCommand.of(
                new Invocation(
                    List.of(words), Map.of(), nowhere, nowhere, Terminal.NONE, CommandRun.KEY))
            .parseArgs(words);
    ParseResult subcommand = parsed.subcommand();
    String name = subcommand.commandSpec().name();
    if (Set.of("get", "await", "plan").contains(name)) {
      Catalogue.standard().require(subcommand.matchedPositionalValue(0, ""));
    }
    if (name.equals("get")) {
      Map<String, String> environment = new HashMap<>();
      environment.put("MEDIAJOBS_ICE_ENDPOINT", emulator.url().toString());
      CommandRun run = CommandRun.of(environment, words);
      assertThat(run.exitCode()).as(run.err()).isZero();
    }
  }

  private static void temporal(List<String> words) throws IOException {
    String command = words.get(0) + " " + words.get(1);
    Map<String, String> options = options(words.subList(2, words.size()));
    String name = options.getOrDefault("--type", options.get("--name"));
    switch (command) {
      case "workflow start" ->
          assertThat(INPUTS.get(name).apply(Json.read(options.get("--input").getBytes(UTF_8))))
              .isNotNull();
      case "workflow signal", "workflow query" -> {
        assertThat(NAMES.get(command)).contains(name);
        aWait(options);
      }
      case "workflow describe" -> aWait(options);
      case "task-queue describe" -> {}
      default -> throw new AssertionError("not tried: " + command);
    }
    if (options.containsKey("--task-queue")) {
      assertThat(options).containsEntry("--task-queue", WorkerConfig.taskQueue(Map.of()));
    }
  }

  private static void aWait(Map<String, String> options) {
    assertThat(options)
        .containsEntry("--workflow-id", WorkflowIds.await("cn-shanghai", PACKAGE, "JOB_ID", null));
  }

  private static Map<String, String> options(List<String> words) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      assertThat(words.get(i)).startsWith("--");
      options.put(words.get(i), words.get(i + 1));
    }
    return options;
  }

  private static void curl(List<String> words, Emulator emulator) throws Exception {
    URI target = URI.create("http://" + words.get(0));
    assertThat(target.getPath()).startsWith("/_emulator/");
    HttpRequest.Builder request = HttpRequest.newBuilder(emulator.url().resolve(target.getPath()));
    if (words.size() > 1) {
      assertThat(words.get(1)).isEqualTo("-d");
      request.POST(BodyPublishers.ofString(words.get(2)));
    }
    var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** Each variable stands in a table or in prose, by its name or by its property's. */
  private static void export(List<String> words) throws IOException {
    String told =
        pages()
            .map(it -> SHELL.matcher(text(it)).replaceAll(""))
            .collect(Collectors.joining("\n"))
            .replace("-", "")
            .replace('.', '_')
            .toUpperCase(Locale.ROOT);
    Map<String, String> environment = new HashMap<>();
    for (String word : words) {
      String[] variable = word.split("=", 2);
      assertThat(told).contains(variable[0]);
      environment.put(variable[0], variable[1]);
    }
    assertThat(WorkerConfig.fromEnvironment(environment)).isNotNull();
  }

  @Test
  void whatIsLeftOutStandsOnAPage() throws IOException {
    assertThat(allCommands().stream().map(it -> String.join(" ", it)))
        .containsAll(LEFT_OUT.keySet());
  }

  @Test
  void wordsAreThoseOfAShell() {
    assertThat(ShellWords.commands("a 'b\n c' \"d\"e \\\n f # g\n\nh#i\n"))
        .containsExactly(List.of("a", "b\n c", "de", "f"), List.of("h#i"));
    assertThatThrownBy(() -> ShellWords.commands("a | b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ShellWords.commands("a 'b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
