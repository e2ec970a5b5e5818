package io.github.mediajobs.emulator.server;

import io.github.mediajobs.emulator.delivery.Answer;
import io.github.mediajobs.emulator.delivery.Ending;
import io.github.mediajobs.emulator.delivery.Piece;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Writes an answer piece by piece, each after its pause and after the one before it has left. Waits
 * on the event loop's scheduler, never in its thread. Ends early when the client hangs up.
 */
final class Transmission {
  private final ChannelHandlerContext context;
  private final Answer answer;
  private final Iterator<Piece> pieces;
  private final Consumer<Ending> whenDone;

  Transmission(ChannelHandlerContext context, Answer answer, Consumer<Ending> whenDone) {
    this.context = context;
    this.answer = answer;
    this.pieces = answer.delivery().pieces(answer.response());
    this.whenDone = whenDone;
  }

  void start() {
    after(answer.delay(), this::next);
  }

  private void next() {
    if (!pieces.hasNext()) {
      whenDone.accept(answer.delivery().ending());
      return;
    }
    Piece piece = pieces.next();
    after(piece.pause(), () -> write(piece));
  }

  private void write(Piece piece) {
    context
        .writeAndFlush(Unpooled.wrappedBuffer(piece.bytes()))
        .addListener(
            written -> {
              if (written.isSuccess()) {
                next();
              }
            });
  }

  private void reportFailure(Future<?> ran) {
    if (!ran.isSuccess() && !ran.isCancelled()) {
      context.pipeline().fireExceptionCaught(ran.cause());
    }
  }

  private void after(Duration pause, Runnable step) {
    if (pause.isZero()) {
      step.run();
    } else {
      context
          .executor()
          .schedule(step, pause.toNanos(), TimeUnit.NANOSECONDS)
          .addListener(this::reportFailure);
    }
  }
}
