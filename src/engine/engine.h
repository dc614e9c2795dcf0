#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/action.h"
#include "report/report.h"
#include "state/state.h"
#include "view/node/node.h"

namespace kirnu {

/// The whole product as one object: no screen, no platform, no clock. Actions and files go in; State, Report and
/// View can be read at any time and always belong together.
class Engine {
 public:
  Engine();
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  /// Applies a person's action; what it does not understand changes nothing.
  void apply(const Action&);

  /// Sets a field, a choice or a way to read files: every key of --set. False for an unknown key or a value that is
  /// none of the choices.
  bool set(std::string_view key, std::string_view value);

  /// Whether set() would take this; changes nothing.
  bool understands(std::string_view key, std::string_view value) const;

  /// A file in chunks of any size. The data in place stay until finish_file() says that the new ones are complete;
  /// feed_file() answers false when the file cannot go on (the reason is among the Report's issues after
  /// finish_file()).
  void open_file(std::string name);
  /// The file in place once more, because it is to be read in another way or its rows were lost: what was typed and
  /// chosen since stays.
  void reopen_file(std::string name);
  /// The file so far is complete, and another one belongs to it: two or three lists, the earliest first.
  void next_file(std::string name);
  /// How large the file is that was opened last, where that is known: before its first byte.
  void expect_bytes(std::uint64_t bytes);
  bool feed_file(std::string_view bytes);
  /// After the last byte of a file: reads on in a big workbook or its other sheets. False when there is no more to do,
  /// which next_file() and finish_file() do by themselves.
  bool step_file();
  bool finish_file();
  void cancel_file();

  /// Tells how much of the file's bytes was given and how long that took: the View shows it until the file is finished
  /// or given up.
  void show_progress(double read, std::optional<double> whole, double seconds);

  /// What a button with this id hands over as a file or to the clipboard; absent for another id.
  std::optional<std::string> download(std::string_view id) const;

  const State& state() const;
  const Report& report() const;
  const View& view() const;

  /// How a metric of the Report was computed, in the reader's language; absent for an id that the Report has not.
  std::optional<Explanation> explain(std::string_view id) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kirnu
