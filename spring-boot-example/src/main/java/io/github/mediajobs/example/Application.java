package io.github.mediajobs.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Tells how jobs end, at {@code /videos/JOB_ID}. */
@SpringBootApplication
public class Application {
  /**
   * Starts the application.
   *
   * @param args properties as {@code --name=value}
   */
  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }
}
