# Other people's code, as targets kirnu_<name>. Headers are reached through a folder of links, so that a wasm
# compiler never sees the system's own headers.
set(headers ${CMAKE_BINARY_DIR}/headers)
file(MAKE_DIRECTORY ${headers})

function(header_library name folder package)
  find_path(found_${name} ${folder} PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
  if(NOT found_${name})
    message(FATAL_ERROR "${folder} headers are missing: install ${package}, or run scripts/setup")
  endif()
  file(CREATE_LINK ${found_${name}}/${folder} ${headers}/${folder} SYMBOLIC)
  add_library(kirnu_${name} INTERFACE)
  target_include_directories(kirnu_${name} SYSTEM INTERFACE ${headers})
endfunction()

# Fetches (and builds) a library into the cache the first time, then only names its folder.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  ${CMAKE_SOURCE_DIR}/scripts/third_party ${CMAKE_SOURCE_DIR}/scripts/sdl2/CMakeLists.txt
  ${CMAKE_SOURCE_DIR}/scripts/sdl2/config.h)
function(cached_library name result)
  execute_process(COMMAND ${CMAKE_SOURCE_DIR}/scripts/third_party ${name}
    OUTPUT_VARIABLE folder OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  set(${result} ${folder} PARENT_SCOPE)
endfunction()

header_library(json nlohmann nlohmann-json3-dev)
target_compile_definitions(kirnu_json INTERFACE JSON_NOEXCEPTION)

# zlib's unpacking of raw deflate: no compression, and no gzip, whose frame is our own. In wasm its inner loop alone is
# compiled for speed, and the tables of fixed codes are made when needed (it does so unsafely for threads; wasm has none).
cached_library(zlib zlib)
add_library(kirnu_zlib STATIC EXCLUDE_FROM_ALL
  ${zlib}/inflate.c ${zlib}/inftrees.c ${zlib}/inffast.c ${zlib}/zutil.c ${zlib}/adler32.c)
target_include_directories(kirnu_zlib SYSTEM PUBLIC ${zlib})
target_compile_options(kirnu_zlib PRIVATE -w -ffile-prefix-map=${zlib}/=zlib/)
target_compile_definitions(kirnu_zlib PRIVATE NO_GZIP $<$<BOOL:${EMSCRIPTEN}>:BUILDFIXED>)
if(EMSCRIPTEN)
  target_compile_options(kirnu_zlib PRIVATE -Oz -flto)
  set_source_files_properties(${zlib}/inffast.c PROPERTIES COMPILE_OPTIONS -O2)
endif()

# Unicode's composed forms; in wasm the host knows them.
if(EMSCRIPTEN)
  add_library(kirnu_utf8proc INTERFACE)
else()
  cached_library(utf8proc utf8proc)
  add_library(kirnu_utf8proc STATIC EXCLUDE_FROM_ALL ${utf8proc}/utf8proc.c)
  target_include_directories(kirnu_utf8proc SYSTEM PUBLIC ${utf8proc})
  target_compile_options(kirnu_utf8proc PRIVATE -w -ffile-prefix-map=${utf8proc}/=utf8proc/)
  target_compile_definitions(kirnu_utf8proc PUBLIC UTF8PROC_STATIC)
endif()

cached_library(imgui imgui)
add_library(kirnu_imgui STATIC EXCLUDE_FROM_ALL
  ${imgui}/imgui.cpp ${imgui}/imgui_draw.cpp ${imgui}/imgui_tables.cpp ${imgui}/imgui_widgets.cpp
  ${CMAKE_SOURCE_DIR}/scripts/imgui/format.cpp)
target_include_directories(kirnu_imgui SYSTEM PUBLIC ${imgui} ${imgui}/backends)
target_compile_features(kirnu_imgui PUBLIC cxx_std_20)
target_compile_options(kirnu_imgui PRIVATE -fno-exceptions -fno-rtti -ffile-prefix-map=${imgui}/=imgui/)
target_compile_definitions(kirnu_imgui PUBLIC
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
  "ImDrawIdx=unsigned int")  # a tall window has more than 65,536 corners, and WebGL cannot begin to count anew
if(EMSCRIPTEN)
  target_compile_definitions(kirnu_imgui PRIVATE sscanf=imgui_read)  # scripts/imgui/format.cpp
endif()

if(KIRNU_DOOR STREQUAL "gui/platform")
  cached_library(sdl2 sdl2)
  set(backend ${imgui}/backends/imgui_impl_opengl3.cpp)
  target_sources(kirnu_imgui PRIVATE ${backend} ${CMAKE_SOURCE_DIR}/scripts/imgui/gl_state.cpp)
  set_source_files_properties(${backend} PROPERTIES COMPILE_DEFINITIONS glGetIntegerv=imgui_gl_state)
  target_compile_options(kirnu_imgui PRIVATE -include emscripten.h)
  add_library(kirnu_sdl2 INTERFACE)
  target_include_directories(kirnu_sdl2 SYSTEM INTERFACE ${sdl2}/include/SDL2)
  target_link_libraries(kirnu_sdl2 INTERFACE ${sdl2}/lib/libSDL2.a)
endif()
