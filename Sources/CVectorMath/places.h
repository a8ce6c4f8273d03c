#include "CVectorMath.h"

static inline size_t place(const CVectorMath_Operand *operand, size_t element) {
  return operand->places ? (size_t)operand->places[element] : operand->start + element * operand->step;
}

// Whether the elements of all operands stand side by side.
static inline int is_dense(const CVectorMath_Run *run, int arity) {
  const CVectorMath_Operand *operands[] = {&run->first, &run->second, &run->third};
  for (int i = 0; i < arity; i++)
    if (operands[i]->places || operands[i]->step != 1) return 0;
  return 1;
}

// Where the numbers of an element begin.
static inline const double *address(const CVectorMath_Run *run, const CVectorMath_Operand *operand, size_t element) {
  return run->numbers + run->width * place(operand, element);
}

// The numbers of one element, as so many elements of a number each.
static inline CVectorMath_Run side_by_side(const CVectorMath_Run *run, size_t element) {
  const size_t width = run->width;
  return (CVectorMath_Run){
      .numbers = run->numbers,
      .first = {.start = width * place(&run->first, element), .step = 1},
      .second = {.start = width * place(&run->second, element), .step = 1},
      .third = {.start = width * place(&run->third, element), .step = 1},
      .results = run->results + width * element,
      .second_results = run->second_results + width * element,
      .count = width,
      .width = 1};
}
