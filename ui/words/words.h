/* Room: words. Knows: model, GLib. Must not know: cairo, GTK, files of the owner.
 *
 * Everything the program says, in either language. The language is an argument, never a state: a
 * window in one language can export a PDF in the other, and gettext's process-wide state, LANG and
 * LANGUAGE do not matter. English is in the code; the French catalogue (po/fr_CA.po, compiled) is
 * linked into the program and read by catalogue.c. xgettext keywords: say:2, say_count:3,4, N_:1.
 */
#pragma once

#include <glib.h>

#include "model/base/number-text.h"
#include "model/results/results.h"
#include "model/results/study.h"
#include "model/tax/tax.h"
#include "model/ledger/books.h"
#include "model/ledger/signing.h"
#include "model/plan/fields.h"
#include "model/plan/plan.h"
#include "model/plan/problem.h"

/* Marks a text for translation without translating it. */
#define N_(text) (text)

/* The text in the language; the English itself when the catalogue lacks it. Borrowed, for ever. */
const char *say(Language language, const char *english) G_GNUC_FORMAT(2);
/* Plural: English 1, French 0 and 1 take the singular. */
const char *say_count(Language language, int64_t count, const char *singular, const char *plural)
    G_GNUC_FORMAT(3) G_GNUC_FORMAT(4);

/* A name that comes from the shipped example or a preset ("Room 1", "New graduate", "US merchants")
 * in the language; any other name as it was typed. Borrowed, for ever. */
const char *say_name(Language language, const char *name);

/* A failure of the world (store, paper, GLib's files) as one line. Free with g_free. */
char *error_text(Language language, const GError *error);

/* "en", "fr" ↔ Language; from_code accepts fr, fr_CA, fr-CA.UTF-8 …; anything else is English. */
const char *language_code(Language language); /* "en-CA", "fr-CA" */
Language language_from_code(const char *code);

/* Formatters that allocate; free with g_free. */
char *say_money(Language language, int64_t cents);
char *say_money_whole(Language language, int64_t cents);
char *say_money_signed(Language language, int64_t cents);
char *say_percent(Language language, int64_t rate_per_100k);
char *say_number(Language language, int64_t count);
char *say_hours(Language language, int64_t minutes);        /* "2,331.3 h" */
char *say_hours_number(Language language, int64_t minutes); /* "2,331.3" */
char *say_milli(Language language, int64_t milli);          /* "2,331.25", of thousandths */
/* Of a minute of an evening that may go on past midnight, the time of the clock: "17:00", "1:30" of
 * 25:30; the span "17:00 to 20:00", "1:00 to 2:00 after midnight". */
char *say_clock(Language language, int minute);
char *say_clock_span(Language language, int begin_minute, int end_minute);
char *say_date(Language language, int32_t date); /* long */

/* Simulated figures (domain §11) are rounded to two significant digits, and say so: "about $4,800",
 * "about -$2,100", "about +$3,400", "about 160", "about 4.7", "about 12%". An exact 0 is said
 * plainly. Amounts no finer than a dollar, averages than a tenth, shares than a tenth of a point
 * under 10 %, then a point; vouchers are rounded down to 10: "about 350 vouchers". */
int64_t about_cents(int64_t cents);
int64_t about_count(int64_t count);
int64_t about_per_100k(int64_t rate_per_100k);
int64_t about_milli(int64_t milli);
char *say_money_about(Language language, int64_t cents);
char *say_change_about(Language language, int64_t cents);
char *say_count_about(Language language, int64_t count);
char *say_milli_about(Language language, int64_t milli);
char *say_percent_about(Language language, int64_t rate_per_100k);
char *say_vouchers_about(Language language, int64_t count);

/* A field for people: label, the question that asks for it, what goes beside it. Borrowed. */
const char *field_label(Language language, const char *path);    /* "Commission" */
const char *field_question(Language language, const char *path); /* may be NULL */
const char *field_hint(Language language, const char *path);     /* "before tax"; may be NULL */
/* A value as shown: "50 %", "extra", "yes", "not set". */
char *field_value_text(Language language, const Plan *plan, const char *path);
/* The same for a number that is not in a plan (an end of a range, a limit). */
char *value_text(Language language, const char *path, int64_t value);
const char *choice_label(Language language, const Field *field, int choice);
const char *provenance_label(Language language, ProvenanceKind kind);
/* Where the value of a path comes from: "contract (s. 4)", "assumed". Free with g_free. */
char *provenance_text(Language language, const Plan *plan, const char *path);

/* "Mon–Sat 10:00–20:00; Sun 12:00–17:00"; "never" when the list is empty. Free with g_free. */
char *week_hours_text(Language language, const WeeklyHours *hours, int count);
/* "every day", "Mon–Fri", "Mon, Wed, Fri", "no day". Free with g_free. */
char *weekdays_text(Language language, const bool days[7]);

/* A problem or warning in the owner's words, with a way out; stands beside its field. */
char *problem_text(Language language, const Problem *problem);
char *number_problem_text(Language language, NumberProblem problem);

/* "Change discount to 40%": name of an undo step. path "" : "several changes". */
char *edit_name(Language language, const Plan *after, const char *path);

/* The verdict (domain §12.10) of the simulated years and, once they are there, the decisions: one
 * sentence, then the reasons in one or two. Without simulated years it is provisional, of the plan
 * year. Of a plan without rooms it is of the money alone, and says so. Free with g_free. */
