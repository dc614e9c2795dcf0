// The C entry points of kirnu-core.wasm: docs/architecture.md, "The core's C entry points".
#include <cstdlib>
#include <new>
#include <optional>
#include <string>
#include <string_view>

#include "engine/engine.h"
#include "report/report_csv.h"
#include "report/report_json.h"
#include "view/node/node_json.h"
#include "view/node/svg.h"
#include "view/text_page.h"

#ifdef __EMSCRIPTEN__
#include <emscripten/emscripten.h>
#else
#define EMSCRIPTEN_KEEPALIVE  // the native build compiles this file to keep it honest
#endif

namespace {

/// An engine with the text it answered last.
struct Session {
  kirnu::Engine engine;
  std::string output;
};

std::string_view text_of(const char* bytes, std::size_t size) {
  return bytes == nullptr ? std::string_view{} : std::string_view(bytes, size);
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void* kirnu_alloc(std::size_t size) { return std::malloc(size == 0 ? 1 : size); }
EMSCRIPTEN_KEEPALIVE void kirnu_release(void* memory) { std::free(memory); }

EMSCRIPTEN_KEEPALIVE Session* kirnu_create() { return new (std::nothrow) Session; }
EMSCRIPTEN_KEEPALIVE void kirnu_free(Session* session) { delete session; }

EMSCRIPTEN_KEEPALIVE const char* kirnu_output(const Session* session) { return session->output.data(); }
EMSCRIPTEN_KEEPALIVE std::size_t kirnu_output_size(const Session* session) { return session->output.size(); }

EMSCRIPTEN_KEEPALIVE void kirnu_view(Session* session) { session->output = kirnu::write_view(session->engine.view()); }
EMSCRIPTEN_KEEPALIVE void kirnu_report(Session* session) {
  session->output = kirnu::write_report_json(session->engine.report());
}
EMSCRIPTEN_KEEPALIVE void kirnu_report_csv(Session* session) {
  session->output = kirnu::write_report_csv(session->engine.report());
}
EMSCRIPTEN_KEEPALIVE void kirnu_state(Session* session) {
  session->output = kirnu::write_state(session->engine.state());
}
EMSCRIPTEN_KEEPALIVE void kirnu_text(Session* session) {
  session->output = kirnu::write_text_page(session->engine.view());
}

EMSCRIPTEN_KEEPALIVE int kirnu_dispatch(Session* session, const char* action, std::size_t size) {
  const std::optional<kirnu::Action> read = kirnu::read_action(text_of(action, size));
  if (read) session->engine.apply(*read);
  kirnu_view(session);
  return read ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int kirnu_set(Session* session, const char* key, std::size_t key_size, const char* value,
                                   std::size_t value_size) {
  return session->engine.set(text_of(key, key_size), text_of(value, value_size)) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int kirnu_understands(const Session* session, const char* key, std::size_t key_size,
                                           const char* value, std::size_t value_size) {
  return session->engine.understands(text_of(key, key_size), text_of(value, value_size)) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int kirnu_svg(Session* session, const char* id, std::size_t size, double width) {
  const kirnu::ChartNode* chart = kirnu::find_chart(session->engine.view().page, text_of(id, size));
  session->output.clear();
  if (chart == nullptr) return 0;
  session->output = kirnu::chart_svg(*chart, width);
  return 1;
}

EMSCRIPTEN_KEEPALIVE int kirnu_download(Session* session, const char* id, std::size_t size) {
  std::optional<std::string> text = session->engine.download(text_of(id, size));
  session->output = text ? std::move(*text) : std::string();
  return text ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void kirnu_open(Session* session, const char* name, std::size_t size) {
  session->engine.open_file(std::string(text_of(name, size)));
}
EMSCRIPTEN_KEEPALIVE void kirnu_reopen(Session* session, const char* name, std::size_t size) {
  session->engine.reopen_file(std::string(text_of(name, size)));
}
EMSCRIPTEN_KEEPALIVE void kirnu_next(Session* session, const char* name, std::size_t size) {
  session->engine.next_file(std::string(text_of(name, size)));
}
EMSCRIPTEN_KEEPALIVE void kirnu_expect(Session* session, double bytes) {
  session->engine.expect_bytes(static_cast<std::uint64_t>(bytes));
}
EMSCRIPTEN_KEEPALIVE int kirnu_feed(Session* session, const char* bytes, std::size_t size) {
  return session->engine.feed_file(text_of(bytes, size)) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE int kirnu_step(Session* session) { return session->engine.step_file() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE int kirnu_finish(Session* session) { return session->engine.finish_file() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE void kirnu_cancel(Session* session) { session->engine.cancel_file(); }
EMSCRIPTEN_KEEPALIVE void kirnu_progress(Session* session, double read, double whole, double seconds) {
  session->engine.show_progress(read, whole < 0 ? std::nullopt : std::optional(whole), seconds);
}
}
