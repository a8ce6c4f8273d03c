// Polygamma functions with more digits than a double, for what is made of them.
#pragma once

#include "support.hpp"

namespace special {

// Derivative n of digamma.
Wide polygamma(int n, Wide x);

// polygamma(n, x) - polygamma(n, x + y), for positive x and x + y.
Wide polygammaDifference(int n, Wide x, Wide y);

}  // namespace special
