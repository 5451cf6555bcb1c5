/* Room: paper. Knows: what Sage 50 Canada imports as general journal entries. Must not know: plans.
 *
 * Text in Windows-1252, whose characters are one byte each: lengths are counted in them. A head
 * line mm-dd-yy,"source","comment", then account,amount,"comment" with debits positive. The source
 * takes 13 characters and a comment 39 (the oldest versions' limits; newer ones take 20 and 75). An
 * entry's comment says what it is, a line's, in short, what the journal is. One bad line and the
 * whole file is refused. */
#include <string.h>

#include "model/base/calendar.h"
#include "ui/paper/journal-parts.h"

#define COMMENT_MAX 39

/* Windows-1252 from 0x80 to 0x9f; 0: not a character. */
static const gunichar upper_signs[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

/* The byte of a character; ? where there is none. Signs that ASCII has too are taken from it. */
static char sign_of(gunichar letter) {
  if (letter == 0x2013 || letter == 0x2014)
    return '-';
  if (letter == 0x2018 || letter == 0x2019)
    return '\'';
  if (letter < 0x80 || (letter >= 0xa0 && letter <= 0xff))
    return (char)letter;
  for (gsize i = 0; i < G_N_ELEMENTS(upper_signs); i++)
    if (upper_signs[i] == letter && letter != 0)
      return (char)(0x80 + i);
  return '?';
}

/* In its quotes. */
static void append_comment(GString *out, const char *content) {
  g_autofree char *line = journal_one_line(content);
  /* An accent written apart from its letter joins it, or it would be lost. */
  g_autofree char *joined = g_utf8_normalize(line, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *comment = g_string_new(NULL);
  for (const char *at = joined; *at && comment->len < COMMENT_MAX; at = g_utf8_next_char(at))
    if (*at != '"')
      g_string_append_c(comment, sign_of(g_utf8_get_char(at)));
  while (comment->len > 0 && comment->str[comment->len - 1] == ' ')
    g_string_truncate(comment, comment->len - 1);
  g_string_append_c(out, '"');
  g_string_append_len(out, comment->str, (gssize)comment->len);
  g_string_append_c(out, '"');
  g_string_free(comment, TRUE);
}

/* 4 digits, or up to 8 where Sage 50 is set so. Ours where the owner's is none such: a line that
 * posts elsewhere is told by journal_file_note, a word here would have the whole file refused. */
static char *sage_name(const JournalWriter *writer, const JournalAccount *account) {
  gsize digits = strspn(account->number, "0123456789");
  bool is_number = account->number[digits] == '\0' && digits >= 4 && digits <= 8;
  return g_strdup(is_number ? account->number : account_number(account->leader));
}

static void sage_head(JournalWriter *writer) {
  (void)writer; /* there is none */
}

/* Accounts under one number are told apart by their names. */
static bool shares_number(const JournalWriter *writer, Account account) {
  for (int i = 0; i < ACCOUNT_COUNT; i++)
    if (i != (int)account && writer->accounts[i].leader == writer->accounts[account].leader)
      return true;
  return false;
}

static void append_line_comment(JournalWriter *writer, Account account) {
  if (!shares_number(writer, account)) {
    append_comment(writer->text, writer->scope_short);
    return;
  }
  g_autofree char *named =
      g_strdup_printf("%s - %s", writer->mark, account_label(writer->file.language, account));
  append_comment(writer->text, named);
}

static void sage_entry(JournalWriter *writer, const JournalWritten *entry) {
  int year, month, day;
  date_to_ymd(entry->date, &year, &month, &day);
  g_string_append_printf(writer->text, "%02d-%02d-%02d,\"%s\",", month, day, year % 100,
                         entry->code);
  append_comment(writer->text, entry->text);
  g_string_append(writer->text, "\r\n");
  for (int i = 0; i < entry->line_count; i++) {
    const JournalLine *line = &entry->lines[i];
    const JournalAccount *account = &writer->accounts[line->account];
    g_string_append_printf(writer->text, "%s,", account->name);
    journal_append_cents(writer->text, line->cents, '.');
    g_string_append_c(writer->text, ',');
    append_line_comment(writer, line->account);
    g_string_append(writer->text, "\r\n");
  }
}

const JournalFormatter journal_sage50 = {sage_name, sage_head, sage_entry};
