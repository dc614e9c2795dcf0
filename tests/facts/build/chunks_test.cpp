#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "support/bad_input.h"
#include "support/import_text.h"
#include "support/source_file.h"
#include "support/story.h"

/// However a file's bytes are cut, it is the same file. So few bytes decide here what it is that the rest comes in
/// parts even where the file is small.
namespace kirnu {
namespace {

constexpr std::size_t kLargest = 64U << 10U;
constexpr std::size_t kPiece = 24;  // cuts that far apart, from every offset: so each place is cut once

using Samples = std::vector<std::pair<std::string, std::string>>;  // name, bytes

Samples samples_of_folder(const std::string& folder) {
  Samples samples;
  const std::filesystem::path root = source_path(folder);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const std::string type = entry.path().extension();
    if (!entry.is_regular_file() || type == ".json" || type == ".md" || type == ".py") continue;
    samples.emplace_back(entry.path().filename().string(), read_file(entry.path()));
  }
  return samples;
}

Samples samples_of_table(const std::string& table) {
  Samples samples;
  for (const BadInput& input : read_bad_inputs(table)) {
    if (input.files.empty() || input.about.contains("stops_within") || input.about.value("slow", false)) continue;
    samples.emplace_back(input.name, bytes_of(input.files[0], encoding_of(input)));
  }
  return samples;
}

/// The import of bytes that are cut at `first` and at every `step` bytes after it.
std::string import_cut(std::string_view bytes, std::size_t first, std::size_t step) {
  ImportChoice choice;
  choice.table.sample_bytes = std::clamp<std::size_t>(bytes.size() / 4, 16, 400);
  Importer importer(choice);
  std::size_t from = 0;
  for (std::size_t cut = first; cut < bytes.size(); cut += step) {
    importer.feed(std::string(bytes.substr(from, cut - from)));
    from = cut;
  }
  importer.feed(std::string(bytes.substr(from)));
  return ImportText().of(importer.finish());
}

void check_cuts(const Samples& samples) {
  ASSERT_FALSE(samples.empty());
  for (const auto& [name, bytes] : samples) {
    if (bytes.size() > kLargest) continue;
    SCOPED_TRACE(name);
    const std::string whole = import_cut(bytes, bytes.size(), 1);
    EXPECT_EQ(import_cut(bytes, 1, 1), whole) << "byte by byte";
    for (std::size_t cut = 1; cut <= std::min(kPiece, bytes.size()); ++cut) {
      ASSERT_EQ(import_cut(bytes, cut, kPiece), whole) << "cut at byte " << cut;
    }
  }
}

class FolderChunks : public testing::TestWithParam<const char*> {};
TEST_P(FolderChunks, DoNotMatter) { check_cuts(samples_of_folder(GetParam())); }
INSTANTIATE_TEST_SUITE_P(Samples, FolderChunks,
                         testing::Values("tests/facts/exports", "tests/cases", "tests/archive/fixtures"));

class TableChunks : public testing::TestWithParam<const char*> {};
TEST_P(TableChunks, DoNotMatter) { check_cuts(samples_of_table(GetParam())); }
INSTANTIATE_TEST_SUITE_P(Samples, TableChunks, testing::ValuesIn(kInputTables));

}  // namespace
}  // namespace kirnu
