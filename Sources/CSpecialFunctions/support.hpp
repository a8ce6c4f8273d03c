// What the functions share: how Boost reports errors, whole orders, and quadrature.
#pragma once

#include <cmath>
#include <limits>

#include <boost/math/policies/policy.hpp>

namespace special {

// Doubles are computed in this, whose digits pay for the roundings in between.
using Wide = long double;

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double inf = std::numeric_limits<double>::infinity();
constexpr Wide pi = 3.141592653589793238462643383279502884L;
constexpr Wide rootOfPi = 1.772453850905516027298167483341145183L;
constexpr Wide rootOfTwo = 1.414213562373095048801688724209698079L;

namespace policies = boost::math::policies;

// Errors come back as NaN or infinity; nothing is thrown and errno stays as it is.
using Quiet = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>, policies::underflow_error<policies::ignore_error>,
    policies::denorm_error<policies::ignore_error>, policies::rounding_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>, policies::indeterminate_result_error<policies::ignore_error>,
    policies::promote_double<false>>;

// Beyond these an order gives NaN: a request must not choose how long a loop runs.
constexpr double largestDerivative = 64;
constexpr double largestOrder = 1000;

inline bool isWhole(double n, double largest) { return n >= 0 && n <= largest && std::floor(n) == n; }

inline bool isPole(double x) { return x <= 0 && std::floor(x) == x; }

// Runs a function; whatever still escapes from it becomes NaN.
template <typename Function>
double guarded(Function function) {
    try {
        return static_cast<double>(function());
    } catch (...) {
        return notANumber;
    }
}

// The integral of a function that is analytic on (0, infinity) and falls at least like exp(-u) from u = 1 on.
//
// The trapezoidal rule in t, where u = exp(t - exp(-t)), with steps that halve. The error squares with each halving,
// so that a change of 1e-12 leaves one below the last digit.
template <typename Function>
Wide integrateHalfLine(Function function) {
    const Wide from = -4.6L, to = 5.2L;
    auto sample = [&](Wide t) {
        const Wide fall = std::exp(-t), u = std::exp(t - fall);
        const Wide height = function(u);
        return height == 0 ? 0 : height * u * (1 + fall);
    };
    Wide sum = 0, magnitude = 0, estimate = 0, step = 0.25L;
    auto add = [&](Wide first, Wide stride) {
        for (Wide t = first; t <= to; t += stride) {
            const Wide term = sample(t);
            sum += term;
            magnitude += std::fabs(term);
        }
    };
    add(from, step);
    estimate = sum * step;
    for (int level = 0; level < 8; ++level) {
        add(from + step / 2, step);
        step /= 2;
        const Wide next = sum * step, change = std::fabs(next - estimate);
        estimate = next;
        if (level > 0 && change <= 1e-12L * magnitude * step) break;
    }
    return estimate;
}

// The integral over (0, 1) of a function of u and 1 - u that is analytic there: tanh-sinh quadrature.
template <typename Function>
Wide integrateUnit(Function function) {
    const Wide range = 6.8L;
    auto sample = [&](Wide t) {
        const Wide lean = pi / 2 * std::sinh(t), fall = std::exp(-2 * std::fabs(lean));
        const Wide minor = fall / (1 + fall), major = 1 / (1 + fall);
        const Wide weight = pi * std::cosh(t) * minor * major;
        if (weight == 0) return Wide(0);
        return weight * (t < 0 ? function(minor, major) : function(major, minor));
    };
    Wide sum = 0, magnitude = 0, estimate = 0, step = 0.5L;
    auto add = [&](Wide first, Wide stride) {
        for (Wide t = first; t <= range; t += stride) {
            const Wide term = sample(t);
            sum += term;
            magnitude += std::fabs(term);
        }
    };
    add(-range, step);
    estimate = sum * step;
    for (int level = 0; level < 8; ++level) {
        add(-range + step / 2, step);
        step /= 2;
        const Wide next = sum * step, change = std::fabs(next - estimate);
        estimate = next;
        if (level > 0 && change <= 1e-12L * magnitude * step) break;
    }
    return estimate;
}

}  // namespace special
