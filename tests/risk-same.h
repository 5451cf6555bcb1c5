/* Whether two risks say the same, number by number (bytes between members may differ). */
#pragma once

#include "model/risk/risk.h"

bool risk_is_same(const Risk *a, const Risk *b);
