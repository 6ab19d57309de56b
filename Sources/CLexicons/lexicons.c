#include "CLexicons.h"

const _Alignas(64) uint8_t khabar_lexicon_table[] = {
#embed "../../Lexicons/table.bin"
};
size_t khabar_lexicon_size(void) { return sizeof khabar_lexicon_table; }

const _Alignas(64) uint8_t khabar_vector_table[] = {
#embed "../../Lexicons/vectors.bin"
};
size_t khabar_vectors_size(void) { return sizeof khabar_vector_table; }

static const _Alignas(64) uint8_t encoder[] = {
#embed "../../Lexicons/encoder.bin"
};
const uint8_t *khabar_encoder(void) { return encoder; }
size_t khabar_encoder_size(void) { return sizeof encoder; }

static const _Alignas(8) uint8_t weights_news[] = {
#embed "../../Lexicons/relation-news.bin"
};
const uint8_t *khabar_weights_news(void) { return weights_news; }
size_t khabar_weights_news_size(void) { return sizeof weights_news; }

static const _Alignas(8) uint8_t weights_ans[] = {
#embed "../../Lexicons/relation-ans.bin"
};
const uint8_t *khabar_weights_ans(void) { return weights_ans; }
size_t khabar_weights_ans_size(void) { return sizeof weights_ans; }
