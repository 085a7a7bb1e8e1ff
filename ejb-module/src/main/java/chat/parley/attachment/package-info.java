/** Files that go with messages: encrypted by who sends them, kept as ciphertext, in parts. */
@NullMarked
package chat.parley.attachment;

import org.jspecify.annotations.NullMarked;
