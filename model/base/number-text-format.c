/* Room: base. Knows: how numbers and dates are written in each language. Must not know: the C
 * locale, catalogues, screens. */
#include "model/base/number-text.h"

#include <assert.h>
#include <string.h>

#include "model/base/calendar.h"

#define NO_BREAK_SPACE "\xC2\xA0"

/* How a language writes a number. */
typedef struct {
  const char *group;
  const char *decimal;
  const char *currency_before;
  const char *currency_after;
  const char *percent;
  const char *hours; /* between hours and minutes */
} Signs;

static const Signs signs[LANGUAGE_COUNT] = {
    [LANGUAGE_EN] = {",", ".", "$", "", "%", ":"},
    [LANGUAGE_FR] = {NO_BREAK_SPACE, ",", "", NO_BREAK_SPACE "$", NO_BREAK_SPACE "%",
                     NO_BREAK_SPACE "h" NO_BREAK_SPACE},
};

static const char *const month_names[LANGUAGE_COUNT][12] = {
    [LANGUAGE_EN] = {"January", "February", "March", "April", "May", "June", "July", "August",
                     "September", "October", "November", "December"},
    [LANGUAGE_FR] = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                     "septembre", "octobre", "novembre", "décembre"},
};

static const char *const month_names_short[LANGUAGE_COUNT][12] = {
    [LANGUAGE_EN] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                     "Dec"},
    [LANGUAGE_FR] = {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.",
                     "oct.", "nov.", "déc."},
};

static const char *const weekday_names[LANGUAGE_COUNT][7] = {
    [LANGUAGE_EN] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
    [LANGUAGE_FR] = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
};

static const char *const weekday_names_short[LANGUAGE_COUNT][7] = {
    [LANGUAGE_EN] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
    [LANGUAGE_FR] = {"lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."},
};

/* What is being written, piece by piece, into the caller's buffer. */
typedef struct {
  char *text;
  size_t size;
  size_t used;
} Writer;

static Writer writer_begin(char *text, size_t size) {
  assert(size >= NUMBER_TEXT_SIZE);
  text[0] = '\0';
  return (Writer){text, size, 0};
}

static void write_text(Writer *writer, const char *piece) {
  size_t length = strlen(piece);
  assert(writer->used + length < writer->size);
  memcpy(writer->text + writer->used, piece, length + 1);
  writer->used += length;
}

/* At least width digits, zeros before. */
static void write_digits(Writer *writer, uint64_t value, int width) {
  char digits[24];
  int begin = (int)sizeof digits - 1;
  digits[begin] = '\0';
  for (int written = 0; written < width || value > 0; written++) {
    digits[--begin] = (char)('0' + value % 10);
    value /= 10;
  }
  write_text(writer, digits + begin);
}

static void write_grouped(Writer *writer, Language language, uint64_t value) {
  uint64_t unit = 1;
  while (value / unit >= 1000)
    unit *= 1000;
  write_digits(writer, value / unit, 1);
  while (unit > 1) {
    value %= unit;
    unit /= 1000;
    write_text(writer, signs[language].group);
    write_digits(writer, value / unit, 3);
  }
}

/* Also right for INT64_MIN, which has no opposite. */
static uint64_t magnitude_of(int64_t value) {
  return value < 0 ? -(uint64_t)value : (uint64_t)value;
}

typedef struct {
  bool whole;     /* dollars only, half away from zero */
  bool plus_sign; /* before an amount above zero */
  bool currency;
} MoneyStyle;

static char *money_write(Language language, int64_t cents, MoneyStyle style, char *text,
                         size_t size) {
  Writer writer = writer_begin(text, size);
  uint64_t magnitude = magnitude_of(cents);
  uint64_t dollars = magnitude / 100 + (style.whole && magnitude % 100 >= 50);
  bool is_zero = dollars == 0 && (style.whole || magnitude == 0);
  if (!is_zero && cents < 0)
    write_text(&writer, "-");
  else if (!is_zero && style.plus_sign)
    write_text(&writer, "+");
  if (style.currency)
    write_text(&writer, signs[language].currency_before);
  write_grouped(&writer, language, dollars);
  if (!style.whole) {
    write_text(&writer, signs[language].decimal);
    write_digits(&writer, magnitude % 100, 2);
  }
  if (style.currency)
    write_text(&writer, signs[language].currency_after);
  return text;
}

