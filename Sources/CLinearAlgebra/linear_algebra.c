#include "CLinearAlgebra.h"

#include <cblas.h>
#include <lapacke.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

// Where the threaded build is installed instead of the serial one: requests run in parallel, not their products.
__attribute__((constructor)) static void use_one_thread(void) { openblas_set_num_threads(1); }

// The iterations of LAPACK need not end where a number is infinite.
static int is_finite(const double *a, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (!isfinite(a[i])) return 0;
  return 1;
}

void CLinearAlgebra_multiply(int rows, int inner, int columns, const double *x, const double *y, double *r) {
  cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, rows, columns, inner, 1, x, inner, y, columns, 0, r, columns);
}

int CLinearAlgebra_solve(int n, int columns, double *a, double *b) {
  if (n == 0 || columns == 0) return 0;
  lapack_int *pivots = malloc(sizeof(lapack_int) * (size_t)n);
  if (!pivots) return -1;
  int status = LAPACKE_dgesv(LAPACK_ROW_MAJOR, n, columns, a, n, pivots, b, columns);
  free(pivots);
  return status;
}

int CLinearAlgebra_solve_triangular(int is_lower, int is_unit, int n, int columns, const double *a, double *b) {
  if (n == 0 || columns == 0) return 0;
  return LAPACKE_dtrtrs(LAPACK_ROW_MAJOR, is_lower ? 'L' : 'U', 'N', is_unit ? 'U' : 'N', n, columns, a, n, b, columns);
}

int CLinearAlgebra_invert(int n, double *a) {
  if (n == 0) return 0;
  lapack_int *pivots = malloc(sizeof(lapack_int) * (size_t)n);
  if (!pivots) return -1;
  int status = LAPACKE_dgetrf(LAPACK_ROW_MAJOR, n, n, a, n, pivots);
  if (status == 0) status = LAPACKE_dgetri(LAPACK_ROW_MAJOR, n, a, n, pivots);
  free(pivots);
  return status;
}

int CLinearAlgebra_lu(int n, double *a, int *pivots) {
  if (n == 0) return 0;
  int status = LAPACKE_dgetrf(LAPACK_ROW_MAJOR, n, n, a, n, pivots);
  return status < 0 ? status : 0;
}

int CLinearAlgebra_cholesky(int n, double *a) {
  if (n == 0) return 0;
  return LAPACKE_dpotrf(LAPACK_ROW_MAJOR, 'L', n, a, n);
}

int CLinearAlgebra_symmetric_eigen(int n, double *a, double *values) {
  if (n == 0) return 0;
  if (!is_finite(a, (size_t)n * (size_t)n)) return -1;
  return LAPACKE_dsyevd(LAPACK_ROW_MAJOR, 'V', 'L', n, a, n, values);
}

int CLinearAlgebra_svd(int rows, int columns, double *a, double *u, double *values, double *vh) {
  if (rows == 0 || columns == 0) return 0;
  if (!is_finite(a, (size_t)rows * (size_t)columns)) return -1;
  int k = rows < columns ? rows : columns;
  return LAPACKE_dgesdd(LAPACK_ROW_MAJOR, 'S', rows, columns, a, columns, values, u, k, vh, columns);
}

int CLinearAlgebra_qr(int rows, int columns, double *a, double *q, double *r) {
  if (rows == 0 || columns == 0) return 0;
  int k = rows < columns ? rows : columns;
  double *scales = malloc(sizeof(double) * (size_t)k);
  if (!scales) return -1;
  int status = LAPACKE_dgeqrf(LAPACK_ROW_MAJOR, rows, columns, a, columns, scales);
  if (status == 0) {
    for (int i = 0; i < k; i++)
      for (int j = 0; j < columns; j++) r[(size_t)i * columns + j] = j >= i ? a[(size_t)i * columns + j] : 0;
    for (int i = 0; i < rows; i++) memcpy(q + (size_t)i * k, a + (size_t)i * columns, sizeof(double) * (size_t)k);
    status = LAPACKE_dorgqr(LAPACK_ROW_MAJOR, rows, k, k, q, k, scales);
  }
  free(scales);
  return status;
}
