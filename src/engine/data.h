#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/build/importer.h"
#include "metrics/subscription_workings.h"

namespace kirnu {

/// Where data came from.
enum class DataSource { None, Pasted, Files, Sample };

/// The data in place: what was pasted, up to three files that belong together, or a sample of such.
struct Data {
  DataSource source = DataSource::None;
  std::vector<ImportedFile> files = {};
  std::vector<std::string> names = {};
  SubscriptionWorkings workings = {};  ///< of the questions about these files so far

  bool empty() const { return files.empty(); }

  /// The table of counts; null when the data are something else.
  const CountTable* counts() const;

  /// The period that a series or a table of cohorts counts in, where its labels say it.
  std::optional<PeriodUnit> series_unit() const;

  /// The files in the order in which lists are compared: as they came, or as times in their names tell; `turned` says
  /// which came in another order than they are of.
  std::vector<const ImportedFile*> in_order(std::optional<Issue>& turned) const;

  /// Whether there is something to answer from.
  bool answers() const;

  /// Whether a column of that name was read by nobody.
  bool leaves_out(std::string_view column) const;

  /// All names in one line.
  std::string title() const;
};

/// Reads a text that was pasted.
Data read_pasted_data(std::string_view text, const ImportChoice& choice);

/// Reads the files of a sample.
Data read_sample_data(std::span<const std::string> texts, const ImportChoice& choice);

/// Names the input that the issues of these data belong to.
void place_issues(Data& data, std::string_view field);

/// Files that are being read; the data in place are not touched meanwhile.
class DataImport {
 public:
  DataImport(ImportChoice choice, std::string name, bool again);

  /// The file so far is complete; another one of the same set begins.
  void next(std::string name);
  bool feed(std::string_view bytes) { return importer_.feed(bytes); }
  void expect(std::uint64_t bytes) { importer_.expect(bytes); }
  /// After the last byte: reads on, also the other sheets of a workbook. False when there is no more to do.
  bool step();
  Data finish();

  /// Whether the files were in place before and are only read in another way.
  bool again() const { return again_; }
  ImportProgress progress() const;

 private:
  /// Sheets of the file that may be lists to compare, read one after the other.
  struct Sheets {
    std::vector<std::size_t> places = {};  ///< empty: there are none, or they are no such lists
    std::vector<ImportedFile> files = {};  ///< read so far
    std::string bytes = {};                ///< of the workbook
    bool compared = false;                 ///< they are read, and are lists of the same customers
  };

  void start(const ImportChoice& choice);
  void finish_one();
  void find_other_sheets();
  bool take_sheet();

  ImportChoice choice_;
  Data data_;
  Importer importer_;
  bool again_;
  ImportProgress before_;
  std::optional<Sheets> sheets_;  ///< from the end of a file on
};

}  // namespace kirnu
