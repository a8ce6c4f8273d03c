#ifndef ADJOINT_CLINEARALGEBRA_H
#define ADJOINT_CLINEARALGEBRA_H

/// Products and factorisations of dense row-major matrices, by OpenBLAS and LAPACK, in one thread.
///
/// All but the product tell whether there is a result: 0, or another number where the matrix is singular, not
/// positive definite or not finite, where no convergence was reached, or memory was lacking.

/// r = x y, with x of rows by inner and y of inner by columns.
void CLinearAlgebra_multiply(int rows, int inner, int columns, const double *x, const double *y, double *r);

/// Solves a x = b for several columns at once; b becomes x, and a is overwritten.
int CLinearAlgebra_solve(int n, int columns, double *a, double *b);

/// Solves a x = b with a triangle of a; b becomes x.
int CLinearAlgebra_solve_triangular(int is_lower, int is_unit, int n, int columns, const double *a, double *b);

/// Turns a into its inverse.
int CLinearAlgebra_invert(int n, double *a);

/// Turns a into its LU factors; pivots gets the row, from 1, that each row changed places with. Never fails for
/// being singular.
int CLinearAlgebra_lu(int n, double *a, int *pivots);

/// Turns the lower triangle of a into its Cholesky factor; leaves the upper one.
int CLinearAlgebra_cholesky(int n, double *a);

/// Eigenvalues, ascending, of a symmetric matrix, of which the lower triangle is read; a becomes the vectors, in its
/// columns.
int CLinearAlgebra_symmetric_eigen(int n, double *a, double *values);

/// Thin singular value decomposition; a is overwritten.
int CLinearAlgebra_svd(int rows, int columns, double *a, double *u, double *values, double *vh);

/// Reduced QR factorisation with k = min(rows, columns); a is overwritten, q is rows by k, r k by columns.
int CLinearAlgebra_qr(int rows, int columns, double *a, double *q, double *r);

#endif
