#include "CVectorMath.h"

// The functions, once: what is declared, dispatched and tested follows from these lists.

#define UNARY_FUNCTIONS(X)                                                                                             \
  X(exp) X(expm1) X(exp2) X(log) X(log2) X(log10) X(sin) X(cos) X(asin) X(acos) X(atan) X(tanh) X(sech_square)         \
  X(sigmoid) X(softplus) X(log_sigmoid) X(silu) X(negative) X(square) X(sqrt) X(reciprocal) X(relu) X(abs)

#define PAIR_FUNCTIONS(X) X(sin_and_cos) X(tanh_and_sech_square)

#define BINARY_FUNCTIONS(X)                                                                                            \
  X(add) X(subtract) X(multiply) X(divide) X(absolute_zero_multiply) X(less) X(greater) X(softplus_scaled)

#define TERNARY_FUNCTIONS(X) X(where) X(sum_of_three) X(multiply_add) X(absolute_zero_multiply_add)

// What an instruction set offers.
typedef struct {
  const char *name;
#define MEMBER(f) void (*f)(const CVectorMath_Run *, const CVectorMath_Memory *);
  UNARY_FUNCTIONS(MEMBER) PAIR_FUNCTIONS(MEMBER) BINARY_FUNCTIONS(MEMBER) TERNARY_FUNCTIONS(MEMBER)
#undef MEMBER
} VectorFunctions;

// What one number takes.
typedef struct {
#define MEMBER(f) double (*f)(double);
  UNARY_FUNCTIONS(MEMBER)
#undef MEMBER
} ScalarFunctions;
