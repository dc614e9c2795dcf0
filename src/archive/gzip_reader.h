#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "archive/inflater.h"
#include "archive/unpacking.h"

namespace kirnu {

/// A gzip file in any chunks, unpacked as it comes: all its members one after the other, each with its checksum. Zero
/// bytes after the last member are padding. Any split of the bytes gives the same text.
class GzipReader {
 public:
  using OnText = std::function<bool(std::string_view)>;  ///< false: nobody wants more

  /// Both must outlive the reader.
  GzipReader(const OnText& on_text, Unpacking& unpacking)
      : on_text_(on_text), unpacking_(unpacking), inflater_(unpacking) {}

  /// Takes the next bytes; false when it cannot go on, or nobody wants more.
  bool feed(std::string_view bytes);

  /// Ends the file; false when it is damaged or cut off.
  bool finish();

 private:
  enum class Place { Header, Body, Trailer };

  bool take_header(std::string_view& bytes);
  bool take_body(std::string_view& bytes);
  bool take_trailer(std::string_view& bytes);

  const OnText& on_text_;
  Unpacking& unpacking_;
  Inflater inflater_;
  Place place_ = Place::Header;
  std::string begun_;  ///< the begun header or trailer
  bool any_ = false;   ///< a member was read to its end
};

}  // namespace kirnu
