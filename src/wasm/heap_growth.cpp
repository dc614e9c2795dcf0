#include <algorithm>
#include <cstddef>

// Each growth of the memory costs its host a call to the system and a new view of it, and V8 a collection now and then:
// hundreds of small ones took a seventh of an import. The linker puts this in the place of Emscripten's, which grows by
// what is wanted just then (scripts/cmake/kirnu-core.cmake). What is grown and not yet used takes no memory.

#ifdef __EMSCRIPTEN__
extern "C" void emscripten_notify_memory_growth(std::size_t memory);

extern "C" int __wrap_emscripten_resize_heap(std::size_t wanted) {  // NOLINT
  constexpr std::size_t kPage = 65536, kLeast = 16, kNoMemory = static_cast<std::size_t>(-1);
  const std::size_t pages = __builtin_wasm_memory_size(0);
  const std::size_t missing = (wanted - pages * kPage + kPage - 1) / kPage;
  for (const std::size_t more : {std::max({missing, pages / 2, kLeast}), std::max(missing, pages / 8), missing}) {
    if (__builtin_wasm_memory_grow(0, more) == kNoMemory) continue;
    emscripten_notify_memory_growth(0);
    return 1;
  }
  return 0;
}
#endif
