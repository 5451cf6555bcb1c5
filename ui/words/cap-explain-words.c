/* Room: words. Knows: the cap. Must not know: figures, screens.
 *
 * "How is this computed?" of how many vouchers to sell at most: what each condition alone allows,
 * and what they allow together. */
#include "ui/words/figure-parts.h"
#include "ui/words/phrase.h"

static void add_cap_alone(GString *text, Language language, const Cap *cap) {
  for (int i = 0; i < CONDITION_COUNT; i++) {
    const CapAlone *alone = &cap->alone[i];
    const char *label = condition_label(language, (Condition)i);
    g_autofree char *vouchers = say_number(language, alone->vouchers);

    if (!alone->applies) {
      continue;
    }
    if (!alone->found) {
      g_string_append_printf(text, say(language, "%s: alone, it allows no number"), label);
    } else if (alone->is_bound) {
      g_string_append_printf(text, say(language, "%1$s: alone, it allows all that was tried, %2$s"),
                             label, vouchers);
    } else {
      g_string_append_printf(text, say(language, "%1$s: alone, it allows about %2$s"), label,
                             vouchers);
    }
    g_string_append_c(text, '\n');
  }
}

static void add_cap_answer(GString *text, Language language, const Cap *cap) {
  g_autofree char *vouchers = phrase_vouchers(language, cap->vouchers);
  g_autofree char *error = say_number(language, MAX(1, cap->error_vouchers));
  g_autofree char *most = say_number(language, cap->most);
  g_autofree char *least = phrase_vouchers(language, cap->at_least);

  if (!cap->found) {
    g_string_append_printf(text, say(language, "No number up to %s meets all of them."), most);
  } else if (cap->binding == CONDITION_COUNT) {
    g_string_append_printf(text,
                           say(language, "= %s: nothing breaks up to there, the most that was "
                                         "tried."),
                           vouchers);
  } else {
    g_string_append_printf(text, say(language, "= %1$s, ± %2$s (one standard error)."), vouchers,
                           error);
  }
  g_string_append_c(text, '\n');
  if (cap->found && cap->at_least > 0) {
    g_string_append_printf(text,
                           say(language, "Under %s the goal is not met either: what the campaign "
                                         "costs once is spread over too few."),
                           least);
    g_string_append_c(text, '\n');
  }
}

char *figure_explain_cap(Language language, const Plan *plan, const Cap *cap, bool with_terms) {
  GString *text = g_string_new(NULL);
  g_autofree char *confidence = say_percent(language, plan->conditions.confidence_per_100k);
  g_autofree char *years = say_number(language, cap->years);
  g_autofree char *most = say_number(language, cap->most);

  if (with_terms) {
    g_string_append_printf(text, "%s\n",
                           say(language, "Of the contract with the terms that the verdict asks."));
  }
  add_cap_alone(text, language, cap);
  add_cap_answer(text, language, cap);
  if (plan->rooms_count == 0) {
    g_string_append_printf(text, "%s\n",
                           say(language, "The plan has no rooms: only the money limits it, not "
                                         "waiting, refusals or the bank."));
  }
  g_string_append_printf(
      text,
      say(language, "The most vouchers with which each of your conditions holds in %1$s of the "
                    "simulated years, the cost per client on average, and with any smaller number "
                    "too. Numbers up to %2$s are "
                    "tried in steps of 10, each in up to %3$s simulated years of the same luck; "
                    "your other doubts are drawn, the number sold is taken as certain."),
      confidence, most, years);
  return g_string_free(text, FALSE);
}
