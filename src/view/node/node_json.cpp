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

/// Appends the View's JSON, value by value. An append() that answers false had nothing to say: its value is left out,
/// and what it may have written is taken back by its caller.
class Writer {
 public:
  std::string out;

  bool append(const std::string& text) { return append_json_text(out, text), true; }
  bool append(bool on) { return out += on ? "true" : "false", true; }

  bool append(double number) {
    if (!std::isfinite(number)) return false;
    append_json_real(out, number);
    return true;
  }

  bool append(const Point& point) {
    out += '[';
    const bool x = append(point.x);
    out += ',';
    const bool y = append(point.y);
    out += ']';
    return x && y;
  }

  bool append(const Node& node) {
    out += R"({"id":)";
    append(node.id);
    out += R"(,"kind":")";
    out += members::kKinds[node.body.index()];
    out += '"';
    std::visit([&](const auto& body) { append_members(body); }, node.body);
    if (!node.children.empty()) append_named("children", node.children);
    out += '}';
    return true;
  }

  template <class T>
  bool append(const std::optional<T>& value) {
    return value && append(*value);
  }

  template <class T>
  bool append(const std::vector<T>& values) {
    out += '[';
    for (const auto& value : values) {
      const std::size_t before = begin_item();
      if (!append(static_cast<const T&>(value))) out.resize(before);
    }
    out += ']';
    return true;
  }

  template <class T>
  bool append(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      append_json_text(out, members::words(T{})[static_cast<std::size_t>(value)]);
    } else {
      out += '{';
      append_members(value);
      out += '}';
    }
    return true;
  }

 private:
  /// A comma where one is due; answers where the text ended before.
  std::size_t begin_item() {
    const std::size_t before = out.size();
    if (out.back() != '{' && out.back() != '[') out += ',';
    return before;
  }

  std::size_t begin_member(const char* key) {
    const std::size_t before = begin_item();
    out += '"';
    out += key;
    out += "\":";
    return before;
  }

  template <class T>
  void append_named(const char* key, const T& value) {
    const std::size_t before = begin_member(key), begin = out.size();
    const bool said = append(value);
    const std::string_view written = std::string_view(out).substr(begin);
    if (!said || written == "[]" || (written == "{}" && !is_optional(value))) out.resize(before);
  }

  template <class T>
  static bool is_optional(const T&) {
    return false;
  }
  template <class T>
  static bool is_optional(const std::optional<T>&) {
    return true;
  }

  void append_member(const char* key, const std::string& text, const std::string&) {
    if (!text.empty()) append_named(key, text);
  }

  template <class T>
  void append_member(const char* key, const T& value, const T& usual) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      if (value == usual) return;
    }
    append_named(key, value);
  }

  /// Members that differ from those of a value that nothing was said about. All texts and lists are empty then.
  template <class T>
  void append_members(const T& value) {
    const T usual{};
    members::list(&value, [&](const char* key, auto member) { append_member(key, value.*member, usual.*member); });
  }
};

/// JSON into values: what does not fit leaves the value as it is.
struct Reader {
  static void read(const Json& json, std::string& text) {
    if (json.is_string()) text = json.text();
  }

  static void read(const Json& json, bool& on) {
    if (json.is_boolean()) on = json.boolean();
  }

  static void read(const Json& json, double& number) {
    if (json.is_number()) number = json.number();
  }

  static void read(const Json& json, Point& point) {
    if (!json.is_array() || json.size() != 2) return;
    read(*json.begin(), point.x);
    read(*(json.begin() + 1), point.y);
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
        const Json* found = json.find(key);
        if (found != json.end()) read(*found, value.*member);
      });
    }
  }

  template <class E>
  static void read_word(const Json& json, E& value) {
    if (!json.is_string()) return;
    const auto words = members::words(E{});
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (json.text() == words[i]) value = static_cast<E>(i);
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
    const Json* children = json.find("children");
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
  Writer writer{.out = R"({"revision":)" + std::to_string(view.revision)};
  if (view.reread) writer.out += R"(,"reread":true)";
  writer.out += R"(,"page":)";
  writer.append(view.page);
  return std::move(writer.out) + '}';
}

std::optional<View> read_view(std::string_view text) {
  const std::optional<Json> json = parse_json(text);
  if (!json || !json->contains("page")) return std::nullopt;
  View view;
  if (!Reader::read_node(*json->find("page"), view.page) || view.page.body.index() != 0) return std::nullopt;
  const Json* revision = json->find("revision");
  if (revision == json->end() || !revision->is_number_integer()) return view;
  const std::int64_t number = revision->integer();
  if (number >= 0 && number <= std::numeric_limits<int>::max()) view.revision = static_cast<int>(number);
  return view;
}

}  // namespace kirnu
