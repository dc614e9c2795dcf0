#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <optional>

#include "engine/engine.h"
#include "report/report_json.h"
#include "support/bad_input.h"
#include "view/text_page.h"

/// The table of tests/inputs, natively and as wasm, through the engine.
namespace kirnu {
namespace {

constexpr std::string_view kEarlier = "Month;Start;New;Lost\n2025-01;100;0;5\n2025-02;95;0;10\n";

bool open(Engine& engine, std::string_view table) {
  engine.open_file("counts.csv");
  engine.feed_file(table);
  return engine.finish_file();
}

/// Data in place must stay where the new ones are refused; choices made before belong to them, not to the file to come.
bool has_earlier(const BadInput& input) { return input.set.empty() && !input.about.value("alone", false); }

Engine engine_for(const BadInput& input) {
  Engine engine;
  engine.apply({.body = PressAction{.id = "clear"}});
  if (has_earlier(input)) {
    EXPECT_TRUE(open(engine, kEarlier));
  }
  for (const auto& [key, value] : input.set) EXPECT_TRUE(engine.set(key, value)) << key << "=" << value;
  return engine;
}

/// The answer's numbers, without what is said about the file that was refused.
TestJson numbers_of(const Engine& engine) {
  const TestJson report = TestJson::parse(write_report_json(engine.report()));
  TestJson numbers;
  for (const char* key : {"kind", "period", "metrics", "series"}) {
    if (report.contains(key)) numbers[key] = report[key];
  }
  return numbers;
}

struct Fed {
  bool placed = false;
  std::size_t bytes = 0;
};

/// Gives the files to the engine; nothing is placed where the transport gives up.
Fed feed(Engine& engine, const BadInput& input) {
  Fed fed;
  const std::string encoding = encoding_of(input);
  const bool gives_up = input.about.contains("breaks_after") || input.about.contains("cancels_after");
  for (std::size_t i = 0; i < input.files.size(); ++i) {
    if (i == 0) engine.open_file(input.file_name);
    else engine.next_file(input.file_name);
    fed.bytes = stream(input.files[i], encoding, [&](std::string_view part) { return engine.feed_file(part); });
  }
  if (gives_up) engine.cancel_file();
  else fed.placed = engine.finish_file();
  return fed;
}

void check_page(const Engine& engine, const TestJson& expect) {
  const std::string page = write_text_page(engine.view());
  if (expect.contains("shown")) {
    EXPECT_NE(page.find(expect["shown"].get<std::string>()), std::string::npos) << page;
  }
  for (const char* unseen : {"\u202E", "\u200B"}) EXPECT_EQ(page.find(unseen), std::string::npos) << page;
  if (!expect.contains("download")) return;
  const std::optional<std::string> csv = engine.download(expect["download"]["id"].get<std::string>());
  ASSERT_TRUE(csv);
  for (const TestJson& part : expect["download"]["has"])
    EXPECT_NE(csv->find(part.get<std::string>()), std::string::npos) << *csv;
}

void check(const BadInput& input) {
  Engine engine = engine_for(input);
  const TestJson before = numbers_of(engine);
  const Fed fed = feed(engine, input);
  const TestJson report = TestJson::parse(write_report_json(engine.report()));
  EXPECT_EQ(input_mismatches(input.expect, report), "");
  EXPECT_EQ(fed.placed, input.expect.value("placed", true)) << report["issues"];
  if (input.about.contains("stops_within")) {
    EXPECT_LE(fed.bytes, input.about["stops_within"].get<std::size_t>());
  }
  if (!fed.placed && has_earlier(input)) {
    EXPECT_EQ(numbers_of(engine), before) << "the earlier data are there";
  }
  check_page(engine, input.expect);
  EXPECT_TRUE(open(engine, kEarlier)) << "the next import works";
}

void check_in_all_zones(const BadInput& input) {
  for (const char* zone : {"UTC", "Europe/Helsinki", "America/Los_Angeles", "Pacific/Apia"}) {
    setenv("TZ", zone, 1);
    tzset();
    check(input);
  }
  unsetenv("TZ");
  tzset();
}

void check_action(const BadInput& input) {
  Engine engine;
  const TestJson before = numbers_of(engine);
  const std::optional<Action> action = read_action(bytes_of(input.about["action"], encoding_of(input)));
  if (action) engine.apply(*action);
  EXPECT_EQ(numbers_of(engine), before);
}

class BadInputs : public testing::TestWithParam<const char*> {};

TEST_P(BadInputs, GetWhatTheTableSays) {
#ifdef __SANITIZE_ADDRESS__
  constexpr bool kFast = false;
#else
  constexpr bool kFast = sizeof(void*) > 4;  // no wasm
#endif
  for (const BadInput& input : read_bad_inputs(GetParam())) {
    SCOPED_TRACE(input.name);
    if (!kFast && input.about.value("slow", false)) continue;
    if (input.files.empty()) check_action(input);
    else if (input.about.value("zones", false)) check_in_all_zones(input);
    else check(input);
  }
}

INSTANTIATE_TEST_SUITE_P(Table, BadInputs, testing::ValuesIn(kInputTables),
                         [](const testing::TestParamInfo<const char*>& table) { return table.param; });

}  // namespace
}  // namespace kirnu
