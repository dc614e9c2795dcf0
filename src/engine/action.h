#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace kirnu {

/// A field, select or toggle has this text now.
struct SetAction {
  std::string id;
  std::string value;
};

/// A button was pressed.
struct PressAction {
  std::string id;
};

/// A disclosure was opened or closed.
struct FoldAction {
  std::string id;
  bool open = false;
};

/// A State, as JSON, replaces the current one; the files in place stay or go.
struct RestoreAction {
  std::string state;
  bool keep_files = false;
};

/// A link was opened, or the page around set numbers: then nobody is told where they are none.
struct LinkAction {
  std::string fragment;
  bool quiet = false;
};

/// A scenario that was saved as a file is opened: State as JSON, of which this page's language and looks are not taken.
struct ScenarioAction {
  std::string text;
};

/// What the surface can bring back: the View shows buttons for it.
struct HistoryAction {
  bool undo = false;
  bool redo = false;
};

using ActionBody =
    std::variant<SetAction, PressAction, FoldAction, RestoreAction, LinkAction, ScenarioAction, HistoryAction>;

/// What a person did. The View that answers carries the same revision.
struct Action {
  ActionBody body;
  int revision = 0;
};

/// Reads an Action's JSON (docs/architecture.md, "Actions"); absent when it is none.
std::optional<Action> read_action(std::string_view json);

}  // namespace kirnu
