#ifndef KHABAR_CLEXICONS_H
#define KHABAR_CLEXICONS_H
#include <stddef.h>
#include <stdint.h>

/// One embedded word list.
typedef struct {
  const char *category;
  const uint8_t *bytes;
  size_t count;
} khabar_lexicon;

/// All embedded word lists, English first.
const khabar_lexicon *khabar_lexicons(void);
size_t khabar_lexicon_count(void);

/// The embedded `Lexicons/vectors.bin`.
const uint8_t *khabar_vectors(void);
size_t khabar_vectors_size(void);
#endif
