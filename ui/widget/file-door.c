/* Room: widget. Open and save, by the desktop's own dialog. Knows: GTK's file chooser. */
#include "ui/widget/file-door.h"

typedef struct {
  FileChosen chosen;
  gpointer data;
  GDestroyNotify free_data; /* NULL: data is the caller's */
} Question;

static void question_free(gpointer pointer) {
  Question *question = pointer;
  if (question->free_data)
    question->free_data(question->data);
  g_free(question);
}

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

static void ask(GtkFileChooserNative *dialog, Question question) {
  Question *kept = g_new(Question, 1);
  *kept = question;
  g_object_set_data_full(G_OBJECT(dialog), "question", kept, question_free);
  g_signal_connect(dialog, "response", G_CALLBACK(response_cb), kept);
  gtk_native_dialog_set_modal(GTK_NATIVE_DIALOG(dialog), TRUE);
  gtk_native_dialog_show(GTK_NATIVE_DIALOG(dialog));
}

/* Said where the owner may wonder, in the only words of ours that such a dialog shows. */
static char *door_title(Language language, const char *title) {
  return g_strdup_printf("%s · %s", title, say(language, "Nothing leaves this computer"));
}

void file_door_save(GtkWindow *parent, Language language, const char *title, const char *name,
                    FileChosen chosen, gpointer data, GDestroyNotify free_data) {
  g_autofree char *whole = door_title(language, title);
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new(whole, parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                  say(language, "_Save"), say(language, "_Cancel"));
  gtk_file_chooser_set_current_name(GTK_FILE_CHOOSER(dialog), name);
  ask(dialog, (Question){chosen, data, free_data});
}

static void add_filter(GtkFileChooserNative *dialog, const char *name, const char *pattern) {
  GtkFileFilter *filter = gtk_file_filter_new();
  gtk_file_filter_set_name(filter, name);
  gtk_file_filter_add_pattern(filter, pattern);
  gtk_file_chooser_add_filter(GTK_FILE_CHOOSER(dialog), filter);
  g_object_unref(filter);
}

void file_door_open(GtkWindow *parent, Language language, const char *title, FileChosen chosen,
                    gpointer data) {
  g_autofree char *whole = door_title(language, title);
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new(whole, parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                  say(language, "_Open"), say(language, "_Cancel"));
  add_filter(dialog, say(language, "Files of Aubaine"), "*.aubaine");
  add_filter(dialog, say(language, "All files"), "*");
  ask(dialog, (Question){chosen, data, NULL});
}
