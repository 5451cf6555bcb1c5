/* Help and the diagnostic: every topic has its text in both languages, inputs are found by their
 * own names, and nothing of the owner's is in what she may send. */
#include <string.h>

#include <glib/gstdio.h>

#include "model/plan/fields.h"
#include "ui/window/diagnostic.h"
#include "ui/help/help-inputs.h"
#include "ui/help/help-topics.h"
#include "ui/inputs/input-table.h"
#include "ui/window/key-table.h"

typedef struct {
  char *folder, *path;
  AubSession *session;
} Fixture;

static void set_up(Fixture *fixture, gconstpointer data) {
  g_autoptr(GError) error = NULL;
  fixture->folder = g_dir_make_tmp("Xanthippe-XXXXXX", NULL);
  fixture->path = g_build_filename(fixture->folder, "Quetzalcoatl.aubaine", NULL);
  fixture->session = aub_session_new(fixture->path, &error);
  g_assert_no_error(error);
  aub_session_set_risk_options(fixture->session, &(RiskOptions){.years = 0});
  aub_session_set_decide(fixture->session, FALSE);
}

static void tear_down(Fixture *fixture, gconstpointer data) {
  g_clear_object(&fixture->session);
  g_remove(fixture->path);
  g_rmdir(fixture->folder);
  g_free(fixture->folder);
  g_free(fixture->path);
}

static void test_every_topic_has_a_text(Fixture *fixture, gconstpointer data) {
  g_autoptr(GHashTable) titles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (int i = 0; i < help_topic_count(); i++) {
    const HelpTopic *topic = help_topic(i);
    g_assert_cmpint(help_topic_index(topic), ==, i);
    g_autofree char *title = help_topic_title(topic, LANGUAGE_EN, fixture->session);
    g_autofree char *text = help_topic_text(topic, LANGUAGE_EN, fixture->session);
    g_autofree char *titre = help_topic_title(topic, LANGUAGE_FR, fixture->session);
    g_autofree char *texte = help_topic_text(topic, LANGUAGE_FR, fixture->session);
    g_assert_cmpint(strlen(text), >, 15);
    g_assert_cmpstr(title, !=, titre);
    g_assert_cmpstr(text, !=, texte);
    g_assert_cmpstr(title, !=, text);
    char *whole = g_strdup_printf("%s: %s", help_topic_heading(LANGUAGE_EN, topic), title);
    g_assert_true(g_hash_table_add(titles, whole));
  }
}

/* F1 shows the first topic of the page. */
static void test_every_page_begins_with_itself(Fixture *fixture, gconstpointer data) {
  static const char *const pages[] = {"",     "answers", "voucher", "bookings",
                                      "cash", "risk",    "offers",  "books"};
  int page = -1;
  for (int i = 0; i < help_topic_count(); i++) {
    const HelpTopic *topic = help_topic(i);
    if (page >= 0 && strcmp(pages[page], help_topic_page(topic)) == 0)
      continue;
    g_assert_cmpint(++page, <, (int)G_N_ELEMENTS(pages));
    g_assert_cmpstr(help_topic_page(topic), ==, pages[page]);
    g_autofree char *title = help_topic_title(topic, LANGUAGE_EN, fixture->session);
    g_assert_cmpstr(title, ==, page == 0 ? "In three minutes" : "What this page answers");
  }
  g_assert_cmpint(page, ==, (int)G_N_ELEMENTS(pages) - 1);
}

static const HelpInput *find(GPtrArray *inputs, const char *query) {
  for (guint i = 0; i < inputs->len; i++)
    if (help_input_matches(g_ptr_array_index(inputs, i), query))
      return g_ptr_array_index(inputs, i);
  return NULL;
}

static void assert_finds(Language language, const char *query, const char *path) {
  g_autoptr(GPtrArray) inputs = help_inputs_new(language);
  const HelpInput *input = find(inputs, query);
  g_assert_cmpstr(input ? input->path : NULL, ==, path);
}

static void test_inputs_are_found_by_name(void) {
  assert_finds(LANGUAGE_EN, "discount", FIELD_ROW_DISCOUNT);
  assert_finds(LANGUAGE_EN, "guar wage", "staff[0].guarantee_cents_per_hour");
  assert_finds(LANGUAGE_EN, "lose sleep", "business.cash_floor_cents");
  assert_finds(LANGUAGE_EN, "season", "regulars.season_per_100k");
  assert_finds(LANGUAGE_FR, "rabais", FIELD_ROW_DISCOUNT);
  assert_finds(LANGUAGE_FR, "rabais introuvable", NULL);
}

