#ifndef ADJOINT_CVECTORMATH_H
#define ADJOINT_CVECTORMATH_H

#include <stddef.h>

/// Elementary functions of one number, and of many at once by the widest vectors that the machine has.
///
/// A function gives the same bits whatever its argument stands beside and however wide the vectors are: those of SLEEF
/// that are deterministic with fused multiplication, at most one unit in the last place from the truth. On processors
/// without fused multiplication their counterparts serve, whose last bits may differ.

#define CVECTORMATH_UNARY(name)                                                                                        \
  double CVectorMath_##name(double x);                                                                                 \
  void CVectorMath_##name##_each(const double *x, double *r, size_t count);

/// Each of these is a function of one number and, as `_each`, one that writes r[i] = f(x[i]) for each i under count;
/// r may be x.
CVECTORMATH_UNARY(exp)
CVECTORMATH_UNARY(expm1)
CVECTORMATH_UNARY(exp2)
CVECTORMATH_UNARY(log)
CVECTORMATH_UNARY(log2)
CVECTORMATH_UNARY(log10)
CVECTORMATH_UNARY(sin)
CVECTORMATH_UNARY(cos)
CVECTORMATH_UNARY(asin)
CVECTORMATH_UNARY(acos)
CVECTORMATH_UNARY(atan)
CVECTORMATH_UNARY(tanh)
/// 1 / cosh(x) ** 2
CVECTORMATH_UNARY(sech_square)
/// 1 / (1 + exp(-x))
CVECTORMATH_UNARY(sigmoid)
/// log(1 + exp(x))
CVECTORMATH_UNARY(softplus)
/// log(1 / (1 + exp(-x)))
CVECTORMATH_UNARY(log_sigmoid)
/// x / (1 + exp(-x)), and 0 at -inf
CVECTORMATH_UNARY(silu)
CVECTORMATH_UNARY(negative)
CVECTORMATH_UNARY(square)
CVECTORMATH_UNARY(sqrt)
CVECTORMATH_UNARY(reciprocal)
/// x where it is over 0 or NaN, else 0
CVECTORMATH_UNARY(relu)
CVECTORMATH_UNARY(abs)

#define CVECTORMATH_BINARY(name)                                                                                       \
  void CVectorMath_##name##_each(const double *x, const double *y, double *r, size_t count);

/// These write r[i] = f(x[i], y[i]); r may be x or y.
CVECTORMATH_BINARY(add)
CVECTORMATH_BINARY(subtract)
CVECTORMATH_BINARY(multiply)
CVECTORMATH_BINARY(divide)
/// x where it is 0, else x * y
CVECTORMATH_BINARY(absolute_zero_multiply)
/// 1 where the comparison holds, else 0
CVECTORMATH_BINARY(less)
CVECTORMATH_BINARY(greater)
/// log(1 + exp(y * x)) / y
CVECTORMATH_BINARY(softplus_scaled)

#define CVECTORMATH_TERNARY(name)                                                                                      \
  void CVectorMath_##name##_each(const double *x, const double *y, const double *z, double *r, size_t count);

/// These write r[i] = f(x[i], y[i], z[i]); r may be any of the operands.
/// y where x is not 0, else z
CVECTORMATH_TERNARY(where)
/// (x + y) + z
CVECTORMATH_TERNARY(sum_of_three)
/// x * y + z, rounded twice
CVECTORMATH_TERNARY(multiply_add)
/// x where it is 0, else x * y, and that plus z
CVECTORMATH_TERNARY(absolute_zero_multiply_add)

/// The names of the instruction sets that this machine can choose from, widest first; the first is chosen.
int CVectorMath_set_count(void);
const char *CVectorMath_set_name(int set);
/// Runs a unary function, by its place in the list above, by a given instruction set: for tests.
int CVectorMath_unary_count(void);
const char *CVectorMath_unary_name(int function);
void CVectorMath_run_unary(int set, int function, const double *x, double *r, size_t count);

#undef CVECTORMATH_UNARY
#undef CVECTORMATH_BINARY
#undef CVECTORMATH_TERNARY

#endif
