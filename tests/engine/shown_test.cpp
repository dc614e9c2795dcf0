#include <gtest/gtest.h>

#include <set>

#include "engine/engine.h"
#include "view/node/node_json.h"
#include "view/text_page.h"

namespace kirnu {
namespace {

void collect(const Node& node, std::set<std::string>& ids) {
  ids.insert(node.id);
  for (const Node& child : node.children) collect(child, ids);
}

std::set<std::string> ids_shown(const std::string& controls, const std::string& job) {
  Engine engine;
  EXPECT_TRUE(engine.set("controls", controls));
  EXPECT_TRUE(engine.set("job", job));
  std::set<std::string> ids;
  collect(engine.view().page, ids);
  return ids;
}

struct ShownRow {
  const char* controls;
  const char* job;
  std::vector<const char*> there;
  std::vector<const char*> not_there;
};

TEST(Shown, IsWhatThePageIsFor) {
  const std::vector<ShownRow> rows{
      {"full", "all", {"header", "start", "finer", "paste", "file", "time", "others", "definitions"}, {}},
      {"full", "counts", {"header", "start", "paste", "clear", "time", "others"}, {"file"}},
      {"full", "benchmark", {"start", "others", "figures"}, {"file", "time", "definitions"}},
      {"full", "lists", {"file", "clear", "messages"}, {"start", "lost", "period", "paste", "money", "time"}},
      {"full", "subscriptions", {"file", "period"}, {"start", "paste"}},
      {"min",
       "counts",
       {"start", "lost", "period", "figures"},
       {"header", "new", "finer", "paste", "clear", "time", "cards"}},
      {"min", "benchmark", {"start", "lost", "others"}, {"header", "time", "copy_results"}},
      {"min", "transactions", {"file"}, {"start", "paste", "header"}},
      {"none", "counts", {"verdict", "figures"}, {"header", "form", "start", "definitions"}},
      {"none", "all", {"verdict", "figures", "time", "others"}, {"header", "form", "definitions"}},
  };
  for (const ShownRow& row : rows) {
    const std::set<std::string> ids = ids_shown(row.controls, row.job);
    for (const char* id : row.there) EXPECT_EQ(ids.count(id), 1U) << id << " with " << row.controls << " " << row.job;
    for (const char* id : row.not_there)
      EXPECT_EQ(ids.count(id), 0U) << id << " with " << row.controls << " " << row.job;
  }
}

TEST(Shown, StaysWithLinksAndButtons) {
  Engine engine;
  engine.set("controls", "min");
  engine.set("job", "benchmark");
  engine.apply({.body = PressAction{.id = "clear"}});
  engine.apply({.body = LinkAction{.fragment = "#v1;start=100;lost=10"}});
  EXPECT_EQ(engine.state().controls, "min");
  EXPECT_EQ(engine.state().job, "benchmark");
}

TEST(Shown, AsksForTheFilesOfItsJob) {
  Engine engine;
  engine.set("job", "lists");
  engine.apply({.body = PressAction{.id = "clear"}});
  const std::string page = write_text_page(engine.view());
  EXPECT_NE(page.find("Two lists of customers answer it."), std::string::npos) << page;
  EXPECT_NE(write_view(engine.view()).find(R"("label":"Drop two lists of customers here")"), std::string::npos);
}

TEST(Shown, KeepsTheLinkWhereNoButtonHasIt) {
  Engine engine;
  engine.set("controls", "none");
  engine.apply({.body = LinkAction{.fragment = "#v1;start=100;lost=10;period=month"}});
  EXPECT_EQ(std::get<PageNode>(engine.view().page.body).link, "#v1;start=100;lost=10;period=month");
}

TEST(Shown, IsNoneOfOtherWords) {
  Engine engine;
  EXPECT_FALSE(engine.set("controls", "some"));
  EXPECT_FALSE(engine.set("job", "espionage"));
}

TEST(Shown, TravelsInStateOnlyWhereItIsNotEverything) {
  State state;
  EXPECT_EQ(write_state(state).find("controls"), std::string::npos);
  state.controls = "none";
  state.job = "lists";
  const std::optional<State> read = read_state(write_state(state));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->controls, "none");
  EXPECT_EQ(read->job, "lists");
}

}  // namespace
}  // namespace kirnu
