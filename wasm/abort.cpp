// What libc++ calls where it would throw: a bug, as exceptions are off. Its own would bring printf
// into the page.

#include <cstdlib>
#include <string>

void std::__libcpp_verbose_abort(const char* /*format*/, ...) { std::abort(); }
