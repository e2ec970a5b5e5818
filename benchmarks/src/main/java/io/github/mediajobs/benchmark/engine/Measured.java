package io.github.mediajobs.benchmark.engine;

import java.util.List;

/**
 * What a trial left to read.
 *
 * @param waits all of them
 * @param histories what all runs cost together
 * @param before the worker, warmed up
 * @param middle the worker, when half of the jobs had begun
 * @param after the worker at the end
 */
record Measured(
    Contender contender,
    List<Seen> waits,
    HistoryCost histories,
    WorkerFigures before,
    WorkerFigures middle,
    WorkerFigures after) {}
