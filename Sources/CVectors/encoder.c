#include "numbers.h"

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
/// The same as `layer` on a processor that multiplies sixteen numbers at a time.
WIDE static void wide_layer(const int16_t *weights, const int16_t *values, size_t count, size_t units, int32_t *sums) {
  for (size_t unit = 0; unit < units; unit += 64) {
    __m256i parts[8];
    for (size_t i = 0; i < 8; i++) parts[i] = _mm256_setzero_si256();
    for (size_t at = 0; at < count; at += 2) {
      int32_t two;
      memcpy(&two, values + at, sizeof two);
      const __m256i both = _mm256_set1_epi32(two);
      const int16_t *own = weights + at * units + unit * 2;
      for (size_t i = 0; i < 8; i++) {
        __m256i products = _mm256_madd_epi16(_mm256_loadu_si256((const __m256i *)(own + i * 16)), both);
        parts[i] = _mm256_add_epi32(parts[i], products);
      }
    }
    for (size_t i = 0; i < 8; i++) _mm256_storeu_si256((__m256i *)(sums + unit + i * 8), parts[i]);
  }
}
#endif

/// Writes for each unit of a layer the sum of some values, each times what it weighs for the unit. Two values at a time have their weights
/// side by side, unit behind unit; there are 64 units or a multiple.
static void layer(const int16_t *weights, const int16_t *values, size_t count, size_t units, int32_t *sums) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return wide_layer(weights, values, count, units, sums);
#endif
  for (size_t unit = 0; unit < units; unit++) {
    int32_t sum = 0;
    for (size_t at = 0; at < count; at += 2) {
      const int16_t *own = weights + at * units + unit * 2;
      sum += values[at] * own[0] + values[at + 1] * own[1];
    }
    sums[unit] = sum;
  }
}

/// The vector of a length of 127 that points where some sums do.
static void scale(const int32_t *sums, int8_t *vector) {
  int64_t square = 0;
  for (size_t i = 0; i < KHABAR_DIMENSIONS; i++) square += (int64_t)(sums[i] >> 8) * (sums[i] >> 8);
  const double factor = square > 0 ? 127 / __builtin_sqrt((double)square) : 0;
  for (size_t i = 0; i < KHABAR_DIMENSIONS; i++) vector[i] = (int8_t)__builtin_rint((sums[i] >> 8) * factor);
}

TWICE void khabar_encode(
  const uint8_t *encoder, const int8_t *table, const int32_t *rows, size_t row_count, const int32_t *places,
  const ptrdiff_t *starts, size_t count, int32_t *heard, int8_t *vectors) {
  const size_t most = 256;
  const int32_t *start = (const int32_t *)(encoder + 64), *unknown = start + KHABAR_UNITS, *number = unknown + KHABAR_UNITS;
  const int16_t *of_words = (const int16_t *)(number + KHABAR_UNITS);
  const int16_t *of_mean = of_words + KHABAR_DIMENSIONS * KHABAR_UNITS;
  const int16_t *of_output = of_mean + KHABAR_DIMENSIONS * KHABAR_UNITS;
  for (size_t at = 0; at < row_count; at++) {
    int32_t *own = heard + at * KHABAR_UNITS;
    int16_t values[KHABAR_DIMENSIONS];
    for (size_t i = 0; i < KHABAR_DIMENSIONS; i++) values[i] = vector(table, rows[at])[i];
    if (rows[at] < 0) memcpy(own, rows[at] == KHABAR_NUMBER ? number : unknown, KHABAR_UNITS * sizeof *own);
    else layer(of_words, values, KHABAR_DIMENSIONS, KHABAR_UNITS, own);
  }
  for (size_t list = 0; list < count; list++) {
    const int32_t *words = places + starts[list];
    const size_t all = (size_t)(starts[list + 1] - starts[list]), length = all < most ? all : most;
    int8_t *result = vectors + list * KHABAR_DIMENSIONS;
    if (length == 0) {
      memset(result, 0, KHABAR_DIMENSIONS);
      continue;
    }
    // Sums of the vectors, of what the mean of them says to each unit, and of what the units say.
    int32_t sums[KHABAR_DIMENSIONS] = {0}, mean[KHABAR_UNITS], said[KHABAR_UNITS] = {0};
    int16_t values[KHABAR_UNITS + KHABAR_DIMENSIONS];
    for (size_t word = 0; word < length; word++) {
      const int8_t *own = vector(table, rows[words[word]]);
      for (size_t i = 0; i < KHABAR_DIMENSIONS; i++) sums[i] += own[i];
    }
    for (size_t i = 0; i < KHABAR_DIMENSIONS; i++) values[KHABAR_UNITS + i] = (int16_t)(sums[i] * 16 / (int32_t)length);
    layer(of_mean, values + KHABAR_UNITS, KHABAR_DIMENSIONS, KHABAR_UNITS, mean);
    for (size_t i = 0; i < KHABAR_UNITS; i++) mean[i] = (mean[i] >> 4) + start[i];
    for (size_t word = 0; word < length; word++) {
      const int32_t *own = heard + (size_t)words[word] * KHABAR_UNITS;
      for (size_t i = 0; i < KHABAR_UNITS; i++) {
        int32_t sum = own[i] + mean[i];
        said[i] += (sum > 0 ? sum : 0) >> 8;
      }
    }
    for (size_t i = 0; i < KHABAR_UNITS; i++) {
      int32_t share = said[i] / (int32_t)length;
      values[i] = (int16_t)(share < 32767 ? share : 32767);
    }
    layer(of_output, values, KHABAR_UNITS + KHABAR_DIMENSIONS, KHABAR_DIMENSIONS, sums);
    scale(sums, result);
  }
}
