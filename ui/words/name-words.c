/* Room: words. Knows: the names written in the shipped example, the presets and the published
 * figures. Must not know: plans, screens.
 *
 * The owner's own names are never touched: only the names of these lists are shown in the reader's
 * language. Titles of published works stay as they were published. */
#include <string.h>

#include "ui/words/words.h"

static const char *const shipped_names[] = {
    /* The example and the presets. */
    N_("Spa duo: the Tuango case"),
    N_("Day spa (example)"),
    N_("Massage and spa"),
    N_("Hair and beauty"),
    N_("Restaurant"),
    N_("Class or studio"),
    N_("One offer"),
    N_("New graduate"),
    N_("Massage"),
    N_("Duo massage"),
    N_("Cut"),
    N_("Colour and cut"),
    N_("Table for two"),
    N_("Table for four"),
    N_("Workshop"),
    N_("Product or service"),
    /* Where a value comes from. */
    N_("starting point of the program: put your own figure"),
    N_("La Presse, January 2012"),
    N_("Groupon merchant agreement of 2011"),
    N_("published contract"),
    N_("trade usage"),
    N_("Québec payroll rates"),
    N_("Québec payroll rates, 2026"),
    N_("Québec labour standards"),
    N_("Québec labour standards, 2026"),
    N_("reported by its owner"),
    N_("reported with the case"),
    /* Who was asked. */
    N_("US merchants who had run a deal"),
    N_("150 US merchants who had run a deal"),
    N_("US merchants"),
    N_("273 US restaurateurs"),
    N_("one Montréal restaurant"),
    N_("US diners"),
    N_("merchants"),
    N_("massage therapists"),
    N_("Québec employers"),
    N_("online reviews"),
    N_("service businesses"),
    N_("one spa"),
    N_("owners who do it themselves"),
};

/* Followed by a number. */
static const char *const numbered_names[] = {
    N_("Room %s"),  N_("Therapist %s"), N_("Chair %s"),   N_("Stylist %s"), N_("Table %s"),
    N_("Place %s"), N_("Person %s"),    N_("Service %s"), N_("Cost %s"),
};

/* NULL when it is not one of ours. */
static const char *say_shipped(Language language, const char *name) {
  for (gsize i = 0; i < G_N_ELEMENTS(shipped_names); i++) {
    if (strcmp(shipped_names[i], name) == 0) {
      return say(language, name);
    }
  }
  return NULL;
}

/* "Room 12" → "Salle 12", "Duo massage 2" → "Massage duo 2"; NULL when it is not one of ours. */
static const char *say_numbered(Language language, const char *name) {
  size_t stem = strlen(name);

  while (stem > 0 && g_ascii_isdigit(name[stem - 1])) {
    stem--;
  }
  if (!name[stem]) {
    return NULL;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(numbered_names); i++) {
    const char *format = numbered_names[i];

    if (stem + strlen("%s") == strlen(format) && strncmp(format, name, stem) == 0) {
      const char *ours = say(language, format);
      g_autofree char *whole = g_strndup(ours, strlen(ours) - strlen("%s"));
      g_autofree char *numbered = g_strconcat(whole, name + stem, NULL);

      return g_intern_string(numbered);
    }
  }
  g_autofree char *bare = g_strndup(name, stem > 0 ? stem - 1 : 0);
  const char *ours = name[stem > 0 ? stem - 1 : 0] == ' ' ? say_shipped(language, bare) : NULL;

  if (ours) {
    g_autofree char *numbered = g_strconcat(ours, name + strlen(bare), NULL);

    return g_intern_string(numbered);
  }
  return NULL;
}

/* "trade usage; massage therapists": the source, and who was asked. NULL when that is not one of
 * ours. */
static const char *say_cited(Language language, const char *name) {
  const char *joint = strstr(name, "; ");
  const char *who = joint ? say_shipped(language, joint + strlen("; ")) : NULL;

  if (!who) {
    return NULL;
  }
  g_autofree char *source = g_strndup(name, (gsize)(joint - name));
  const char *ours = say_shipped(language, source);
  g_autofree char *cited = g_strconcat(ours ? ours : source, "; ", who, NULL);

  return g_intern_string(cited);
}

const char *say_name(Language language, const char *name) {
  const char *said = say_numbered(language, name);

  if (!said) {
    said = say_shipped(language, name);
  }
  if (!said) {
    said = say_cited(language, name);
  }
  return said ? said : name;
}
