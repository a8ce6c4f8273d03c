#ifndef ADJOINT_CMICROHTTPD_SHIMS_H
#define ADJOINT_CMICROHTTPD_SHIMS_H

#include <microhttpd.h>

/// Receives one line that libmicrohttpd wants logged, already formatted.
typedef void (*CMicroHTTPDShims_LogSink)(void *context, const char *message);

/// Receives the request line's target before libmicrohttpd rewrites it in place; what it returns becomes the
/// request's own context.
typedef void *(*CMicroHTTPDShims_TargetCallback)(void *context, const char *target, struct MHD_Connection *connection);

/// Everything the daemon calls back, and the one context that all of it gets. Has to outlive the daemon.
struct CMicroHTTPDShims_Callbacks {
  void *context;
  CMicroHTTPDShims_LogSink log;
  MHD_NotifyConnectionCallback connection;
  CMicroHTTPDShims_TargetCallback target;
  MHD_AccessHandlerCallback access;
  MHD_RequestCompletedCallback completed;
};

/// MHD_start_daemon is variadic, its flags arrive in Swift without `|`, and the formatter that
/// MHD_OPTION_EXTERNAL_LOGGER asks for takes a va_list, which no Swift function can.
struct MHD_Daemon *CMicroHTTPDShims_start(const struct CMicroHTTPDShims_Callbacks *callbacks,
                                          const struct MHD_OptionItem *options);

/// MHD_get_connection_info is variadic. The socket stays open until the connection is notified as closed.
int CMicroHTTPDShims_socket(struct MHD_Connection *connection);

/// MHD_get_connection_info is variadic. The context is what the connection callback stored at the start.
void *CMicroHTTPDShims_context(struct MHD_Connection *connection);

/// MHD_get_connection_info is variadic. The address of the client, or NULL.
const struct sockaddr *CMicroHTTPDShims_address(struct MHD_Connection *connection);

#endif
