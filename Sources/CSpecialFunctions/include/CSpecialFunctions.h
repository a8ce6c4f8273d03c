// Special functions of real numbers. Outside the domain they give NaN; they never throw, nor do they set errno.
//
// Orders n and k are whole numbers held in a double; where an order is not one, the result is NaN.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

// Error functions. Each slope is the derivative of the inverse.
double special_erfc(double x);
double special_erfcx(double x);
double special_erfcx_derivative(double n, double x);
double special_erfinv(double x);
double special_erfinv_slope(double x);
double special_erfcinv(double x);
double special_erfcinv_slope(double x);

// The normal distribution. The moment is the integral over u > 0 of u ** n * exp(x * u - u * u / 2).
double special_ndtr(double x);
double special_log_ndtr(double x);
double special_ndtri(double p);
double special_ndtri_slope(double p);
double special_mills_moment(double n, double x);
double special_inverse_mills(double x);

// Gamma and beta functions. The difference is polygamma(n, x) - polygamma(n, x + y).
double special_gamma(double x);
double special_lgamma(double x);
double special_polygamma(double n, double x);
double special_polygamma_difference(double n, double x, double y);
double special_beta(double a, double b);
double special_betaln(double a, double b);
double special_multigammaln(double x, double p);
double special_multivariate_polygamma(double n, double x, double p);
double special_binom(double n, double k);
double special_factorial(double x);

// Incomplete gamma functions. The derivative is taken i times by x and j times by a: n = 256 i + j.
double special_gammainc(double a, double x);
double special_gammaincc(double a, double x);
double special_gammainc_derivative(double n, double a, double x);

// Incomplete beta function. Its derivative is taken i times by x, j times by a and k times by b: n = 256 i + 16 j + k.
double special_betainc(double a, double b, double x);
double special_betainc_derivative(double n, double a, double b, double x);

// Derivative k of the Hurwitz zeta function with respect to s.
double special_zeta(double k, double s, double q);

// Bessel functions, and derivative k of the scaled ones.
double special_jn(double n, double x);
double special_yn(double n, double x);
double special_iv(double n, double x);
double special_kn(double n, double x);
double special_i0e_derivative(double k, double x);
double special_i1e_derivative(double k, double x);
double special_k0e_derivative(double k, double x);
double special_k1e(double x);

// Exponential integrals, and derivative n of Spence's function.
double special_expi(double x);
double special_expn(double n, double x);
double special_spence(double x);
double special_spence_derivative(double n, double x);

#ifdef __cplusplus
}
#endif
