#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>

#include "fuzz/fuzz.h"
#include "support/source_file.h"

/// One program a target (KIRNU_FUZZ_TARGET): the corpus, and some thousand mutations of it. KIRNU_FUZZ_SEED repeats a
/// run.
namespace kirnu::fuzz {

void check(bool holds, std::string_view what) { EXPECT_TRUE(holds) << what; }

namespace {

constexpr int kMutations = 4000;
constexpr std::size_t kLongest = 4096;

std::vector<std::string> read_corpus() {
  std::vector<std::filesystem::path> paths;
  const std::filesystem::path folder = source_path("tests/fuzz/corpus/" KIRNU_FUZZ_TARGET);
  for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> corpus;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return corpus;
}

void run(const std::string& input) {
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

std::string as_hex(std::string_view bytes) {
  std::string hex;
  for (const char c : bytes) {
    hex += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4U];
    hex += "0123456789abcdef"[static_cast<unsigned char>(c) & 15U];
  }
  return hex;
}

class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  std::string mutate(const std::vector<std::string>& corpus) {
    std::string text = corpus[below(corpus.size())];
    for (std::size_t times = 1 + below(4); times > 0; --times) change(text, corpus);
    text.resize(std::min(text.size(), kLongest));
    return text;
  }

 private:
  /// Not std::uniform_int_distribution: each library has its own.
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : static_cast<std::size_t>(random_() % limit); }

  char byte() {
    constexpr std::string_view kTelling = "0123456789.,;:/-+ \t\"'\r\n\\|()%TZ\xC3\xE2\xFF\x80";
    return below(4) == 0 ? static_cast<char>(below(256)) : kTelling[below(kTelling.size())];
  }

  void change(std::string& text, const std::vector<std::string>& corpus) {
    const std::size_t at = below(text.size() + 1);
    switch (below(6)) {
      case 0: text.insert(text.begin() + static_cast<std::ptrdiff_t>(at), byte()); break;
      case 1: text.erase(at, 1 + below(4)); break;
      case 2:
        if (at < text.size()) text[at] = byte();
        break;
      case 3: text.insert(at, text.substr(below(text.size() + 1), 1 + below(32))); break;
      case 4: {
        const std::string& other = corpus[below(corpus.size())];
        text.insert(at, other.substr(below(other.size() + 1), below(64)));
        break;
      }
      default: text.resize(at); break;
    }
  }

  std::mt19937_64 random_;
};

TEST(Fuzz, WhatWasFoundOnceHolds) {
  const std::vector<std::string> corpus = read_corpus();
  ASSERT_FALSE(corpus.empty());
  run("");
  for (const std::string& input : corpus) {
    run(input);
    ASSERT_FALSE(HasFailure()) << "input: " << as_hex(input);
  }
}

TEST(Fuzz, MutationsHold) {
  const char* const given = std::getenv("KIRNU_FUZZ_SEED");
  const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device()();
  std::cout << "KIRNU_FUZZ_SEED=" << seed << std::endl;
  const std::vector<std::string> corpus = read_corpus();
  ASSERT_FALSE(corpus.empty());
  Mutator mutator(seed);
  for (int i = 0; i < kMutations; ++i) {
    const std::string input = mutator.mutate(corpus);
    run(input);
    ASSERT_FALSE(HasFailure()) << "KIRNU_FUZZ_SEED=" << seed << ", input: " << as_hex(input);
  }
}

}  // namespace
}  // namespace kirnu::fuzz
