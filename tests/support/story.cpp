#include "support/story.h"
#include "support/source_file.h"

#include <dirent.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace kirnu {
namespace {

int count_issues(const TestJson& report, const std::string& code) {
  int count = 0;
  for (const TestJson& issue : report["issues"]) count += issue["code"] == code ? 1 : 0;
  return count;
}

std::string verdict_of(const TestJson& report, const std::string& id) {
  if (!report.contains("benchmarks")) return "no benchmarks";
  for (const TestJson& figure : report["benchmarks"]) {
    if (figure["id"] == id) return figure.contains("verdict") ? figure["verdict"].get<std::string>() : "none";
  }
  return "no such figure";
}

/// What was found instead of the expected; empty when it is as expected.
std::string mismatch(const TestJson& report, const std::string& key, const TestJson& expected) {
  const std::string rest = key.substr(1);
  if (key[0] == '#') return verdict_of(report, rest) == expected ? "" : verdict_of(report, rest);
  if (key[0] == '!')
    return count_issues(report, rest) >= expected.get<int>() ? "" : std::to_string(count_issues(report, rest));
  const TestJson* found = find_at(report, key[0] == '/' ? key : rest);
  if (key[0] == '?') return (found != nullptr) == expected.get<bool>() ? "" : found != nullptr ? "there" : "not there";
  if (found == nullptr) return "nothing";
  if (key[0] == '~') {
    const bool near =
        found->is_number() && std::fabs(found->get<double>() - expected[0].get<double>()) <= expected[1].get<double>();
    return near ? "" : found->dump();
  }
  return *found == expected ? "" : found->dump();
}

Story read_story(const std::string& name) {
  const std::string folder = source_path("tests/cases/" + name + "/");
  const TestJson json = TestJson::parse(read_file(folder + "case.json"));
  Story story{.name = name,
              .language = json["language"],
              .set = {},
              .ask = {},
              .table_path = {},
              .table = {},
              .table2_path = {},
              .table2 = {},
              .report = json["report"],
              .view = {}};
  for (const auto& [id, text] : json["set"].items()) story.set.emplace_back(id, text);
  if (json.contains("ask")) {
    for (const auto& [id, text] : json["ask"].items()) story.ask.emplace_back(id, text);
  }
  if (json.contains("table2")) {
    story.table2_path = folder + json["table2"].get<std::string>();
    story.table2 = read_file(story.table2_path);
  }
  if (json.contains("view")) story.view = json["view"];
  if (json.contains("table")) {
    story.table_path = folder + json["table"].get<std::string>();
    story.table = read_file(story.table_path);
  }
  return story;
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::vector<Story> read_stories() {
  std::vector<Story> stories;
  DIR* folder = opendir(source_path("tests/cases").c_str());
  if (folder == nullptr) return stories;
  while (const dirent* entry = readdir(folder)) {
    const std::string name = entry->d_name;
    if (name.find('.') == std::string::npos) stories.push_back(read_story(name));
  }
  closedir(folder);
  std::sort(stories.begin(), stories.end(), [](const Story& a, const Story& b) { return a.name < b.name; });
  return stories;
}

std::vector<Story> read_stories_with_tables() {
  std::vector<Story> stories = read_stories();
  stories.erase(std::remove_if(stories.begin(), stories.end(),
                               [](const Story& story) { return story.table.empty() || !story.table2.empty(); }),
                stories.end());
  return stories;
}

std::string report_mismatches(const Story& story, const std::string& report_json) {
  const TestJson report = TestJson::parse(report_json);
  std::string out;
  for (const auto& [key, expected] : story.report.items()) {
    const std::string found = mismatch(report, key, expected);
    if (!found.empty()) out += key + " should be " + expected.dump() + " but is " + found + "\n";
  }
  return out;
}

}  // namespace kirnu
