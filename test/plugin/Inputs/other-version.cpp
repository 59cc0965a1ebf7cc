// Loaded before all else, this makes the running Clang call itself what
// CLAIMED_VERSION says.
#include <cstdlib>
#include <string>

namespace clang {
std::string getClangFullVersion() {
  return std::string("Debian clang version ") + std::getenv("CLAIMED_VERSION") +
         " (3)";
}
} // namespace clang
