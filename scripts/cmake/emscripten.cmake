# Toolchain: the emcc on PATH, be it Debian's or a newer one.
execute_process(COMMAND em-config EMSCRIPTEN_ROOT
  OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "emcc is not on PATH: run scripts/setup")
endif()
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)

# Debian's emcc looks for its JavaScript parser only where it is told.
if(EXISTS /usr/share/nodejs/acorn)
  set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
endif()
