package io.github.mediajobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The first use of bin/mediajobs in a checkout, with a build and a sleep that take no time. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FirstUseTest {
  private static final String NO_PROCESS = "2147483647";

  @TempDir private Path root;
  private Path lock;
  private Path sleeps;

  @BeforeEach
  void checkout() throws IOException {
    lock = root.resolve("cli/target/building");
    sleeps = root.resolve("sleeps");
    Files.createFile(root.resolve("pom.xml"));
    Files.createFile(sleeps);
    Files.createDirectories(root.resolve("bin"));
    Files.copy(Path.of("../bin/mediajobs"), root.resolve("bin/mediajobs"));
    program("mvn", "mkdir -p $ROOT/cli/target/lib && touch $ROOT/cli/target/mediajobs.jar");
    program("java", "echo ran");
    program("sleep", "echo $1 >>$ROOT/sleeps");
  }

  @Test
  void itBuildsAndRuns() throws Exception {
    assertThat(run()).containsExactly("mediajobs: building, once...", "ran");
    assertThat(sleeps).isEmptyFile();
    assertThat(lock).doesNotExist();
  }

  @Test
  void aLockWithoutAPidIsLeftAloneForTenSeconds() throws Exception {
    Files.createDirectories(lock);
    assertThat(run()).containsExactly(waiting(), "mediajobs: building, once...", "ran");
    assertThat(Files.readAllLines(sleeps)).hasSize(10).containsOnly("1");
    assertThat(lock).doesNotExist();
  }

  @Test
  void soIsTheLockOfAProcessThatIsGone() throws Exception {
    lockedBy(NO_PROCESS);
    assertThat(run()).containsExactly(waiting(), "mediajobs: building, once...", "ran");
    assertThat(Files.readAllLines(sleeps)).hasSize(10).containsOnly("1");
  }

  @Test
  void theLockOfALivingProcessIsWaitedFor() throws Exception {
    lockedBy(Long.toString(ProcessHandle.current().pid()));
    program("sleep", "echo $1 >>$ROOT/sleeps; [ $(wc -l <$ROOT/sleeps) -lt 30 ] || rm -r " + lock);
    assertThat(run()).containsExactly(waiting(), "mediajobs: building, once...", "ran");
    assertThat(Files.readAllLines(sleeps)).hasSize(30);
  }

  private String waiting() {
    return "mediajobs: waiting for another build, which holds " + lock;
  }

  private void lockedBy(String pid) throws IOException {
    Files.createDirectories(lock);
    Files.writeString(lock.resolve("pid"), pid + "\n");
  }

  private void program(String name, String script) throws IOException {
    Path program = root.resolve("bin").resolve(name);
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private List<String> run() throws IOException, InterruptedException {
    Path bin = root.resolve("bin");
    ProcessBuilder builder = new ProcessBuilder("sh", bin.resolve("mediajobs").toString(), "get");
    builder.redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("PATH", bin + ":" + environment.get("PATH"));
    environment.put("JAVA_HOME", root.toString());
    environment.put("ROOT", root.toString());
    Process process = builder.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).isZero();
    return lines;
  }
}
