#ifndef KHABAR_CVECTORS_H
#define KHABAR_CVECTORS_H
#include <stddef.h>
#include <stdint.h>

// Every processor gives the same bits: vectors are integers, and no order of floating point sums is changed.

/// Numbers in a vector.
#define KHABAR_DIMENSIONS 64
/// How many likenesses are written at a time.
#define KHABAR_STEP 8
/// The length of a vector, squared.
#define KHABAR_SQUARE 16129
/// Units of the hidden layer of the encoder of sentences.
#define KHABAR_UNITS 128
/// The row of a number, which has no vector.
#define KHABAR_NUMBER -2

/// The cosine of two vectors.
float khabar_cosine(const int8_t *vector, const int8_t *other);

/// Writes how alike some rows of a table of vectors are to others, one row of likenesses for each: the cosine times a factor, at
/// least 0, and 0 for a row that is missing (-1). A row of likenesses has room for a multiple of KHABAR_STEP.
void khabar_likenesses(
  const int8_t *table, const int32_t *rows, size_t count, const int32_t *others, size_t other_count, float factor,
  float *likenesses, size_t step);

/// The sum of what so many trees say of some values; eight of them stand side by side, and there are no others. They have their splits
/// level by level, each the place of a value in its lower half and what the value, shifted so, is compared with in the upper one; then
/// their leaves of 16 bits.
int64_t khabar_trees(const uint8_t *trees, size_t count, size_t depth, const int32_t *values, size_t value_count);

/// Writes for each unit of a layer of a network the sum of its first number and of some values, each times the number of the unit
/// for it. The numbers of a unit have 32 bits and stand one behind the other, those of the next unit behind them.
void khabar_layer(const uint8_t *layer, size_t units, const int16_t *values, size_t count, int64_t *sums);

/// Writes the vectors of some sentences, or zeros for one without words. A sentence is a list of places among the rows of different
/// words, each that of a vector, KHABAR_NUMBER or, for a word without a vector, -1; the lists stand one behind the other, and one
/// begins where the one before it ends. Of a sentence 256 words are read. What the hidden layer hears of each word is written to
/// `heard`, KHABAR_UNITS numbers for each. The format of the encoder: the head of Tools/vectors/make_encoder.py.
void khabar_encode(
  const uint8_t *encoder, const int8_t *table, const int32_t *rows, size_t row_count, const int32_t *places,
  const ptrdiff_t *starts, size_t count, int32_t *heard, int8_t *vectors);

/// Raises values to those of a row of as many, where these are higher.
void khabar_raise(const float *row, size_t count, float *highest);

/// Raises rows of values, one for each of some lists, to those of all rows that the list names; each has so many values, and
/// from one to the next are a given number of steps. The lists stand one behind the other; a list begins where the one before it
/// ends.
void khabar_raise_lists(
  const float *rows, size_t row_step, const int32_t *places, const ptrdiff_t *starts, size_t count, size_t width,
  float *highest, size_t step);

/// Adds for each list the squares of the rows that it names, each times its weight, to a row of sums; from one row to the next
/// are so many steps.
void khabar_sum_squares(
  const float *rows, size_t width, size_t step, const int32_t *places, const float *weights, const ptrdiff_t *starts, size_t count,
  float *sums);

/// Writes for each pair of a row and a column the mean share of their weights that the other one covers, and the root of what is
/// covered, in rare words (of a weight of 200); from one row to the next are so many steps.
void khabar_shares(
  const float *covered_of_rows, const float *covered_of_columns, const float *weights_of_rows, const float *weights_of_columns,
  size_t rows, size_t columns, size_t step, float *shares, float *masses);

/// Writes the two highest values of each row and of each column, at least 0; the second ones stand behind the first ones, in steps as
/// many as given.
void khabar_highest_two(
  const float *values, size_t rows, size_t columns, size_t step, float *of_rows, size_t step_of_rows, float *of_columns,
  size_t step_of_columns);

/// Writes how far the share of each pair of a row and a column stands above the best other one of either, and the sum of what is seen of
/// the pair, each times its weight, in the order of `Evidence`. Of rows and columns seven lines tell: their two highest shares and masses,
/// what they weigh, where they stand, and whether they deny (1).
void khabar_sum_signs(
  const float *shares, const float *masses, const float *kinds, const float *nearnesses, const float *days, size_t rows,
  size_t columns, size_t step, const float *of_rows, size_t step_of_rows, const float *of_columns, size_t step_of_columns,
  float mean, float deviation, const float *weights, float *lifts, float *sums);

/// Writes rows as columns; from one row to the next are so many steps.
void khabar_transpose(
  const float *values, size_t step, size_t rows, size_t columns, float *transposed, size_t transposed_step);
#endif
