package io.github.mediajobs.cli.demo;

import static io.github.mediajobs.operation.Operations.DYNAMIC_IMAGE;
import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.LIVE_SNAPSHOT;
import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;

import io.github.mediajobs.emulator.fault.Fault;
import java.time.Duration;
import java.util.List;

/** The jobs of the demo: all operations, all ways in which a wait can end. */
final class DemoJobs {
  static final List<DemoJob> ALL =
      List.of(
          DemoJob.succeeding(DYNAMIC_IMAGE, "teaser-gif", 4),
          DemoJob.failing(
              DYNAMIC_IMAGE, "broken-gif", 6, "InvalidParameter", "The input is no video."),
          DemoJob.succeeding(MEDIA_PRODUCING, "trailer-cut", 12),
          DemoJob.failing(
              MEDIA_PRODUCING,
              "directors-cut",
              8,
              "ExceededMaximumValue",
              "The specified Width_Height has exceeded maximum value."),
          DemoJob.succeeding(LIVE_SNAPSHOT, "studio-camera", 5),
          DemoJob.succeeding(PACKAGE, "episode-1", 7).meeting(Fault.throttling("1500").times(2)),
          DemoJob.succeeding(PACKAGE, "episode-2", 15)
              .followedBy(DemoSteps.PUBLISH, DemoSteps.ARCHIVE),
          DemoJob.succeeding(PACKAGE, "episode-3", 60).within(Duration.ofSeconds(9)),
          DemoJob.succeeding(IPRODUCTION, "cartoon", 10),
          DemoJob.succeeding(IPRODUCTION, "mistyped-id", 5).neverSubmitted());

  private DemoJobs() {}
}
