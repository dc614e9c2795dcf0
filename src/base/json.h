#pragma once
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kirnu {

/// A JSON value. An object keeps its members in the order in which they came.
class Json {
 public:
  struct Member;

  Json(std::nullptr_t = nullptr) {}
  Json(bool on) : kind_(Kind::Boolean), integer_(on ? 1 : 0) {}
  Json(double number);
  Json(std::string text);
  Json(std::string_view text);
  Json(const char* text);
  Json(std::initializer_list<Member> members);  ///< an object: {{"id", 1}, {"text", "…"}}
  template <std::integral T>
  Json(T number) : kind_(Kind::Integer), integer_(static_cast<std::int64_t>(number)) {}

  Json(const Json&);
  Json(Json&&) noexcept;
  ~Json();

  /// Takes over a value; the name this one has in its object stays.
  Json& operator=(Json other) noexcept;

  static Json array();
  static Json object();
  static Json written(std::string json);  ///< what is JSON text already: long lists are no tree first

  bool is_null() const { return kind_ == Kind::Null; }
  bool is_boolean() const { return kind_ == Kind::Boolean; }
  bool is_number_integer() const { return kind_ == Kind::Integer; }
  bool is_number() const { return kind_ == Kind::Integer || kind_ == Kind::Real; }
  bool is_string() const { return kind_ == Kind::String; }
  bool is_array() const { return kind_ == Kind::Array; }
  bool is_object() const { return kind_ == Kind::Object; }

  /// What the value is; of another kind than asked for: false, 0 or empty.
  bool boolean() const { return is_boolean() && integer_ != 0; }
  std::int64_t integer() const { return is_number_integer() ? integer_ : 0; }
  double number() const { return is_number_integer() ? static_cast<double>(integer_) : real_; }
  const std::string& text() const { return text_; }

  /// The name that the value has in its object.
  const std::string& name() const { return name_; }

  /// Items of an array, values of an object.
  const Json* begin() const { return items_.data(); }
  const Json* end() const { return items_.data() + items_.size(); }
  std::size_t size() const { return items_.size(); }
  Json& at(std::size_t item) { return items_[item]; }
  Json& back() { return items_.back(); }
  bool empty() const { return items_.empty(); }

  /// An object's member, the last of that name; end() where there is none.
  const Json* find(std::string_view name) const;
  bool contains(std::string_view name) const { return find(name) != end(); }

  /// An object's member, null where there was none; null becomes an object.
  Json& operator[](std::string_view name);

  /// Adds an item to an array; null becomes one.
  void push_back(Json item);

  /// Adds a member to an object; null becomes one. The name must be new.
  void add(std::string_view name, Json value);

 private:
  enum class Kind : unsigned char { Null, Boolean, Integer, Real, String, Array, Object, Written };

  friend void append_json(std::string& out, const Json& json);

  Kind kind_ = Kind::Null;
  std::int64_t integer_ = 0;
  double real_ = 0;
  std::string text_;
  std::string name_;
  std::vector<Json> items_;
};

struct Json::Member {
  Member(std::string_view name, Json value);
  std::string_view name;
  mutable Json value;  ///< given away by the one object that is made of it
};

inline constexpr std::size_t kDeepestJson = 32;
inline constexpr std::size_t kLongestJson = 4U << 20U;

/// Parses JSON from outside; absent when it is no JSON in UTF-8, nested deeper than 32 or longer than `longest` bytes.
std::optional<Json> parse_json(std::string_view text, std::size_t longest = kLongestJson);

/// A member that is a string; absent when it is missing or something else.
std::optional<std::string> find_string(const Json& object, std::string_view name);

/// JSON in one line; invalid UTF-8 becomes U+FFFD, numbers that are not finite null.
std::string write_json(const Json& json);

/// The same, added to a text.
void append_json(std::string& out, const Json& json);
void append_json_text(std::string& out, std::string_view text);
void append_json_real(std::string& out, double number);

}  // namespace kirnu
