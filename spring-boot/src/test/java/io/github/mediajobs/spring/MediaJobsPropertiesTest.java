package io.github.mediajobs.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.worker.WorkerConfig;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;

/** Properties and the variables of the environment mean the same. */
class MediaJobsPropertiesTest {
  private static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("MEDIAJOBS_REGION", "cn-beijing"),
          Map.entry("MEDIAJOBS_ICE_ENDPOINT", "http://127.0.0.1:8080"),
          Map.entry("MEDIAJOBS_MPS_ENDPOINT", "https://mps.example.com"),
          Map.entry("MEDIAJOBS_TASK_QUEUE", "my-queue"),
          Map.entry("MEDIAJOBS_CALLS_PER_SECOND", "12.5"),
          Map.entry("MEDIAJOBS_WEBHOOK_HOSTS", "a.example.com, B.example.com"),
          Map.entry("MEDIAJOBS_WEBHOOK_SECRET", "hidden"),
          Map.entry("MEDIAJOBS_SEARCH_ATTRIBUTES", "true"),
          Map.entry("MEDIAJOBS_CALLBACK_PORT", "8081"),
          Map.entry("MEDIAJOBS_CALLBACK_HOST", "127.0.0.1"),
          Map.entry("MEDIAJOBS_CALLBACK_URL", "https://media.example.com/events?a=1"),
          Map.entry("MEDIAJOBS_CALLBACK_KEYS", " new-key ,old-key,"));

  /** Properties as a file has them. */
  private static final String[] PROPERTIES = {
    "mediajobs.region=cn-beijing",
    "mediajobs.ice.endpoint=http://127.0.0.1:8080",
    "mediajobs.mps.endpoint=https://mps.example.com",
    "mediajobs.task-queue=my-queue",
    "mediajobs.calls-per-second=12.5",
    "mediajobs.search-attributes=true",
    "mediajobs.webhook.hosts[0]=a.example.com",
    "mediajobs.webhook.hosts[1]=B.example.com",
    "mediajobs.webhook.secret=hidden",
    "mediajobs.callback.port=8081",
    "mediajobs.callback.host=127.0.0.1",
    "mediajobs.callback.url=https://media.example.com/events?a=1",
    "mediajobs.callback.keys[0]=new-key",
    "mediajobs.callback.keys[1]=old-key"
  };

  private static void assertSame(AssertableApplicationContext context, Map<String, String> as) {
    WorkerConfig config = context.getBean(WorkerConfig.class);
    WorkerConfig same = WorkerConfig.fromEnvironment(as);
    assertThat(config)
        .usingRecursiveComparison()
        .ignoringFields("credentials", "catalogue")
        .isEqualTo(same);
    assertThat(context.getBean(MediaJobsClient.class))
        .extracting("place.searchable")
        .isEqualTo(WorkerConfig.searchAttributes(as));
  }

  @Test
  void withoutPropertiesTheDefaultsAreThoseOfTheWorker() {
    Applications.plain().run(context -> assertSame(context, Map.of()));
  }

  @Test
  void everyPropertyStandsForAVariable() {
    Applications.plain().withPropertyValues(PROPERTIES).run(context -> assertSame(context, ALL));
  }

  @Test
  void allVariablesOfTheEnvironmentGoOnWorking() {
    Applications.plain()
        .withInitializer(Applications.environment(ALL))
        .run(context -> assertSame(context, ALL));
  }

  static Stream<Map.Entry<String, String>> variables() {
    return ALL.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("variables")
  void eachVariableWorksAloneAndEmptyIsNotSet(Map.Entry<String, String> variable) {
    Map<String, String> alone = Map.ofEntries(variable);
    Applications.plain()
        .withInitializer(Applications.environment(alone))
        .run(context -> assertSame(context, alone));
    Applications.plain()
        .withInitializer(Applications.environment(Map.of(variable.getKey(), "")))
        .run(context -> assertSame(context, Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mediajobs.region=China | mediajobs.region: ",
        "mediajobs.calls-per-second=0 | mediajobs.calls-per-second: expected a number above zero",
        "mediajobs.ice.endpoint=http://example.com | mediajobs.ice.endpoint: ",
        "mediajobs.mps.endpoint=nowhere | mediajobs.mps.endpoint: ",
        "mediajobs.webhook.hosts=*.example.com | mediajobs.webhook.hosts: ",
        "mediajobs.callback.port=65536 | mediajobs.callback.port: expected a port",
        "mediajobs.callback.port=1,mediajobs.callback.host=10.1.2.3 | mediajobs.callback.keys: missing",
        "mediajobs.callback.port=1,mediajobs.callback.keys=hidden | mediajobs.callback.url: missing"
      })
  void aWrongValueIsOneErrorThatNamesItsProperty(String properties, String message) {
    Applications.plain()
        .withPropertyValues(properties.split(","))
        .run(
            context -> {
              assertThat(context).hasFailed();
              assertThat(new WrongPropertyAnalyzer().analyze(context.getStartupFailure()))
                  .isNotNull()
                  .extracting(it -> it.getDescription() + " ")
                  .asString()
                  .startsWith(message)
                  .doesNotContain("hidden", "MEDIAJOBS_");
            });
  }

  @ParameterizedTest
  @CsvSource({"mediajobs.calls-per-second", "mediajobs.callback.port", "mediajobs.worker.enabled"})
  void whatIsNoNumberIsToldByItsProperty(String property) {
    Applications.plain()
        .withPropertyValues(property + "=abc")
        .run(context -> assertThat(context).getFailure().hasStackTraceContaining(property));
  }

  @Test
  void secretsStandNowhere() {
    Applications.plain()
        .withPropertyValues(PROPERTIES)
        .run(
            context ->
                assertThat(context.getBean(MediaJobsProperties.class).toString())
                    .contains("my-queue", "keys=2")
                    .doesNotContain("hidden", "new-key", "old-key"));
  }
}
