# layer(FOLDER DEPS…): a library kirnu_<folder> of src/<folder>/*.cpp (headers alone do too) that links only DEPS.
# It is built when a program or a test needs it. Of files that end in _native and _wasm only those of the build count.
# hot(FOLDER FILES…): what runs for every byte and cell of a file; in wasm it is compiled for speed where the rest is
# compiled for size. warm(FOLDER FILES…): what runs for many rows or a file's start; small, but calls are inlined.
# door(FOLDER PROGRAM DEPS…): a program of src/<folder>/*.cpp, built by the preset whose KIRNU_DOOR it is.

add_library(kirnu_options INTERFACE)
target_compile_features(kirnu_options INTERFACE cxx_std_20)
target_include_directories(kirnu_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(kirnu_options INTERFACE
  -Wall -Wextra -Wconversion $<$<BOOL:${KIRNU_WERROR}>:-Werror>
  -ffp-contract=off                             # the same digits on every platform
  -fno-exceptions -fno-rtti
  -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)      # no machine's paths in what is built
set(CMAKE_CXX_EXTENSIONS OFF)

# Our files are compiled several at a time: what they include is then read and instantiated once, which takes a quarter
# of the time. Names in the unnamed namespaces of a layer therefore differ. The fuzz preset compiles each file by itself and
# so sees whether it includes what it uses.
option(KIRNU_UNITY "Compile our files several at a time" ON)
function(several_at_a_time target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${KIRNU_UNITY} UNITY_BUILD_BATCH_SIZE 12)
endfunction()

function(kirnu_target_name folder result)
  string(REPLACE "/" "_" name ${folder})
  set(${result} kirnu_${name} PARENT_SCOPE)
endfunction()

function(link_only target visibility)
  foreach(dependency ${ARGN})
    kirnu_target_name(${dependency} library)
    if(NOT TARGET ${library})
      message(FATAL_ERROR "${target} may not link '${dependency}': it does not lie below. See CMakeLists.txt.")
    endif()
    target_link_libraries(${target} ${visibility} ${library})
  endforeach()
endfunction()

if(EMSCRIPTEN)
  set(other_platform "_native\\.cpp$")
else()
  set(other_platform "_wasm\\.cpp$")
endif()

# What most files include, read once for all, natively.
function(precompile target)
  if(EMSCRIPTEN OR NOT KIRNU_UNITY)
    return()
  endif()
  if(target STREQUAL kirnu_base)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <cmath> <cstdint> <functional> <limits> <memory> <optional>
      <span> <string> <string_view> <utility> <vector>)
  else()
    target_precompile_headers(${target} REUSE_FROM kirnu_base)
  endif()
endfunction()

function(layer folder)
  set_property(GLOBAL APPEND PROPERTY KIRNU_LAYERS ${folder})
  kirnu_target_name(${folder} target)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX ${other_platform})
  if(sources)
    add_library(${target} STATIC EXCLUDE_FROM_ALL ${sources})
    link_only(${target} PUBLIC options ${ARGN})
    precompile(${target})
    several_at_a_time(${target})
  else()
    add_library(${target} INTERFACE)
    link_only(${target} INTERFACE options ${ARGN})
  endif()
endfunction()

function(compile_for_speed level folder)
  if(EMSCRIPTEN)
    list(TRANSFORM ARGN PREPEND ${CMAKE_SOURCE_DIR}/src/${folder}/)
    list(TRANSFORM ARGN APPEND .cpp)
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS "${level};-finline-functions")  # emcc forbids it with -Oz
  endif()
endfunction()

function(hot)
  compile_for_speed(-O2 ${ARGN})
endfunction()

function(warm)
  compile_for_speed(-Os ${ARGN})
endfunction()

function(door folder program)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${folder}/*.cpp)
  if(sources AND folder STREQUAL KIRNU_DOOR)
    add_executable(${program} ${sources})
    link_only(${program} PRIVATE options ${ARGN})
    set_target_properties(${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
    include(${program} OPTIONAL)                # the program's own link options
  endif()
endfunction()
