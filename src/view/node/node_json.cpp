#include "view/node/node_json.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/json.h"
#include "view/node/node_members.h"

namespace kirnu {
namespace {

/// Values as JSON; null stands for "left out". A class, so that its functions see each other whatever their order.
struct Writer {
  static Json write(const std::string& text) { return text; }
  static Json write(bool on) { return on; }
  static Json write(double number) { return std::isfinite(number) ? Json(number) : Json(); }

  static Json write(const Point& point) {
    if (!std::isfinite(point.x) || !std::isfinite(point.y)) return {};
    return Json::array({point.x, point.y});
  }

  template <class T>
  static Json write(const std::optional<T>& value) {
    return value ? write(*value) : Json();
  }

  template <class T>
  static Json write(const std::vector<T>& values) {
    Json list = Json::array();
    for (const auto& value : values) {
      Json item = write(static_cast<const T&>(value));
      if (!item.is_null()) list.push_back(std::move(item));
    }
    return list;
  }

  template <class T>
  static Json write(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      return members::words(T{})[static_cast<std::size_t>(value)];
    } else {
      Json object = Json::object();
      write_members(object, value);
      return object;
    }
  }

  template <class T>
  static void write_members(Json& object, const T& value) {
    const T fallback{};
    members::list(&value, [&](const char* key, auto member) {
      Json written = write(value.*member);
      if (!written.is_null() && written != write(fallback.*member)) object[key] = std::move(written);
    });
  }

  static Json write(const Node& node) {
    Json object = {{"id", node.id}, {"kind", members::kKinds[node.body.index()]}};
    std::visit([&](const auto& body) { write_members(object, body); }, node.body);
    if (!node.children.empty()) object["children"] = write(node.children);
    return object;
  }
};

/// JSON into values: what does not fit leaves the value as it is.
struct Reader {
  static void read(const Json& json, std::string& text) {
    if (json.is_string()) text = json.get<std::string>();
  }

  static void read(const Json& json, bool& on) {
    if (json.is_boolean()) on = json.get<bool>();
  }

  static void read(const Json& json, double& number) {
    if (json.is_number() && std::isfinite(json.get<double>())) number = json.get<double>();
  }

  static void read(const Json& json, Point& point) {
    if (!json.is_array() || json.size() != 2) return;
    read(json[0], point.x);
    read(json[1], point.y);
  }

  template <class T>
  static void read(const Json& json, std::optional<T>& value) {
    const bool fits = std::is_arithmetic_v<T> ? json.is_number() : json.is_object();
    if (fits) read(json, value.emplace());
  }

  template <class T>
  static void read(const Json& json, std::vector<T>& values) {
    if (!json.is_array()) return;
    values.clear();
    values.reserve(json.size());
    for (const Json& item : json) {
      T value{};
      read(item, value);
      values.push_back(std::move(value));
    }
  }

  template <class T>
  static void read(const Json& json, T& value) {
    if constexpr (std::is_enum_v<T>) {
      read_word(json, value);
    } else if (json.is_object()) {
      members::list(&value, [&](const char* key, auto member) {
        const auto found = json.find(key);
        if (found != json.end()) read(*found, value.*member);
      });
    }
  }

  template <class E>
  static void read_word(const Json& json, E& value) {
    if (!json.is_string()) return;
    const auto words = members::words(E{});
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (json.get_ref<const std::string&>() == words[i]) value = static_cast<E>(i);
    }
  }

  template <std::size_t... I>
  static bool read_body(const Json& json, std::string_view kind, NodeBody& body, std::index_sequence<I...>) {
    const auto read_as = [&](auto index) {
      if (kind != members::kKinds[index]) return false;
      read(json, body.emplace<index>());
      return true;
    };
    return (read_as(std::integral_constant<std::size_t, I>{}) || ...);
  }

  /// False when the node's kind is not known.
  static bool read_node(const Json& json, Node& node) {
    const std::optional<std::string> kind = find_string(json, "kind");
    constexpr auto kinds = std::make_index_sequence<members::kKinds.size()>{};
    if (!kind || !read_body(json, *kind, node.body, kinds)) return false;
    node.id = find_string(json, "id").value_or("");
    const auto children = json.find("children");
    if (children == json.end() || !children->is_array()) return true;
    for (const Json& item : *children) {
      Node child;
      if (read_node(item, child)) node.children.push_back(std::move(child));
    }
    return true;
  }
};

}  // namespace

std::string write_view(const View& view) {
  Json json;
  json["revision"] = view.revision;
  if (view.reread) json["reread"] = true;
  json["page"] = Writer::write(view.page);
  return write_json(json);
}

std::optional<View> read_view(std::string_view text) {
  const std::optional<Json> json = parse_json(text);
  if (!json || !json->is_object() || !json->contains("page")) return std::nullopt;
  View view;
  if (!Reader::read_node((*json)["page"], view.page) || view.page.body.index() != 0) return std::nullopt;
  const auto revision = json->find("revision");
  if (revision == json->end() || !revision->is_number_integer()) return view;
  const auto number = revision->get<std::int64_t>();
  if (number >= 0 && number <= std::numeric_limits<int>::max()) view.revision = static_cast<int>(number);
  return view;
}

}  // namespace kirnu
