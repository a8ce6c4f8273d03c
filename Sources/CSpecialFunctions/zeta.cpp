// The Hurwitz zeta function and its derivatives with respect to the exponent.
#include "CSpecialFunctions.h"
#include "support.hpp"

using namespace special;

namespace {

// Bernoulli numbers B(2 j) over (2 j)!, from j = 1 on.
constexpr Wide bernoulli[] = {
    0.08333333333333333333333333L,
    -0.001388888888888888888888889L,
    0.00003306878306878306878306878L,
    -0.0000008267195767195767195767196L,
    2.087675698786809897921009e-8L,
    -5.284190138687493184847682e-10L,
    1.338253653068467883282698e-11L,
    -3.389680296322582866830195e-13L,
    8.586062056277844564135905e-15L,
    -2.174868698558061873041516e-16L,
    5.509002828360229515202653e-18L,
    -1.395446468581252334070769e-19L};

// Derivative k by s of the sum over j >= 0 of (q + j) ** -s: Euler's and Maclaurin's formula from a far term on.
Wide hurwitz(int k, Wide s, Wide q) {
    auto term = [=](Wide base) { return std::pow(-std::log(base), Wide(k)) * std::pow(base, -s); };
    Wide sum = 0, base = q;
    // The series behind needs a base well above the exponent; for large exponents the terms vanish before.
    while (base < 24 + 2 * s) {
        const Wide next = term(base);
        sum += next;
        base += 1;
        if (s > 20 && base > 3 && std::fabs(next) <= 1e-26L * std::fabs(sum)) return sum;
    }
    const Wide logarithm = std::log(base), power = std::pow(base, -s);
    // The integral of (-log t) ** k * t ** -s from the base on.
    Wide tail = 0, piece = std::pow(-logarithm, Wide(k)) / (s - 1);
    for (int j = 0; j <= k; ++j) {
        tail += piece;
        piece *= (k - j) / (logarithm * (s - 1));
    }
    sum += tail * power * base + term(base) / 2;
    // Derivatives of (-log t) ** k * t ** -s: a polynomial in log t times a power of t.
    Wide coefficients[static_cast<int>(largestDerivative) + 1] = {};
    coefficients[k] = k % 2 == 0 ? 1 : -1;
    Wide scale = power;
    int taken = 0;
    for (Wide number : bernoulli) {
        const int wanted = taken == 0 ? 1 : taken + 2;
        for (; taken < wanted; ++taken) {
            for (int i = 0; i <= k; ++i) {
                coefficients[i] = (i < k ? (i + 1) * coefficients[i + 1] : 0) - (s + taken) * coefficients[i];
            }
            scale /= base;
        }
        Wide value = 0;
        for (int i = k; i >= 0; --i) value = value * logarithm + coefficients[i];
        const Wide correction = number * value * scale;
        sum -= correction;
        if (std::fabs(correction) <= 1e-21L * std::fabs(sum)) break;
    }
    return sum;
}

}  // namespace

extern "C" double special_zeta(double k, double s, double q) {
    if (!isWhole(k, largestDerivative) || !(s >= 1 && q >= 0)) return notANumber;
    const int order = static_cast<int>(k);
    const double pole = order % 2 == 0 ? inf : -inf;
    if (s == 1) return pole;
    if (q == 0) return inf;
    if (std::isinf(s) || std::isinf(q)) return q < 1 ? inf : q == 1 && order == 0 ? 1 : 0;
    return guarded([=] { return hurwitz(order, s, q); });
}
