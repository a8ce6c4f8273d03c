// The incomplete gamma functions, with their derivatives of any order with respect to the parameter.
#include "CSpecialFunctions.h"
#include "polygamma.hpp"
#include "support.hpp"

#include <boost/math/special_functions/gamma.hpp>

using namespace special;

namespace {

// The highest order: a request must not choose how long a kernel runs.
constexpr int most = 8;

// Derivatives of the gamma density by its parameter, over the density, at a given logarithm of t.
//
// The density is a * exp(f), where the derivatives of f have no pole at a = 0; those of exp(f), over itself, are the
// complete Bell polynomials in the derivatives of f.
class DensityDerivatives {
public:
    DensityDerivatives(int order, Wide a) : order(order), shape(a), digamma(polygamma(0, a + 1)) {
        for (int k = 1; k < order; ++k) slopes[k] = -polygamma(k, a + 1);
    }

    // All up to the order.
    void at(Wide logarithm, Wide (&values)[most + 1]) {
        slopes[0] = logarithm - digamma;
        values[0] = 1;
        for (int n = 0; n < order; ++n) {
            Wide sum = 0, choices = 1;
            for (int k = 0; k <= n; ++k) {
                sum += choices * values[n - k] * slopes[k];
                choices = choices * (n - k) / (k + 1);
            }
            values[n + 1] = sum;
        }
        for (int n = order; n > 0; --n) values[n] += n * values[n - 1] / shape;
    }

    Wide last(Wide logarithm) {
        Wide values[most + 1];
        at(logarithm, values);
        return values[order];
    }

private:
    int order;
    Wide shape, digamma;
    Wide slopes[most + 1];
};

Wide density(Wide a, Wide x) { return boost::math::gamma_p_derivative(a, x, Quiet()); }

// A derivative of the density over the density: i times by x and j times by a.
Wide densityDerivative(int i, int j, Wide a, Wide x) {
    // On the stack: what runs in a loop asks for no memory.
    Wide table[most + 1][most + 1];
    auto at = [&](int n, int p) -> Wide & { return table[n][p]; };
    Wide values[most + 1];
    DensityDerivatives(j, a).at(std::log(x), values);
    for (int p = 0; p <= j; ++p) at(0, p) = values[p];
    // The slope by x of the logarithm of the density is (a - 1) / x - 1.
    for (int n = 0; n < i; ++n) {
        for (int p = 0; p <= j; ++p) {
            Wide sum = (a - 1 - x) / x * at(n, p), choices = 1, power = 1 / x;
            if (p > 0) sum += p * power * at(n, p - 1);
            for (int m = 1; m <= n; ++m) {
                choices = choices * (n - m + 1) / m;
                power *= -m / x;
                sum += choices * power * ((a - 1) * at(n - m, p) + (p > 0 ? p * at(n - m, p - 1) : 0));
            }
            at(n + 1, p) = sum;
        }
    }
    return at(i, j);
}

// Derivative i by x of gammainc at x = 0: of a power times exp(-x).
double atOrigin(int i, int j, double a) {
    if (a > i) return 0;
    if (j > 0) return notANumber;
    double sign = 1, choices = 1;
    for (int m = 1; m < i; ++m) {
        if (a == m) {
            for (int k = m; k < i; ++k) choices *= -1.0 * k / (k - m + 1);
            return choices;
        }
        if (a < m) sign = -sign;
    }
    return a == i ? 1 : sign * inf;
}

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

double special_gammainc_derivative(double n, double a, double x) {
    if (!isWhole(n, 65535) || !(a > 0 && x >= 0) || std::isinf(a)) return notANumber;
    const int order = static_cast<int>(n), i = order / 256, j = order % 256;
    if (i > most || j > most) return notANumber;
    if (order == 0) return special_gammainc(a, x);
    if (std::isinf(x)) return 0;
    if (x == 0) return i == 0 ? 0 : atOrigin(i, j, a);
    return guarded([=]() -> Wide {
        if (i > 0) return density(a, x) * densityDerivative(i - 1, j, a, x);
        DensityDerivatives derivatives(j, a);
        const Wide bound = x, shape = a, logarithm = std::log(bound);
        // Derivatives of the whole integral, 1, are 0, so that either side of x will do: the one where nothing cancels.
        const bool isBelow = logarithm < polygamma(0, shape);
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
            return derivatives.last(logarithm + v) * std::exp(exponent);
        });
    });
}

}  // extern "C"
