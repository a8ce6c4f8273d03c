// The incomplete beta function, with its derivatives of any order with respect to both parameters.
#include "CSpecialFunctions.h"
#include "polygamma.hpp"
#include "support.hpp"

#include <boost/math/special_functions/beta.hpp>

using namespace special;

namespace {

constexpr int most = 12;

Wide density(Wide a, Wide b, Wide x) { return boost::math::ibeta_derivative(a, b, x, Quiet()); }

// Mixed derivatives of the beta density by its parameters, over the density, at given logarithms of t and 1 - t.
//
// As a function of a and b the logarithm of the density is a log t + b log(1 - t) - betaln(a, b).
class DensityDerivatives {
public:
    DensityDerivatives(int j, int k, Wide a, Wide b) : j(j), k(k) {
        first = -polygammaDifference(0, a, b);
        second = -polygammaDifference(0, b, a);
        for (int m = 1; m < j + k; ++m) {
            const Wide shared = polygamma(m, a + b);
            ofFirst[m] = -polygammaDifference(m, a, b);
            ofSecond[m] = -polygammaDifference(m, b, a);
            mixed[m] = shared;
        }
    }

    Wide at(Wide logarithm, Wide complement) const {
        Wide table[most + 1][most + 1] = {};
        for (int p = 0; p <= j; ++p) {
            for (int q = 0; q <= k; ++q) {
                if (p == 0 && q == 0) {
                    table[0][0] = 1;
                } else if (p > 0) {
                    // One more derivative by a of the product of the density and the slope of its logarithm.
                    table[p][q] = product(table, p - 1, q, [&](int m, int n) {
                        return m + n == 0 ? logarithm + first : n == 0 ? ofFirst[m] : mixed[m + n];
                    });
                } else {
                    table[p][q] = product(table, p, q - 1, [&](int m, int n) {
                        return m + n == 0 ? complement + second : m == 0 ? ofSecond[n] : mixed[m + n];
                    });
                }
            }
        }
        return table[j][k];
    }

private:
    template <typename Slope>
    static Wide product(const Wide (&table)[most + 1][most + 1], int p, int q, Slope slope) {
        Wide sum = 0, rows = 1;
        for (int m = 0; m <= p; ++m) {
            Wide columns = rows;
            for (int n = 0; n <= q; ++n) {
                sum += columns * table[p - m][q - n] * slope(m, n);
                columns = columns * (q - n) / (n + 1);
            }
            rows = rows * (p - m) / (m + 1);
        }
        return sum;
    }

    int j, k;
    Wide first, second;
    Wide ofFirst[2 * most + 1] = {}, ofSecond[2 * most + 1] = {}, mixed[2 * most + 1] = {};
};

// The integral from 0 to x of a derivative of the density, where the density rises up to x.
//
// In v = log(x / t), as for the gamma function. The complement of x is given, for x near 1.
Wide integralBelow(const DensityDerivatives &derivatives, bool swapped, Wide a, Wide b, Wide x, Wide rest) {
    const Wide peak = a - (a + b) * x;
    const Wide rate = std::fmax(peak, 0) / rest;
    const Wide scale = 1 / std::fmax(rate, std::fmin(a, std::sqrt(a) + std::sqrt(b * x) / rest));
    const Wide factor = x * density(a, b, x) * scale, logarithm = std::log(x);
    if (factor == 0) return 0;
    return factor * integrateHalfLine([&](Wide u) -> Wide {
        const Wide v = u * scale;
        // 1 - t, and its ratio to 1 - x.
        const Wide remaining = rest - x * std::expm1(-v), growth = std::log1p(-x * std::expm1(-v) / rest);
        const Wide exponent = -a * v + (b - 1) * growth;
        if (exponent < -11000) return 0;
        const Wide here = logarithm - v, there = std::log(remaining);
        const Wide value = swapped ? derivatives.at(there, here) : derivatives.at(here, there);
        return value * std::exp(exponent);
    });
}

}  // namespace

extern "C" {

double special_betainc(double a, double b, double x) {
    if (!(a >= 0 && b >= 0 && x >= 0 && x <= 1) || (a == 0 && b == 0)) return notANumber;
    if (std::isinf(a) || std::isinf(b)) return notANumber;
    if (x == 0 || x == 1) return x;
    if (a == 0 || b == 0) return a == 0 ? 1 : 0;
    return guarded([=] {
        return boost::math::ibeta(static_cast<Wide>(a), static_cast<Wide>(b), static_cast<Wide>(x), Quiet());
    });
}

double special_beta_density(double a, double b, double x) {
    if (!(a > 0 && b > 0 && x >= 0 && x <= 1) || std::isinf(a) || std::isinf(b)) return notANumber;
    if (x == 0) return a > 1 ? 0 : a == 1 ? b : inf;
    if (x == 1) return b > 1 ? 0 : b == 1 ? a : inf;
    return guarded([=] { return density(a, b, x); });
}

double special_betainc_derivative(double j, double k, double a, double b, double x) {
    if (!isWhole(j, most) || !isWhole(k, most) || !(a > 0 && b > 0 && x >= 0 && x <= 1)) return notANumber;
    if (std::isinf(a) || std::isinf(b)) return notANumber;
    if (j == 0 && k == 0) return special_betainc(a, b, x);
    if (x == 0 || x == 1) return 0;
    return guarded([=] {
        const DensityDerivatives derivatives(static_cast<int>(j), static_cast<int>(k), a, b);
        const Wide point = x, rest = 1 - point;
        // Derivatives of the whole integral, 1, are 0, so that either side of x will do: the shorter one.
        if (point <= static_cast<Wide>(a) / (static_cast<Wide>(a) + b)) {
            return integralBelow(derivatives, false, a, b, point, rest);
        }
        return -integralBelow(derivatives, true, b, a, rest, point);
    });
}

}  // extern "C"
