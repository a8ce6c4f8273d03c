#include "CVectorMath.h"

#include "lists.h"

extern const VectorFunctions CVectorMath_scalar_fused;
extern const ScalarFunctions CVectorMath_numbers_fused;

#if defined(__x86_64__)
extern const VectorFunctions CVectorMath_avx512, CVectorMath_avx2, CVectorMath_scalar_plain;
extern const ScalarFunctions CVectorMath_numbers_plain;
#elif defined(__aarch64__)
extern const VectorFunctions CVectorMath_neon;
#endif

static const VectorFunctions *sets[3];
static int set_count;
static const VectorFunctions *vectors;
static const ScalarFunctions *numbers;

// Before `main`, and so before there are threads.
__attribute__((constructor)) static void choose(void) {
  numbers = &CVectorMath_numbers_fused;
#if defined(__x86_64__)
  __builtin_cpu_init();
  int fused = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (fused && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512dq"))
    sets[set_count++] = &CVectorMath_avx512;
  if (fused) {
    sets[set_count++] = &CVectorMath_avx2;
    sets[set_count++] = &CVectorMath_scalar_fused;
  } else {
    sets[set_count++] = &CVectorMath_scalar_plain;
    numbers = &CVectorMath_numbers_plain;
  }
#else
#if defined(__aarch64__)
  sets[set_count++] = &CVectorMath_neon;
#endif
  sets[set_count++] = &CVectorMath_scalar_fused;
#endif
  vectors = sets[0];
}

#define FUNCTION(f)                                                                                                    \
  void CVectorMath_##f##_run(const CVectorMath_Run *run, const CVectorMath_Memory *memory) { vectors->f(run, memory); }
UNARY_FUNCTIONS(FUNCTION) PAIR_FUNCTIONS(FUNCTION) BINARY_FUNCTIONS(FUNCTION) TERNARY_FUNCTIONS(FUNCTION)
#undef FUNCTION

#define FUNCTION(f)                                                                                                    \
  double CVectorMath_##f(double x) { return numbers->f(x); }
UNARY_FUNCTIONS(FUNCTION)
#undef FUNCTION

int CVectorMath_set_count(void) { return set_count; }
const char *CVectorMath_set_name(int set) { return sets[set]->name; }

static const char *const unary_names[] = {
#define NAME(f) #f,
    UNARY_FUNCTIONS(NAME)
};

static const char *const pair_names[] = {
    PAIR_FUNCTIONS(NAME)
#undef NAME
};

int CVectorMath_unary_count(void) { return sizeof unary_names / sizeof *unary_names; }
const char *CVectorMath_unary_name(int function) { return unary_names[function]; }
int CVectorMath_pair_count(void) { return sizeof pair_names / sizeof *pair_names; }
const char *CVectorMath_pair_name(int function) { return pair_names[function]; }

typedef void (*Function)(const CVectorMath_Run *, const CVectorMath_Memory *);

void CVectorMath_run_unary(int set, int function, double *numbers, int32_t count) {
  const Function functions[] = {
#define MEMBER(f) sets[set]->f,
      UNARY_FUNCTIONS(MEMBER)
  };
  const CVectorMath_Run run = {.first = {.step = 1}, .result = count, .count = count};
  const CVectorMath_Memory memory = {.numbers = numbers, .width = 1};
  functions[function](&run, &memory);
}

void CVectorMath_run_pair(int set, int function, double *numbers, int32_t count) {
  const Function functions[] = {
      PAIR_FUNCTIONS(MEMBER)
#undef MEMBER
  };
  const CVectorMath_Run run = {.first = {.step = 1}, .result = count, .second_result = 2 * count, .count = count};
  const CVectorMath_Memory memory = {.numbers = numbers, .width = 1};
  functions[function](&run, &memory);
}
