// Bessel functions of whole orders, and the exponentially scaled ones with their derivatives.
#include "CSpecialFunctions.h"
#include "support.hpp"

#include <boost/math/special_functions/bessel.hpp>

using namespace special;

namespace {

double parity(double n) { return std::fmod(n, 2) == 0 ? 1 : -1; }

// Derivative k of exp(-x) * I0(x), save for its sign, for x >= 0: the mean of (1 - cos t) ** k * exp(-x * (1 - cos t)).
Wide scaledFirstKind(int k, Wide x) {
    if (x > 60 + 2 * k) {
        // Watson's lemma at t = 0; the terms fall to exp(-2 * x) of the first.
        Wide term = std::tgamma(k + 0.5L) * std::pow(x, -k - 0.5L) / (pi * rootOfTwo), sum = term;
        for (int m = 1; m < 60; ++m) {
            term *= (m - 0.5L) / m * (k + m - 0.5L) / (2 * x);
            sum += term;
            if (term < 1e-21L * sum) break;
        }
        return sum;
    }
    // The trapezoidal rule, which converges geometrically for a periodic function.
    const int count = 192;
    Wide sum = 0;
    for (int j = 0; j <= count; ++j) {
        const Wide sine = std::sin(pi * j / (2 * count)), versine = 2 * sine * sine;
        const Wide weight = j == 0 || j == count ? 0.5L : 1;
        sum += weight * std::pow(versine, Wide(k)) * std::exp(-x * versine);
    }
    return sum / count;
}

// Derivative k of exp(x) * K0(x), save for its sign: the integral of (cosh t - 1) ** k * exp(-x * (cosh t - 1)).
Wide scaledSecondKind(int k, Wide x) {
    const Wide step = std::fmin(0.1L, 0.5L / std::sqrt(x + 1));
    Wide sum = k == 0 ? 0.5L : 0;
    for (int j = 1; j < 20000; ++j) {
        const Wide sine = std::sinh(step * j / 2), rise = 2 * sine * sine;
        const Wide term = std::pow(rise, Wide(k)) * std::exp(-x * rise);
        sum += term;
        if (x * rise > k && term < 1e-22L * sum) break;
    }
    return sum * step;
}

}  // namespace

extern "C" {

double special_jn(double n, double x) {
    if (!isWhole(std::fabs(n), largestOrder) || std::isnan(x)) return notANumber;
    if (std::isinf(x)) return 0;
    if (n < 0) return parity(n) * special_jn(-n, x);
    return guarded([=] { return boost::math::cyl_bessel_j(static_cast<int>(n), static_cast<Wide>(x), Quiet()); });
}

double special_yn(double n, double x) {
    if (!isWhole(std::fabs(n), largestOrder) || !(x >= 0)) return notANumber;
    if (std::isinf(x)) return 0;
    if (n < 0) return parity(n) * special_yn(-n, x);
    if (x == 0) return -inf;
    return guarded([=] { return boost::math::cyl_neumann(static_cast<int>(n), static_cast<Wide>(x), Quiet()); });
}

double special_iv(double n, double x) {
    if (!isWhole(std::fabs(n), largestOrder) || std::isnan(x)) return notANumber;
    if (x < 0) return parity(n) * special_iv(n, -x);
    if (std::isinf(x)) return inf;
    return guarded([=] {
        return boost::math::cyl_bessel_i(static_cast<int>(std::fabs(n)), static_cast<Wide>(x), Quiet());
    });
}

double special_kn(double n, double x) {
    if (!isWhole(std::fabs(n), largestOrder) || !(x >= 0)) return notANumber;
    if (x == 0) return inf;
    if (x > 11000) return 0;
    return guarded([=] {
        return boost::math::cyl_bessel_k(static_cast<int>(std::fabs(n)), static_cast<Wide>(x), Quiet());
    });
}

double special_i0e_derivative(double k, double x) {
    if (!isWhole(k, largestDerivative) || std::isnan(x)) return notANumber;
    if (x == 0 && parity(k) < 0) return 0;
    const Wide magnitude = std::fabs(x), value = scaledFirstKind(static_cast<int>(k), magnitude);
    return static_cast<double>(parity(k) < 0 && x > 0 ? -value : value);
}

double special_i1e_derivative(double k, double x) {
    if (!isWhole(k, largestDerivative) || std::isnan(x)) return notANumber;
    if (std::isinf(x)) return 0;
    const Wide magnitude = std::fabs(x);
    if (k == 0 && magnitude <= 60) {
        return guarded([=] {
            return std::exp(-magnitude) * boost::math::cyl_bessel_i(1, static_cast<Wide>(x), Quiet());
        });
    }
    if (x == 0) return k == 1 ? 0.5 : parity(k) > 0 ? 0 : special_i1e_derivative(k, std::numeric_limits<double>::min());
    const int order = static_cast<int>(k);
    const Wide value = scaledFirstKind(order, magnitude) - scaledFirstKind(order + 1, magnitude);
    return static_cast<double>(parity(k) > 0 ? (x < 0 ? -value : value) : -value);
}

double special_k0e_derivative(double k, double x) {
    if (!isWhole(k, largestDerivative) || !(x >= 0)) return notANumber;
    if (x == 0) return parity(k) * inf;
    if (std::isinf(x)) return 0;
    return static_cast<double>(parity(k) * scaledSecondKind(static_cast<int>(k), x));
}

double special_k1e(double x) {
    if (!(x >= 0)) return notANumber;
    if (x == 0) return inf;
    if (std::isinf(x)) return 0;
    return static_cast<double>(scaledSecondKind(0, x) + scaledSecondKind(1, x));
}

}  // extern "C"