/* No path in place of a name, no name twice. */
static void test_every_input_has_a_name(void) {
  for (int language = 0; language < 2; language++) {
    g_autoptr(GPtrArray) inputs = help_inputs_new((Language)language);
    g_autoptr(GHashTable) titles = g_hash_table_new(g_str_hash, g_str_equal);
    g_assert_cmpuint(inputs->len, >, 100);
    for (guint i = 0; i < inputs->len; i++) {
      const HelpInput *input = g_ptr_array_index(inputs, i);
      g_assert_null(strpbrk(input->title, "_[]"));
      if (!g_hash_table_add(titles, input->title))
        g_error("two inputs are called “%s”", input->title);
    }
  }
}

/* Tell-tale names in all texts of the plan, tell-tale amounts in all its cents. */
static void fill_with_telltales(Plan *plan) {
  for (int i = 0; i < field_count(); i++) {
    const Field *field = field_at(i);
    if (strstr(field->path, "[]"))
      continue;
    if (field->type == FIELD_TEXT)
      plan_set_text(plan, field->path, "Zwingli");
    else if (field->type == FIELD_CENTS)
      plan_set(plan, field->path, CLAMP(7654321, field->minimum, field->maximum));
  }
  for (int i = 0; i < plan->staff_count; i++)
    g_strlcpy(plan->staff[i].name, "Zwingli", sizeof plan->staff[i].name);
}

/* The first of the tell-tales in a text; NULL: none. */
static const char *telltale_in(const char *text) {
  static const char *const hers[] = {
      "Zwingli", "Xanthippe", "Quetzalcoatl", "76543", "7654", "76,5", "76\u00a05", "$", "/tmp"};
  for (gsize i = 0; i < G_N_ELEMENTS(hers); i++)
    if (strstr(text, hers[i]))
      return hers[i];
  return strstr(text, g_get_home_dir()) ? "her folder" : NULL;
}

static void test_the_diagnostic_tells_nothing_of_hers(Fixture *fixture, gconstpointer data) {
  g_autofree Plan *plan = g_new(Plan, 1);
  *plan = *aub_session_get_plan(fixture->session);
  fill_with_telltales(plan);
  aub_session_replace_plan(fixture->session, plan, "name", 0);
  g_autofree char *in_bank = say_money(LANGUAGE_FR, plan->business.opening_cash_cents);
  g_assert_nonnull(telltale_in(plan->name));
  g_assert_nonnull(telltale_in(plan->staff[0].name));
  g_assert_nonnull(telltale_in(in_bank));
  g_assert_nonnull(telltale_in(fixture->path));
  for (int language = 0; language < 2; language++) {
    const DiagnosticScreen screen = {.renderer = "GskCairoRenderer", .text_scale = 1.25};
    g_autofree char *text = diagnostic_text((Language)language, fixture->session, &screen);
    g_assert_nonnull(strstr(text, "GTK"));
    g_assert_nonnull(strstr(text, "125"));
    if (telltale_in(text))
      g_error("the diagnostic says “%s”:\n%s", telltale_in(text), text);
  }
}

/* Two commands on one key, or a key that cannot be read, would be silent. */
static void test_every_key_is_one_command(void) {
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  int count;
  const KeyRow *rows = key_table(&count);
  for (int i = 0; i < count; i++) {
    g_assert_nonnull(rows[i].keys[0]);
    g_assert_true(i == 0 || rows[i].group >= rows[i - 1].group);
    for (int k = 0; rows[i].keys[k]; k++) {
      guint key = 0;
      GdkModifierType state = 0;
      g_assert_true(gtk_accelerator_parse(rows[i].keys[k], &key, &state));
      g_assert_true(!rows[i].action || g_hash_table_add(seen, (char *)rows[i].keys[k]));
    }
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add("/help/topics", Fixture, NULL, set_up, test_every_topic_has_a_text, tear_down);
  g_test_add("/help/pages", Fixture, NULL, set_up, test_every_page_begins_with_itself, tear_down);
  g_test_add_func("/help/found", test_inputs_are_found_by_name);
  g_test_add_func("/help/names", test_every_input_has_a_name);
  g_test_add("/diagnostic/private", Fixture, NULL, set_up,
             test_the_diagnostic_tells_nothing_of_hers, tear_down);
  g_test_add_func("/keys/one-command", test_every_key_is_one_command);
  return g_test_run();
}
