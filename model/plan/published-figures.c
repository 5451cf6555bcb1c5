/* Room: plan. Knows: what others published (domain §14). Must not know: what a plan does with it.
 *
 * Surveys are of US merchants of 2009–2012 and say what merchants believed, not what was counted.
 */
#include "model/plan/published-figures.h"

#include <assert.h>
#include <stddef.h>

#define RICE_2010 "Dholakia, How Effective Are Groupon Promotions, Rice University, September 2010"
#define RICE_2011 "Dholakia, How Businesses Fare With Daily Deals, Rice University, June 2011"
#define RICE_2012 "Dholakia, Daily Deals As They Gain Experience, Rice University, June 2012"
#define CORNELL_2012 "Wu, Kimes and Dholakia, Restaurant Daily Deals, Cornell, December 2012"
#define CORNELL_2011 "Kimes and Dholakia, Restaurant Daily Deals, Cornell, November 2011"
#define CONTRACT_2011 "Groupon merchant agreement of 2011"
#define MERCHANTS "US merchants who had run a deal"
#define MERCHANTS_2010 "150 US merchants who had run a deal"
#define RESTAURATEURS "273 US restaurateurs"
#define ONE(value) value, value, value

/* A figure asked in several surveys: the row of the largest survey has the range of all their
 * answers; the other rows are one answer each. Of when Tuango pays nothing was published: its dates
 * are for the owner to type. */
