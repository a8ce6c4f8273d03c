#include "CMicroHTTPDShims.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void write_log(void *context, const char *format, va_list arguments) {
  const struct CMicroHTTPDShims_Callbacks *callbacks = context;
  char line[512];
  vsnprintf(line, sizeof line, format, arguments);
  line[strcspn(line, "\r\n")] = '\0';
  callbacks->log(callbacks->context, line);
}

struct MHD_Daemon *CMicroHTTPDShims_start(const struct CMicroHTTPDShims_Callbacks *callbacks,
                                          const struct MHD_OptionItem *options) {
  // poll, not epoll: an epoll thread with a full batch of 128 ready connections waits before it serves them.
  unsigned int flags = MHD_USE_POLL_INTERNAL_THREAD | MHD_USE_NO_LISTEN_SOCKET | MHD_ALLOW_SUSPEND_RESUME |
                       MHD_USE_ERROR_LOG;
  // The logger comes first, because the library reports faulty options to whatever logger it has by then.
  return MHD_start_daemon(flags, 0, NULL, NULL, callbacks->access, callbacks->context,
                          MHD_OPTION_EXTERNAL_LOGGER, write_log, (void *)callbacks,
                          MHD_OPTION_NOTIFY_CONNECTION, callbacks->connection, callbacks->context,
                          MHD_OPTION_URI_LOG_CALLBACK, callbacks->target, callbacks->context,
                          MHD_OPTION_NOTIFY_COMPLETED, callbacks->completed, callbacks->context,
                          MHD_OPTION_ARRAY, options,
                          MHD_OPTION_END);
}

int CMicroHTTPDShims_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info == NULL ? -1 : info->connect_fd;
}

void *CMicroHTTPDShims_context(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info == NULL ? NULL : info->socket_context;
}

const struct sockaddr *CMicroHTTPDShims_address(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info == NULL ? NULL : info->client_addr;
}
