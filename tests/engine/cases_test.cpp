#include <gtest/gtest.h>

#include "engine/engine.h"
#include "report/report_json.h"
#include "support/story.h"

namespace kirnu {
namespace {

const MetricNode* find_metric_node(const Node& node, const std::string& id) {
  if (node.id == id) return std::get_if<MetricNode>(&node.body);
  for (const Node& child : node.children) {
    if (const MetricNode* found = find_metric_node(child, id)) return found;
  }
  return nullptr;
}

Engine asked(const Story& story) {
  Engine engine;
  engine.set("language", story.language);
  engine.apply({.body = PressAction{.id = "clear"}});
  engine.set("period", "none");
  for (const auto& [id, text] : story.set) {
    if (id == "period" && !engine.set(id, text)) {
      engine.set("period", "days");
      engine.set("days", text);
    } else {
      EXPECT_TRUE(engine.set(id, text)) << id << "=" << text;
    }
  }
  if (!story.table.empty()) {
    engine.open_file(story.table_path);
    engine.feed_file(story.table);
    if (!story.table2.empty()) {
      engine.next_file(story.table2_path);
      engine.feed_file(story.table2);
    }
    engine.finish_file();
  }
  for (const auto& [id, text] : story.ask) EXPECT_TRUE(engine.set(id, text)) << id << "=" << text;
  if (engine.view().reread) {
    engine.reopen_file(story.table_path);
    engine.feed_file(story.table);
    engine.finish_file();
  }
  return engine;
}

class Stories : public testing::TestWithParam<Story> {};

TEST_P(Stories, ComeOutAsTold) {
  const Engine engine = asked(GetParam());
  EXPECT_EQ(report_mismatches(GetParam(), write_report_json(engine.report())), "");
  for (const auto& [id, text] : GetParam().view.items()) {
    const MetricNode* metric = find_metric_node(engine.view().page, id);
    ASSERT_NE(metric, nullptr) << id;
    EXPECT_EQ(metric->text, text.get<std::string>()) << id;
  }
}

class TableStories : public testing::TestWithParam<Story> {};

TEST_P(TableStories, ArePastedWithTheSameAnswer) {
  const Story& story = GetParam();
  Story pasted = story;
  pasted.set.emplace_back("paste", story.table);
  pasted.table.clear();
  EXPECT_EQ(report_mismatches(story, write_report_json(asked(pasted).report())), "");
}

INSTANTIATE_TEST_SUITE_P(Cases, TableStories, testing::ValuesIn(read_stories_with_tables()),
                         [](const testing::TestParamInfo<Story>& story) { return story.param.name; });
INSTANTIATE_TEST_SUITE_P(Cases, Stories, testing::ValuesIn(read_stories()),
                         [](const testing::TestParamInfo<Story>& story) { return story.param.name; });

}  // namespace
}  // namespace kirnu
