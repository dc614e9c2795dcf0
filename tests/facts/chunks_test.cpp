#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "facts/import_text.h"
#include "support/bad_input.h"
#include "support/story.h"

/// However a file's bytes are cut, it is the same file. So few bytes decide here what it is that the rest comes in
/// parts even where the file is small.
namespace kirnu {
namespace {

constexpr std::size_t kLargest = 64U << 10U;
constexpr std::size_t kPiece = 24;  // cuts that far apart, from every offset: so each place is cut once

struct Sample {
  std::string name;
  std::string bytes;
};

std::vector<Sample> read_samples() {
  std::vector<Sample> samples;
  for (const char* folder : {"tests/facts/exports", "tests/cases", "tests/archive/fixtures"}) {
    const std::filesystem::path root = std::filesystem::path(KIRNU_SOURCE_DIR) / folder;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      const std::string type = entry.path().extension();
      if (!entry.is_regular_file() || type == ".json" || type == ".md" || type == ".py") continue;
      samples.push_back({entry.path().parent_path().filename().string() + "_" + entry.path().filename().string(),
                         read_file(entry.path())});
    }
  }
  for (const BadInput& input : read_bad_inputs()) {
    if (input.files.empty() || input.about.contains("stops_within") || input.about.value("slow", false)) continue;
    samples.push_back({input.name, bytes_of(input.files[0], encoding_of(input))});
  }
  std::erase_if(samples, [](const Sample& sample) { return sample.bytes.size() > kLargest; });
  for (Sample& sample : samples) {
    for (char& c : sample.name) c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  }
  std::sort(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) { return a.name < b.name; });
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

class Chunks : public testing::TestWithParam<Sample> {};

TEST_P(Chunks, DoNotMatter) {
  const std::string& bytes = GetParam().bytes;
  const std::string whole = import_cut(bytes, bytes.size(), 1);
  EXPECT_EQ(import_cut(bytes, 1, 1), whole) << "byte by byte";
  for (std::size_t cut = 1; cut <= std::min(kPiece, bytes.size()); ++cut) {
    ASSERT_EQ(import_cut(bytes, cut, kPiece), whole) << "cut at byte " << cut;
  }
}

INSTANTIATE_TEST_SUITE_P(Samples, Chunks, testing::ValuesIn(read_samples()),
                         [](const testing::TestParamInfo<Sample>& sample) { return sample.param.name; });

}  // namespace
}  // namespace kirnu
