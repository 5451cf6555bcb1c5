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
    N_("US surveys of 2010–2012"),
    N_("press report"),
    N_("published contract"),
    N_("trade usage"),
    N_("Québec payroll rates"),
    N_("Québec labour standards"),
    N_("reported by its owner"),
    /* Who was asked. */
    N_("US merchants who had run a deal"),
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
};

/* Followed by a number. */
static const char *const numbered_names[] = {
    N_("Room %s"),    N_("Therapist %s"), N_("Chair %s"),
    N_("Stylist %s"), N_("Table %s"),     N_("Place %s"),
};

/* "Room 12" → "Salle 12"; NULL when it is not one of ours. */
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
  return NULL;
}

const char *say_name(Language language, const char *name) {
  const char *numbered = say_numbered(language, name);

  if (numbered) {
    return numbered;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(shipped_names); i++) {
    if (strcmp(shipped_names[i], name) == 0) {
      return say(language, name);
    }
  }
  return name;
}
