#include "base/json.h"

#include <utility>

namespace kirnu {

Json::Json(double number) : kind_(Kind::Real), real_(number) {}
Json::Json(std::string text) : kind_(Kind::String), text_(std::move(text)) {}
Json::Json(std::string_view text) : kind_(Kind::String), text_(text) {}
Json::Json(const char* text) : Json(std::string_view(text)) {}

Json::Json(std::initializer_list<Member> members) : kind_(Kind::Object) {
  items_.reserve(members.size());
  for (const Member& member : members) add(member.name, std::move(member.value));
}

Json::Json(const Json&) = default;
Json::Json(Json&&) noexcept = default;
Json::~Json() = default;

Json::Member::Member(std::string_view member_name, Json member_value)
    : name(member_name), value(std::move(member_value)) {}

Json& Json::operator=(Json other) noexcept {
  kind_ = other.kind_;
  integer_ = other.integer_;
  real_ = other.real_;
  text_.swap(other.text_);
  items_.swap(other.items_);
  return *this;
}

Json Json::array() {
  Json json;
  json.kind_ = Kind::Array;
  return json;
}

Json Json::object() {
  Json json;
  json.kind_ = Kind::Object;
  return json;
}

Json Json::written(std::string text) {
  Json json;
  json.kind_ = Kind::Written;
  json.text_ = std::move(text);
  return json;
}

const Json* Json::find(std::string_view name) const {
  for (std::size_t i = is_object() ? items_.size() : 0; i-- > 0;) {
    if (items_[i].name_ == name) return &items_[i];
  }
  return end();
}

Json& Json::operator[](std::string_view name) {
  const Json* found = find(name);
  if (found == end()) {
    add(name, nullptr);
    return items_.back();
  }
  return items_[static_cast<std::size_t>(found - begin())];
}

void Json::push_back(Json item) {
  if (is_null()) kind_ = Kind::Array;
  items_.push_back(std::move(item));
}

void Json::add(std::string_view name, Json value) {
  if (is_null()) kind_ = Kind::Object;
  items_.push_back(std::move(value));
  items_.back().name_ = name;
}

std::optional<std::string> find_string(const Json& object, std::string_view name) {
  const Json* found = object.find(name);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->text();
}

}  // namespace kirnu
