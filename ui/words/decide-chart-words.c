/* Room: words. See decide-chart-words.h. */
#include "ui/words/decide-chart-words.h"

#include "model/base/money.h"
#include "ui/words/load-words.h"
#include "ui/words/phrase.h"
#include "ui/words/verdict-parts.h"

char *decide_years_text(Language language, int years, uint64_t seed) {
  g_autofree char *count = say_number(language, years);
  g_autofree char *number = g_strdup_printf("%" G_GUINT64_FORMAT, seed);

  return g_strdup_printf(say_count(language, years, "%1$s simulated year for each, seed %2$s",
                                   "%1$s simulated years for each, seed %2$s"),
                         count, number);
}

char *decide_luck_years_text(Language language, int years, uint64_t seed) {
  g_autofree char *count = say_number(language, years);
  g_autofree char *number = g_strdup_printf("%" G_GUINT64_FORMAT, seed);

  return g_strdup_printf(say_count(language, years,
                                   "%1$s simulated year of luck alone for each, seed %2$s",
                                   "%1$s simulated years of luck alone for each, seed %2$s"),
                         count, number);
}

int64_t mean_cents(int64_t mean_milli) {
  return money_scale_half_up(mean_milli, 1, 1000);
}

char *mean_money_text(Language language, int64_t mean_milli) {
  return say_money_whole(language, about_cents(mean_cents(mean_milli)));
}

char *mean_change_text(Language language, int64_t mean_milli) {
  return phrase_money_change(language, about_cents(mean_cents(mean_milli)));
}

/* So many of a step at the least, in two significant digits, rounded up. */
static int64_t two_digits_up(int64_t number, int64_t step) {
  int64_t steps = number / step + (number % step > 0), ten = 1;

  while (steps > 99) {
    steps = steps / 10 + (steps % 10 > 0);
    ten *= 10;
  }
  return steps * ten * step;
}

char *mean_error_text(Language language, int64_t error_milli) {
  g_autofree char *money = say_money_whole(language, two_digits_up(error_milli, 100000) / 1000);

  return g_strdup_printf("±\u00a0%s", money);
}

char *mean_count_change_text(Language language, int64_t mean_milli) {
  int64_t rounded = about_milli(mean_milli);
  g_autofree char *count = say_milli(language, rounded);

  return rounded > 0 ? g_strconcat("+", count, NULL) : g_steal_pointer(&count);
}

char *mean_count_error_text(Language language, int64_t error_milli) {
  g_autofree char *count = say_milli(language, two_digits_up(error_milli, 100));

  return g_strdup_printf("±\u00a0%s", count);
}

char *cap_share_text(Language language, const CapTest *test, Condition condition) {
  int32_t broken = test->broken_count[condition];
  g_autofree char *count = say_number(language, broken);
  g_autofree char *years = say_number(language, test->years);
  g_autofree char *share =
      say_percent(language, money_scale_half_up(broken, 1000, MAX(test->years, 1)) * 100);

  return g_strdup_printf(say(language, "%1$s of %2$s years (%3$s)"), count, years, share);
}

char *cap_limit_text(Language language, const Cap *cap) {
  g_autofree char *vouchers = say_number(language, cap->vouchers);
  g_autofree char *error = say_number(language, cap->error_vouchers);

  if (cap->error_vouchers > 0) {
    return g_strdup_printf(say(language, "%1$s vouchers at most, ± %2$s"), vouchers, error);
  }
  return g_strdup_printf(
      say_count(language, cap->vouchers, "%s voucher at most", "%s vouchers at most"), vouchers);
}

char *alternative_months_text(Language language, const Alternative *way) {
  g_autofree char *months = say_number(language, way->months_before_result);

  if (way->months_before_result == 0) {
    return g_strdup(say(language, "clients come at once"));
  }
  return g_strdup_printf(say_count(language, way->months_before_result,
                                   "first clients after %s month", "first clients after %s months"),
                         months);
}

