#include "support/source_file.h"

#include <fstream>
#include <iterator>

namespace kirnu {

std::string source_path(std::string_view path) { return KIRNU_SOURCE_DIR "/" + std::string(path); }

std::string read_source(std::string_view path) {
  std::ifstream file(source_path(path), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace kirnu
