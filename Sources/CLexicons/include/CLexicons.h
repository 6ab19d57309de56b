#ifndef KHABAR_CLEXICONS_H
#define KHABAR_CLEXICONS_H
#include <stddef.h>
#include <stdint.h>

extern const uint8_t khabar_lexicon_table[];
extern const uint8_t khabar_vector_table[];

/// The embedded `Lexicons/table.bin`, aligned to 64 bytes.
static inline const uint8_t *khabar_lexicon(void) { return khabar_lexicon_table; }
size_t khabar_lexicon_size(void);

/// The embedded `Lexicons/vectors.bin`, aligned to 64 bytes.
static inline const uint8_t *khabar_vectors(void) { return khabar_vector_table; }
size_t khabar_vectors_size(void);

/// The embedded `Lexicons/encoder.bin`, aligned to 64 bytes.
const uint8_t *khabar_encoder(void);
size_t khabar_encoder_size(void);

/// The embedded weights of the relation, `Lexicons/relation-{news,ans}.bin`.
const uint8_t *khabar_weights_news(void);
size_t khabar_weights_news_size(void);
const uint8_t *khabar_weights_ans(void);
size_t khabar_weights_ans_size(void);
#endif
