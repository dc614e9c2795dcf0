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
