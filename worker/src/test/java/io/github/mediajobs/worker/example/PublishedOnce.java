package io.github.mediajobs.worker.example;

import io.github.mediajobs.wire.StepInput;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The cookbook's step with an effect in a database. */
@ActivityInterface
public interface PublishedOnce {
  /** Runs as the step {@code PublishVideo} of a pipeline. */
  @ActivityMethod(name = "PublishVideo")
  String publish(StepInput step);

  /** The implementation that the page shows. */
  final class Impl implements PublishedOnce {
    private static final String INSERT =
        "INSERT INTO published (idempotency_key, url) VALUES (?, ?)"
            + " ON CONFLICT (idempotency_key) DO NOTHING";

    private final DataSource database;

    public Impl(DataSource database) {
      this.database = database;
    }

    @Override
    public String publish(StepInput step) {
      try (Connection connection = database.getConnection();
          PreparedStatement insert = connection.prepareStatement(INSERT)) {
        insert.setString(1, step.idempotencyKey());
        insert.setString(2, step.outcome().job().path("OutputUrl").asText());
        return insert.executeUpdate() == 1 ? "published" : "was published";
      } catch (SQLException e) {
        throw Activity.wrap(e);
      }
    }
  }
}
