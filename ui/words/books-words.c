/* Room: words. Knows: which topics the books of a plan have. Must not know: what each says. */
#include "ui/words/books-parts.h"

static const struct {
  const char *name;
  char *(*find)(Language language, const Books *books);
  char *(*explain)(Language language, const Books *books);
} topics[BOOKS_TOPIC_COUNT] = {
    [BOOKS_NOT_YOURS] = {"not_yours", books_find_not_yours, books_explain_not_yours},
    [BOOKS_TREATMENTS] = {"treatments", books_find_treatments, books_explain_treatments},
    [BOOKS_REMITTANCES] = {"remittances", books_find_remittances, books_explain_remittances},
    [BOOKS_QUICK_METHOD] = {"quick_method", books_find_quick_method, books_explain_quick_method},
    [BOOKS_REGISTRATION] = {"registration", books_find_registration, books_explain_registration},
    [BOOKS_DEFERRED] = {"deferred", books_find_deferred, books_explain_deferred},
    [BOOKS_RESERVE] = {"reserve", books_find_reserve, books_explain_reserve},
    [BOOKS_INCOME] = {"income", books_find_income, books_explain_income},
    [BOOKS_CUT_OFFS] = {"cut_offs", books_find_cut_offs, books_explain_cut_offs},
    [BOOKS_TRIAL_BALANCE] = {"trial_balance", books_find_trial_balance,
                             books_explain_trial_balance},
    [BOOKS_MODEL] = {"model", books_find_model, books_explain_model},
    [BOOKS_SIGNING] = {"signing", books_find_signing, books_explain_signing},
    [BOOKS_ACCOUNTS] = {"accounts", books_find_accounts, books_explain_accounts},
};

const char *books_topic_name(BooksTopic topic) {
  g_return_val_if_fail(topic < BOOKS_TOPIC_COUNT, "");
  return topics[topic].name;
}

/* Whether vouchers ever were owed on the books. */
static bool has_deferred(const Books *books) {
  DeferredMonth months[MONTHS_MAX];
  int count = deferred_months_fill(books_projected(books), books_first_date(books),
                                   books_last_date(books), months);

  for (int i = 0; i < count; i++) {
    if (months[i].sold_cents != 0 || months[i].used_cents != 0) {
      return true;
    }
  }
  return false;
}

static bool has_taxes(const Books *books) {
  const Cash *with = &books_results(books)->cash_with,
             *without = &books_results(books)->cash_without;

  return with->tax_collected_cents != 0 || with->tax_credits_cents != 0 ||
         without->tax_collected_cents != 0 || without->tax_credits_cents != 0;
}

static bool has_remittances(const Books *books) {
  const Results *results = books_results(books);

  return results->cash_with.remittance_count > 0 || results->cash_without.remittance_count > 0;
}

static bool has_quick_method(const Books *books) {
  QuickComparison comparison;

  books_quick_comparison(books, &comparison);
  return comparison.exists &&
         tax_is_collected(&books_plan(books)->business, books_last_date(books));
}

bool books_topic_applies(const Books *books, BooksTopic topic) {
  bool has_calendar = books_results(books)->has_calendar;

  switch (topic) {
  case BOOKS_NOT_YOURS:
  case BOOKS_INCOME:
  case BOOKS_CUT_OFFS:
  case BOOKS_TRIAL_BALANCE:
    return has_calendar;
  case BOOKS_REMITTANCES:
    return has_calendar && has_remittances(books);
  case BOOKS_RESERVE:
    return has_calendar && has_taxes(books);
  case BOOKS_QUICK_METHOD:
    return has_calendar && has_quick_method(books);
  case BOOKS_REGISTRATION:
    return has_calendar && books_results(books)->registration.is_watched;
  case BOOKS_DEFERRED:
    return has_calendar && has_deferred(books);
  case BOOKS_MODEL:
    return journal_entry_count(books_model(books)) > 0;
  case BOOKS_TREATMENTS:
  case BOOKS_SIGNING:
  case BOOKS_ACCOUNTS:
    return true;
  case BOOKS_TOPIC_COUNT:
    break;
  }
  g_return_val_if_reached(false);
}

char *books_finding(Language language, const Books *books, BooksTopic topic) {
  g_return_val_if_fail(topic < BOOKS_TOPIC_COUNT, NULL);
  return books_topic_applies(books, topic) ? topics[topic].find(language, books) : NULL;
}

char *books_explain(Language language, const Books *books, BooksTopic topic) {
  g_return_val_if_fail(topic < BOOKS_TOPIC_COUNT, NULL);
  return books_topic_applies(books, topic) ? topics[topic].explain(language, books) : NULL;
}
