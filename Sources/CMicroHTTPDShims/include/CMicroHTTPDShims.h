#ifndef ADJOINT_SHIMS_H
#define ADJOINT_SHIMS_H
#include <microhttpd.h>
#endif
