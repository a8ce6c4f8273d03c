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

#define PUT(at, value) store(r + (at), value)
#define PUT_PART(value) store_part(r, value, count)
#define PUT_BOTH(at, value)                                                                                            \
  do {                                                                                                                 \
    Both both = value;                                                                                                 \
    store(r + (at), both.first);                                                                                       \
    store(s + (at), both.second);                                                                                      \
  } while (0)
#define PUT_BOTH_PART(value)                                                                                           \
  do {                                                                                                                 \
    Both both = value;                                                                                                 \
    store_part(r, both.first, count);                                                                                  \
    store_part(s, both.second, count);                                                                                 \
  } while (0)

#define RUN(f, OPERANDS, ARITY, RESULT)                                                                                \
  static void f##_run(const CVectorMath_Run *run) {                                                                    \
    double *r = run->results, *s = run->second_results;                                                                \
    size_t count = run->count, width = run->width;                                                                     \
    /* Elements side by side are as good as one of more numbers. */                                                    \
    if (count * width >= WIDTH && is_dense(run, ARITY)) {                                                              \
      width *= count;                                                                                                  \
      count = 1;                                                                                                       \
    }                                                                                                                  \
    if (width > 1) {                                                                                                   \
      for (size_t i = 0; i < count; i++, r += width, s += width) {                                                     \
        const double *first = address(run, &run->first, i);                                                            \
        const double *second = address(run, &run->second, i), *third = address(run, &run->third, i);                   \
        if (width < WIDTH) {                                                                                           \
          CVectorMath_Run lanes = side_by_side(run, i);                                                                \
          f##_run(&lanes);                                                                                             \
          continue;                                                                                                    \
        }                                                                                                              \
        size_t lane = 0;                                                                                               \
        for (; lane + WIDTH <= width; lane += WIDTH) RESULT(lane, NAME(f)(OPERANDS(LANES)));                           \
        if (lane == width) continue;                                                                                   \
        /* The last vector takes in numbers of the one before it. */                                                   \
        lane = width - WIDTH;                                                                                          \
        RESULT(lane, NAME(f)(OPERANDS(LANES)));                                                                        \
      }                                                                                                                \
    } else if (count < WIDTH) {                                                                                        \
      if (count) RESULT##_PART(NAME(f)(OPERANDS(PART)));                                                               \
    } else {                                                                                                           \
      for (size_t i = 0;; i = i + 2 * WIDTH > count ? count - WIDTH : i + WIDTH) {                                     \
        RESULT(i, NAME(f)(OPERANDS(FETCH)));                                                                           \
        if (i + WIDTH == count) break;                                                                                 \
      }                                                                                                                \
    }                                                                                                                  \
  }

#define RUN_ONE(f) RUN(f, ONE, 1, PUT)
#define RUN_PAIR(f) RUN(f, ONE, 1, PUT_BOTH)
#define RUN_TWO(f) RUN(f, TWO, 2, PUT)
#define RUN_THREE(f) RUN(f, THREE, 3, PUT)
UNARY_FUNCTIONS(RUN_ONE) PAIR_FUNCTIONS(RUN_PAIR) BINARY_FUNCTIONS(RUN_TWO) TERNARY_FUNCTIONS(RUN_THREE)

const VectorFunctions FUNCTIONS = {
    .name = SET_NAME,
#define MEMBER(f) .f = f##_run,
    UNARY_FUNCTIONS(MEMBER) PAIR_FUNCTIONS(MEMBER) BINARY_FUNCTIONS(MEMBER) TERNARY_FUNCTIONS(MEMBER)
#undef MEMBER
};
