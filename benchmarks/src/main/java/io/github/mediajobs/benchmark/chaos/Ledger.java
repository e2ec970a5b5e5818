package io.github.mediajobs.benchmark.chaos;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sqlite.SQLiteConfig;

/**
 * The world in which steps leave their effects: a SQLite file that several processes write. An
 * effect is written once under its key, whoever comes first; each try leaves a line of its own.
 * Safe for threads.
 */
final class Ledger implements AutoCloseable {
  private static final int BUSY_MILLIS = 30_000;

  private final Connection connection;

  private Ledger(Connection connection) {
    this.connection = connection;
  }

  static Ledger open(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS effect (key TEXT PRIMARY KEY, outcome TEXT NOT NULL)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS attempt (key TEXT NOT NULL, outcome TEXT NOT NULL)");
    }
    return new Ledger(connection);
  }

  /** One statement a table: a process that dies between both has tried and done nothing. */
  synchronized void write(Effect effect) throws SQLException {
    insert("INSERT INTO attempt (key, outcome) VALUES (?, ?)", effect);
    insert("INSERT INTO effect (key, outcome) VALUES (?, ?) ON CONFLICT DO NOTHING", effect);
  }

  private void insert(String sql, Effect effect) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, effect.key());
      statement.setString(2, effect.outcome());
      statement.executeUpdate();
    }
  }

  synchronized List<Effect> effects() throws SQLException {
    return read("SELECT key, outcome FROM effect", row -> new Effect(text(row, 1), text(row, 2)));
  }

  /** The keys under which more than one try was made. */
  synchronized List<String> repeated() throws SQLException {
    return read("SELECT key FROM attempt GROUP BY key HAVING count(*) > 1", row -> text(row, 1));
  }

  /** The keys under which tries told different outcomes. */
  synchronized List<String> contradicted() throws SQLException {
    return read(
        "SELECT key FROM attempt GROUP BY key HAVING count(DISTINCT outcome) > 1",
        row -> text(row, 1));
  }

  private <T> List<T> read(String sql, Function<ResultSet, T> row) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(row.apply(result));
      }
    }
    return rows;
  }

  private static String text(ResultSet row, int column) {
    try {
      return row.getString(column);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /**
   * What a step did.
   *
   * @param key the step's idempotency key
   * @param outcome what the step was told of the job
   */
  record Effect(String key, String outcome) {}
}
