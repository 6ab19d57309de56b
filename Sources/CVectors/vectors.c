#include "numbers.h"

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
WIDE static inline __m256i numbers(const int8_t *vector, size_t index) {
  return _mm256_loadu_si256((const __m256i *)(vector + index * 32));
}

/// The products of two vectors, four of them added each time. No sum of them leaves 16 bits, since the lengths of both bound it.
WIDE static inline __m256i products(const __m256i own[2], const __m256i sizes[2], const int8_t *other) {
  __m256i first = _mm256_maddubs_epi16(sizes[0], _mm256_sign_epi8(numbers(other, 0), own[0]));
  return _mm256_add_epi16(first, _mm256_maddubs_epi16(sizes[1], _mm256_sign_epi8(numbers(other, 1), own[1])));
}

/// How alike a vector is to eight others.
WIDE static inline __m256 eight_likenesses(const int8_t *vector, const int8_t *const others[8], float factor) {
  __m256i own[2] = {numbers(vector, 0), numbers(vector, 1)};
  __m256i sizes[2] = {_mm256_abs_epi8(own[0]), _mm256_abs_epi8(own[1])};
  __m256i sums[4];
  for (size_t i = 0; i < 4; i++) {
    sums[i] = _mm256_hadd_epi16(products(own, sizes, others[i * 2]), products(own, sizes, others[i * 2 + 1]));
  }
  __m256i halves = _mm256_hadd_epi16(_mm256_hadd_epi16(sums[0], sums[1]), _mm256_hadd_epi16(sums[2], sums[3]));
  __m128i whole = _mm_add_epi16(_mm256_castsi256_si128(halves), _mm256_extracti128_si256(halves, 1));
  __m256 cosines = _mm256_div_ps(_mm256_cvtepi32_ps(_mm256_cvtepi16_epi32(whole)), _mm256_set1_ps(KHABAR_SQUARE));
  return _mm256_max_ps(_mm256_mul_ps(_mm256_set1_ps(factor), cosines), _mm256_setzero_ps());
}

/// The same as `khabar_likenesses` on a processor that multiplies 32 numbers at a time.
WIDE static void wide_likenesses(
  const int8_t *table, const int32_t *rows, size_t count, const int32_t *others, size_t other_count, float factor,
  float *likenesses, size_t step) {
  for (size_t at = 0; at < other_count; at += KHABAR_STEP) {
    const int8_t *eight[KHABAR_STEP];
    for (size_t i = 0; i < KHABAR_STEP; i++) eight[i] = at + i < other_count ? vector(table, others[at + i]) : none;
    for (size_t row = 0; row < count; row++) {
      __m256 found =
        rows[row] < 0 ? _mm256_setzero_ps() : eight_likenesses(vector(table, rows[row]), eight, factor);
      _mm256_storeu_ps(likenesses + row * step + at, found);
    }
  }
}

