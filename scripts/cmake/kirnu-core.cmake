# kirnu-core.wasm: no JavaScript of Emscripten's; web/ instantiates it with a handful of imports.
set_target_properties(kirnu-core PROPERTIES SUFFIX .wasm)
target_link_options(kirnu-core PRIVATE
  -sSTANDALONE_WASM --no-entry -sMALLOC=emmalloc --js-library ${CMAKE_SOURCE_DIR}/scripts/cmake/host_library.js
  -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=4GB)

target_link_options(kirnu-core PRIVATE -Wl,--wrap=strtod,--wrap=snprintf)    # src/base/no_conversions_wasm.cpp
target_link_options(kirnu-core PRIVATE -Wl,--wrap=emscripten_resize_heap)    # src/wasm/heap_growth.cpp

# Functions with one caller are not all made part of it: one large one takes a browser as long to compile as all that
# stands in it, however little of that runs, and its loops stay slow to their end (metrics/spells.h).
set(one_caller --one-caller-inline-max-function-size=50)
target_link_options(kirnu-core PRIVATE -sBINARYEN_EXTRA_PASSES=${one_caller})

# Once more over the linked whole: what emcc runs leaves a hundredth to save. Every browser that knows SIMD knows the rest.
execute_process(COMMAND em-config BINARYEN_ROOT OUTPUT_VARIABLE binaryen OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
add_custom_command(TARGET kirnu-core POST_BUILD VERBATIM
  COMMAND ${binaryen}/bin/wasm-opt -Oz --converge ${one_caller} --enable-simd --enable-mutable-globals --enable-sign-ext --enable-bulk-memory
          --enable-nontrapping-float-to-int $<TARGET_FILE:kirnu-core> -o $<TARGET_FILE:kirnu-core>)
