/* Room: words. Knows: journal entries, which journal is which. Must not know: files, screens.
 *
 * What an entry says it is, and what a journal says it covers: no projected or model entry may be
 * taken for a record. */
#include "ui/words/books-figures.h"
#include "ui/words/phrase.h"

const char *entry_kind_label(Language language, EntryKind kind) {
  static const char *const labels[ENTRY_KIND_COUNT] = {
      [ENTRY_OPENING] = N_("Opening balance"),
      [ENTRY_SALE] = N_("Vouchers sold by the site"),
      [ENTRY_SALE_ACCRUED] = N_("Vouchers used before the site’s statement"),
      [ENTRY_FIXED_FEE] = N_("The site’s fixed fee"),
      [ENTRY_PAYOUT] = N_("Payout from the site"),
      [ENTRY_HOLD_BACK] = N_("Hold-back paid by the site"),
      [ENTRY_STATEMENT] = N_("The site’s statement of vouchers used"),
      [ENTRY_SITE_DEFAULT] = N_("The site pays no more"),
      [ENTRY_REFUND_BEFORE_USE] = N_("Vouchers refunded before use"),
      [ENTRY_REFUND_UNSERVED] = N_("Vouchers refunded, no place found"),
      [ENTRY_BREAKAGE] = N_("Vouchers judged unused for good"),
      [ENTRY_BREAKAGE_WITH_USE] = N_("Share of unused vouchers, with use"),
      [ENTRY_REDEMPTION] = N_("Vouchers used"),
      [ENTRY_COMMISSION_MATCHED] = N_("Commission of vouchers used"),
      [ENTRY_LATE_USE] = N_("Vouchers used after the promotion"),
      [ENTRY_FORFEIT] = N_("Missed visits, amounts kept"),
      [ENTRY_REFUND_AFTER_USE] = N_("Credit notes after use"),
      [ENTRY_REGULAR] = N_("Visits of regulars"),
      [ENTRY_RETURNING] = N_("Visits of returning clients"),
      [ENTRY_SUPPLIES] = N_("Supplies of the visits"),
      [ENTRY_EXTRAS_GOODS] = N_("Cost of extras sold"),
      [ENTRY_TIPS] = N_("Tips received for the staff"),
      [ENTRY_PAY] = N_("Pay day"),
      [ENTRY_PAY_ACCRUED] = N_("Pay earned, not paid yet"),
      [ENTRY_CONTRIBUTIONS] = N_("Payroll contributions paid"),
      [ENTRY_TIPS_PAID] = N_("Tips handed to the staff"),
      [ENTRY_PHONE] = N_("Help on the phone"),
      [ENTRY_ONE_OFF] = N_("One-off cost"),
      [ENTRY_FIXED_COSTS] = N_("Fixed costs of the month"),
      [ENTRY_OWNER_DRAW] = N_("Owner’s draw"),
      [ENTRY_TAX_KEPT] = N_("Tax kept by the Quick Method"),
      [ENTRY_REMITTANCE] = N_("Sales tax return"),
      [ENTRY_TAX_INSTALMENT] = N_("Sales tax instalment"),
  };

  g_return_val_if_fail(kind < ENTRY_KIND_COUNT, "");
  return say(language, labels[kind]);
}

/* Entries of the deal that count vouchers or visits. NULL: another kind. */
static const char *deal_count_format(Language language, EntryKind kind, int64_t count) {
  switch ((int)kind) {
  case ENTRY_SALE:
    return say_count(language, count, "%s voucher sold", "%s vouchers sold");
  case ENTRY_REFUND_BEFORE_USE:
    return say_count(language, count, "%s voucher refunded before use",
                     "%s vouchers refunded before use");
  case ENTRY_REFUND_UNSERVED:
    return say_count(language, count, "%s voucher refunded, no place found",
                     "%s vouchers refunded, no place found");
  case ENTRY_BREAKAGE:
    return say_count(language, count, "%s voucher judged unused for good",
                     "%s vouchers judged unused for good");
  case ENTRY_BREAKAGE_WITH_USE:
    return say_count(language, count, "%s unused voucher, with use",
                     "%s unused vouchers, with use");
  case ENTRY_REDEMPTION:
    return say_count(language, count, "%s visit paid by voucher", "%s visits paid by voucher");
  case ENTRY_COMMISSION_MATCHED:
    return say_count(language, count, "commission for %s visit", "commission for %s visits");
  case ENTRY_LATE_USE:
    return say_count(language, count, "%s voucher used after the promotion",
                     "%s vouchers used after the promotion");
  case ENTRY_FORFEIT:
    return say_count(language, count, "%s missed visit, amount kept",
                     "%s missed visits, amounts kept");
  case ENTRY_REFUND_AFTER_USE:
    return say_count(language, count, "%s credit note after use", "%s credit notes after use");
  default:
    return NULL;
  }
}

