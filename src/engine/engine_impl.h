#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/assets.h"
#include "engine/data.h"
#include "engine/engine.h"
#include "view/view.h"

/// What an Engine is made of: engine.cpp is its outside, inputs.cpp what changes the State, data_in_place.cpp what puts
/// data in place, answering.cpp what follows from both.
namespace kirnu {

/// What is in place: the State, the tables, and what follows from them.
struct Engine::Impl {
  State state = example_state(Language::En);
  std::vector<Benchmark> figures = read_benchmarks(assets::benchmarks);
  std::optional<Words> words;  ///< of words_language
  Language words_language = Language::En;
  Data data;
  std::optional<DataImport> import;
  std::optional<ReadingProgress> progress;
  std::vector<Issue> notices;           ///< about the action just taken
  std::optional<ImportedFile> refused;  ///< how a file was read that gave no answer just now
  bool period_chosen = false;           ///< by somebody, not by what the data are
  std::string zone_name = "UTC";        ///< of zone
  std::optional<ZoneOffsets> zone = ZoneOffsets{};
  Report report;
  View view;
  bool report_due = true;  ///< they are made when somebody asks: of many changes in succession only the last counts
  bool view_due = true;
  HistoryAction history;  ///< what the surface can bring back
  bool paste_due = true;  ///< and so is the example's table read: mostly a file takes its place before

  void take(const SetAction& action) { set(action.id, action.value); }
  void take(const PressAction& action) { press(action.id); }
  void take(const FoldAction&);
  void take(const RestoreAction& action) { restore(read_state(action.state), action.keep_files); }
  void take(const LinkAction& action) { open_link(action.fragment, action.quiet); }
  void take(const ScenarioAction& action) { open_scenario(action.text); }
  void take(const HistoryAction&);

  bool understands(std::string_view id, std::string_view value) const;
  bool set(std::string_view id, std::string_view value);
  void open_file(std::string name, bool again);
  void press(std::string_view id);
  void append_period();
  void restore(std::optional<State> read, bool keep_files);
  void open_link(std::string_view fragment, bool quiet);
  void open_scenario(std::string_view text);
  void replace_state(State next);
  void open_sample(std::string_view id);
  void forget_files();
  void keep_known_figure();
  void leave_example();
  void start_from(const Data& next);
  void take_period(const Period&);
  void choose_reading(std::string_view key, std::string_view value);
  void read_again();
  void forget_reading_choices();
  void answer();
  void answer_from_files();
  const Words& say();
  bool has_typed_counts() const;
  bool place(Data next, bool again);
  void take_paste();
  void read_pasted();
  void settle();
  void add_notices();
  void forget_notices();
  void refresh() { report_due = view_due = true; }
  void show() { view_due = true; }
  const Report& answered();
  const View& shown();
  ViewContext context();
};

}  // namespace kirnu
