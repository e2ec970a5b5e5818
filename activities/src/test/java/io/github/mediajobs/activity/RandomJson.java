package io.github.mediajobs.activity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/** Objects of every shape, with strings from very short to very long. */
final class RandomJson {
  private static final String[] CHARACTERS = {"x", "é", "务", "😀", "\"", "/", "~", "\n"};

  private RandomJson() {}

  /** An object of about so many characters in its strings. */
  static ObjectNode object(Random random, int characters) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    fill(object, random, characters, 0);
    return object;
  }

  private static void fill(ObjectNode object, Random random, int characters, int depth) {
    for (int left = characters; left > 0; ) {
      int part = 1 + random.nextInt(left);
      String name = text(random, 1 + random.nextInt(12)) + object.size();
      switch (random.nextInt(depth < 5 ? 5 : 3)) {
        case 0 -> object.put(name, random.nextInt());
        case 1, 2 -> object.put(name, text(random, part));
        case 3 -> fill(object.putObject(name), random, part, depth + 1);
        default -> fill(object.putArray(name), random, part, depth + 1);
      }
      left -= part;
    }
  }

  private static void fill(ArrayNode array, Random random, int characters, int depth) {
    for (int left = characters; left > 0; ) {
      int part = 1 + random.nextInt(left);
      if (depth < 5 && random.nextBoolean()) {
        fill(array.addObject(), random, part, depth + 1);
      } else {
        array.add(text(random, part));
      }
      left -= part;
    }
  }

  private static String text(Random random, int characters) {
    return CHARACTERS[random.nextInt(CHARACTERS.length)].repeat(characters);
  }
}
