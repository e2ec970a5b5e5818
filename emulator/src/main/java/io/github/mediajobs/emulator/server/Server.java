package io.github.mediajobs.emulator.server;

import io.github.mediajobs.emulator.delivery.Answer;
import io.github.mediajobs.emulator.http.Request;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * HTTP/1.1 on 127.0.0.1, over TLS where a context says so. One thread serves all connections, so
 * answers are made one by one.
 */
public final class Server implements AutoCloseable {
  private final EventLoopGroup group;
  private final ChannelGroup open;
  private final Channel channel;
  private final String scheme;

  private Server(EventLoopGroup group, ChannelGroup open, Channel channel, String scheme) {
    this.group = group;
    this.open = open;
    this.channel = channel;
    this.scheme = scheme;
  }

  /**
   * Starts listening.
   *
   * @param port the port; 0 for any that is free
   * @param tls holds the server's certificate; null for plain HTTP
   * @param application makes the answers; must not block
   * @param connections counts them
   * @return the running server
   * @throws UncheckedIOException when the port is taken
   */
  public static Server start(
      int port, SSLContext tls, Function<Request, Answer> application, Connections connections) {
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("mediajobs-emulator", true), NioIoHandler.newFactory());
    ChannelGroup open = new DefaultChannelGroup(group.next(), true);
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel connection) {
                    open.add(connection);
                    if (tls != null) {
                      connection.pipeline().addLast(new SslHandler(serverSide(tls)));
                    }
                    connection
                        .pipeline()
                        .addLast(
                            new HttpRequestDecoder(), new Connection(application, connections));
                  }
                });
    var bound = bootstrap.bind(InetAddress.getLoopbackAddress(), port).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      stop(group);
      throw new UncheckedIOException(
          "The emulator cannot listen on 127.0.0.1:%d: %s; choose another port, or 0 for any"
              .formatted(port, bound.cause().getMessage()),
          new IOException(bound.cause()));
    }
    open.add(bound.channel());
    return new Server(group, open, bound.channel(), tls == null ? "http" : "https");
  }

  private static SSLEngine serverSide(SSLContext tls) {
    SSLEngine engine = tls.createSSLEngine();
    engine.setUseClientMode(false);
    return engine;
  }

  /**
   * What it speaks.
   *
   * @return {@code http} or {@code https}
   */
  public String scheme() {
    return scheme;
  }

  /**
   * The port.
   *
   * @return the port that it listens on
   */
  public int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  /** Stops listening and closes all connections. */
  @Override
  public void close() {
    // First, since the group's end alone leaves a socket open now and then.
    open.close().awaitUninterruptibly();
    stop(group);
  }

  private static void stop(EventLoopGroup group) {
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