/// The sum of what eight trees at a time say.
WIDE static inline __attribute__((always_inline)) int64_t eight_trees(
  const uint8_t *trees, size_t count, size_t depth, const int32_t *values, size_t value_count) {
  const __m256i lanes = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7), lower = _mm256_set1_epi32(0xFFFF);
  const __m256i last = _mm256_set1_epi32((int32_t)value_count - 1);
  const size_t inner = ((size_t)1 << depth) - 1;
  __m256i sums = _mm256_setzero_si256();
  for (size_t at = 0; at < count; at += 8) {
    const int *splits = (const int *)trees;
    // Where in its level the node of each tree stands, and whether the values were larger than what the last two were compared with.
    __m256i node = _mm256_setzero_si256(), before = node, larger = node;
    for (size_t level = 0; level < depth; level++) {
      __m256i split = _mm256_loadu_si256((const __m256i *)splits);
      // Of few one is taken, of many it is fetched, which takes longer.
      if (level == 1) split = _mm256_blendv_epi8(split, _mm256_loadu_si256((const __m256i *)(splits + 8)), larger);
      if (level > 1) split = _mm256_i32gather_epi32(splits, _mm256_add_epi32(_mm256_slli_epi32(node, 3), lanes), 4);
      __m256i place = _mm256_min_epu32(_mm256_and_si256(split, lower), last);
      before = larger;
      larger = _mm256_cmpgt_epi32(_mm256_i32gather_epi32(values, place, 4), split);
      node = _mm256_sub_epi32(_mm256_add_epi32(node, node), larger);
      splits += (size_t)8 << level;
    }
    __m256i leaf;
    if (depth == 2) {
      const __m128i *leaves = (const __m128i *)splits;
      __m128i larger_leaf = _mm_packs_epi32(_mm256_castsi256_si128(larger), _mm256_extracti128_si256(larger, 1));
      __m128i larger_before = _mm_packs_epi32(_mm256_castsi256_si128(before), _mm256_extracti128_si256(before, 1));
      __m128i left = _mm_blendv_epi8(_mm_loadu_si128(leaves), _mm_loadu_si128(leaves + 1), larger_leaf);
      __m128i right = _mm_blendv_epi8(_mm_loadu_si128(leaves + 2), _mm_loadu_si128(leaves + 3), larger_leaf);
      leaf = _mm256_cvtepi16_epi32(_mm_blendv_epi8(left, right, larger_before));
    } else {
      // A leaf is read with what stands before it, so that nothing behind the last one is.
      const int *leaves = (const int *)((const uint8_t *)splits - 2);
      leaf = _mm256_i32gather_epi32(leaves, _mm256_add_epi32(_mm256_slli_epi32(node, 3), lanes), 2);
      leaf = _mm256_srai_epi32(leaf, 16);
    }
    sums = _mm256_add_epi32(sums, leaf);
    trees += inner * 32 + (inner + 1) * 16;
  }
  int32_t parts[8];
  _mm256_storeu_si256((__m256i *)parts, sums);
  int64_t sum = 0;
  for (size_t i = 0; i < 8; i++) sum += parts[i];
  return sum;
}

/// The same, by a loop of their own for trees of two levels.
WIDE static int64_t wide_trees(
  const uint8_t *trees, size_t count, size_t depth, const int32_t *values, size_t value_count) {
  if (depth == 2) return eight_trees(trees, count, 2, values, value_count);
  return eight_trees(trees, count, depth, values, value_count);
}

/// Writes eight rows as columns, eight columns at a time; returns after how many of them.
WIDE static size_t transpose_eight(
  const float *values, size_t step, size_t columns, float *transposed, size_t transposed_step) {
  size_t column = 0;
  for (; column + 8 <= columns; column += 8) {
    __m256 rows[8], pairs[8], fours[8];
    for (size_t i = 0; i < 8; i++) rows[i] = _mm256_loadu_ps(values + i * step + column);
    for (size_t i = 0; i < 8; i += 2) {
      pairs[i] = _mm256_unpacklo_ps(rows[i], rows[i + 1]);
      pairs[i + 1] = _mm256_unpackhi_ps(rows[i], rows[i + 1]);
    }
    for (size_t i = 0; i < 8; i += 4) {
      fours[i] = _mm256_shuffle_ps(pairs[i], pairs[i + 2], 0x44);
      fours[i + 1] = _mm256_shuffle_ps(pairs[i], pairs[i + 2], 0xEE);
      fours[i + 2] = _mm256_shuffle_ps(pairs[i + 1], pairs[i + 3], 0x44);
      fours[i + 3] = _mm256_shuffle_ps(pairs[i + 1], pairs[i + 3], 0xEE);
    }
    float *to = transposed + column * transposed_step;
    for (size_t i = 0; i < 4; i++) {
      _mm256_storeu_ps(to + i * transposed_step, _mm256_permute2f128_ps(fours[i], fours[i + 4], 0x20));
      _mm256_storeu_ps(to + (i + 4) * transposed_step, _mm256_permute2f128_ps(fours[i], fours[i + 4], 0x31));
    }
  }
  return column;
}
#endif

TWICE float khabar_cosine(const int8_t *vector, const int8_t *other) {
  int32_t sum = 0;
  for (size_t i = 0; i < KHABAR_DIMENSIONS; i++) sum += vector[i] * other[i];
  return (float)sum / KHABAR_SQUARE;
}

