#include "CSchemas.h"

static const uint8_t bag_profile_json[] = {
#embed "../../schemas/bag-profile.json"
};
static const uint8_t comparison_schema_json[] = {
#embed "../../schemas/comparison.schema.json"
};
static const uint8_t comparison_xsd[] = {
#embed "../../schemas/comparison.xsd"
};
static const uint8_t report_schema_json[] = {
#embed "../../schemas/report.schema.json"
};
static const uint8_t report_xsd[] = {
#embed "../../schemas/report.xsd"
};
static const uint8_t summary_schema_json[] = {
#embed "../../schemas/summary.schema.json"
};

#define FILE(name, bytes) {name, bytes, sizeof bytes},
static const khabar_schema schemas[] = {
    FILE("bag-profile.json", bag_profile_json) FILE("comparison.schema.json", comparison_schema_json)
        FILE("comparison.xsd", comparison_xsd) FILE("report.schema.json", report_schema_json)
            FILE("report.xsd", report_xsd) FILE("summary.schema.json", summary_schema_json)};

const khabar_schema *khabar_schemas(void) { return schemas; }
size_t khabar_schema_count(void) { return sizeof schemas / sizeof schemas[0]; }
