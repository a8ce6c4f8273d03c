// The functions over runs, WIDTH numbers at a time. Whoever includes this has defined the formulas and
//   load(x), store(r, v)        for WIDTH numbers side by side,
//   gather(numbers, places)     for WIDTH numbers at places, and
//   gather_part, store_part     for fewer.

// WIDTH elements of one number each, from one on.
static inline V fetch(const CVectorMath_Run *run, const CVectorMath_Operand *operand, size_t element) {
  if (operand->places) return gather(run->numbers, operand->places + element);
  const double *first = run->numbers + operand->start;
  return operand->step ? load(first + element) : SPLAT(*first);
}

#define ONE(each) each(first)
#define TWO(each) each(first), each(second)
#define THREE(each) each(first), each(second), each(third)

#define LANES(operand) load(operand + lane)
#define PART(operand) gather_part(run, &run->operand, count)
#define FETCH(operand) fetch(run, &run->operand, i)

#define RUN(f, OPERANDS)                                                                                               \
  static void f##_run(const CVectorMath_Run *run) {                                                                    \
    double *r = run->results;                                                                                          \
    const size_t count = run->count, width = run->width;                                                               \
    if (width > 1) {                                                                                                   \
      for (size_t i = 0; i < count; i++, r += width) {                                                                 \
        const double *first = address(run, &run->first, i);                                                            \
        const double *second = address(run, &run->second, i), *third = address(run, &run->third, i);                   \
        if (width % WIDTH) {                                                                                           \
          CVectorMath_Run lanes = side_by_side(run, i);                                                                \
          f##_run(&lanes);                                                                                             \
        } else {                                                                                                       \
          for (size_t lane = 0; lane < width; lane += WIDTH) store(r + lane, NAME(f)(OPERANDS(LANES)));                \
        }                                                                                                              \
      }                                                                                                                \
    } else if (count < WIDTH) {                                                                                        \
      if (count) store_part(r, NAME(f)(OPERANDS(PART)), count);                                                        \
    } else {                                                                                                           \
      /* The last vector may take in numbers of the one before it. */                                                  \
      for (size_t i = 0;; i = i + 2 * WIDTH > count ? count - WIDTH : i + WIDTH) {                                     \
        store(r + i, NAME(f)(OPERANDS(FETCH)));                                                                        \
        if (i + WIDTH == count) break;                                                                                 \
      }                                                                                                                \
    }                                                                                                                  \
  }

#define RUN_ONE(f) RUN(f, ONE)
#define RUN_TWO(f) RUN(f, TWO)
#define RUN_THREE(f) RUN(f, THREE)
UNARY_FUNCTIONS(RUN_ONE) BINARY_FUNCTIONS(RUN_TWO) TERNARY_FUNCTIONS(RUN_THREE)

const VectorFunctions FUNCTIONS = {
    .name = SET_NAME,
#define MEMBER(f) .f = f##_run,
    UNARY_FUNCTIONS(MEMBER) BINARY_FUNCTIONS(MEMBER) TERNARY_FUNCTIONS(MEMBER)
#undef MEMBER
};
