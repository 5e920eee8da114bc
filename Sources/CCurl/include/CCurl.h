#ifndef WIKIGUIDE_CCURL_H
#define WIKIGUIDE_CCURL_H

#include <curl/curl.h>

// libcurl, found when it is first needed: the program must start on machines that have none, and
// Debian has no complete static one. The functions bear libcurl's names with a prefix; those with
// many forms in C (`curl_easy_setopt`, `curl_easy_getinfo`) have one here for each type.
//
// Nothing but `wikiguide_curl_load` may be called before that has returned 1.

/// Looks for libcurl, once and whatever thread asks first. Returns 1 where it is there and complete.
int wikiguide_curl_load(void);

/// The version of the library that was found, such as `7.88.1`.
const char *wikiguide_curl_version(void);

CURL *wikiguide_curl_easy_init(void);
void wikiguide_curl_easy_reset(CURL *handle);
void wikiguide_curl_easy_cleanup(CURL *handle);

CURLcode wikiguide_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode wikiguide_curl_set_string(CURL *handle, CURLoption option, const char *value);
CURLcode wikiguide_curl_set_pointer(CURL *handle, CURLoption option, void *value);
/// For the write and the header function, which look alike.
CURLcode wikiguide_curl_set_data_function(
    CURL *handle, CURLoption option,
    size_t (*function)(char *bytes, size_t size, size_t count, void *context));
CURLcode wikiguide_curl_set_socket_function(
    CURL *handle, curl_socket_t (*function)(void *context, curlsocktype purpose,
                                            struct curl_sockaddr *address));

/// Returns 0 where the library does not know.
long wikiguide_curl_get_long(CURL *handle, CURLINFO info);
curl_off_t wikiguide_curl_get_offset(CURL *handle, CURLINFO info);
void *wikiguide_curl_get_pointer(CURL *handle, CURLINFO info);
/// The caller frees the list.
struct curl_slist *wikiguide_curl_get_list(CURL *handle, CURLINFO info);

CURLM *wikiguide_curl_multi_init(void);
void wikiguide_curl_multi_cleanup(CURLM *multi);
CURLMcode wikiguide_curl_multi_set_long(CURLM *multi, CURLMoption option, long value);
CURLMcode wikiguide_curl_multi_add_handle(CURLM *multi, CURL *handle);
CURLMcode wikiguide_curl_multi_remove_handle(CURLM *multi, CURL *handle);
CURLMcode wikiguide_curl_multi_perform(CURLM *multi, int *running);
CURLMcode wikiguide_curl_multi_poll(CURLM *multi, int milliseconds);

/// The next transfer that has ended, and how; NULL where none has.
CURL *wikiguide_curl_multi_next_ended(CURLM *multi, CURLcode *result);

struct curl_slist *wikiguide_curl_slist_append(struct curl_slist *list, const char *text);
void wikiguide_curl_slist_free_all(struct curl_slist *list);

#endif
