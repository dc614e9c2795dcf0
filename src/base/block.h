#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace kirnu {

/// Bit i is the parity of bits 0 to i: from an opening quote to the byte before its closing one.
inline std::uint64_t running_parity(std::uint64_t bits) {
  for (const unsigned shift : {1U, 2U, 4U, 8U, 16U, 32U}) bits ^= bits << shift;
  return bits;
}

/// 64 bytes that are compared at once; bit i of a mask stands for byte i.
class Block {
 public:
  static constexpr std::size_t kSize = 64;

  explicit Block(const char* bytes) {
    for (int i = 0; i < 4; ++i) parts_[i] = load(bytes + 16 * i);
  }

  std::uint64_t equal(char c) const {
    std::uint64_t mask = 0;
    for (int i = 0; i < 4; ++i) mask |= static_cast<std::uint64_t>(equal(parts_[i], c)) << (16 * i);
    return mask;
  }

  /// Bytes below 0x20.
  std::uint64_t controls() const {
    std::uint64_t mask = 0;
    for (int i = 0; i < 4; ++i) mask |= static_cast<std::uint64_t>(below_space(parts_[i])) << (16 * i);
    return mask;
  }

  /// Bytes that go on with a character of UTF-8: 0x80 to 0xBF.
  std::uint64_t continuations() const {
    std::uint64_t mask = 0;
    for (int i = 0; i < 4; ++i) mask |= static_cast<std::uint64_t>(continuing(parts_[i])) << (16 * i);
    return mask;
  }

  /// Whether some byte is above 0x7F.
  bool any_high() const { return high(either(either(parts_[0], parts_[1]), either(parts_[2], parts_[3]))); }

 private:
#if defined(__wasm_simd128__)
  using Part = v128_t;
  static Part load(const char* at) { return wasm_v128_load(at); }
  static std::uint32_t equal(Part part, char c) {
    return static_cast<std::uint32_t>(wasm_i8x16_bitmask(wasm_i8x16_eq(part, wasm_i8x16_splat(c))));
  }
  static std::uint32_t below_space(Part part) {
    return static_cast<std::uint32_t>(wasm_i8x16_bitmask(wasm_u8x16_lt(part, wasm_i8x16_splat(0x20))));
  }
  static std::uint32_t continuing(Part part) {
    return static_cast<std::uint32_t>(wasm_i8x16_bitmask(wasm_i8x16_lt(part, wasm_i8x16_splat(-0x40))));
  }
  static Part either(Part a, Part b) { return wasm_v128_or(a, b); }
  static bool high(Part part) { return wasm_i8x16_bitmask(part) != 0; }
#elif defined(__SSE2__)
  using Part = __m128i;
  static Part load(const char* at) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)); }
  static std::uint32_t equal(Part part, char c) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(part, _mm_set1_epi8(c))));
  }
  static std::uint32_t below_space(Part part) {
    const Part most = _mm_set1_epi8(0x1F);
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_max_epu8(part, most), most)));
  }
  static std::uint32_t continuing(Part part) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmplt_epi8(part, _mm_set1_epi8(-0x40))));
  }
  static Part either(Part a, Part b) { return _mm_or_si128(a, b); }
  static bool high(Part part) { return _mm_movemask_epi8(part) != 0; }
#elif defined(__ARM_NEON) && defined(__aarch64__)
  using Part = uint8x16_t;
  static Part load(const char* at) { return vld1q_u8(reinterpret_cast<const std::uint8_t*>(at)); }
  static std::uint32_t mask(Part matches) {
    constexpr std::uint8_t kBits[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const Part bits = vandq_u8(matches, vld1q_u8(kBits));
    return vaddv_u8(vget_low_u8(bits)) | static_cast<std::uint32_t>(vaddv_u8(vget_high_u8(bits))) << 8U;
  }
  static std::uint32_t equal(Part part, char c) {
    return mask(vceqq_u8(part, vdupq_n_u8(static_cast<std::uint8_t>(c))));
  }
  static std::uint32_t below_space(Part part) { return mask(vcltq_u8(part, vdupq_n_u8(0x20))); }
  static std::uint32_t continuing(Part part) { return mask(vcltq_s8(vreinterpretq_s8_u8(part), vdupq_n_s8(-0x40))); }
  static Part either(Part a, Part b) { return vorrq_u8(a, b); }
  static bool high(Part part) { return vmaxvq_u8(part) >= 0x80; }
#else
  struct Part {
    unsigned char bytes[16];
  };
  static Part load(const char* at) {
    Part part;
    std::memcpy(part.bytes, at, sizeof part.bytes);
    return part;
  }
  static std::uint32_t equal(const Part& part, char c) {
    std::uint32_t mask = 0;
    for (unsigned i = 0; i < 16; ++i) mask |= (part.bytes[i] == static_cast<unsigned char>(c) ? 1U : 0U) << i;
    return mask;
  }
  static std::uint32_t below_space(const Part& part) {
    std::uint32_t mask = 0;
    for (unsigned i = 0; i < 16; ++i) mask |= (part.bytes[i] < 0x20 ? 1U : 0U) << i;
    return mask;
  }
  static std::uint32_t continuing(const Part& part) {
    std::uint32_t mask = 0;
    for (unsigned i = 0; i < 16; ++i) mask |= ((part.bytes[i] & 0xC0U) == 0x80 ? 1U : 0U) << i;
    return mask;
  }
  static Part either(Part a, const Part& b) {
    for (unsigned i = 0; i < 16; ++i) a.bytes[i] = static_cast<unsigned char>(a.bytes[i] | b.bytes[i]);
    return a;
  }
  static bool high(const Part& part) {
    unsigned any = 0;
    for (const unsigned char byte : part.bytes) any |= byte;
    return any >= 0x80;
  }
#endif

  Part parts_[4];
};

/// The bytes of a text from `at` on, which lies in it; behind the text's end stands `filler`.
inline Block block_at(std::string_view text, std::size_t at, char filler = ' ') {
  const char* bytes = text.data() + at;
  const std::size_t size = text.size() - at;
  if (size >= Block::kSize) return Block(bytes);
  std::array<char, Block::kSize> tail;
  tail.fill(filler);
  std::copy_n(bytes, size, tail.begin());
  return Block(tail.data());
}

}  // namespace kirnu
