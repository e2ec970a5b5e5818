package io.github.mediajobs.benchmark.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.benchmark.chaos.Ledger.Effect;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  @TempDir Path folder;

  @Test
  void anEffectIsThereOnceHoweverOftenItIsWrittenByWhom() throws Exception {
    Path file = folder.resolve("ledger.db");
    try (Ledger one = Ledger.open(file);
        Ledger other = Ledger.open(file)) {
      one.write(new Effect("a", "SUCCEEDED"));
      other.write(new Effect("a", "SUCCEEDED"));
      other.write(new Effect("b", "FAILED"));
      assertThat(one.effects())
          .containsExactlyInAnyOrder(new Effect("a", "SUCCEEDED"), new Effect("b", "FAILED"));
      assertThat(one.repeated()).containsExactly("a");
      assertThat(one.contradicted()).isEmpty();
    }
  }

  @Test
  void triesThatTellDifferentOutcomesAreFound() throws Exception {
    try (Ledger ledger = Ledger.open(folder.resolve("ledger.db"))) {
      ledger.write(new Effect("a", "SUCCEEDED"));
      ledger.write(new Effect("a", "TIMED_OUT"));
      assertThat(ledger.effects()).containsExactly(new Effect("a", "SUCCEEDED"));
      assertThat(ledger.contradicted()).containsExactly("a");
    }
  }
}