void khabar_likenesses(
  const int8_t *table, const int32_t *rows, size_t count, const int32_t *others, size_t other_count, float factor,
  float *likenesses, size_t step) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    return wide_likenesses(table, rows, count, others, other_count, factor, likenesses, step);
  }
#endif
  for (size_t row = 0; row < count; row++) {
    for (size_t at = 0; at < other_count; at++) {
      float likeness = factor * khabar_cosine(vector(table, rows[row]), vector(table, others[at]));
      likenesses[row * step + at] = likeness > 0 ? likeness : 0;
    }
  }
}

int64_t khabar_trees(const uint8_t *trees, size_t count, size_t depth, const int32_t *values, size_t value_count) {
  const size_t inner = ((size_t)1 << depth) - 1;
  int64_t sum = 0;
  if (value_count == 0) return 0;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return wide_trees(trees, count, depth, values, value_count);
#endif
  for (size_t at = 0; at < count; at++) {
    const uint8_t *eight = trees + at / 8 * (inner * 32 + (inner + 1) * 16);
    const size_t lane = at % 8;
    size_t node = 0;
    for (size_t level = 0; level < depth; level++) {
      int32_t split;
      memcpy(&split, eight + node * 32 + lane * 4, sizeof split);
      size_t place = (uint32_t)split & 0xFFFF;
      // No branch, since nobody could foresee it.
      node = node * 2 + 1 + (values[place < value_count ? place : value_count - 1] > split);
    }
    int16_t leaf;
    memcpy(&leaf, eight + inner * 32 + (node - inner) * 16 + lane * 2, sizeof leaf);
    sum += leaf;
  }
  return sum;
}

TWICE void khabar_layer(const uint8_t *layer, size_t units, const int16_t *values, size_t count, int64_t *sums) {
  const size_t step = 4 + 4 * count;
  for (size_t unit = 0; unit < units; unit++) {
    const uint8_t *weights = layer + unit * step + 4;
    int32_t start;
    memcpy(&start, layer + unit * step, sizeof start);
    int64_t sum = start;
    for (size_t i = 0; i < count; i++) {
      int32_t weight;
      memcpy(&weight, weights + i * 4, sizeof weight);
      sum += (int64_t)values[i] * weight;
    }
    sums[unit] = sum;
  }
}

static inline __attribute__((always_inline)) void raise(
  const float *restrict row, size_t count, float *restrict highest) {
  for (size_t at = 0; at < count; at++) highest[at] = row[at] > highest[at] ? row[at] : highest[at];
}

TWICE void khabar_raise(const float *row, size_t count, float *highest) { raise(row, count, highest); }

TWICE void khabar_raise_lists(
  const float *rows, size_t row_step, const int32_t *places, const ptrdiff_t *starts, size_t count, size_t width,
  float *highest, size_t step) {
  for (size_t list = 0; list < count; list++) {
    for (ptrdiff_t at = starts[list]; at < starts[list + 1]; at++) {
      raise(rows + (size_t)places[at] * row_step, width, highest + list * step);
    }
  }
}

TWICE void khabar_sum_squares(
  const float *rows, size_t width, size_t step, const int32_t *places, const float *weights, const ptrdiff_t *starts, size_t count,
  float *restrict sums) {
  for (size_t list = 0; list < count; list++) {
    for (ptrdiff_t at = starts[list]; at < starts[list + 1]; at++) {
      const float *restrict row = rows + (size_t)places[at] * step;
      for (size_t i = 0; i < width; i++) sums[list * step + i] += weights[at] * row[i] * row[i];
    }
  }
}

TWICE void khabar_shares(
  const float *covered_of_rows, const float *covered_of_columns, const float *weights_of_rows, const float *weights_of_columns,
  size_t rows, size_t columns, size_t step, float *restrict shares, float *restrict masses) {
  for (size_t row = 0; row < rows; row++) {
    const float *own = covered_of_rows + row * step, *others = covered_of_columns + row * step;
    const float weight = weights_of_rows[row];
    for (size_t i = 0; i < columns; i++) {
      float share = weight > 0 ? own[i] / weight : 0;
      float other = weights_of_columns[i] > 0 ? others[i] / weights_of_columns[i] : 0;
      shares[row * step + i] = (share + other) / 2;
      masses[row * step + i] = __builtin_elementwise_sqrt((own[i] + others[i]) / 200);
    }
  }
}

