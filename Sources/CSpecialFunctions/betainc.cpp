// The incomplete beta function, with its derivatives of any order with respect to both parameters.
#include "CSpecialFunctions.h"
#include "polygamma.hpp"
#include "support.hpp"

#include <boost/math/special_functions/beta.hpp>

using namespace special;

namespace {

// The highest order: a request must not choose how long a kernel runs.
constexpr int most = 8;

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

// A derivative of the density over the density: also i times by x.
Wide densityDerivative(int i, int j, int k, Wide a, Wide b, Wide x) {
    const Wide rest = 1 - x, logarithm = std::log(x), complement = std::log1p(-x);
    // On the stack: what runs in a loop asks for no memory.
    Wide table[most + 1][most + 1][most + 1];
    auto at = [&](int n, int p, int q) -> Wide & { return table[n][p][q]; };
    for (int p = 0; p <= j; ++p) {
        for (int q = 0; q <= k; ++q) at(0, p, q) = DensityDerivatives(p, q, a, b).at(logarithm, complement);
    }
    // The slope by x of the logarithm of the density is (a - 1) / x - (b - 1) / (1 - x).
    for (int n = 0; n < i; ++n) {
        for (int p = 0; p <= j; ++p) {
            for (int q = 0; q <= k; ++q) {
                Wide sum = 0, choices = 1, left = 1 / x, right = -1 / rest;
                for (int m = 0; m <= n; ++m) {
                    sum += choices * ((a - 1) * left + (b - 1) * right) * at(n - m, p, q);
                    if (p > 0) sum += choices * p * left * at(n - m, p - 1, q);
                    if (q > 0) sum += choices * q * right * at(n - m, p, q - 1);
                    choices = choices * (n - m) / (m + 1);
                    left *= -(m + 1) / x;
                    right *= (m + 1) / rest;
                }
                at(n + 1, p, q) = sum;
            }
        }
    }
    return at(i, j, k);
}

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

// Derivative i by x of betainc at x = 0, where a <= i: of a power times a power of 1 - x.
double atOrigin(int i, double a, double b) {
    double sign = 1;
    for (int m = 1; m <= i; ++m) {
        if (a == m) {
            // The binomial coefficient of how the derivatives share the factors, times (m - 1)!, is this product.
            Wide value = 1 / boost::math::beta(static_cast<Wide>(a), static_cast<Wide>(b), Quiet());
            for (int k = i - m + 1; k < i; ++k) value *= k;
            for (int k = 0; k < i - m; ++k) value *= k + 1 - b;
            return static_cast<double>(value);
        }
        if (a < m && m < i) sign = -sign;
    }
    return sign * inf;
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

double special_betainc_derivative(double n, double a, double b, double x) {
    if (!isWhole(n, 65535) || !(a > 0 && b > 0 && x >= 0 && x <= 1)) return notANumber;
    const int order = static_cast<int>(n), i = order / 256, j = order / 16 % 16, k = order % 16;
    if (i > most || j > most || k > most || std::isinf(a) || std::isinf(b)) return notANumber;
    if (order == 0) return special_betainc(a, b, x);
    if (x == 0 || x == 1) {
        const double shape = x == 0 ? a : b;
        if (i == 0 || shape > i) return 0;
        if (j + k > 0) return notANumber;
        return x == 0 ? atOrigin(i, a, b) : (i % 2 == 0 ? -1 : 1) * atOrigin(i, b, a);
    }
    return guarded([=]() -> Wide {
        const Wide point = x, rest = 1 - point;
        if (i > 0) return density(a, b, point) * densityDerivative(i - 1, j, k, a, b, point);
        const DensityDerivatives derivatives(j, k, a, b);
        // Derivatives of the whole integral, 1, are 0, so that either side of x will do: the shorter one.
        if (point <= static_cast<Wide>(a) / (static_cast<Wide>(a) + b)) {
            return integralBelow(derivatives, false, a, b, point, rest);
        }
        return -integralBelow(derivatives, true, b, a, rest, point);
    });
}

}  // extern "C"
