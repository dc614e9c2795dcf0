// What Dear ImGui writes and reads as text here: names of windows and the version of the shading language. The C
// library's printf and scanf, which can do anything, are a tenth of the interface.
#include <cstdarg>
#include <cstddef>
#include <cstring>

#include "imgui.h"
#include "imgui_internal.h"

namespace {

/// Where formatted text goes: as much as there is room for; all of it is counted.
struct Output {
  char* text;
  std::size_t room;
  std::size_t size = 0;

  void add(char c) {
    if (size < room) text[size] = c;
    ++size;
  }
};

/// What is still to be formatted, so that functions can take of it: a va_list itself may be a copy or a pointer.
struct Arguments {
  std::va_list list;
};

/// The flags, width and precision of a conversion; a precision below 0 is none.
struct Shape {
  bool zeros = false, left = false;
  int width = 0, precision = -1;
};

void add_padded(Output& out, const Shape& shape, const char* text, int length) {
  const int padding = shape.width - length;
  for (int i = 0; !shape.left && i < padding; ++i) out.add(shape.zeros ? '0' : ' ');
  for (int i = 0; i < length; ++i) out.add(text[i]);
  for (int i = 0; shape.left && i < padding; ++i) out.add(' ');
}

void add_number(Output& out, Shape shape, unsigned number, unsigned base, const char* digits, bool negative) {
  char text[16];
  int begin = sizeof text;
  do {
    text[--begin] = digits[number % base];
    number /= base;
  } while (number != 0);
  if (negative && shape.zeros) {
    out.add('-');
    --shape.width;
  } else if (negative) {
    text[--begin] = '-';
  }
  add_padded(out, shape, text + begin, static_cast<int>(sizeof text) - begin);
}

int read_number(const char*& format, Arguments& args) {
  if (*format == '*') {
    ++format;
    return va_arg(args.list, int);
  }
  int number = 0;
  for (; *format >= '0' && *format <= '9'; ++format) number = number * 10 + (*format - '0');
  return number;
}

void add_text(Output& out, const Shape& shape, const char* text) {
  std::size_t length = 0;
  while ((shape.precision < 0 || length < static_cast<std::size_t>(shape.precision)) && text[length] != '\0') ++length;
  add_padded(out, shape, text, static_cast<int>(length));
}

void add_conversion(Output& out, char conversion, const Shape& shape, Arguments& args) {
  switch (conversion) {
    case 's': add_text(out, shape, va_arg(args.list, const char*)); break;
    case 'c': out.add(static_cast<char>(va_arg(args.list, int))); break;
    case 'd':
    case 'i': {
      const int number = va_arg(args.list, int);
      const unsigned size = number < 0 ? 0U - static_cast<unsigned>(number) : static_cast<unsigned>(number);
      add_number(out, shape, size, 10, "0123456789", number < 0);
      break;
    }
    case 'u': add_number(out, shape, va_arg(args.list, unsigned), 10, "0123456789", false); break;
    case 'x': add_number(out, shape, va_arg(args.list, unsigned), 16, "0123456789abcdef", false); break;
    case 'X': add_number(out, shape, va_arg(args.list, unsigned), 16, "0123456789ABCDEF", false); break;
    default: IM_ASSERT(conversion == '%' && "no real and no pointer is written here"); out.add('%');
  }
}

}  // namespace

int ImFormatStringV(char* buffer, std::size_t size, const char* format, std::va_list args) {
  Arguments rest;
  va_copy(rest.list, args);
  Output out{.text = buffer, .room = buffer == nullptr || size == 0 ? 0 : size - 1};
  while (*format != '\0') {
    if (*format != '%') {
      out.add(*format++);
      continue;
    }
    Shape shape;
    for (++format; *format == '0' || *format == '-'; ++format) (*format == '0' ? shape.zeros : shape.left) = true;
    shape.width = read_number(format, rest);
    if (*format == '.') shape.precision = read_number(++format, rest);
    add_conversion(out, *format, shape, rest);
    if (*format != '\0') ++format;
  }
  va_end(rest.list);
  const std::size_t end = out.size < out.room ? out.size : out.room;
  if (buffer != nullptr && size > 0) buffer[end] = '\0';
  return static_cast<int>(buffer == nullptr ? out.size : end);
}

int ImFormatString(char* buffer, std::size_t size, const char* format, ...) {
  std::va_list args;
  va_start(args, format);
  const int length = ImFormatStringV(buffer, size, format, args);
  va_end(args);
  return length;
}

// ImGui's sscanf (scripts/cmake/third_party.cmake): whole numbers between words. Settings files and typed numbers,
// which ask for more, are not in use.
extern "C" int imgui_read(const char* text, const char* format, ...) {
  std::va_list args;
  va_start(args, format);
  int found = 0;
  while (*format != '\0') {
    if (std::strncmp(format, "%d", 2) != 0) {
      if (*text++ != *format++) break;
      continue;
    }
    if (*text < '0' || *text > '9') break;
    int number = 0;
    for (; *text >= '0' && *text <= '9'; ++text) number = number * 10 + (*text - '0');
    *va_arg(args, int*) = number;
    ++found;
    format += 2;
  }
  va_end(args);
  return found;
}
