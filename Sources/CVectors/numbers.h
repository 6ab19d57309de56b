#ifndef KHABAR_NUMBERS_H
#define KHABAR_NUMBERS_H
#include "CVectors.h"
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>

/// Made twice, for any processor and for one that works on eight numbers at a time.
#define TWICE __attribute__((target_clones("avx2", "default")))
#define WIDE __attribute__((target("avx2")))
#else
#define TWICE
#endif

static const int8_t none[KHABAR_DIMENSIONS];

static inline const int8_t *vector(const int8_t *table, int32_t row) {
  return row < 0 ? none : table + (size_t)row * KHABAR_DIMENSIONS;
}
#endif
