package io.github.mediajobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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
  private static final String PREPARING = "mediajobs: preparing fast starts, once...";

  /** A Java that can make archives. */
  private static final String REHEARSING =
      """
      case "$*" in
        *-XX:DumpLoadedClassList=*) echo once >>$ROOT/rehearsals ;;
        *-Xshare:dump*)
          for word; do
            case $word in -XX:SharedArchiveFile=*) echo classes >"${word#*=}" ;; esac
          done ;;
      esac
      echo "ran $*"
      """;

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
    program("java", "case \"$*\" in *-Xshare:dump*) exit 1 ;; esac; echo ran");
    program("sleep", "echo $1 >>$ROOT/sleeps");
  }

  @Test
  void itBuildsAndRuns() throws Exception {
    assertThat(run()).containsExactly("mediajobs: building, once...", PREPARING, "ran");
    assertThat(sleeps).isEmptyFile();
    assertThat(lock).doesNotExist();
  }

  @Test
  void aLockWithoutAPidIsLeftAloneForTenSeconds() throws Exception {
    Files.createDirectories(lock);
    assertThat(run()).containsExactly(waiting(), "mediajobs: building, once...", PREPARING, "ran");
    assertThat(Files.readAllLines(sleeps)).hasSize(10).containsOnly("1");
    assertThat(lock).doesNotExist();
  }

  @Test
  void soIsTheLockOfAProcessThatIsGone() throws Exception {
    lockedBy(NO_PROCESS);
    assertThat(run()).containsExactly(waiting(), "mediajobs: building, once...", PREPARING, "ran");
    assertThat(Files.readAllLines(sleeps)).hasSize(10).containsOnly("1");
  }

  @Test
  void theLockOfALivingProcessIsWaitedFor() throws Exception {
    lockedBy(Long.toString(ProcessHandle.current().pid()));
    program("sleep", "echo $1 >>$ROOT/sleeps; [ $(wc -l <$ROOT/sleeps) -lt 30 ] || rm -r " + lock);
    assertThat(run()).containsExactly(waiting(), "mediajobs: building, once...", PREPARING, "ran");
    assertThat(Files.readAllLines(sleeps)).hasSize(30);
  }

  @Test
  void aRehearsalLeavesAnArchiveThatLaterRunsMap() throws Exception {
    program("java", REHEARSING);
    java("17.0.1+2-x");
    String archive = root.resolve("cli/target/classes-17.0.1+2-x.jsa").toString();
    assertThat(run()).last().asString().contains("-XX:SharedArchiveFile=" + archive + " -jar ");
    assertThat(run())
        .singleElement()
        .asString()
        .contains("-XX:SharedArchiveFile=" + archive)
        .doesNotContain("--sun-misc-unsafe-memory-access");
    assertThat(rehearsals()).isEqualTo(1);
  }

  @Test
  void anotherJavaHasAnArchiveOfItsOwn() throws Exception {
    program("java", REHEARSING);
    java("17.0.1+2");
    run();
    java("25+36");
    assertThat(run())
        .startsWith(PREPARING)
        .last()
        .asString()
        .contains("classes-25+36.jsa", "--sun-misc-unsafe-memory-access=allow");
    java("17.0.1+2");
    assertThat(run()).singleElement().asString().contains("classes-17.0.1+2.jsa");
    assertThat(rehearsals()).isEqualTo(2);
  }

  @Test
  void whatIsBuiltAnewIsRehearsedAnew() throws Exception {
    program("java", REHEARSING);
    run();
    Path jar = root.resolve("cli/target/mediajobs.jar");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
    run();
    assertThat(rehearsals()).isEqualTo(2);
  }

  @Test
  void aJavaThatMakesNoArchiveIsNotAskedAgain() throws Exception {
    program(
        "java",
        "echo $* >>$ROOT/rehearsals; echo \"ran $*\"; case \"$*\" in *-Xshare:dump*) exit 1 ;; esac");
    assertThat(run()).contains(PREPARING);
    assertThat(run()).singleElement().asString().doesNotContain("SharedArchiveFile");
    assertThat(Files.readAllLines(root.resolve("rehearsals")))
        .filteredOn(it -> it.contains("DumpLoadedClassList"))
        .hasSize(1);
  }

  private void java(String version) throws IOException {
    Files.writeString(
        root.resolve("release"),
        "IMPLEMENTOR=\"x\"\nJAVA_RUNTIME_VERSION=\"%s\"\nJAVA_VERSION=\"1\"\n".formatted(version));
  }

  private int rehearsals() throws IOException {
    return Files.readAllLines(root.resolve("rehearsals")).size();
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
