/* Room: chart. See scale.h. */
#include "ui/chart/scale.h"

#include <stdio.h>

#define AIR_PERCENT 4

Scale scale_covering(ScaleUnit unit, int64_t low, int64_t high, int ticks_max) {
  static const int steps[] = {1, 2, 5};
  int64_t base = unit == SCALE_HOURS ? 60 : 1;
  Scale scale = {unit, low < 0 ? low : 0, high > 0 ? high : 0, base};
  if (scale.low == scale.high)
    scale.high = base;
  int64_t air = (scale.high - scale.low) * AIR_PERCENT / 100;
  scale.low -= low < 0 ? air : 0;
  scale.high += high > 0 ? air : 0;
  if (ticks_max < 3)
    ticks_max = 3;
  for (int64_t power = 1, finer = base;; power *= 10) {
    for (int i = 0; i < 3; finer = scale.step, i++) {
      scale.step = base * power * steps[i];
      int64_t beyond_zero = scale.high / scale.step - scale.low / scale.step;
      if (beyond_zero >= ticks_max)
        continue;
      /* Zero alone says nothing of size: a little crowding is better. */
      if (beyond_zero == 0)
        scale.step = finer;
      return scale;
    }
  }
}

double scale_share(const Scale *scale, double value) {
  return (value - (double)scale->low) / (double)(scale->high - scale->low);
}

int scale_tick_count(const Scale *scale) {
  return (int)(scale->high / scale->step - scale->low / scale->step) + 1;
}

int64_t scale_tick_value(const Scale *scale, int index) {
  return (scale->low / scale->step + index) * scale->step;
}

char *scale_tick_text(const Scale *scale, Language language, int index,
                      char text[NUMBER_TEXT_SIZE]) {
  int64_t value = scale_tick_value(scale, index);
  char number[NUMBER_TEXT_SIZE];
  switch (scale->unit) {
  case SCALE_MONEY:
    if (scale->step % 100 == 0)
      return money_format_whole(language, value, text, NUMBER_TEXT_SIZE);
    return money_format(language, value, text, NUMBER_TEXT_SIZE);
  case SCALE_HOURS:
    count_format(language, value / 60, number, sizeof number);
    snprintf(text, NUMBER_TEXT_SIZE, "%.48s\u00a0h", number);
    return text;
  case SCALE_PERCENT:
    return percent_format(language, value, text, NUMBER_TEXT_SIZE);
  case SCALE_COUNT:
    break;
  }
  return count_format(language, value, text, NUMBER_TEXT_SIZE);
}
