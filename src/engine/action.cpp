#include "engine/action.h"

#include "base/json.h"

namespace kirnu {
namespace {

bool is_true(const Json& json, std::string_view key) {
  const Json* value = json.find(key);
  return value != json.end() && value->is_boolean() && value->boolean();
}

std::optional<ActionBody> read_body(const Json& json, std::string_view type) {
  std::optional<std::string> id = find_string(json, "id");
  if (type == "set") {
    std::optional<std::string> value = find_string(json, "value");
    if (!id || !value) return std::nullopt;
    return SetAction{.id = std::move(*id), .value = std::move(*value)};
  }
  if (type == "press") {
    if (!id) return std::nullopt;
    return PressAction{.id = std::move(*id)};
  }
  if (type == "fold") {
    const Json* open = json.find("open");
    if (!id || open == json.end() || !open->is_boolean()) return std::nullopt;
    return FoldAction{.id = std::move(*id), .open = open->boolean()};
  }
  if (type == "restore") {
    const Json* state = json.find("state");
    if (state == json.end() || !state->is_object()) return std::nullopt;
    return RestoreAction{.state = write_json(*state), .keep_files = is_true(json, "keep_files")};
  }
  if (type == "link") {
    std::optional<std::string> fragment = find_string(json, "fragment");
    if (!fragment) return std::nullopt;
    return LinkAction{.fragment = std::move(*fragment), .quiet = is_true(json, "quiet")};
  }
  if (type == "scenario") {
    std::optional<std::string> text = find_string(json, "text");
    if (!text) return std::nullopt;
    return ScenarioAction{.text = std::move(*text)};
  }
  if (type == "history") return HistoryAction{.undo = is_true(json, "undo"), .redo = is_true(json, "redo")};
  return std::nullopt;
}

}  // namespace

std::optional<Action> read_action(std::string_view text) {
  const std::optional<Json> json = parse_json(text);
  if (!json) return std::nullopt;
  const std::optional<std::string> type = find_string(*json, "type");
  if (!type) return std::nullopt;
  std::optional<ActionBody> body = read_body(*json, *type);
  if (!body) return std::nullopt;
  Action action{.body = std::move(*body)};
  if (const Json* revision = json->find("revision"); revision != json->end() && revision->is_number_integer()) {
    const std::int64_t number = revision->integer();
    if (number >= 0 && number <= 2'000'000'000) action.revision = static_cast<int>(number);
  }
  return action;
}

}  // namespace kirnu
