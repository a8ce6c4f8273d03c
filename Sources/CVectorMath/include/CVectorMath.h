#ifndef ADJOINT_CVECTORMATH_H
#define ADJOINT_CVECTORMATH_H

#include <stddef.h>
#include <stdint.h>

/// Elementary functions of one number, and of many at once by the widest vectors that the machine has.
///
/// A function gives the same bits whatever its argument stands beside and however wide the vectors are. exp, log, tanh, sin
/// and cos are computed here, and the others by those functions of SLEEF that are deterministic with fused multiplication,
/// or on processors without it by their counterparts, whose last bits may differ; all these are at most one unit in the
/// last place from the truth.

/// What runs work on: the numbers, so many side by side for each place, and the places that operands may list.
typedef struct {
  double *numbers;
  const int32_t *places;
  size_t width;
} CVectorMath_Memory;

/// Where an operand is: element i is at the place start + step * i, or where the step is negative, at places[start + i].
typedef struct {
  int32_t start, step;
} CVectorMath_Operand;

/// A function of so many elements, whose results are at the places from `result` on.
///
/// No operand may be where the results go.
typedef struct {
  CVectorMath_Operand first, second, third;
  int32_t result, second_result, count;
} CVectorMath_Run;

#define CVECTORMATH_FUNCTION(name) void CVectorMath_##name##_run(const CVectorMath_Run *run, const CVectorMath_Memory *memory);
#define CVECTORMATH_UNARY(name)                                                                                        \
  double CVectorMath_##name(double x);                                                                                 \
  CVECTORMATH_FUNCTION(name)

/// Each of these is a function of one number and, as `_run`, of many.
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

/// Those of two results, which are those of the two functions.
CVECTORMATH_FUNCTION(sin_and_cos)
CVECTORMATH_FUNCTION(tanh_and_sech_square)

/// Those of two operands, x and y.
CVECTORMATH_FUNCTION(add)
CVECTORMATH_FUNCTION(subtract)
CVECTORMATH_FUNCTION(multiply)
CVECTORMATH_FUNCTION(divide)
/// x where it is 0, else x * y
CVECTORMATH_FUNCTION(absolute_zero_multiply)
/// 1 where the comparison holds, else 0
CVECTORMATH_FUNCTION(less)
CVECTORMATH_FUNCTION(greater)
/// log(1 + exp(y * x)) / y
CVECTORMATH_FUNCTION(softplus_scaled)

/// Those of three, x, y and z.
/// y where x is not 0, else z
CVECTORMATH_FUNCTION(where)
/// (x + y) + z
CVECTORMATH_FUNCTION(sum_of_three)
/// x * y + z, rounded twice
CVECTORMATH_FUNCTION(multiply_add)
/// x where it is 0, else x * y, and that plus z
CVECTORMATH_FUNCTION(absolute_zero_multiply_add)

/// The names of the instruction sets that this machine can choose from, widest first; the first is chosen.
int CVectorMath_set_count(void);
const char *CVectorMath_set_name(int set);
/// Runs a unary function, by its place in the list above, by a given instruction set: for tests. The results go behind the
/// numbers, of which there are so many.
int CVectorMath_unary_count(void);
const char *CVectorMath_unary_name(int function);
void CVectorMath_run_unary(int set, int function, double *numbers, int32_t count);
/// Those of two results: the second ones go behind the first.
int CVectorMath_pair_count(void);
const char *CVectorMath_pair_name(int function);
void CVectorMath_run_pair(int set, int function, double *numbers, int32_t count);

#undef CVECTORMATH_UNARY
#undef CVECTORMATH_FUNCTION

#endif