static const char *visit_count_format(Language language, EntryKind kind, int64_t count) {
  switch ((int)kind) {
  case ENTRY_REGULAR:
    return say_count(language, count, "%s visit of a regular", "%s visits of regulars");
  case ENTRY_RETURNING:
    return say_count(language, count, "%s visit of a returning client",
                     "%s visits of returning clients");
  case ENTRY_SUPPLIES:
    return say_count(language, count, "supplies for %s visit", "supplies for %s visits");
  case ENTRY_EXTRAS_GOODS:
    return say_count(language, count, "cost of extras for %s visit",
                     "cost of extras for %s visits");
  case ENTRY_TIPS:
    return say_count(language, count, "tips for %s visit", "tips for %s visits");
  default:
    return NULL;
  }
}

const char *breakage_label(Language language, const PlanDeal *deal) {
  return deal->breakage_policy == BREAKAGE_PROPORTIONAL ? say(language, "Share of unused, with use")
                                                        : say(language, "Judged unused for good");
}

char *entry_text(Language language, const JournalEntry *entry) {
  const char *format = NULL;

  if (entry->count > 0) {
    format = deal_count_format(language, entry->kind, entry->count);
    format = format ? format : visit_count_format(language, entry->kind, entry->count);
  }
  if (format) {
    g_autofree char *count = say_number(language, entry->count);
    g_auto(GStrv) parts = g_strsplit(format, "%s", 2); /* no literal left for printf to check */

    return phrase_capital(g_strjoinv(count, parts));
  }
  return g_strdup(entry_kind_label(language, entry->kind));
}

const char *journal_mark(Language language, JournalKind kind) {
  static const char *const marks[JOURNAL_KIND_COUNT] = {
      [JOURNAL_MODEL] = N_("MODEL ENTRY"),
      [JOURNAL_PROJECTED] = N_("FORECAST"),
  };

  g_return_val_if_fail(kind < JOURNAL_KIND_COUNT, "");
  return say(language, marks[kind]);
}

char *journal_scope_text(Language language, const Books *books, JournalKind kind) {
  g_autofree char *first = say_date(language, books_first_date(books));
  g_autofree char *last = say_date(language, books_last_date(books));
  const char *mark = journal_mark(language, kind);

  if (kind == JOURNAL_MODEL) {
    return g_strdup_printf(
        say(language, "%s: one example of each kind of event, on the terms of this plan. These "
                      "are no transactions: nothing here has happened. Have each one confirmed "
                      "before you book the real ones like it."),
        mark);
  }
  return g_strdup_printf(
      books_results(books)->has_calendar
          ? say(language, "%1$s: the whole business of the plan, deal and regulars, from %2$s to "
                          "%3$s, before income tax. It is no record: nothing here has happened. "
                          "Payments to and from the tax offices are left out.")
          : say(language, "%1$s: the campaign alone, without your other clients, from %2$s to "
                          "%3$s, before income tax. It is no record: nothing here has happened. "
                          "Payments to and from the tax offices are left out."),
      mark, first, last);
}

char *journal_scope_short(Language language, const Books *books, JournalKind kind) {
  const char *mark = journal_mark(language, kind);

  if (kind == JOURNAL_MODEL) {
    return g_strdup_printf(say(language, "%s – an example, no record"), mark);
  }
  return g_strdup_printf(books_results(books)->has_calendar
                             ? say(language, "%s – whole business, no record")
                             : say(language, "%s – campaign alone, no record"),
                         mark);
}
