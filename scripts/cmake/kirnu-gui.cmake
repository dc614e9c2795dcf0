# kirnu-gui.js and kirnu-gui.wasm: KirnuGui({canvas}) gives the module; no main(), the page calls it.
target_link_options(kirnu-gui PRIVATE
  --no-entry -sMODULARIZE -sEXPORT_NAME=KirnuGui -sENVIRONMENT=web
  -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0 -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH
  -Wl,--wrap=strtod,--wrap=snprintf  # src/base/no_conversions_wasm.cpp
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
  -sEXPORTED_FUNCTIONS=_malloc,_free
  -sEXPORTED_RUNTIME_METHODS=specialHTMLTargets,UTF8ToString,stringToUTF8,lengthBytesUTF8)
