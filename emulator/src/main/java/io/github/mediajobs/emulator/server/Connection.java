package io.github.mediajobs.emulator.server;

import io.github.mediajobs.emulator.delivery.Answer;
import io.github.mediajobs.emulator.delivery.Ending;
import io.github.mediajobs.emulator.http.Request;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpObject;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: reads requests and answers them one after the other, pipelined ones too. */
final class Connection extends SimpleChannelInboundHandler<HttpObject> {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final Function<Request, Answer> application;
  private final Connections connections;
  private final RequestReader reader = new RequestReader();
  private final Deque<ReadRequest> waiting = new ArrayDeque<>();
  private boolean answering;

  Connection(Function<Request, Answer> application, Connections connections) {
    this.application = application;
    this.connections = connections;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    connections.opened();
    context.fireChannelActive();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    connections.closed();
    context.fireChannelInactive();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    reader
        .read(context, part)
        .ifPresent(
            read -> {
              waiting.addLast(read);
              answerNext(context);
            });
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof IOException) && !(cause.getCause() instanceof SSLException)) {
      LOG.warn("The emulator closes a connection", cause);
    }
    hangUp(context);
  }

  private void answerNext(ChannelHandlerContext context) {
    if (answering || waiting.isEmpty()) {
      return;
    }
    answering = true;
    ReadRequest next = waiting.removeFirst();
    Answer answer = next.answer(application);
    new Transmission(
            context, answer, ending -> done(context, next.lastOne() ? Ending.CLOSED : ending))
        .start();
  }

  private void done(ChannelHandlerContext context, Ending ending) {
    if (ending == Ending.KEPT) {
      answering = false;
      answerNext(context);
      return;
    }
    if (ending == Ending.RESET) {
      context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    }
    hangUp(context);
  }

  private static void hangUp(ChannelHandlerContext context) {
    context.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
  }
}
