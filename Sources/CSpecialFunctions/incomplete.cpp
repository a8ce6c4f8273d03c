// The incomplete gamma functions, with their derivatives of any order with respect to the parameter.
#include "CSpecialFunctions.h"
#include "polygamma.hpp"
#include "support.hpp"

#include <boost/math/special_functions/gamma.hpp>

using namespace special;

namespace {

// The complete Bell polynomials: derivative n of exp(f), over exp(f), from the derivatives of f.
struct BellPolynomials {
    int order;
    Wide digamma;
    // Derivatives of f, from the first on.
    Wide slopes[static_cast<int>(largestDerivative) + 1];

    // Of the density of the gamma distribution as a function of its parameter, save that the first depends on t.
    BellPolynomials(int order, Wide a) : order(order), digamma(polygamma(0, a)) {
        for (int k = 1; k < order; ++k) slopes[k] = -polygamma(k, a);
    }

    Wide at(Wide logarithm) {
        slopes[0] = logarithm - digamma;
        Wide values[static_cast<int>(largestDerivative) + 1] = {1};
        for (int n = 0; n < order; ++n) {
            Wide sum = 0, choices = 1;
            for (int k = 0; k <= n; ++k) {
                sum += choices * values[n - k] * slopes[k];
                choices = choices * (n - k) / (k + 1);
            }
            values[n + 1] = sum;
        }
        return values[order];
    }
};

Wide density(Wide a, Wide x) { return boost::math::gamma_p_derivative(a, x, Quiet()); }

}  // namespace

extern "C" {

double special_gammainc(double a, double x) {
    if (!(a >= 0 && x >= 0)) return notANumber;
    if (a == 0) return x > 0 ? 1 : notANumber;
    if (std::isinf(a)) return std::isinf(x) ? notANumber : 0;
    if (std::isinf(x)) return 1;
    return guarded([=] { return boost::math::gamma_p(static_cast<Wide>(a), static_cast<Wide>(x), Quiet()); });
}

double special_gammaincc(double a, double x) {
    if (!(a >= 0 && x >= 0)) return notANumber;
    if (a == 0) return x > 0 ? 0 : notANumber;
    if (std::isinf(a)) return std::isinf(x) ? notANumber : 1;
    if (std::isinf(x)) return 0;
    return guarded([=] { return boost::math::gamma_q(static_cast<Wide>(a), static_cast<Wide>(x), Quiet()); });
}

double special_gamma_density(double n, double a, double x) {
    if (!isWhole(n, largestDerivative) || !(a > 0 && x >= 0) || std::isinf(a)) return notANumber;
    if (std::isinf(x)) return 0;
    if (x == 0) {
        if (a > 1) return 0;
        if (n == 0) return a == 1 ? 1 : inf;
        return static_cast<int>(n) % 2 == 0 ? inf : -inf;
    }
    return guarded([=] {
        BellPolynomials polynomials(static_cast<int>(n), a);
        return density(a, x) * polynomials.at(std::log(static_cast<Wide>(x)));
    });
}

double special_gammainc_derivative(double n, double a, double x) {
    if (!isWhole(n, largestDerivative) || !(a > 0 && x >= 0) || std::isinf(a)) return notANumber;
    if (n == 0) return special_gammainc(a, x);
    if (x == 0 || std::isinf(x)) return 0;
    return guarded([=]() -> Wide {
        BellPolynomials polynomials(static_cast<int>(n), a);
        const Wide bound = x, shape = a, logarithm = std::log(bound);
        // Derivatives of the whole integral, 1, are 0, so that either side of x will do: the one where nothing cancels.
        const bool isBelow = logarithm < polynomials.digamma;
        const Wide rate = std::fabs(shape - bound), spread = std::sqrt(isBelow ? shape : bound);
        const Wide narrowest = isBelow ? std::fmin(shape, spread) : std::fmin(Wide(1), spread);
        const Wide scale = 1 / std::fmax(rate, narrowest);
        const Wide factor = bound * density(shape, bound) * scale;
        if (factor == 0) return 0;
        const Wide sign = isBelow ? -1 : 1;
        return -sign * factor * integrateHalfLine([&](Wide u) -> Wide {
            const Wide v = sign * u * scale;
            const Wide exponent = shape * v - bound * std::expm1(v);
            if (exponent < -11000) return 0;
            return polynomials.at(logarithm + v) * std::exp(exponent);
        });
    });
}

}  // extern "C"
