# kirnu-core.wasm: no JavaScript of Emscripten's; web/ instantiates it with a handful of imports.
set_target_properties(kirnu-core PROPERTIES SUFFIX .wasm)
target_link_options(kirnu-core PRIVATE
  -sSTANDALONE_WASM --no-entry
  -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=4GB)
