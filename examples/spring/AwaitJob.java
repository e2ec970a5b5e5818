import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.wire.Outcome;
import io.temporal.common.converter.GlobalDataConverter;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * A Spring Boot application with a worker of its own that awaits a media job, and prints its outcome as JSON.
 *
 * <pre>SPRING_TEMPORAL_CONNECTION_TARGET=127.0.0.1:7233 java -cp CLASS_PATH examples/spring/AwaitJob.java GetPackageJob JOB_ID</pre>
 *
 * The class path is that of {@code spring-boot-example}.
 */
@EnableAutoConfiguration
public class AwaitJob {
  public static void main(String[] args) {
    try (var application =
        new SpringApplicationBuilder(AwaitJob.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .properties("spring.main.banner-mode=off", "logging.level.root=error")
            .run()) {
      Outcome outcome =
          application
              .getBean(MediaJobsClient.class)
              .await(Catalogue.standard().require(args[0]), args[1])
              .startUntyped()
              .result();
      System.out.println(GlobalDataConverter.get().toPayload(outcome).orElseThrow().getData().toStringUtf8());
    }
  }
}
