// The page as plain text, for stories in three languages. After a change that is meant, run the test once with
// KIRNU_UPDATE_GOLDENS=1, read the difference, and say in the changelog why the answer changed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "engine/engine.h"
#include "support/source_file.h"
#include "support/story.h"
#include "view/text_page.h"

namespace kirnu {
namespace {

struct Golden {
  const char* story;
  const char* language;
};

void PrintTo(const Golden& golden, std::ostream* out) { *out << golden.story << " in " << golden.language; }

std::string page_of(const Golden& golden) {
  Engine engine;
  engine.set("language", golden.language);
  if (std::string_view(golden.story) == "example") return write_text_page(engine.view());
  engine.apply({.body = PressAction{.id = "clear"}});
  for (const Story& story : read_stories()) {
    if (story.name != golden.story) continue;
    engine.set("language", story.language);  // the numbers are typed in the story's habit, then read in the golden's
    for (const auto& [id, text] : story.set) engine.set(id, text);
    if (!story.table.empty()) engine.set("paste", story.table);
    engine.set("language", golden.language);
  }
  return write_text_page(engine.view());
}

class Goldens : public testing::TestWithParam<Golden> {};

TEST_P(Goldens, ReadAsTheyDid) {
  const std::string path = source_path("tests/engine/goldens/") + GetParam().story + "." + GetParam().language + ".txt";
  const std::string page = page_of(GetParam());
  if (std::getenv("KIRNU_UPDATE_GOLDENS") != nullptr) std::ofstream(path, std::ios::binary) << page;
  EXPECT_EQ(page, read_file(path)) << path;
}

std::vector<Golden> all_goldens() {
  std::vector<Golden> goldens;
  for (const char* story : {"example", "all_movements", "revenue_movements", "customer_value", "small_month",
                            "start_and_end_alone", "a_bad_row"}) {
    for (const char* language : {"en", "de", "fi"}) goldens.push_back({.story = story, .language = language});
  }
  return goldens;
}

INSTANTIATE_TEST_SUITE_P(Pages, Goldens, testing::ValuesIn(all_goldens()),
                         [](const testing::TestParamInfo<Golden>& golden) {
                           return std::string(golden.param.story) + "_" + golden.param.language;
                         });

}  // namespace
}  // namespace kirnu
