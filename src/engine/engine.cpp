#include "engine/engine.h"

#include <utility>
#include <variant>

#include "engine/engine_impl.h"
#include "engine/taken_along.h"
#include "view/explain.h"

namespace kirnu {

Engine::Engine() : impl_(std::make_unique<Impl>()) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

void Engine::apply(const Action& action) {
  const bool changes = !std::holds_alternative<HistoryAction>(action.body);  // else what was said last stays
  if (changes) {
    impl_->settle();
    impl_->forget_notices();
  }
  impl_->view.revision = action.revision;
  impl_->view.reread = false;
  std::visit([this](const auto& body) { impl_->take(body); }, action.body);
  if (changes) impl_->refresh();
}

bool Engine::set(std::string_view key, std::string_view value) {
  impl_->forget_notices();
  const bool known = impl_->understands(key, value) && impl_->set(key, value);
  impl_->refresh();
  return known;
}

bool Engine::understands(std::string_view key, std::string_view value) const { return impl_->understands(key, value); }

void Engine::open_file(std::string name) { impl_->open_file(std::move(name), false); }
void Engine::reopen_file(std::string name) { impl_->open_file(std::move(name), true); }

void Engine::next_file(std::string name) {
  if (impl_->import) impl_->import->next(std::move(name));
}

void Engine::expect_bytes(std::uint64_t bytes) {
  if (impl_->import) impl_->import->expect(bytes);
}

bool Engine::feed_file(std::string_view bytes) { return impl_->import && impl_->import->feed(bytes); }

bool Engine::step_file() { return impl_->import && impl_->import->step(); }

bool Engine::finish_file() {
  if (!impl_->import) return false;
  const bool again = impl_->import->again();
  Data next = impl_->import->finish();
  impl_->import.reset();
  impl_->progress.reset();
  impl_->view.reread = false;
  const bool done = impl_->place(std::move(next), again);
  impl_->refresh();
  return done;
}

void Engine::cancel_file() {
  impl_->import.reset();
  impl_->progress.reset();
  impl_->show();
}

void Engine::show_progress(double read, std::optional<double> whole, double seconds) {
  if (!impl_->import) return;
  const ImportProgress now = impl_->import->progress();
  impl_->progress = {.read = read, .whole = whole, .seconds = seconds, .rows = now.rows, .rejected = now.rejected};
  impl_->show();
}

std::optional<std::string> Engine::download(std::string_view id) const {
  return taken_along(id, impl_->state, report(), view());
}

const State& Engine::state() const { return impl_->state; }
const Report& Engine::report() const { return impl_->answered(); }
const View& Engine::view() const { return impl_->shown(); }
std::optional<Explanation> Engine::explain(std::string_view id) const { return kirnu::explain(impl_->context(), id); }

}  // namespace kirnu