static const PublishedFigure FIGURES[FIGURES_PUBLISHED_COUNT] = {
    [FIGURE_USED] = {"deal.used_per_100k",
                     "vouchers that are used (21.7 % never are; surveys 10 to 32)", 68000, 78300,
                     90000, 2011, MERCHANTS, RICE_2011},
    [FIGURE_EXTRAS_SHARE] = {"clients.extras_share_per_100k", "users who spend beyond the voucher",
                             25000, 35900, 50000, 2011, MERCHANTS, RICE_2011},
    [FIGURE_EXTRAS_LOW] = {"clients.extras_share_per_100k",
                           "users who spend beyond the voucher, where the deal lost money",
                           ONE(25000), 2010, MERCHANTS_2010, RICE_2010},
    [FIGURE_EXTRAS_HIGH] = {"clients.extras_share_per_100k",
                            "users who spend beyond the voucher, where the deal made money",
                            ONE(50000), 2010, MERCHANTS_2010, RICE_2010},
    [FIGURE_RETURN] = {"clients.return_per_100k",
                       "users who come back at full price (answers 2 to 35)", 2000, 19900, 35000,
                       2011, MERCHANTS, RICE_2011},
    [FIGURE_RETURN_LOW] = {"clients.return_per_100k",
                           "users who come back at full price, where the deal lost money",
                           ONE(13000), 2010, MERCHANTS_2010, RICE_2010},
    [FIGURE_RETURN_HIGH] = {"clients.return_per_100k",
                            "users who come back at full price, where the deal made money",
                            ONE(31000), 2010, MERCHANTS_2010, RICE_2010},
    [FIGURE_RETURN_RESTAURANTS] = {"clients.return_per_100k",
                                   "diners who come back without an offer", ONE(35000), 2012,
                                   RESTAURATEURS, CORNELL_2012},
    [FIGURE_RETURN_MONTREAL] = {"clients.return_per_100k",
                                "buyers who became regulars (10 to 15 of 600)", ONE(2000), 2012,
                                "one Montréal restaurant", "La Presse, January 2012"},
    [FIGURE_EXISTING] = {"clients.existing_per_100k",
                         "users who were clients already (80 % are new; surveys 22 to 80)", 20000,
                         20000, 78000, 2011, MERCHANTS, RICE_2011},
    [FIGURE_EXISTING_RESTAURATEURS] = {"clients.existing_per_100k",
                                       "users who were clients already (40 % are new)", ONE(60000),
                                       2012, RESTAURATEURS, CORNELL_2012},
    [FIGURE_EXISTING_DINERS] = {"clients.existing_per_100k",
                                "users who had been there before (22 % are new)", ONE(78000), 2011,
                                "US diners", CORNELL_2011},
    [FIGURE_PROFITABLE] = {"survey.profitable", "deals that made money, all trades", ONE(55500),
                           2011, MERCHANTS, RICE_2011},
    [FIGURE_PROFITABLE_SPAS] = {"survey.profitable_spas", "deals that made money, salons and spas",
                                ONE(53700), 2011, MERCHANTS, RICE_2011},
    [FIGURE_PROFITABLE_RESTAURANTS] = {"survey.profitable_restaurants",
                                       "deals that made money, restaurants", ONE(43600), 2011,
                                       MERCHANTS, RICE_2011},
    [FIGURE_COMMISSION] = {"deal.commission_per_100k",
                           "the site's share of the price (half in many contracts)", 42500, 45000,
                           50000, 2012, MERCHANTS, RICE_2012},
    [FIGURE_CARD_FEE] = {"deal.card_fee_per_100k", "card fee, of the whole price", ONE(2500), 2011,
                         "US merchants", CONTRACT_2011},
    [FIGURE_PAYOUT_THIRDS] = {"deal.instalments[].after_days",
                              "thirds after 5, 30 and 60 business days", 5, 30, 60, 2011,
                              "US merchants", CONTRACT_2011},
    [FIGURE_PAYOUT_SOON] = {"deal.instalments[].after_days", "all within 15 days", ONE(15), 0,
                            "merchants", "published contract"},
    [FIGURE_PAYOUT_LATE] = {"deal.instalments[].after_days", "80 % in 4 days, the rest in 90", 4, 4,
                            90, 0, "merchants", "published contract"},
    [FIGURE_PAYOUT_REDEEMED] = {"deal.payout_basis", "only vouchers that were used, twice a month",
                                ONE(PAYOUT_REDEEMED), 0, "merchants", "published contract"},
    [FIGURE_THERAPIST_PAY] = {"services[].pay_per_100k", "a therapist's pay, of the list price",
                              40000, 50000, 60000, 0, "massage therapists", "trade usage"},
    [FIGURE_CONTRIBUTIONS] = {"business.contributions_per_100k",
                              "11.97 % contributions, on wage with vacation 4 % and statutory "
                              "holidays 3.3 %",
                              ONE(20000), 2026, "Québec employers", "Québec payroll rates"},
    [FIGURE_MINIMUM_WAGE] = {"staff[].guarantee_cents_per_hour", "general minimum wage",
                             ONE(MINIMUM_WAGE_QC_CENTS_PER_HOUR), 2026, "Québec employers",
                             "Québec labour standards"},
    [FIGURE_REVIEWS] = {"survey.review_score_lower", "reviews that mention a deal score lower by",
                        ONE(10000), 2012, "online reviews",
                        "Byers, Mitzenmacher and Zervas, The Groupon Effect on Yelp Ratings"},
    [FIGURE_CALL] = {"phone.handle_milli_minutes", "minutes of one call", ONE(4500), 0,
                     "service businesses", "trade usage"},
    [FIGURE_FIRST_TWO_MONTHS] = {"survey.used_in_60_days", "used vouchers that came in 60 days",
                                 ONE(60000), 0, "one spa", "reported by its owner"},
    [FIGURE_WEB_HOURS] = {"alternatives.web_weekly_milli_hours",
                          "hours a week of own time on the web", 10000, 11000, 12000, 0,
                          "owners who do it themselves", "reported with the case"},
    [FIGURE_WEB_MONTHS] = {"alternatives.web_months_before_result",
                           "months of it before it brings clients", 3, 6, 12, 0,
                           "owners who do it themselves", "reported with the case"},
};

int published_figure_count(void) {
  return FIGURES_PUBLISHED_COUNT;
}

const PublishedFigure *published_figure_at(int index) {
  assert(index >= 0 && index < FIGURES_PUBLISHED_COUNT);
  return &FIGURES[index];
}
