package io.github.mediajobs.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.callback.CallbackIntake;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.web.servlet.function.RouterFunction;

/** When the application's own web server takes callbacks; the example's test posts some. */
class MediaJobsCallbackAutoConfigurationTest {
  private static final String[] RIGHT = {
    "mediajobs.callback.path=/media-events",
    "mediajobs.callback.url=https://media.example.com/media-events",
    "mediajobs.callback.keys=new-key,old-key"
  };

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWebApplicationTakesThemUnderAPathWithAndWithoutAWorker(boolean worker) {
    Applications.web()
        .withPropertyValues(RIGHT)
        .withPropertyValues("mediajobs.worker.enabled=" + worker)
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(CallbackIntake.class)
                    .hasSingleBean(RouterFunction.class));
  }

  @Test
  void withoutAPathItTakesNone() {
    Applications.web()
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RouterFunction.class));
    Applications.web()
        .withPropertyValues("mediajobs.callback.path=")
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RouterFunction.class));
  }

  @Test
  void thePathMayComeFromTheEnvironment() {
    Applications.web()
        .withInitializer(
            Applications.environment(
                Map.of(
                    "MEDIAJOBS_CALLBACK_PATH", "/media-events",
                    "MEDIAJOBS_CALLBACK_URL", "https://media.example.com/media-events",
                    "MEDIAJOBS_CALLBACK_KEYS", "new-key,old-key")))
        .run(context -> assertThat(context).hasSingleBean(RouterFunction.class));
  }

  @Test
  void otherApplicationsTakeNone() {
    Applications.plain()
        .withPropertyValues(RIGHT)
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(CallbackIntake.class));
    Applications.web()
        .withPropertyValues(RIGHT)
        .withClassLoader(new FilteredClassLoader(RouterFunction.class))
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(CallbackIntake.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mediajobs.callback.path=media-events | mediajobs.callback.path: expected a path",
        "mediajobs.callback.keys= | mediajobs.callback.keys: missing",
        "mediajobs.callback.url= | mediajobs.callback.url: missing",
        "mediajobs.callback.port=1 | mediajobs.callback.path: set either this or mediajobs.callback.port"
      })
  void strangersMustSignAndAWrongValueNamesItsProperty(String property, String message) {
    Applications.web()
        .withPropertyValues(RIGHT)
        .withPropertyValues(property)
        .run(
            context -> {
              assertThat(context).hasFailed();
              assertThat(new WrongPropertyAnalyzer().analyze(context.getStartupFailure()))
                  .isNotNull()
                  .extracting(it -> it.getDescription())
                  .asString()
                  .startsWith(message)
                  .doesNotContain("new-key");
            });
  }
}
