/* Room: screen. Open and save, by the desktop's own dialog. Knows: GTK's file chooser. */
#include "ui/screen/file-door.h"

typedef struct {
  FileChosen chosen;
  gpointer data;
} Question;

static void response_cb(GtkNativeDialog *dialog, int response, Question *question) {
  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr(GFile) file = gtk_file_chooser_get_file(GTK_FILE_CHOOSER(dialog));
    g_autofree char *path = file ? g_file_get_path(file) : NULL;
    if (path)
      question->chosen(path, question->data);
  }
  gtk_native_dialog_destroy(dialog);
  g_object_unref(dialog);
}

static void ask(GtkWindow *parent, GtkFileChooserAction action, const char *title,
                const char *accept, const char *cancel, const char *name, FileChosen chosen,
                gpointer data) {
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new(title, parent, action, accept, cancel);
  if (name)
    gtk_file_chooser_set_current_name(GTK_FILE_CHOOSER(dialog), name);
  Question *question = g_new(Question, 1);
  *question = (Question){chosen, data};
  g_object_set_data_full(G_OBJECT(dialog), "question", question, g_free);
  g_signal_connect(dialog, "response", G_CALLBACK(response_cb), question);
  gtk_native_dialog_set_modal(GTK_NATIVE_DIALOG(dialog), TRUE);
  gtk_native_dialog_show(GTK_NATIVE_DIALOG(dialog));
}

void file_door_save(GtkWindow *parent, Language language, const char *title, const char *name,
                    FileChosen chosen, gpointer data) {
  ask(parent, GTK_FILE_CHOOSER_ACTION_SAVE, title, say(language, "_Save"), say(language, "_Cancel"),
      name, chosen, data);
}

void file_door_open(GtkWindow *parent, Language language, const char *title, FileChosen chosen,
                    gpointer data) {
  ask(parent, GTK_FILE_CHOOSER_ACTION_OPEN, title, say(language, "_Open"), say(language, "_Cancel"),
      NULL, chosen, data);
}
