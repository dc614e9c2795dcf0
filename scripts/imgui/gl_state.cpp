// What Dear ImGui's OpenGL backend asks about the state of a context that nobody else draws in. It asks some twenty
// times a frame, to put things back after drawing, and in a browser some of these answers wait until the graphics
// process has done all that it was given: on a slow one that is most of a frame. So the answers are those of a context
// in which nothing is set.
#include <GLES3/gl3.h>

extern "C" void imgui_gl_state(GLenum name, GLint* value) {
  switch (name) {
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
      for (int side = 0; side < 4; ++side) value[side] = 0;
      return;
    case GL_ACTIVE_TEXTURE: *value = GL_TEXTURE0; return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA: *value = GL_ONE; return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA: *value = GL_FUNC_ADD; return;
    case GL_BLEND_DST_RGB:
    case GL_BLEND_DST_ALPHA:
    case GL_CURRENT_PROGRAM:
    case GL_TEXTURE_BINDING_2D:
    case GL_SAMPLER_BINDING:
    case GL_ARRAY_BUFFER_BINDING:
    case GL_VERTEX_ARRAY_BINDING:
    case GL_PIXEL_UNPACK_BUFFER_BINDING: *value = 0; return;
    default: glGetIntegerv(name, value);
  }
}