char *verdict_title(Language language, const Study *study);
/* The same for a narrow place, in at most so many letters, its numbers left to the reasons: "Yes,
 * if: 180 vouchers at most", "No: too many regulars are refused". Free with g_free. */
#define VERDICT_SHORT_LETTERS_MAX 60
char *verdict_title_short(Language language, const Study *study);
char *verdict_reasons(Language language, const Study *study);
/* "YES", "YES, IF", "AD", "AD, IF", "NO"; "?" with neither rooms nor simulated years. */
const char *verdict_badge(Language language, const Study *study);
/* "From 10,000 simulated years, seed 1." or "Provisional: from the plan year, which has no luck …".
 * Free with g_free. */
char *verdict_basis(Language language, const Study *study);
/* The form told; VERDICT_COUNT with neither rooms nor simulated years. */
VerdictForm verdict_form_told(const Study *study);
/* The value or limit of a condition in its own unit: "$3,000", "95%". */
char *condition_value_text(Language language, Condition condition, int64_t value);

/* The five figures always in sight (domain §12.10): deal compared with no deal, recommended cap,
 * regulars turned away because of the deal, lowest balance, cost per client kept. From simulated
 * years where there are any; else from the plan year, and each says which. */
#define FIGURE_COUNT 5
typedef struct {
  char *label; /* "Lowest balance" */
  char *value; /* "$6,912.34" */
  char *note;  /* "April 14, 2027" */
} Figure;
void figure_fill(Language language, const Study *study, int index, Figure *figure);
void figure_clear(Figure *figure);

/* A chart's finding (its title) and what it plots (its subtitle). Free with g_free. */
char *finding_waterfall(Language language, const Plan *plan, const Results *results);
char *finding_bookings(Language language, const Plan *plan, const Results *results);
char *finding_heat(Language language, const Plan *plan, const Results *results);
char *finding_cash(Language language, const Plan *plan, const Results *results);
char *finding_reserve(Language language, const Plan *plan, const Results *results);
const char *waterfall_step_label(Language language, WaterfallStep step);
const char *cash_line_label(Language language, CashLine line);
const char *earn_line_label(Language language, EarnLine line);
const char *visit_kind_label(Language language, VisitKind kind);
const char *condition_label(Language language, Condition condition);
const char *tax_kind_label(Language language, TaxKind kind);
/* The same of one tax of a set: two custom ones are told apart, "first tax" and "second tax". */
const char *tax_label(Language language, const TaxSet *set, int index);

/* "How is this computed?" of a figure (index of figure_fill): the formula with its numbers. */
char *explain_figure(Language language, const Study *study, int index);
/* The same of what one used voucher leaves. */
char *explain_kept_per_voucher(Language language, const Plan *plan, const Results *results);

/* The books. */
const char *account_label(Language language, Account account); /* "Deferred revenue – vouchers" */
const char *entry_kind_label(Language language, EntryKind kind);          /* "Vouchers used" */
const char *treatment_case_label(Language language, TreatmentCase which); /* "A – taxes extra" */
/* "12 vouchers used"; model and projected alike. Free with g_free. */
char *entry_text(Language language, const JournalEntry *entry);
/* What a journal covers and that it is no record: "FORECAST: …". Free with g_free. */
typedef enum { JOURNAL_MODEL, JOURNAL_PROJECTED, JOURNAL_KIND_COUNT } JournalKind;
char *journal_scope_text(Language language, const Books *books, JournalKind kind);
/* The same in at most 39 characters: "FORECAST – whole business, no record". Free with g_free. */
char *journal_scope_short(Language language, const Books *books, JournalKind kind);
/* "FORECAST", "PRÉVISION"; "MODEL ENTRY", "MODÈLE" */
const char *journal_mark(Language language, JournalKind kind);

/* What the Books page says: a finding each (free with g_free), and how it is computed. */
typedef enum {
  BOOKS_NOT_YOURS,    /* money received that is not hers, at its highest and at year ends */
  BOOKS_TREATMENTS,   /* what each wording of the taxes costs */
  BOOKS_REMITTANCES,  /* when taxes are due, with and without the deal */
  BOOKS_QUICK_METHOD, /* both ways, with the reason */
  BOOKS_REGISTRATION, /* small supplier: when the threshold is passed, what changes that day */
  BOOKS_DEFERRED,     /* by month */
  BOOKS_RESERVE,      /* taxes held, by month */
  BOOKS_INCOME,       /* of the deal */
  BOOKS_CUT_OFFS,     /* fiscal year ends */
  BOOKS_TRIAL_BALANCE,
  BOOKS_MODEL,    /* model entries */
  BOOKS_SIGNING,  /* before you sign */
  BOOKS_ACCOUNTS, /* the account numbers, ours and hers */
  BOOKS_TOPIC_COUNT
} BooksTopic;
const char *books_topic_name(BooksTopic topic); /* "not_yours"; stable */
/* False: nothing to say of this plan (small supplier of one who is registered). */
bool books_topic_applies(const Books *books, BooksTopic topic);
char *books_finding(Language language, const Books *books, BooksTopic topic);
char *books_explain(Language language, const Books *books, BooksTopic topic);
/* A tick: what is right, or what to ask. Free with g_free. */
char *sign_text(Language language, const Books *books, const SignCheck *check);
const char *sign_state_label(Language language, SignState state); /* "Fine", "Ask", … */
