# kirnu_assets: assets/strings/*.json and assets/benchmarks.json as bytes in the program (src/base/assets.h).
find_program(NODE NAMES node nodejs REQUIRED)

set(files benchmarks.json strings/en.json strings/de.json strings/fi.json)
list(TRANSFORM files PREPEND ${CMAKE_SOURCE_DIR}/assets/)
set(source ${CMAKE_BINARY_DIR}/generated/assets.cpp)
add_custom_command(OUTPUT ${source}
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/scripts/embed_assets.mjs ${source} ${files}
  DEPENDS ${files} ${CMAKE_SOURCE_DIR}/scripts/embed_assets.mjs
  COMMENT "Embedding assets" VERBATIM)

add_library(kirnu_assets STATIC EXCLUDE_FROM_ALL ${source})
target_link_libraries(kirnu_assets PRIVATE kirnu_options)
