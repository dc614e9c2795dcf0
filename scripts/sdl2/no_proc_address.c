// Emscripten's own would keep every GL function there is, in case somebody asks for it by name. Nobody does: ImGui's
// backend links what it calls.
void* eglGetProcAddress(const char* name);

void* eglGetProcAddress(const char* name) {
  (void)name;
  return 0;
}
