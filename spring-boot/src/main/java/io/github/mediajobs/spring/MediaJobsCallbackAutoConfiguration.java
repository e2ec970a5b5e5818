package io.github.mediajobs.spring;

import io.github.mediajobs.callback.CallbackConfig;
import io.github.mediajobs.callback.CallbackIntake;
import io.github.mediajobs.callback.WaitSignals;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.worker.WorkerConfig;
import io.temporal.client.WorkflowClient;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Receives the vendor's callbacks in the application's own web server, under {@code
 * mediajobs.callback.path}. An application without a worker tells the waits that others serve.
 */
@AutoConfiguration(after = MediaJobsAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(RouterFunction.class)
@Conditional(PathIsSet.class)
@ConditionalOnBean(MediaJobsAutoConfiguration.class)
public final class MediaJobsCallbackAutoConfiguration {
  @Bean
  CallbackIntake mediaJobsCallbackIntake(
      MediaJobsProperties properties,
      WorkerConfig config,
      WorkflowClient client,
      ObjectProvider<ServedWorkers> workers) {
    CallbackConfig signed = signed(properties);
    ServedWorkers serving = workers.getIfAvailable();
    return serving != null
        ? serving.plugin().callbackIntake(client, signed.url(), signed.keys())
        : new CallbackIntake(
            signed.url(),
            signed.keys(),
            config.catalogue(),
            InstantSource.system(),
            new WaitSignals(client, config.catalogue(), config.api().region()));
  }

  @Bean
  RouterFunction<ServerResponse> mediaJobsCallbacks(
      MediaJobsProperties properties, CallbackIntake intake) {
    return RouterFunctions.route(
        RequestPredicates.path(properties.callback().path()),
        request ->
            ServerResponse.status(
                    intake.take(
                        request.method().name(),
                        request.headers()::firstHeader,
                        request.servletRequest().getInputStream()))
                .build());
  }

  /** Checked as if a server of its own listened on all addresses: strangers must sign. */
  private static CallbackConfig signed(MediaJobsProperties properties) {
    if (!properties.callback().path().startsWith("/")) {
      throw new InvalidRequestException(
          "mediajobs.callback.path", "expected a path such as /media-events");
    }
    if (properties.callback().port() != null) {
      throw new InvalidRequestException(
          "mediajobs.callback.path", "set either this or mediajobs.callback.port");
    }
    Map<String, String> variables = properties.variables();
    variables.put("MEDIAJOBS_CALLBACK_PORT", "0");
    variables.put("MEDIAJOBS_CALLBACK_HOST", "0.0.0.0");
    try {
      return CallbackConfig.fromEnvironment(variables).orElseThrow();
    } catch (InvalidRequestException e) {
      throw PropertyNames.named(e);
    }
  }
}
