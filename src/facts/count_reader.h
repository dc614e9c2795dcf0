#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "facts/count_table.h"

namespace kirnu {

/// What a person decided about a table; the rest is guessed from the bytes.
struct CountReaderOptions {
  std::map<std::string, Role> roles = {};  ///< column name → role
  std::string encoding = {};               ///< "utf-8", "windows-1252", …; empty: guessed
  std::string delimiter = {};              ///< empty: guessed
  std::string header = {};                 ///< "yes", "no" or empty
};

/// Reads a table of counts, one row a period, from bytes in chunks of any size. Any split gives the same table.
class CountReader {
 public:
  explicit CountReader(CountReaderOptions options = {});
  ~CountReader();
  CountReader(CountReader&&) noexcept;
  CountReader& operator=(CountReader&&) noexcept;

  /// False when the rest cannot change the answer any more (a limit was met): finish() says why.
  bool feed(std::string_view bytes);

  /// Rows read so far.
  std::int64_t rows() const;

  /// The table. Its rows are empty when there is none to be had; the issues say why.
  CountTable finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kirnu
