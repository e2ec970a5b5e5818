package io.github.mediajobs.benchmark.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.outcome.OutcomeKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check finds what it is there to find. */
class VerdictTest {
  private final List<Expectation> expected =
      List.of(
          new Expectation(
              "r1", "j1", OutcomeKind.SUCCEEDED, "Success", List.of("r1/publish", "r1/tell")),
          new Expectation("r2", "j2", OutcomeKind.FAILED, "Fail", List.of("r2/alert")));
  private final List<Said> said =
      new ArrayList<>(
          List.of(
              new Said("r1", "j1", OutcomeKind.SUCCEEDED, "Success", 2),
              new Said("r2", "j2", OutcomeKind.FAILED, "Fail", 1)));
  private final List<Ledger.Effect> effects =
      new ArrayList<>(
          List.of(
              new Ledger.Effect("r1/publish", "SUCCEEDED"),
              new Ledger.Effect("r1/tell", "SUCCEEDED"),
              new Ledger.Effect("r2/alert", "FAILED")));

  private final List<String> contradicted = new ArrayList<>();

  private Verdict verdict() {
    return Verdict.of(expected, said, effects, contradicted);
  }

  @Test
  void whatIsAsItMustBeIsClean() {
    assertThat(verdict().clean()).isTrue();
  }

  @Test
  void aRunThatSaysNothingIsLost() {
    said.remove(0);
    assertThat(verdict().lost()).containsExactly("r1 says nothing of j1");
  }

  @Test
  void aRunThatCouldNotFindOutIsLost() {
    said.set(0, new Said("r1", "j1", null, null, 0));
    assertThat(verdict().lost()).containsExactly("r1 says nothing of j1");
  }

  @Test
  void anEffectThatIsMissingIsLost() {
    effects.remove(1);
    assertThat(verdict().lost()).containsExactly("r1/tell was not done");
  }

  @Test
  void anotherOutcomeIsWrong() {
    said.set(1, new Said("r2", "j2", OutcomeKind.SUCCEEDED, "Fail", 1));
    assertThat(verdict().wrong()).hasSize(1);
  }

  @Test
  void anotherStatusThanTheApisIsWrong() {
    said.set(1, new Said("r2", "j2", OutcomeKind.FAILED, "Init", 1));
    assertThat(verdict().wrong()).hasSize(1);
  }

  @Test
  void aStepThatFailedIsWrong() {
    said.set(0, new Said("r1", "j1", OutcomeKind.SUCCEEDED, "Success", 1));
    assertThat(verdict().wrong()).hasSize(1);
  }

  @Test
  void aStepThatWasToldAnotherOutcomeIsWrong() {
    effects.set(2, new Ledger.Effect("r2/alert", "TIMED_OUT"));
    assertThat(verdict().wrong()).containsExactly("r2/alert was told TIMED_OUT in place of FAILED");
  }

  @Test
  void aStepWhoseTriesWereToldTwoOutcomesIsWrong() {
    contradicted.add("r1/publish");
    assertThat(verdict().wrong()).containsExactly("r1/publish was told two outcomes");
  }

  @Test
  void anEffectUnderAnotherKeyIsDoubled() {
    effects.add(new Ledger.Effect("r2/publish", "FAILED"));
    assertThat(verdict().doubled()).containsExactly("r2/publish was done, and nobody asked for it");
  }

  @Test
  void anAnswerThatComesTwiceIsDoubled() {
    said.add(said.get(0));
    assertThat(verdict().doubled()).containsExactly("r1 answers twice for j1");
  }
}
