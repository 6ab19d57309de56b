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

/// The embedded weights of the relation, `Lexicons/relation-{news,ans}.bin`.
const uint8_t *khabar_weights_news(void);
size_t khabar_weights_news_size(void);
const uint8_t *khabar_weights_ans(void);
size_t khabar_weights_ans_size(void);
#endif
