package io.github.mediajobs.shift;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.BitSet;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * {@link OpenJobs} as text, some bytes a job: for each a number that holds its polls and whether it
 * ended, then when it is due in tenths of a second, all in base 128, deflated, in base64.
 */
public final class PackedJobs {
  private static final int VERSION = 1;
  private static final long TENTH = 100;

  private PackedJobs() {}

  /**
   * Packs.
   *
   * @param jobs which have ended, how often each was polled, when it is due
   * @param reopened ended jobs that are packed as due at once
   * @return the text
   */
  public static String pack(OpenJobs jobs, BitSet reopened) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream bytes = new DeflaterOutputStream(packed)) {
      bytes.write(VERSION);
      write(bytes, jobs.size());
      for (int job = 0; job < jobs.size(); job++) {
        boolean ended = jobs.ended(job) && !reopened.get(job);
        write(bytes, jobs.polls(job) * 2L + (ended ? 1 : 0));
        if (!ended) {
          write(bytes, jobs.ended(job) ? 0 : (jobs.due(job) + TENTH - 1) / TENTH);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  /**
   * Unpacks.
   *
   * @param packed what {@link #pack} gave
   * @param size how many jobs there are
   * @return the jobs, none under way; empty when the text is of another version or another batch
   */
  public static Optional<OpenJobs> unpack(String packed, int size) {
    try (DataInputStream bytes =
        new DataInputStream(
            new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(packed))))) {
      if (bytes.readUnsignedByte() != VERSION || read(bytes) != size) {
        return Optional.empty();
      }
      long[] due = new long[size];
      int[] polls = new int[size];
      BitSet ended = new BitSet();
      for (int job = 0; job < size; job++) {
        long number = read(bytes);
        polls[job] = (int) (number / 2);
        ended.set(job, number % 2 == 1);
        due[job] = ended.get(job) ? 0 : read(bytes) * TENTH;
      }
      return Optional.of(OpenJobs.of(due, polls, ended));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void write(DeflaterOutputStream bytes, long number) throws IOException {
    long rest = number;
    for (; rest > 0x7f; rest >>>= 7) {
      bytes.write((int) ((rest & 0x7f) | 0x80));
    }
    bytes.write((int) rest);
  }

  private static long read(DataInputStream bytes) throws IOException {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      int next = bytes.readUnsignedByte();
      number |= (next & 0x7fL) << shift;
      if (next <= 0x7f) {
        return number;
      }
    }
  }
}
