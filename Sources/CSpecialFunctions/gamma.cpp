// Gamma and beta functions, and the polygamma functions of their derivatives.
#include "CSpecialFunctions.h"
#include "support.hpp"
#include "polygamma.hpp"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

using namespace special;

namespace special {

Wide polygamma(int n, Wide x) {
    if (n == 0) return boost::math::digamma(x, Quiet());
    if (n == 1) return boost::math::trigamma(x, Quiet());
    return boost::math::polygamma(n, x, Quiet());
}

Wide polygammaDifference(int n, Wide x, Wide y) {
    if (std::fabs(y) >= x / 16) return polygamma(n, x) - polygamma(n, x + y);
    // The Taylor series in y: the difference would cancel.
    Wide sum = 0, factor = 1;
    for (int k = 1; k < 24; ++k) {
        factor *= y / k;
        const Wide term = factor * polygamma(n + k, x);
        sum -= term;
        if (std::fabs(term) <= 1e-21L * std::fabs(sum)) break;
    }
    return sum;
}

}  // namespace special

namespace {

// The remainder of Stirling's formula for the logarithm of gamma.
Wide stirlingRemainder(Wide x) {
    const Wide r = 1 / (x * x);
    return (1 / 12.0L + r * (-1 / 360.0L + r * (1 / 1260.0L + r * (-1 / 1680.0L + r * (1 / 1188.0L
        - r * (691 / 360360.0L - r * (1 / 156.0L))))))) / x;
}

Wide logBeta(Wide a, Wide b) {
    const Wide value = boost::math::beta(a, b, Quiet());
    if (value > 1e-4900L && value < 1e4900L) return std::log(value);
    if (a < b) std::swap(a, b);
    const Wide sum = a + b;
    if (b > 100) {
        // Stirling's formula thrice, with the large terms taken off by hand.
        return std::log(2 * pi) / 2 + (a - 0.5L) * std::log(a / sum) + (b - 0.5L) * std::log(b / sum)
            - std::log(sum) / 2 + stirlingRemainder(a) + stirlingRemainder(b) - stirlingRemainder(sum);
    }
    return boost::math::lgamma(b, Quiet()) - (a - 0.5L) * std::log1p(b / a) - b * (std::log(sum) - 1)
        + stirlingRemainder(a) - stirlingRemainder(sum);
}

}  // namespace

extern "C" {

double special_gamma(double x) {
    if (x == 0) return 1 / x;
    if (isPole(x)) return notANumber;
    if (x > 172) return inf;
    if (x < -190) return std::fmod(std::floor(x), 2) == 0 ? 0.0 : -0.0;
    return guarded([=] { return boost::math::tgamma(static_cast<Wide>(x), Quiet()); });
}

double special_lgamma(double x) {
    if (isPole(x) || std::isinf(x)) return inf;
    if (x > 1e306) return inf;
    return guarded([=] { return boost::math::lgamma(static_cast<Wide>(x), Quiet()); });
}

double special_polygamma(double n, double x) {
    if (!isWhole(n, largestDerivative) || std::isnan(x)) return notANumber;
    const int order = static_cast<int>(n);
    if (x == 0) return order % 2 == 1 ? inf : -1 / x;
    if (isPole(x)) return order % 2 == 1 ? inf : notANumber;
    if (x == inf) return order == 0 ? inf : order % 2 == 1 ? 0.0 : -0.0;
    return guarded([=] { return polygamma(order, x); });
}

double special_polygamma_difference(double n, double x, double y) {
    if (!isWhole(n, largestDerivative) || !(x >= 0) || !(static_cast<Wide>(x) + y >= 0)) return notANumber;
    const int order = static_cast<int>(n);
    if (x == 0 || x + y == 0) return special_polygamma(n, x) - special_polygamma(n, x + y);
    if (std::isinf(x) || std::isinf(y)) return special_polygamma(n, x) - special_polygamma(n, x + y);
    return guarded([=] { return polygammaDifference(order, x, y); });
}

double special_beta(double a, double b) {
    if (!(a >= 0 && b >= 0)) return notANumber;
    if (a == 0 || b == 0) return inf;
    if (std::isinf(a) || std::isinf(b)) return 0;
    return guarded([=] { return boost::math::beta(static_cast<Wide>(a), static_cast<Wide>(b), Quiet()); });
}

double special_betaln(double a, double b) {
    if (!(a >= 0 && b >= 0)) return notANumber;
    if (a == 0 || b == 0) return inf;
    if (std::isinf(a) || std::isinf(b)) return -inf;
    return guarded([=] { return logBeta(a, b); });
}

double special_multigammaln(double x, double p) {
    if (!isWhole(p, largestOrder) || p < 1 || std::isnan(x)) return notANumber;
    if (x <= (p - 1) / 2) return x == (p - 1) / 2 ? inf : notANumber;
    return guarded([=] {
        Wide sum = static_cast<Wide>(p) * (p - 1) / 4 * std::log(pi);
        for (double j = 0; j < p; ++j) sum += boost::math::lgamma(x - static_cast<Wide>(j) / 2, Quiet());
        return sum;
    });
}

double special_multivariate_polygamma(double n, double x, double p) {
    if (!isWhole(n, largestDerivative) || !isWhole(p, largestOrder) || p < 1 || std::isnan(x)) return notANumber;
    if (x <= (p - 1) / 2) return x == (p - 1) / 2 ? special_polygamma(n, 0) : notANumber;
    const int order = static_cast<int>(n);
    return guarded([=] {
        Wide sum = 0;
        for (double j = 0; j < p; ++j) sum += polygamma(order, x - static_cast<Wide>(j) / 2);
        return sum;
    });
}

double special_binom(double n, double k) {
    if (std::isnan(n) || std::isnan(k) || std::isinf(n) || std::isinf(k)) return notANumber;
    if (!(n > -1 && k > -1 && static_cast<Wide>(n) - k > -1)) return notANumber;
    return guarded([=] {
        const Wide all = n, chosen = k;
        return 1 / ((all + 1) * boost::math::beta(all - chosen + 1, chosen + 1, Quiet()));
    });
}

double special_factorial(double x) {
    if (x < 0 && std::floor(x) == x) return notANumber;
    if (x > 171) return inf;
    if (x < -190) return special_gamma(x + 1);
    return guarded([=] { return boost::math::tgamma(static_cast<Wide>(x) + 1, Quiet()); });
}

}  // extern "C"
