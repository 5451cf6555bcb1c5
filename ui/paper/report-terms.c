/* Room: paper. Knows: words of terms and facts, page. Must not know: how they were found.
 *
 * What the owner should have in writing before she signs, why, and what the verdict rests on. */
#include <string.h>

#include "ui/paper/report-parts.h"
#include "ui/words/decide-words.h"
#include "ui/words/term-words.h"

/* A heading with the list under it begun. */
#define LIST_KEEP 30.0

/* What to ask for, or that nothing helps; NULL: the contract holds as it stands. */
static char *terms_title(Language language, const Study *study, const Asks *asks) {
  const Ask *asked = terms_asked(study);
  if (asked) {
    g_autofree char *terms = terms_text(language, study->plan, asks, asked);
    return g_strdup_printf(say(language, "Ask for: %s"), terms);
  }
  return asks->is_needed && verdict_form_told(study) == VERDICT_NO
             ? g_strdup_printf(
                   say(language, "No change of the contract that we tried is enough: %s"),
                   condition_label(language, asks->hopeless))
             : NULL;
}

/* The reasons of the verdict, the weightiest first, that the verdict does not give itself. */
static void add_reasons(const Report *report) {
  g_autofree char *given = verdict_reasons(report->language, report->study);
  page_tag_begin(report->page, "L");
  for (int k = 0; k < REASONS_MAX; k++) {
    g_autofree char *reason = verdict_reason(report->language, report->study, k);
    if (reason != NULL && strstr(given, reason) == NULL)
      page_item(report->page, TYPE_BODY, "•", reason);
  }
  page_tag_end(report->page, "L");
}

/* "Any of these would do too: …; …" */
static void add_others(const Report *report, const Asks *asks) {
  Language language = report->language;
  if (!terms_asked(report->study) || asks->ask_count < 2)
    return;
  page_space(report->page, 3.0);
  page_paragraph(report->page, TYPE_BODY,
                 say_count(language, asks->ask_count - 1,
                           "This would do in its place:", "Any of these would do in its place:"));
  page_tag_begin(report->page, "L");
  for (int i = 1; i < asks->ask_count; i++) {
    g_autofree char *terms = terms_text(language, report->plan, asks, &asks->ask[i]);
    page_item(report->page, TYPE_BODY, "•", terms);
  }
  page_tag_end(report->page, "L");
}

static void add_facts(const Report *report, const Facts *facts) {
  if (facts->fact_count == 0)
    return;
  page_heading(report->page, 2, say(report->language, "What must be true"), LIST_KEEP);
  page_tag_begin(report->page, "L");
  for (int i = 0; i < facts->fact_count; i++) {
    g_autofree char *text = fact_text(report->language, report->plan, &facts->fact[i]);
    page_item(report->page, TYPE_BODY, "•", text);
  }
  page_tag_end(report->page, "L");
}

void report_add_terms(const Report *report) {
  const Decisions *decisions = report->study->decisions;
  if (!decisions_has(decisions, DECIDE_ASKS))
    return;
  const Asks *asks = &decisions->asks;
  g_autofree char *title = terms_title(report->language, report->study, asks);
  if (title != NULL) {
    page_heading(report->page, 2, title, LIST_KEEP);
    add_reasons(report);
    add_others(report, asks);
  }
  if (decisions_has(decisions, DECIDE_FACTS))
    add_facts(report, &decisions->facts);
}
