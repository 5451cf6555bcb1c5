/* Room: words. Knows: what the program is for. Must not know: figures, screens, paper.
 *
 * Only what no explanation says; how anything is computed stands with its figure or chart. */
#include "ui/words/help-words.h"

#include <string.h>

/* Without simulated years. */
static const char *const not_simulated[] = {
    N_("Luck. Every figure comes from one plan year that follows the averages. It is too kind on "
       "refusals and on the lowest balance; no range or probability is given."),
    N_("Doubt. The low and high values listed with the assumptions are not run; all figures take "
       "the likely ones."),
};

/* With them. */
static const char *const simulated[] = {
    N_("Luck and doubt, in the tables and charts to the cent. The verdict, the five figures, the "
       "terms and the conditions come from simulated years; all else comes from one plan year that "
       "follows the averages and is too kind on refusals and on the lowest balance."),
};

static const char *const not_modelled[] = {
    N_("Financial statements. The month table follows the bank; the comparison with no deal is on "
       "the earned basis; the model entries are examples and no record."),
    N_("Income tax, loans, equipment and anything else that the plan does not list."),
    N_("Calls lost when the phone is busy: only the cost of help on the phone is counted."),
    N_("Vouchers still unused at the end of the plan: they count for nothing in the comparison, "
       "and the amount paid for them is still owed as service."),
    N_("What clients kept or lost are worth after the end of the plan."),
    N_("Reviews and reputation."),
    N_("Public holidays, unless they are entered as closures: the site’s business days are Monday "
       "to Friday."),
};

/* A line that begins with "# " is a heading. */
static const char *const three_minutes[] = {
    N_("A group-buying site offers to sell your service at half price, and keeps half of what the "
       "buyer pays. Is it good for you? Aubaine plays your year twice, once with the deal and once "
       "without: the same clients, the same calendar, people, bills and taxes. The difference is "
       "what the deal changes for you."),
    N_("# Read the answer"),
    N_("• Yes: all your conditions hold with the contract as it is."),
    N_("• Yes, if: they hold once the contract says what is listed, such as the most vouchers it "
       "may sell. Get it in writing; without it, the answer is no."),
    N_("• As advertising: the deal does not pay for itself, but each client it leaves you costs "
       "less than you accept. It may ask for terms too."),
    N_("• No: one of your conditions fails, and nothing the contract can say mends it. The reason "
       "is named."),
    N_("Five figures stand with it: what the deal changes, how many vouchers to sell at most, how "
       "many regulars find no place, your lowest day at the bank, and what a client kept costs. "
       "Click one to see how it is computed."),
    N_("# Make it yours, in this order"),
    N_("1. New deal asks the questions in four short steps. You may answer “I don’t know” to each: "
       "a usual value stands in, and is counted as a guess."),
    N_("2. The Answers page names the guesses that matter most. Look those up in your own books "
       "first, and leave the others."),
    N_("3. The Offers page says what to ask the site for and what each term is worth. Copy the "
       "clauses into the contract before you sign."),
    N_("4. The Books page lists what to settle before you sign, and makes the PDF for your "
       "accountant."),
    N_("# How sure is a figure?"),
    N_("• To the cent, contract: it follows from the contract alone."),
    N_("• To the cent, plan year: your averages, day by day, without luck."),
    N_("• “About”: the simulated years, with good and bad luck and the ranges you gave. Trust "
       "these for what can go wrong."),
    N_("# Nothing to lose"),
    N_("Every change is kept at once, and undo takes it back. Nothing leaves this computer. Press "
       "F1 on any page to read about it."),
};

static void add_line(GString *text, const char *line) {
  if (text->len > 0)
    g_string_append_c(text, '\n');
  g_string_append(text, line);
}

char *help_three_minutes(Language language) {
  GString *text = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(three_minutes); i++)
    add_line(text, say(language, three_minutes[i]));
  return g_string_free(text, FALSE);
}

const char *help_page(Language language, const char *page) {
  static const struct {
    const char *page, *text;
  } pages[] = {
      {"answers", N_("Should you sign? Why the verdict is what it is, what must be true for it to "
                     "stand, the guesses that matter most, and twenty questions of an owner with "
                     "their answers. “Change” beside a line leads to its field.")},
      {"voucher", N_("What is left of one voucher? From the list price to what you keep, in the "
                     "order of the contract and to the cent.")},
      {"bookings", N_("Does it fit, who is refused, who waits? Your calendar week by week, day by "
                      "day and hour by hour, your rooms and people, when the vouchers come, and "
                      "the rush on the phone.")},
      {"cash", N_("Do you run short of money, and when? Your bank day by day with the deal and "
                  "without, and what part of it is not yours yet.")},
      {"risk", N_("How often does it go wrong, and how wrong? Simulated years with the luck and "
                  "the doubt you gave, what matters most, and where the deal stops earning.")},
      {"offers", N_("What to ask for, how many to sell, on which days, in which month, and are "
                    "there better ways to the same clients? Your deals side by side under the "
                    "same luck.")},
      {"books", N_("What to settle before you sign, the money that is not yours, your taxes and "
                   "their dates, and what your accountant needs, with files for her program.")},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(pages); i++)
    if (strcmp(pages[i].page, page) == 0)
      return say(language, pages[i].text);
  return NULL;
}

const char *help_quota_rule(Language language) {
  return say(language, "This is Littlewood’s rule, from 1972, made for seats sold at two prices: "
                       "take the visit that pays less only while it leaves more than a regular "
                       "who may still call.");
}

const char *not_modelled_text(Language language, bool simulated_years, int index) {
  const char *const *first = simulated_years ? simulated : not_simulated;
  int first_count =
      simulated_years ? (int)G_N_ELEMENTS(simulated) : (int)G_N_ELEMENTS(not_simulated);

  g_return_val_if_fail(index >= 0, NULL);
  if (index < first_count)
    return say(language, first[index]);
  index -= first_count;
  return index < (int)G_N_ELEMENTS(not_modelled) ? say(language, not_modelled[index]) : NULL;
}

char *help_not_modelled(Language language, bool simulated_years) {
  GString *text = g_string_new(NULL);
  const char *line;
  for (int i = 0; (line = not_modelled_text(language, simulated_years, i)) != NULL; i++) {
    g_autofree char *item = g_strdup_printf("• %s", line);
    add_line(text, item);
  }
  return g_string_free(text, FALSE);
}
