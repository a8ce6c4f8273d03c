#include "CVectorMath.h"

// The place of an element.
static inline size_t place(const CVectorMath_Memory *memory, CVectorMath_Operand operand, size_t element) {
  return operand.step < 0 ? (size_t)memory->places[operand.start + element] : operand.start + operand.step * element;
}

// Where the numbers of an element begin.
static inline const double *address(const CVectorMath_Memory *memory, CVectorMath_Operand operand, size_t element) {
  return memory->numbers + memory->width * place(memory, operand, element);
}

// Whether all operands have one step.
static inline int have_step(const CVectorMath_Run *run, int arity, int32_t step) {
  return run->first.step == step && (arity < 2 || run->second.step == step) && (arity < 3 || run->third.step == step);
}
