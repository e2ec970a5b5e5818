package io.github.mediajobs.emulator.client;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A bare connection: sees each byte, and how the connection ends. */
public final class Wire implements Closeable {
  private final Socket socket = new Socket();

  public Wire(URI url) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
    socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
  }

  public void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  public void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The next bytes as they come, at most {@code limit}; empty at the end of the stream. */
  public String readSome(int limit) throws IOException {
    byte[] buffer = new byte[limit];
    int length = socket.getInputStream().read(buffer);
    return length < 0 ? "" : new String(buffer, 0, length, StandardCharsets.UTF_8);
  }

  /** All bytes until the connection is closed. */
  public String readToEnd() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** One response with a Content-Length. */
  public String readResponse() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      String next = readSome(1);
      if (next.isEmpty()) {
        throw new IOException("The connection ended in the headers: " + head);
      }
      head.append(next);
    }
    int length =
        head.toString()
            .lines()
            .filter(line -> line.startsWith("Content-Length: "))
            .mapToInt(line -> Integer.parseInt(line.substring(16)))
            .findFirst()
            .orElseThrow();
    byte[] body = socket.getInputStream().readNBytes(length);
    return head + new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
