package io.github.mediajobs.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server on 127.0.0.1 that sends bytes of its own, and then more of them for ever. */
final class RawReceiver implements AutoCloseable {
  private static final String SIGNATURE = "x-mediajobs-signature: ";

  private final ServerSocket listening;
  private final String start;
  private final String more;

  /** The header of the signature stands in place of {@code %s} in the start. */
  RawReceiver(String start, String more) throws IOException {
    this.start = start;
    this.more = more;
    listening = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "http://127.0.0.1:" + listening.getLocalPort() + "/";
  }

  private void serve() {
    try (Socket socket = listening.accept()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String signature = "";
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        if (line.regionMatches(true, 0, SIGNATURE, 0, SIGNATURE.length())) {
          signature = line;
        }
      }
      OutputStream out = socket.getOutputStream();
      out.write(bytes(start.replace("%s", signature)));
      while (!more.isEmpty()) {
        out.write(bytes(more));
      }
    } catch (IOException e) {
      // The client has gone.
      return;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
