#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "archive/workbook_reader.h"
#include "facts/plan/import_plan.h"
#include "facts/tables/import_summary.h"
#include "facts/tables/tables.h"

namespace kirnu {

/// What was made of one file.
struct ImportedFile {
  std::vector<Facts> facts = {};  ///< one; two where two lists stand side by side; none when nothing could be read
  ImportSummary import = {};
  std::vector<RejectedRow> rejected = {};  ///< the first kMostRejectionsKept
  std::vector<Issue> issues = {};
  SheetInfo sheet = {};  ///< of a workbook
  bool whole = false;    ///< read to its end
  bool blocked = false;  ///< a question must be answered before the facts are right

  bool has_facts() const { return whole && !blocked && !facts.empty(); }
};

/// How far an import has come.
struct ImportProgress {
  std::uint64_t bytes = 0;
  std::int64_t rows = 0;
  std::int64_t rejected = 0;
};

/// Bytes in any chunks become typed facts: unpacking, decoding, scanning, roles, values and checks in one pass. Any
/// split of the bytes gives the same facts; a window of the file and the facts are all that is kept.
class Importer {
 public:
  explicit Importer(ImportChoice choice = {});
  ~Importer();
  Importer(Importer&&) noexcept;
  Importer& operator=(Importer&&) noexcept;

  /// Takes the next bytes; false when the rest cannot change the answer any more: finish() says why.
  bool feed(std::string_view bytes);

  /// Before the first byte: tells how large the file is, where that is known, so that room for its rows is made at
  /// once.
  void expect(std::uint64_t bytes);

  /// After the last byte: unpacks a part of a big workbook or zip. False when there is no more to do.
  bool step();

  /// Ends the file, with all steps that are left.
  ImportedFile finish();

  /// After finish(): the bytes of a workbook, to be read once more.
  std::string take_bytes();

  ImportProgress progress() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kirnu