char *money_format(Language language, int64_t cents, char *text, size_t size) {
  return money_write(language, cents, (MoneyStyle){.currency = true}, text, size);
}

char *money_format_whole(Language language, int64_t cents, char *text, size_t size) {
  return money_write(language, cents, (MoneyStyle){.whole = true, .currency = true}, text, size);
}

char *money_format_signed(Language language, int64_t cents, char *text, size_t size) {
  return money_write(language, cents, (MoneyStyle){.plus_sign = true, .currency = true}, text,
                     size);
}

char *money_format_plain(Language language, int64_t cents, char *text, size_t size) {
  return money_write(language, cents, (MoneyStyle){.whole = false}, text, size);
}

/* A number in thousandths without its trailing zeros; not grouped, for `1,234` is read as 1.234. */
static void write_thousandths(Writer *writer, Language language, int64_t milli) {
  uint64_t magnitude = magnitude_of(milli);
  if (milli < 0)
    write_text(writer, "-");
  write_digits(writer, magnitude / 1000, 1);
  uint64_t decimals = magnitude % 1000;
  if (decimals == 0)
    return;
  int width = 3;
  while (decimals % 10 == 0) {
    decimals /= 10;
    width--;
  }
  write_text(writer, signs[language].decimal);
  write_digits(writer, decimals, width);
}

char *percent_format(Language language, int64_t rate_per_100k, char *text, size_t size) {
  Writer writer = writer_begin(text, size);
  write_thousandths(&writer, language, rate_per_100k);
  write_text(&writer, signs[language].percent);
  return text;
}

char *count_format(Language language, int64_t count, char *text, size_t size) {
  Writer writer = writer_begin(text, size);
  if (count < 0)
    write_text(&writer, "-");
  write_grouped(&writer, language, magnitude_of(count));
  return text;
}

char *milli_format(Language language, int64_t milli, char *text, size_t size) {
  Writer writer = writer_begin(text, size);
  write_thousandths(&writer, language, milli);
  return text;
}

char *time_format(Language language, int minute_of_day, char *text, size_t size) {
  assert(minute_of_day >= 0);
  Writer writer = writer_begin(text, size);
  write_digits(&writer, (uint64_t)minute_of_day / 60, 1);
  write_text(&writer, signs[language].hours);
  write_digits(&writer, (uint64_t)minute_of_day % 60, 2);
  return text;
}

/* "March 1" or "1 mars", and the year when it is not negative. */
static char *date_write(Language language, const char *month, int day, int year, char *text,
                        size_t size) {
  Writer writer = writer_begin(text, size);
  if (language == LANGUAGE_FR) {
    write_digits(&writer, (uint64_t)day, 1);
    write_text(&writer, " ");
    write_text(&writer, month);
  } else {
    write_text(&writer, month);
    write_text(&writer, " ");
    write_digits(&writer, (uint64_t)day, 1);
  }
  if (year >= 0) {
    write_text(&writer, language == LANGUAGE_FR ? " " : ", ");
    write_digits(&writer, (uint64_t)year, 4);
  }
  return text;
}

char *date_format_long(Language language, int32_t date, char *text, size_t size) {
  int year, month, day;
  date_to_ymd(date, &year, &month, &day);
  assert(year >= 0);
  return date_write(language, month_name(language, month), day, year, text, size);
}

char *date_format_day(Language language, int32_t date, char *text, size_t size) {
  int year, month, day;
  date_to_ymd(date, &year, &month, &day);
  return date_write(language, month_name_short(language, month), day, -1, text, size);
}

const char *month_name(Language language, int month) {
  assert(month >= 1 && month <= 12);
  return month_names[language][month - 1];
}

const char *month_name_short(Language language, int month) {
  assert(month >= 1 && month <= 12);
  return month_names_short[language][month - 1];
}

const char *weekday_name(Language language, int weekday) {
  assert(weekday >= 0 && weekday < 7);
  return weekday_names[language][weekday];
}

const char *weekday_name_short(Language language, int weekday) {
  assert(weekday >= 0 && weekday < 7);
  return weekday_names_short[language][weekday];
}