char *alternative_cost_text(Language language, AlternativeKind kind, int64_t cents) {
  return kind == ALTERNATIVE_ADVERTISING ? say_money_whole(language, cents)
                                         : say_money_about(language, cents);
}

bool alternative_counts_visits(AlternativeKind kind) {
  return kind == ALTERNATIVE_DEAL || kind == ALTERNATIVE_OWN_OFFER;
}

char *alternative_before_text(Language language, const Study *study) {
  const Alternative *deal = &study->decisions->alternative[ALTERNATIVE_DEAL];
  const Risk *risk = told_risk(study);

  if (!risk || !deal->has_clients) {
    return NULL;
  }
  const RiskSpread *spread = risk_told(risk)->spread;
  int64_t people_milli = spread[RISK_PEOPLE_RETURNING].mean_milli;
  int64_t margin_cents =
      money_scale_half_up(spread[RISK_RETURN_VISITS].mean_milli,
                          study->results->voucher.margin_mean_regular_cents, 1000);

  if (people_milli <= 0) {
    return NULL;
  }
  int64_t brings_cents = money_scale_half_up(margin_cents, 1000, people_milli);
  int64_t before_cents =
      money_scale_half_up(deal->cost_cents, 1000, deal->clients_milli) + brings_cents;
  g_autofree char *brings = say_money_about(language, brings_cents);
  g_autofree char *before = say_money_about(language, MAX(before_cents, 0));

  return g_strdup_printf(say(language, "A client kept by the deal leaves %1$s in these months; "
                                       "before that she costs %2$s."),
                         brings, before);
}

const char *alternative_lacks(Language language, const Alternative *way) {
  if (!way->applies) {
    return say(language, "the plan does not say enough of it");
  }
  return way->has_clients ? NULL : say(language, "keeps no client");
}

char *offer_name_text(Language language, const Offers *offers, int index) {
  const char *name = offers->offer[index].name;
  g_autofree char *number = say_number(language, index + 1);

  return *name ? load_name_text(language, name) : g_strdup_printf(say(language, "Deal %s"), number);
}

char *offer_difference_text(Language language, const Offers *offers, int index) {
  const TrialMean *less = &offers->offer[index].less_first;
  int64_t cents = mean_cents(less->mean_milli);
  g_autofree char *first = offer_name_text(language, offers, 0);
  g_autofree char *money = say_money_about(language, ABS(cents));
  g_autofree char *error = mean_error_text(language, less->error_milli);

  if (index == 0) {
    return g_strdup(say(language, "the others are compared with it"));
  }
  if (ABS(less->mean_milli) <= 2 * less->error_milli) {
    return g_strdup_printf(say(language, "on average no different from %1$s (%2$s)"), first, error);
  }
  return g_strdup_printf(cents > 0 ? say(language, "on average %1$s more than %2$s, %3$s")
                                   : say(language, "on average %1$s less than %2$s, %3$s"),
                         money, first, error);
}

const char *verdict_form_label(Language language, VerdictForm form) {
  switch (form) {
  case VERDICT_YES:
    return say(language, "Yes");
  case VERDICT_AS_ADVERTISING:
    return say(language, "Yes, as advertising");
  case VERDICT_NO:
    return say(language, "No");
  case VERDICT_COUNT:
    break;
  }
  return "–";
}

char *break_even_none_text(Language language, const BreakEven *line, BreakEvenOf of) {
  const BreakEvenPoint *last;
  g_autofree char *low = NULL, *high = NULL;

  if (line->found) {
    return NULL;
  }
  if (line->point_count == 0) {
    return g_strdup(say(language, "Nothing was looked at."));
  }
  last = &line->point[line->point_count - 1];
  low = value_text(language, break_even_path(of), line->point[0].value);
  high = value_text(language, break_even_path(of), last->value);
  return g_strdup_printf(
      line->now_result_cents < 0
          ? say(language, "No break-even from %1$s to %2$s: the deal loses everywhere")
          : say(language, "No break-even from %1$s to %2$s: the deal loses nowhere"),
      low, high);
}
