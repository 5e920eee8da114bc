// The macros that check types would stand in the way of calls through pointers.
#define CURL_DISABLE_TYPECHECK
#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>

#define FUNCTIONS(each)                                                                            \
  each(CURLcode, global_init, (long flags))                                                        \
  each(curl_version_info_data *, version_info, (CURLversion age))                                  \
  each(CURL *, easy_init, (void))                                                                  \
  each(void, easy_reset, (CURL * handle))                                                          \
  each(void, easy_cleanup, (CURL * handle))                                                        \
  each(CURLcode, easy_setopt, (CURL * handle, CURLoption option, ...))                             \
  each(CURLcode, easy_getinfo, (CURL * handle, CURLINFO info, ...))                                \
  each(CURLM *, multi_init, (void))                                                                \
  each(CURLMcode, multi_cleanup, (CURLM * multi))                                                  \
  each(CURLMcode, multi_setopt, (CURLM * multi, CURLMoption option, ...))                          \
  each(CURLMcode, multi_add_handle, (CURLM * multi, CURL * handle))                                \
  each(CURLMcode, multi_remove_handle, (CURLM * multi, CURL * handle))                             \
  each(CURLMcode, multi_perform, (CURLM * multi, int *running))                                    \
  each(CURLMcode, multi_poll,                                                                      \
       (CURLM * multi, struct curl_waitfd * more, unsigned count, int milliseconds, int *ready))   \
  each(CURLMsg *, multi_info_read, (CURLM * multi, int *left))                                     \
  each(struct curl_slist *, slist_append, (struct curl_slist * list, const char *text))            \
  each(void, slist_free_all, (struct curl_slist * list))

#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

#define MEMBER(result, name, parameters) result(*name) parameters;
static struct {
  FUNCTIONS(MEMBER)
} curl;

static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static const char *const names[] = {
    "libcurl.so.4",
    "libcurl-gnutls.so.4",
    "libcurl.4.dylib",
    "/usr/lib/libcurl.4.dylib",
};

// The library stays open: its threads may outlive whoever asked for it.
static void load(void) {
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define RESOLVE(result, name, parameters)                                                          \
  if (!(*(void **)&curl.name = dlsym(library, "curl_" #name))) return;
  FUNCTIONS(RESOLVE)
  is_loaded = curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

int wikiguide_curl_load(void) {
  pthread_once(&once, load);
  return is_loaded;
}

const char *wikiguide_curl_version(void) { return curl.version_info(CURLVERSION_NOW)->version; }

CURL *wikiguide_curl_easy_init(void) { return curl.easy_init(); }

void wikiguide_curl_easy_reset(CURL *handle) { curl.easy_reset(handle); }

void wikiguide_curl_easy_cleanup(CURL *handle) { curl.easy_cleanup(handle); }

CURLcode wikiguide_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode wikiguide_curl_set_string(CURL *handle, CURLoption option, const char *value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode wikiguide_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl.easy_setopt(handle, option, value);
}

CURLcode wikiguide_curl_set_data_function(
    CURL *handle, CURLoption option,
    size_t (*function)(char *bytes, size_t size, size_t count, void *context)) {
  return curl.easy_setopt(handle, option, function);
}

CURLcode wikiguide_curl_set_socket_function(
    CURL *handle, curl_socket_t (*function)(void *context, curlsocktype purpose,
                                            struct curl_sockaddr *address)) {
  return curl.easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, function);
}

long wikiguide_curl_get_long(CURL *handle, CURLINFO info) {
  long value = 0;
  return curl.easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

curl_off_t wikiguide_curl_get_offset(CURL *handle, CURLINFO info) {
  curl_off_t value = 0;
  return curl.easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

void *wikiguide_curl_get_pointer(CURL *handle, CURLINFO info) {
  void *value = NULL;
  return curl.easy_getinfo(handle, info, &value) == CURLE_OK ? value : NULL;
}

struct curl_slist *wikiguide_curl_get_list(CURL *handle, CURLINFO info) {
  struct curl_slist *value = NULL;
  return curl.easy_getinfo(handle, info, &value) == CURLE_OK ? value : NULL;
}

CURLM *wikiguide_curl_multi_init(void) { return curl.multi_init(); }

void wikiguide_curl_multi_cleanup(CURLM *multi) { curl.multi_cleanup(multi); }

CURLMcode wikiguide_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl.multi_setopt(multi, option, value);
}

CURLMcode wikiguide_curl_multi_add_handle(CURLM *multi, CURL *handle) {
  return curl.multi_add_handle(multi, handle);
}

CURLMcode wikiguide_curl_multi_remove_handle(CURLM *multi, CURL *handle) {
  return curl.multi_remove_handle(multi, handle);
}

CURLMcode wikiguide_curl_multi_perform(CURLM *multi, int *running) {
  return curl.multi_perform(multi, running);
}

CURLMcode wikiguide_curl_multi_poll(CURLM *multi, int milliseconds) {
  return curl.multi_poll(multi, NULL, 0, milliseconds, NULL);
}

CURL *wikiguide_curl_multi_next_ended(CURLM *multi, CURLcode *result) {
  int left;
  for (CURLMsg *message; (message = curl.multi_info_read(multi, &left));) {
    if (message->msg != CURLMSG_DONE) continue;
    *result = message->data.result;
    return message->easy_handle;
  }
  return NULL;
}

struct curl_slist *wikiguide_curl_slist_append(struct curl_slist *list, const char *text) {
  return curl.slist_append(list, text);
}

void wikiguide_curl_slist_free_all(struct curl_slist *list) { curl.slist_free_all(list); }
