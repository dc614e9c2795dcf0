// SDL's settings for Emscripten, less what the interface never uses.
#include "SDL_config_emscripten.h"

#define SDL_LEAN_AND_MEAN 1  // no software drawing

#define SDL_ATOMIC_DISABLED 1
#define SDL_AUDIO_DISABLED 1
#define SDL_JOYSTICK_DISABLED 1
#define SDL_RENDER_DISABLED 1
#define SDL_SENSOR_DISABLED 1

#define SDL_LOADSO_DISABLED 1
#define SDL_LOADSO_DUMMY 1
#undef SDL_LOADSO_DLOPEN

// SDL's own: the C library's work in 128-bit floating point.
#undef HAVE_ATOF
#undef HAVE_STRTOD
#undef HAVE_VSNPRINTF
#undef HAVE_ICONV  // nor need it a table of every character set of Asia
#undef HAVE_ICONV_H
