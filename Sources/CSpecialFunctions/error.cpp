// Error functions, the normal distribution, and their derivatives.
#include "CSpecialFunctions.h"
#include "support.hpp"

#include <boost/math/special_functions/erf.hpp>

using namespace special;

namespace {

// exp(x * x) * erfc(x).
Wide scaledComplement(Wide x) {
    if (std::isinf(x)) return x > 0 ? 0 : x * x;
    if (x > 40) {
        // The asymptotic series, whose terms fall below the last digit long before they grow.
        const Wide ratio = 1 / (2 * x * x);
        Wide term = 1, sum = 1;
        for (int k = 1; k < 20; ++k) {
            term *= -(2 * k - 1) * ratio;
            sum += term;
        }
        return sum / (x * rootOfPi);
    }
    const Wide square = x * x;
    return std::exp(square) * (1 + std::fma(x, x, -square)) * std::erfc(x);
}

// The integral over u > 0 of u ** n * exp(-u * u - 2 * z * u).
Wide moment(int n, Wide z) {
    Wide before = 0, here = rootOfPi / 2 * scaledComplement(z);
    if (n == 0) return here;
    if (z <= 0) {
        // By parts; all terms have one sign.
        for (int k = 0; k < n; ++k) {
            const Wide next = ((k == 0 ? 1 : k * before) - 2 * z * here) / 2;
            before = here;
            here = next;
        }
        return here;
    }
    const Wide scale = 1 / (1 + 2 * z);
    return std::pow(scale, Wide(n + 1)) * integrateHalfLine([=](Wide v) {
        const Wide u = v * scale;
        return std::pow(v, Wide(n)) * std::exp(-u * u - 2 * z * u);
    });
}

Wide normalQuantile(Wide p) { return -rootOfTwo * boost::math::erfc_inv(2 * p, Quiet()); }

}  // namespace

extern "C" {

double special_erfc(double x) {
    return static_cast<double>(std::erfc(static_cast<Wide>(x)));
}

double special_erfcx(double x) {
    return guarded([=] { return scaledComplement(x); });
}

double special_erfcx_derivative(double n, double x) {
    if (!isWhole(n, largestDerivative) || std::isnan(x)) return notANumber;
    if (x == inf) return 0;
    const int order = static_cast<int>(n);
    return guarded([=] { return 2 / rootOfPi * std::pow(Wide(-2), order) * moment(order, x); });
}

double special_mills_moment(double n, double x) {
    if (!isWhole(n, largestDerivative) || std::isnan(x)) return notANumber;
    if (x == -inf) return 0;
    const int order = static_cast<int>(n);
    return guarded([=] { return std::pow(rootOfTwo, order + 1) * moment(order, -x / rootOfTwo); });
}

double special_inverse_mills(double x) {
    if (std::isnan(x)) return notANumber;
    if (std::isinf(x)) return x > 0 ? 0 : inf;
    return guarded([=] {
        const Wide z = -x / rootOfTwo, factor = rootOfTwo / rootOfPi;
        if (x < 0) return factor / scaledComplement(z);
        return factor * std::exp(-static_cast<Wide>(x) * x / 2) / std::erfc(z);
    });
}

double special_erfinv(double x) {
    if (!(x >= -1 && x <= 1)) return notANumber;
    if (std::fabs(x) == 1) return x * inf;
    return guarded([=] { return boost::math::erf_inv(static_cast<Wide>(x), Quiet()); });
}

double special_erfinv_slope(double x) {
    if (!(x >= -1 && x <= 1)) return notANumber;
    if (std::fabs(x) == 1) return inf;
    return guarded([=] {
        const Wide y = boost::math::erf_inv(static_cast<Wide>(x), Quiet());
        return rootOfPi / 2 * std::exp(y * y);
    });
}

double special_erfcinv(double x) {
    if (!(x >= 0 && x <= 2)) return notANumber;
    if (x == 0 || x == 2) return x == 0 ? inf : -inf;
    return guarded([=] { return boost::math::erfc_inv(static_cast<Wide>(x), Quiet()); });
}

double special_erfcinv_slope(double x) {
    if (!(x >= 0 && x <= 2)) return notANumber;
    if (x == 0 || x == 2) return -inf;
    return guarded([=] {
        const Wide y = boost::math::erfc_inv(static_cast<Wide>(x), Quiet());
        return -rootOfPi / 2 * std::exp(y * y);
    });
}

double special_ndtr(double x) {
    return static_cast<double>(std::erfc(-x / rootOfTwo) / 2);
}

double special_log_ndtr(double x) {
    if (std::isnan(x)) return notANumber;
    return guarded([=] {
        const Wide z = -x / rootOfTwo;
        if (x > 0) return std::log1p(-std::erfc(-z) / 2);
        if (x > -5) return std::log(std::erfc(z) / 2);
        return std::log(scaledComplement(z) / 2) - static_cast<Wide>(x) * x / 2;
    });
}

double special_ndtri(double p) {
    if (!(p >= 0 && p <= 1)) return notANumber;
    if (p == 0 || p == 1) return p == 0 ? -inf : inf;
    return guarded([=] { return normalQuantile(p); });
}

double special_ndtri_slope(double p) {
    if (!(p >= 0 && p <= 1)) return notANumber;
    if (p == 0 || p == 1) return inf;
    return guarded([=] {
        const Wide y = normalQuantile(p);
        return rootOfTwo * rootOfPi * std::exp(y * y / 2);
    });
}

}  // extern "C"
