#include "support/bad_input.h"

#include "support/source_file.h"
#include "support/story.h"

namespace kirnu {
namespace {

std::string from_hex(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
}

void add_unit(std::string& bytes, unsigned unit, bool little) {
  const char low = static_cast<char>(unit & 0xFFU), high = static_cast<char>(unit >> 8U);
  bytes += little ? low : high;
  bytes += little ? high : low;
}

/// Valid UTF-8 as UTF-16.
std::string to_utf16(const std::string& text, bool little) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    unsigned code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) code = code << 6U | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    if (code >= 0x10000) {
      add_unit(bytes, 0xD800U + ((code - 0x10000U) >> 10U), little);
      code = 0xDC00U + ((code - 0x10000U) & 0x3FFU);
    }
    add_unit(bytes, code, little);
    i += length;
  }
  return bytes;
}

/// "a|b" is either.
bool is_one_of(const std::string& code, const std::string& wanted) {
  return ("|" + wanted + "|").find("|" + code + "|") != std::string::npos;
}

bool matches(const TestJson& issue, const TestJson& wanted) {
  for (const auto& [key, value] : wanted.items()) {
    if (key == "code") {
      if (!is_one_of(issue["code"], value)) return false;
    } else if (key == "values") {
      for (const auto& [name, expected] : value.items()) {
        if (!issue["values"].contains(name) || issue["values"][name] != expected) return false;
      }
    } else if (!issue.contains(key) || issue[key] != value) {
      return false;
    }
  }
  return true;
}

std::string issue_mismatches(const TestJson& expect, const TestJson& issues) {
  std::string lines;
  for (const TestJson& entry : expect.value("issues", TestJson::array())) {
    const TestJson wanted = entry.is_string() ? TestJson{{"code", entry}} : entry;
    bool found = false;
    for (const TestJson& issue : issues) found = found || matches(issue, wanted);
    if (!found) lines += "no issue " + wanted.dump() + " in " + issues.dump() + "\n";
  }
  for (const TestJson& never : expect.value("never", TestJson::array())) {
    for (const TestJson& issue : issues) {
      if (issue["code"] == never) lines += "unexpected " + issue.dump() + "\n";
    }
  }
  return lines;
}

}  // namespace

std::vector<BadInput> read_bad_inputs(const std::string& table) {
  std::vector<BadInput> inputs;
  const TestJson cases = TestJson::parse(read_source("tests/inputs/" + table + ".json"));
  for (const TestJson& about : cases) {
    BadInput input{.name = about["name"], .set = {}, .files = {}, .file_name = {}, .about = about, .expect = {}};
    const TestJson set = about.value("set", TestJson::object());
    for (const auto& [key, value] : set.items()) input.set.emplace_back(key, value);
    if (about.contains("files")) input.files = about["files"].get<std::vector<TestJson>>();
    else if (about.contains("bytes")) input.files = {about["bytes"]};
    input.file_name = about.value("filename", "input.csv");
    input.expect = about.value("expect", TestJson::object());
    inputs.push_back(std::move(input));
  }
  return inputs;
}

std::string encoding_of(const BadInput& input) { return input.about.value("encode", "utf-8"); }

std::string bytes_of(const TestJson& bytes, const std::string& encoding) {
  if (bytes.is_string()) {
    const auto text = bytes.get<std::string>();
    return encoding == "utf-8" ? text : to_utf16(text, encoding == "utf-16le");
  }
  std::string whole;
  if (bytes.is_array()) {
    for (const TestJson& part : bytes) whole += bytes_of(part, encoding);
  } else if (bytes.contains("hex")) {
    whole = from_hex(bytes["hex"]);
  } else if (bytes.contains("file")) {
    whole = read_source(bytes["file"].get<std::string>());
  } else {
    const std::string once = bytes_of(bytes["repeat"], encoding);
    for (int i = 0; i < bytes["times"].get<int>(); ++i) whole += once;
  }
  return whole;
}

std::size_t stream(const TestJson& bytes, const std::string& encoding,
                   const std::function<bool(std::string_view)>& take) {
  std::size_t taken = 0;
  const TestJson parts = bytes.is_array() ? bytes : TestJson::array({bytes});
  for (const TestJson& part : parts) {
    const bool repeats = part.is_object() && part.contains("repeat");
    const std::string once = bytes_of(repeats ? part["repeat"] : part, encoding);
    for (int i = 0; i < (repeats ? part["times"].get<int>() : 1); ++i) {
      taken += once.size();
      if (!take(once)) return taken;
    }
  }
  return taken;
}

std::string input_mismatches(const TestJson& expect, const TestJson& report) {
  std::string lines = issue_mismatches(expect, report["issues"]);
  const TestJson wanted = expect.value("report", TestJson::object());
  for (const auto& [key, value] : wanted.items()) {
    const TestJson* found = find_at(report, key[0] == '?' ? key.substr(1) : key);
    const bool right = key[0] == '?' ? (found != nullptr) == value.get<bool>()
                                     : (found != nullptr ? *found == value : value.is_null());
    if (!right) lines += key + " should be " + value.dump() + " but is " + (found ? found->dump() : "absent") + "\n";
  }
  if (!report.contains("import")) return lines;
  const TestJson& import = report["import"];
  const auto count = [&import](const char* name) { return import[name].get<std::int64_t>(); };
  if (count("rows") != count("accepted") + count("rejected") + count("blank") + count("skipped"))
    lines += "rows do not add up: " + import.dump() + "\n";
  return lines;
}

}  // namespace kirnu
