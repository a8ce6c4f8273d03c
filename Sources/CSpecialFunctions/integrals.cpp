// Exponential integrals and Spence's function.
#include "CSpecialFunctions.h"
#include "support.hpp"

#include <boost/math/special_functions/expint.hpp>

using namespace special;

namespace {

// Bernoulli numbers B(2 j) over (2 j + 1)!, from j = 1 on.
constexpr Wide bernoulli[] = {
    0.02777777777777777777777778L,
    -0.0002777777777777777777777778L,
    0.000004724111866969009826152683L,
    -9.185773074661963550852440e-8L,
    1.897886998897099907200917e-9L,
    -4.064761645144225526805909e-11L,
    8.921691020456452555217987e-13L,
    -1.993929586072107568723644e-14L,
    4.518980029619918191650477e-16L,
    -1.035651761218124701448341e-17L,
    2.395218621026186745740284e-19L,
    -5.581785874325009336283075e-21L};

// Spence's function from 1/2 to 2, by the series in the logarithm.
Wide spenceNearOne(Wide x) {
    const Wide w = -std::log(x), square = w * w;
    Wide sum = 0, power = w;
    for (Wide number : bernoulli) {
        power *= square;
        sum += number * power;
    }
    return w - square / 4 + sum;
}

Wide spence(Wide x) {
    const Wide logarithm = std::log(x);
    if (x == 0) return pi * pi / 6;
    if (x < 0.5L) return pi * pi / 6 - logarithm * std::log1p(-x) - spenceNearOne(1 - x);
    if (x <= 2) return spenceNearOne(x);
    return -spence(1 / x) - logarithm * logarithm / 2;
}

}  // namespace

extern "C" {

double special_expi(double x) {
    if (std::isnan(x)) return notANumber;
    if (x == 0) return -inf;
    if (std::isinf(x)) return x > 0 ? inf : -0.0;
    return guarded([=] { return boost::math::expint(static_cast<Wide>(x), Quiet()); });
}

double special_expn(double n, double x) {
    if (!isWhole(std::fabs(n), largestOrder) || !(x >= 0)) return notANumber;
    if (x == 0) return n > 1 ? 1 / (n - 1) : inf;
    if (x > 11000) return 0;
    return guarded([=]() -> Wide {
        const Wide point = x;
        if (n > 0) return boost::math::expint(static_cast<int>(n), point, Quiet());
        // By parts, upward from exp(-x) / x; all terms are positive.
        const Wide start = std::exp(-point) / point;
        Wide value = start;
        for (int k = 1; k <= -n; ++k) value = start + k * value / point;
        return value;
    });
}

double special_spence(double x) {
    if (!(x >= 0)) return notANumber;
    if (std::isinf(x)) return -inf;
    return guarded([=] { return spence(x); });
}

double special_spence_derivative(double n, double x) {
    if (!isWhole(n, largestDerivative) || !(x >= 0)) return notANumber;
    if (n == 0) return special_spence(x);
    if (std::isinf(x)) return 0;
    const int order = static_cast<int>(n);
    if (x == 0) return order % 2 == 1 ? -inf : inf;
    return guarded([=]() -> Wide {
        const Wide point = x;
        if (order == 1 && x == 1) return -1;
        if (order == 1 || x < 0.01 || x > 1e4) {
            // From the derivatives of (1 - x) * spence'(x) = log(x), which cancel only between.
            Wide slope = std::log(point) / (1 - point), power = 1 / point;
            for (int k = 1; k < order; ++k) {
                slope = (k * slope + power) / (1 - point);
                power *= -k / point;
            }
            return slope;
        }
        // The integral of u ** (n - 1) / (1 + u * (x - 1)) ** n, times (n - 1)!.
        Wide value = integrateUnit([=](Wide u, Wide rest) {
            return std::pow(u, Wide(order - 1)) / std::pow(rest + u * point, Wide(order));
        });
        for (int k = 2; k < order; ++k) value *= k;
        return order % 2 == 1 ? -value : value;
    });
}

}  // extern "C"
