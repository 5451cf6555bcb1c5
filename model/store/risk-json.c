/* Room: store. Knows: risk, its keys, json-glib. Must not know: files, words. */
#include "model/store/risk-json.h"

#include "model/risk/risk-keys.h"
#include "model/store/json-path.h"

static void set_scalars(JsonObject *root, const Risk *risk) {
  for (int i = 0; i < risk_key_count(); i++) {
    RiskKey key;
    int64_t number;
    const char *name;
    risk_key_fill(i, &key);
    JsonObject *object = json_path_make(root, key.path, &name);
    if (!risk_get(risk, i, &number))
      json_object_set_null_member(object, name);
    else if (key.is_truth)
      json_object_set_boolean_member(object, name, number != 0);
    else
      json_object_set_int_member(object, name, number);
  }
}

static JsonArray *inputs_new(const Risk *risk) {
  JsonArray *array = json_array_sized_new((guint)risk->input_count);
  for (int i = 0; i < risk->input_count; i++) {
    const RiskInput *input = &risk->input[i];
    JsonObject *object = json_object_new();
    json_object_set_string_member(object, "path", input->path);
    json_object_set_int_member(object, "low", input->low);
    json_object_set_int_member(object, "likely", input->likely);
    json_object_set_int_member(object, "high", input->high);
    json_object_set_int_member(object, "mean", input->mean);
    json_array_add_object_element(array, object);
  }
  return array;
}

static const char *const BAND_NAMES[RISK_BAND_COUNT] = {
    [RISK_BAND_P5] = "p5",   [RISK_BAND_P25] = "p25", [RISK_BAND_P50] = "p50",
    [RISK_BAND_P75] = "p75", [RISK_BAND_P95] = "p95",
};

static JsonArray *weeks_new(const Risk *risk, const RiskOfSample *sample) {
  JsonArray *array = json_array_sized_new((guint)risk->week_count);
  for (int week = 0; week < risk->week_count; week++) {
    JsonObject *object = json_object_new();
    JsonObject *balances = json_object_new(), *minutes = json_object_new();
    char date[DATE_TEXT_SIZE];
    for (int band = 0; band < RISK_BAND_COUNT; band++) {
      json_object_set_int_member(balances, BAND_NAMES[band],
                                 sample->week_balance_cents[band][week]);
      json_object_set_int_member(minutes, BAND_NAMES[band], sample->week_staff_minutes[band][week]);
    }
    date_format_iso(risk->sale_date + week * 7, date);
    json_object_set_string_member(object, "begin_date", date);
    json_object_set_object_member(object, "balance_cents", balances);
    json_object_set_object_member(object, "staff_minutes", minutes);
    json_object_set_int_member(object, "refused_milli", sample->week_refused_milli[week]);
    json_array_add_object_element(array, object);
  }
  return array;
}

static JsonArray *bins_new(const RiskHistogram *histogram) {
  JsonArray *array = json_array_sized_new((guint)histogram->bin_count);
  for (int i = 0; i < histogram->bin_count; i++)
    json_array_add_int_element(array, histogram->count[i]);
  return array;
}

void risk_set_members(JsonObject *root, const Risk *risk) {
  set_scalars(root, risk);
  JsonObject *whole = json_object_get_object_member(root, "risk");
  json_object_set_array_member(whole, "inputs", inputs_new(risk));
  for (int i = 0; i < RISK_SAMPLE_COUNT; i++) {
    const RiskOfSample *sample = &risk->sample[i];
    if (sample->years == 0)
      continue;
    JsonObject *object = json_object_get_object_member(whole, risk_sample_name((RiskSample)i));
    JsonObject *histogram = json_object_get_object_member(object, "result_histogram");
    json_object_set_array_member(histogram, "counts", bins_new(&sample->result));
    json_object_set_array_member(object, "weeks", weeks_new(risk, sample));
  }
}
