/* Room: page. Knows: session, paper. Must not know: where the file goes. */
#include "ui/page/export-card.h"

#include "ui/paper/journal-file.h"

const char *export_kind_label(Language language, JournalKind kind) {
  static const char *const labels[JOURNAL_KIND_COUNT] = {
      [JOURNAL_MODEL] = N_("Model entries"),
      [JOURNAL_PROJECTED] = N_("FORECAST of the whole year"),
  };
  return say(language, labels[kind]);
}

GMenuModel *export_menu_new(Language language) {
  static const JournalFormat formats[] = {JOURNAL_SAGE50, JOURNAL_QUICKBOOKS, JOURNAL_CSV};
  GMenu *menu = g_menu_new();
  for (JournalKind kind = 0; kind < JOURNAL_KIND_COUNT; kind++) {
    GMenu *section = g_menu_new();
    for (gsize i = 0; i < G_N_ELEMENTS(formats); i++) {
      g_autofree char *label =
          g_strdup_printf(say(language, "%1$s: %2$s"), export_kind_label(language, kind),
                          journal_format_label(language, formats[i]));
      g_autoptr(GMenuItem) item = g_menu_item_new(label, NULL);
      g_menu_item_set_action_and_target(item, "win.export-journal", "(ii)", (int)kind,
                                        (int)formats[i]);
      g_menu_append_item(section, item);
    }
    g_menu_append_section(menu, NULL, G_MENU_MODEL(section));
    g_object_unref(section);
  }
  return G_MENU_MODEL(menu);
}

/* The programs that refuse some accounts, which is told before the file is made. */
static const JournalFormat noted_formats[] = {JOURNAL_SAGE50, JOURNAL_QUICKBOOKS};

struct _AubExportCard {
  AubCard parent_instance;
  GtkWidget *scope[JOURNAL_KIND_COUNT];
  GtkWidget *note[G_N_ELEMENTS(noted_formats)];
};

G_DEFINE_FINAL_TYPE(AubExportCard, aub_export_card, AUB_TYPE_CARD)

static void aub_export_card_refresh(AubCard *card) {
  AubExportCard *self = AUB_EXPORT_CARD(card);
  const Books *books = aub_session_get_books(aub_card_get_session(card));
  for (JournalKind kind = 0; kind < JOURNAL_KIND_COUNT; kind++) {
    g_autofree char *text = journal_scope_text(aub_card_get_language(card), books, kind);
    gtk_label_set_text(GTK_LABEL(self->scope[kind]), text);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(noted_formats); i++) {
    JournalFile file = {JOURNAL_PROJECTED, noted_formats[i], aub_card_get_language(card)};
    g_autofree char *text = journal_file_note(books, &file);
    gtk_label_set_text(GTK_LABEL(self->note[i]), text ? text : "");
    gtk_widget_set_visible(self->note[i], text != NULL);
  }
}

static void aub_export_card_class_init(AubExportCardClass *class) {
  AUB_CARD_CLASS(class)->refresh = aub_export_card_refresh;
}

static void aub_export_card_init(AubExportCard *self) {}

GtkWidget *aub_export_card_new(AubSession *session, Language language) {
  AubExportCard *self = g_object_new(AUB_TYPE_EXPORT_CARD, NULL);
  AubCard *card = AUB_CARD(self);
  aub_card_set_up(card, session, language);
  aub_card_set_title(card, say(language, "Files that your accountant’s program reads"));
  for (JournalKind kind = 0; kind < JOURNAL_KIND_COUNT; kind++)
    gtk_box_append(GTK_BOX(self), self->scope[kind] = card_label_new(NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS(noted_formats); i++)
    gtk_box_append(GTK_BOX(self), self->note[i] = card_label_new(NULL, "dim-label"));
  GtkWidget *button = gtk_menu_button_new();
  GMenuModel *menu = export_menu_new(language);
  const char *label = say(language, "Export for the accountant");
  gtk_menu_button_set_label(GTK_MENU_BUTTON(button), label);
  gtk_accessible_update_property(GTK_ACCESSIBLE(button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_menu_button_set_menu_model(GTK_MENU_BUTTON(button), menu);
  gtk_widget_set_halign(button, GTK_ALIGN_START);
  gtk_box_append(GTK_BOX(self), button);
  g_object_unref(menu);
  aub_card_refresh(card);
  return GTK_WIDGET(self);
}
