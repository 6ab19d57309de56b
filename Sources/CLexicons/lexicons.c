#include "CLexicons.h"

// One line a file of Lexicons/{en,ar}: the category, then its bytes in both languages.
#define CATEGORIES(ROW) \
  ROW(function) ROW(reporting) ROW(attribution) ROW(speakers) ROW(negators) ROW(certainty) ROW(related) ROW(roles) \
  ROW(media) ROW(organisations) ROW(places) ROW(names) ROW(numbers) ROW(units) ROW(hedges) ROW(months) ROW(weekdays) \
  ROW(times) ROW(abbreviations) ROW(opposites) ROW(verbs) ROW(sites)
static const uint8_t en_function[] = {
#embed "../../Lexicons/en/function.tsv" if_empty(10)
};
static const uint8_t ar_function[] = {
#embed "../../Lexicons/ar/function.tsv" if_empty(10)
};
static const uint8_t en_reporting[] = {
#embed "../../Lexicons/en/reporting.tsv" if_empty(10)
};
static const uint8_t ar_reporting[] = {
#embed "../../Lexicons/ar/reporting.tsv" if_empty(10)
};
static const uint8_t en_attribution[] = {
#embed "../../Lexicons/en/attribution.tsv" if_empty(10)
};
static const uint8_t ar_attribution[] = {
#embed "../../Lexicons/ar/attribution.tsv" if_empty(10)
};
static const uint8_t en_speakers[] = {
#embed "../../Lexicons/en/speakers.tsv" if_empty(10)
};
static const uint8_t ar_speakers[] = {
#embed "../../Lexicons/ar/speakers.tsv" if_empty(10)
};
static const uint8_t en_negators[] = {
#embed "../../Lexicons/en/negators.tsv" if_empty(10)
};
static const uint8_t ar_negators[] = {
#embed "../../Lexicons/ar/negators.tsv" if_empty(10)
};
static const uint8_t en_certainty[] = {
#embed "../../Lexicons/en/certainty.tsv" if_empty(10)
};
static const uint8_t ar_certainty[] = {
#embed "../../Lexicons/ar/certainty.tsv" if_empty(10)
};
static const uint8_t en_related[] = {
#embed "../../Lexicons/en/related.tsv" if_empty(10)
};
static const uint8_t ar_related[] = {
#embed "../../Lexicons/ar/related.tsv" if_empty(10)
};
static const uint8_t en_roles[] = {
#embed "../../Lexicons/en/roles.tsv" if_empty(10)
};
static const uint8_t ar_roles[] = {
#embed "../../Lexicons/ar/roles.tsv" if_empty(10)
};
static const uint8_t en_media[] = {
#embed "../../Lexicons/en/media.tsv" if_empty(10)
};
static const uint8_t ar_media[] = {
#embed "../../Lexicons/ar/media.tsv" if_empty(10)
};
static const uint8_t en_organisations[] = {
#embed "../../Lexicons/en/organisations.tsv" if_empty(10)
};
static const uint8_t ar_organisations[] = {
#embed "../../Lexicons/ar/organisations.tsv" if_empty(10)
};
static const uint8_t en_places[] = {
#embed "../../Lexicons/en/places.tsv" if_empty(10)
};
static const uint8_t ar_places[] = {
#embed "../../Lexicons/ar/places.tsv" if_empty(10)
};
static const uint8_t en_names[] = {
#embed "../../Lexicons/en/names.tsv" if_empty(10)
};
static const uint8_t ar_names[] = {
#embed "../../Lexicons/ar/names.tsv" if_empty(10)
};
static const uint8_t en_numbers[] = {
#embed "../../Lexicons/en/numbers.tsv" if_empty(10)
};
static const uint8_t ar_numbers[] = {
#embed "../../Lexicons/ar/numbers.tsv" if_empty(10)
};
static const uint8_t en_units[] = {
#embed "../../Lexicons/en/units.tsv" if_empty(10)
};
static const uint8_t ar_units[] = {
#embed "../../Lexicons/ar/units.tsv" if_empty(10)
};
static const uint8_t en_hedges[] = {
#embed "../../Lexicons/en/hedges.tsv" if_empty(10)
};
static const uint8_t ar_hedges[] = {
#embed "../../Lexicons/ar/hedges.tsv" if_empty(10)
};
static const uint8_t en_months[] = {
#embed "../../Lexicons/en/months.tsv" if_empty(10)
};
static const uint8_t ar_months[] = {
#embed "../../Lexicons/ar/months.tsv" if_empty(10)
};
static const uint8_t en_weekdays[] = {
#embed "../../Lexicons/en/weekdays.tsv" if_empty(10)
};
static const uint8_t ar_weekdays[] = {
#embed "../../Lexicons/ar/weekdays.tsv" if_empty(10)
};
static const uint8_t en_times[] = {
#embed "../../Lexicons/en/times.tsv" if_empty(10)
};
static const uint8_t ar_times[] = {
#embed "../../Lexicons/ar/times.tsv" if_empty(10)
};
static const uint8_t en_abbreviations[] = {
#embed "../../Lexicons/en/abbreviations.tsv" if_empty(10)
};
static const uint8_t ar_abbreviations[] = {
#embed "../../Lexicons/ar/abbreviations.tsv" if_empty(10)
};
static const uint8_t en_opposites[] = {
#embed "../../Lexicons/en/opposites.tsv" if_empty(10)
};
static const uint8_t ar_opposites[] = {
#embed "../../Lexicons/ar/opposites.tsv" if_empty(10)
};
static const uint8_t en_verbs[] = {
#embed "../../Lexicons/en/verbs.tsv" if_empty(10)
};
static const uint8_t ar_verbs[] = {
#embed "../../Lexicons/ar/verbs.tsv" if_empty(10)
};
static const uint8_t en_sites[] = {
#embed "../../Lexicons/en/sites.tsv" if_empty(10)
};
static const uint8_t ar_sites[] = {
#embed "../../Lexicons/ar/sites.tsv" if_empty(10)
};

#define ENGLISH(name) {#name, en_##name, sizeof en_##name},
#define ARABIC(name) {#name, ar_##name, sizeof ar_##name},
static const khabar_lexicon lists[] = {CATEGORIES(ENGLISH) CATEGORIES(ARABIC)};

const khabar_lexicon *khabar_lexicons(void) { return lists; }
size_t khabar_lexicon_count(void) { return sizeof lists / sizeof lists[0]; }

static const _Alignas(64) uint8_t vectors[] = {
#embed "../../Lexicons/vectors.bin"
};
const uint8_t *khabar_vectors(void) { return vectors; }
size_t khabar_vectors_size(void) { return sizeof vectors; }

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