TWICE void khabar_highest_two(
  const float *values, size_t rows, size_t columns, size_t step, float *of_rows, size_t step_of_rows, float *restrict of_columns,
  size_t step_of_columns) {
  for (size_t i = 0; i < columns; i++) of_columns[i] = of_columns[step_of_columns + i] = 0;
  for (size_t row = 0; row < rows; row++) {
    const float *restrict own = values + row * step;
    float first = 0, second = 0;
    for (size_t i = 0; i < columns; i++) {
      second = own[i] > first ? first : own[i] > second ? own[i] : second;
      first = own[i] > first ? own[i] : first;
    }
    of_rows[row] = first;
    of_rows[step_of_rows + row] = second;
    for (size_t i = 0; i < columns; i++) {
      float best = of_columns[i], next = of_columns[step_of_columns + i];
      of_columns[step_of_columns + i] = own[i] > best ? best : own[i] > next ? own[i] : next;
      of_columns[i] = own[i] > best ? own[i] : best;
    }
  }
}

/// The highest value but one, as seen from a value.
static inline __attribute__((always_inline)) float other(float value, float first, float second) {
  return value == first ? second : first;
}

TWICE void khabar_sum_signs(
  const float *shares, const float *masses, const float *kinds, const float *nearnesses, const float *days, size_t rows,
  size_t columns, size_t step, const float *of_rows, size_t step_of_rows, const float *of_columns, size_t step_of_columns,
  float mean, float deviation, const float *weights, float *restrict lifts, float *restrict sums) {
  const float scale = deviation > 0 ? 1 / deviation : 0;
  const int is_single = rows == 1 || columns == 1;
  const float *line[7];
  for (size_t i = 0; i < 7; i++) line[i] = of_columns + i * step_of_columns;
  for (size_t row = 0; row < rows; row++) {
    float own[7];
    for (size_t i = 0; i < 7; i++) own[i] = of_rows[i * step_of_rows + row];
    for (size_t i = 0, at = row * step; i < columns; i++, at++) {
      float share = other(shares[at], own[0], own[1]), share_of_column = other(shares[at], line[0][i], line[1][i]);
      float mass = other(masses[at], own[2], own[3]), mass_of_column = other(masses[at], line[2][i], line[3][i]);
      float lift = shares[at] - (share_of_column >= share ? share_of_column : share);
      float higher = mass_of_column >= mass ? mass_of_column : mass, lower = mass_of_column < mass ? mass_of_column : mass;
      float lighter = line[4][i] < own[4] ? line[4][i] : own[4], heavier = line[4][i] < own[4] ? own[4] : line[4][i];
      lifts[at] = lift;
      sums[at] = weights[0] * lift + weights[1] * (masses[at] - (is_single ? higher : lower)) + weights[2] * kinds[at]
        + weights[4] * ((shares[at] - mean) * scale) + weights[5] * __builtin_fabsf(own[5] - line[5][i])
        + weights[6] * __builtin_fabsf(own[6] - line[6][i]) + weights[7] * (heavier > 0 ? lighter / heavier : 0)
        + weights[8] * nearnesses[at] + weights[9] * days[at];
    }
  }
}

void khabar_transpose(
  const float *values, size_t step, size_t rows, size_t columns, float *transposed, size_t transposed_step) {
  size_t row = 0;
#if defined(__x86_64__)
  for (; row + 8 <= rows && __builtin_cpu_supports("avx2"); row += 8) {
    const float *from = values + row * step;
    for (size_t column = transpose_eight(from, step, columns, transposed + row, transposed_step); column < columns;
         column++) {
      for (size_t i = 0; i < 8; i++) transposed[column * transposed_step + row + i] = from[i * step + column];
    }
  }
#endif
  for (; row < rows; row++) {
    for (size_t column = 0; column < columns; column++) {
      transposed[column * transposed_step + row] = values[row * step + column];
    }
  }
}
