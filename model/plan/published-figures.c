/* Room: plan. Knows: what others published (domain §14). Must not know: what a plan does with it.
 *
 * Surveys are of US merchants of 2009–2012 and say what merchants believed, not what was counted.
 */
#include "model/plan/published-figures.h"

#include <assert.h>
#include <stddef.h>

#define RICE_2011 "Dholakia, How Businesses Fare With Daily Deals, Rice University, June 2011"
#define RICE_2012 "Dholakia, Daily Deals As They Gain Experience, Rice University, June 2012"
#define CORNELL_2012 "Wu, Kimes and Dholakia, Restaurant Daily Deals, Cornell, December 2012"
#define CORNELL_2011 "Kimes and Dholakia, Restaurant Daily Deals, Cornell, November 2011"
#define MERCHANTS "US merchants who had run a deal"

static const PublishedFigure FIGURES[FIGURES_PUBLISHED_COUNT] = {
    [FIGURE_USED] = {"deal.used_per_100k",
                     "vouchers that are used (21.7 % never are; surveys 10 to 32)", 68000, 78300,
                     90000, 2011, MERCHANTS, RICE_2011},
    [FIGURE_EXTRAS_SHARE] = {"clients.extras_share_per_100k", "users who spend beyond the voucher",
                             35900, 35900, 35900, 2011, MERCHANTS, RICE_2011},
    [FIGURE_RETURN] = {"clients.return_per_100k", "users who come back at full price", 19900, 19900,
                       19900, 2011, MERCHANTS, RICE_2011},
    [FIGURE_RETURN_LOW] = {"clients.return_per_100k",
                           "users who come back at full price, a low answer", 13000, 13000, 13000,
                           0, "US merchants", "US surveys of 2010–2012"},
    [FIGURE_RETURN_HIGH] = {"clients.return_per_100k",
                            "users who come back at full price, a high answer", 31000, 31000, 31000,
                            0, "US merchants", "US surveys of 2010–2012"},
    [FIGURE_RETURN_RESTAURANTS] = {"clients.return_per_100k",
                                   "diners who come back without an offer", 35000, 35000, 35000,
                                   2012, "273 US restaurateurs", CORNELL_2012},
    [FIGURE_RETURN_MONTREAL] = {"clients.return_per_100k", "buyers who came back", 2000, 2000, 2000,
                                0, "one Montréal restaurant", "press report"},
    [FIGURE_EXISTING] = {"clients.existing_per_100k",
                         "users who were clients already (80 % are new)", 20000, 20000, 20000, 2011,
                         MERCHANTS, RICE_2011},
    [FIGURE_EXISTING_RESTAURATEURS] = {"clients.existing_per_100k",
                                       "users who were clients already (40 % are new)", 60000,
                                       60000, 60000, 2012, "273 US restaurateurs", CORNELL_2012},
    [FIGURE_EXISTING_DINERS] = {"clients.existing_per_100k",
                                "users who had been there before (22 % are new)", 78000, 78000,
                                78000, 2011, "US diners", CORNELL_2011},
    [FIGURE_PROFITABLE] = {"survey.profitable", "deals that made money, all trades", 55500, 55500,
                           55500, 2011, MERCHANTS, RICE_2011},
    [FIGURE_PROFITABLE_SPAS] = {"survey.profitable_spas", "deals that made money, salons and spas",
                                53700, 53700, 53700, 2011, MERCHANTS, RICE_2011},
    [FIGURE_PROFITABLE_RESTAURANTS] = {"survey.profitable_restaurants",
                                       "deals that made money, restaurants", 43600, 43600, 43600,
                                       2011, MERCHANTS, RICE_2011},
    [FIGURE_COMMISSION] = {"deal.commission_per_100k",
                           "the site's share of the price (half in many contracts)", 42500, 45000,
                           50000, 2012, MERCHANTS, RICE_2012},
    [FIGURE_CARD_FEE] = {"deal.card_fee_per_100k", "card fee, of the whole price", 2500, 2500, 2500,
                         0, "merchants", "published contract"},
    [FIGURE_PAYOUT_THIRDS] = {"deal.instalments[].after_days",
                              "thirds after 5, 30 and 60 business days", 5, 30, 60, 0, "merchants",
                              "published contract"},
    [FIGURE_PAYOUT_SOON] = {"deal.instalments[].after_days", "all within 15 days", 15, 15, 15, 0,
                            "merchants", "published contract"},
    [FIGURE_PAYOUT_LATE] = {"deal.instalments[].after_days", "80 % in 4 days, the rest in 90", 4, 4,
                            90, 0, "merchants", "published contract"},
    [FIGURE_THERAPIST_PAY] = {"services[].pay_per_100k", "a therapist's pay, of the list price",
                              40000, 50000, 60000, 0, "massage therapists", "trade usage"},
    [FIGURE_CONTRIBUTIONS] = {"business.contributions_per_100k",
                              "11.97 % contributions, vacation 4 %, statutory holidays 3.3 %",
                              20000, 20000, 20000, 2026, "Québec employers",
                              "Québec payroll rates"},
    [FIGURE_MINIMUM_WAGE] = {"staff[].guarantee_cents_per_hour", "general minimum wage", 1660, 1660,
                             1660, 2026, "Québec employers", "Québec labour standards"},
    [FIGURE_REVIEWS] = {"survey.review_score_lower", "reviews that mention a deal score lower by",
                        10000, 10000, 10000, 2012, "online reviews",
                        "Byers, Mitzenmacher and Zervas, The Groupon Effect on Yelp Ratings"},
    [FIGURE_CALL] = {"phone.handle_milli_minutes", "minutes of one call", 4500, 4500, 4500, 0,
                     "service businesses", "trade usage"},
    [FIGURE_FIRST_TWO_MONTHS] = {"survey.used_in_60_days", "used vouchers that came in 60 days",
                                 60000, 60000, 60000, 0, "one spa", "reported by its owner"},
};

int published_figure_count(void) {
  return FIGURES_PUBLISHED_COUNT;
}

const PublishedFigure *published_figure_at(int index) {
  assert(index >= 0 && index < FIGURES_PUBLISHED_COUNT);
  return &FIGURES[index];
}
