// The functions over runs, WIDTH numbers at a time. Whoever includes this has defined the formulas and
//   load(x), store(r, v)             for WIDTH numbers side by side,
//   gather(numbers, places)          for WIDTH numbers at places, and
//   load_part, fetch_part, store_part  for fewer.

// WIDTH elements of one number each, from one on.
static inline V fetch(const CVectorMath_Memory *memory, CVectorMath_Operand operand, size_t element) {
  if (operand.step < 0) return gather(memory->numbers, memory->places + operand.start + element);
  const double *first = memory->numbers + operand.start;
  return operand.step ? load(first + element) : SPLAT(*first);
}

#define ONE(each) each(first)
#define TWO(each) each(first), each(second)
#define THREE(each) each(first), each(second), each(third)

#define LANES(operand) load(operand + lane)
#define LANES_PART(operand) load_part(operand, width)
#define PART(operand) fetch_part(&memory, run.operand, count)
#define GATHER(operand) gather(memory.numbers, memory.places + run.operand.start + i)
#define FETCH(operand) fetch(&memory, run.operand, i)

// All elements of one number each; the last vector takes in elements of the one before it.
#define EACH(f, OPERANDS, ACCESS, RESULT)                                                                              \
  for (size_t i = 0;; i = i + 2 * WIDTH > count ? count - WIDTH : i + WIDTH) {                                         \
    RESULT(i, NAME(f)(OPERANDS(ACCESS)));                                                                              \
    if (i + WIDTH == count) break;                                                                                     \
  }

#define PUT(at, value) store(r + (at), value)
#define PUT_PART(value, count) store_part(r, value, count)
#define PUT_BOTH(at, value)                                                                                            \
  do {                                                                                                                 \
    Both both = value;                                                                                                 \
    store(r + (at), both.first);                                                                                       \
    store(s + (at), both.second);                                                                                      \
  } while (0)
#define PUT_BOTH_PART(value, count)                                                                                    \
  do {                                                                                                                 \
    Both both = value;                                                                                                 \
    store_part(r, both.first, count);                                                                                  \
    store_part(s, both.second, count);                                                                                 \
  } while (0)

#define RUN(f, OPERANDS, ARITY, RESULT)                                                                                \
  static void f##_run(const CVectorMath_Run *given_run, const CVectorMath_Memory *given_memory) {                      \
    /* Copies, which no store of a result can change. */                                                               \
    const CVectorMath_Run run = *given_run;                                                                            \
    const CVectorMath_Memory memory = *given_memory;                                                                   \
    double *r = memory.numbers + memory.width * run.result;                                                            \
    double *s = memory.numbers + memory.width * run.second_result;                                                     \
    size_t count = run.count, width = memory.width;                                                                    \
    /* Elements side by side are as good as one of more numbers. */                                                    \
    if (count * width >= WIDTH && have_step(&run, ARITY, 1)) {                                                         \
      width *= count;                                                                                                  \
      count = 1;                                                                                                       \
    }                                                                                                                  \
    if (width > 1) {                                                                                                   \
      for (size_t i = 0; i < count; i++, r += width, s += width) {                                                     \
        const double *first = address(&memory, run.first, i);                                                          \
        const double *second = ARITY < 2 ? first : address(&memory, run.second, i);                                    \
        const double *third = ARITY < 3 ? first : address(&memory, run.third, i);                                      \
        if (width < WIDTH) {                                                                                           \
          RESULT##_PART(NAME(f)(OPERANDS(LANES_PART)), width);                                                         \
          continue;                                                                                                    \
        }                                                                                                              \
        size_t lane = 0;                                                                                               \
        for (; lane + WIDTH <= width; lane += WIDTH) RESULT(lane, NAME(f)(OPERANDS(LANES)));                           \
        if (lane == width) continue;                                                                                   \
        lane = width - WIDTH;                                                                                          \
        RESULT(lane, NAME(f)(OPERANDS(LANES)));                                                                        \
      }                                                                                                                \
    } else if (count < WIDTH) {                                                                                        \
      if (count) RESULT##_PART(NAME(f)(OPERANDS(PART)), count);                                                        \
    } else if (have_step(&run, ARITY, -1)) {                                                                           \
      EACH(f, OPERANDS, GATHER, RESULT)                                                                                \
    } else {                                                                                                           \
      EACH(f, OPERANDS, FETCH, RESULT)                                                                                 \
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
