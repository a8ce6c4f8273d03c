// A bare server over libmicrohttpd, set up as Adjoint's: takes a body and answers with as many bytes as it is told.
//
//   echo PORT BYTES
#include <microhttpd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct answer {
  char *text;
  size_t length;
};

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *data, size_t *length, void **state) {
  static int seen;
  const struct answer *answer = context;
  if (*state == NULL) {
    *state = &seen;
    return MHD_YES;
  }
  if (*length > 0) {
    *length = 0;
    return MHD_YES;
  }
  struct MHD_Response *response =
      MHD_create_response_from_buffer(answer->length, answer->text, MHD_RESPMEM_PERSISTENT);
  MHD_add_response_header(response, "Content-Type", "application/json");
  enum MHD_Result result = MHD_queue_response(connection, MHD_HTTP_OK, response);
  MHD_destroy_response(response);
  return result;
}

int main(int count, char **arguments) {
  if (count < 3) return 64;
  struct answer whole = {.length = strtoul(arguments[2], NULL, 10)};
  whole.text = malloc(whole.length + 1);
  if (whole.text == NULL) return 70;
  memset(whole.text, '1', whole.length);
  struct MHD_Daemon *daemon = MHD_start_daemon(
      MHD_USE_POLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, (uint16_t)atoi(arguments[1]), NULL,
      NULL, answer, &whole, MHD_OPTION_CONNECTION_LIMIT, 1000u, MHD_OPTION_CONNECTION_TIMEOUT, 15u, MHD_OPTION_END);
  if (daemon == NULL) return 78;
  for (;;) pause();
}
