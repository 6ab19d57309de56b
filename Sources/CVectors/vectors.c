#include "CVectors.h"

static const int8_t *vector(const int8_t *table, int32_t row) { return table + (size_t)row * KHABAR_DIMENSIONS; }

static float cosine(const int8_t *a, const int8_t *b) {
  int32_t sum = 0;
  for (size_t i = 0; i < KHABAR_DIMENSIONS; i++) sum += a[i] * b[i];
  return (float)sum / KHABAR_SQUARE;
}

#if defined(__x86_64__)
#include <immintrin.h>

#define WIDE __attribute__((target("avx2")))

/// Sixteen numbers from an index on.
WIDE static inline __m256i numbers(const int8_t *vector, size_t index) {
  return _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(vector + index * 16)));
}

/// The products of two vectors, eight of them added each time.
WIDE static inline __m256i products(const __m256i own[4], const int8_t *other) {
  __m256i sum = _mm256_madd_epi16(own[0], numbers(other, 0));
  for (size_t i = 1; i < 4; i++) sum = _mm256_add_epi32(sum, _mm256_madd_epi16(own[i], numbers(other, i)));
  return sum;
}

/// The same on a processor that adds eight products at a time.
WIDE static void wide_cosines(
  const int8_t *table, int32_t row, const int32_t *others, size_t count, float *cosines) {
  __m256i own[4];
  for (size_t i = 0; i < 4; i++) own[i] = numbers(vector(table, row), i);
  size_t at = 0;
  for (; at + 4 <= count; at += 4) {
    __m256i first = _mm256_hadd_epi32(
      products(own, vector(table, others[at])), products(own, vector(table, others[at + 1])));
    __m256i last = _mm256_hadd_epi32(
      products(own, vector(table, others[at + 2])), products(own, vector(table, others[at + 3])));
    __m256i halves = _mm256_hadd_epi32(first, last);
    __m128i sums = _mm_add_epi32(_mm256_castsi256_si128(halves), _mm256_extracti128_si256(halves, 1));
    _mm_storeu_ps(cosines + at, _mm_div_ps(_mm_cvtepi32_ps(sums), _mm_set1_ps(KHABAR_SQUARE)));
  }
  for (; at < count; at++) {
    __m256i sums = products(own, vector(table, others[at]));
    __m128i sum = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
    sum = _mm_hadd_epi32(sum, sum);
    cosines[at] = (float)_mm_cvtsi128_si32(_mm_hadd_epi32(sum, sum)) / KHABAR_SQUARE;
  }
}
#endif

void khabar_cosines(const int8_t *table, int32_t row, const int32_t *others, size_t count, float *cosines) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return wide_cosines(table, row, others, count, cosines);
#endif
  for (size_t at = 0; at < count; at++) cosines[at] = cosine(vector(table, row), vector(table, others[at]));
}

void khabar_raise(const float *row, size_t count, float *highest) {
  for (size_t at = 0; at < count; at++) highest[at] = row[at] > highest[at] ? row[at] : highest[at];
}

void khabar_raise_lists(
  const float *row, const int32_t *places, const ptrdiff_t *starts, size_t count, float *highest) {
  for (size_t list = 0; list < count; list++) {
    float best = highest[list];
    for (ptrdiff_t at = starts[list]; at < starts[list + 1]; at++) {
      float value = row[places[at]];
      best = value > best ? value : best;
    }
    highest[list] = best;
  }
}
