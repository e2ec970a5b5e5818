package io.github.mediajobs.api;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** A server on 127.0.0.1 that answers by script: the request and its number give the reply. */
final class ScriptedServer implements AutoCloseable {
  private final ServerSocket listening;
  private final BiFunction<Received, Integer, Reply> script;
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final Semaphore ended = new Semaphore(0);
  private final List<Socket> sockets = new ArrayList<>();

  private ScriptedServer(BiFunction<Received, Integer, Reply> script) {
    this.script = script;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /** Sends these replies in turn, the last one for ever. */
  static ScriptedServer replying(Reply... replies) {
    return answering((request, number) -> replies[Math.min(number, replies.length - 1)]);
  }

  static ScriptedServer answering(BiFunction<Received, Integer, Reply> script) {
    return new ScriptedServer(script);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /** The next request, waiting for it. */
  Received take() throws InterruptedException {
    return received.take();
  }

  /** Waits for the end of one connection, whoever ends it. */
  void awaitEnd() throws InterruptedException {
    ended.acquire();
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    synchronized (sockets) {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private void accept() throws IOException {
    while (true) {
      Socket socket = listening.accept();
      socket.setTcpNoDelay(true);
      connections.incrementAndGet();
      synchronized (sockets) {
        sockets.add(socket);
      }
      daemon(
          () -> {
            try (socket) {
              serve(socket);
            } finally {
              ended.release();
            }
          });
    }
  }

  private void serve(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    for (Received request = Received.next(in); request != null; request = Received.next(in)) {
      Reply reply = script.apply(request, requests.getAndIncrement());
      received.add(request);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      boolean goesOn = reply.send(bytes);
      socket.getOutputStream().write(bytes.toByteArray());
      if (!goesOn) {
        return;
      }
    }
  }

  private static void daemon(Serving serving) {
    Thread thread =
        new Thread(
            () -> {
              try {
                serving.serve();
              } catch (IOException e) {
                // The test has closed the socket, or the client has.
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private interface Serving {
    void serve() throws IOException;
  }
}
