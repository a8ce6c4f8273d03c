#ifndef ADJOINT_CMICROHTTPD_SHIM_H
#define ADJOINT_CMICROHTTPD_SHIM_H
#include <microhttpd.h>
#endif
