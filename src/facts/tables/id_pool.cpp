#include "facts/tables/id_pool.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/fold_case.h"

namespace kirnu {
namespace {

constexpr std::size_t kBatch = 256;
constexpr unsigned kBlockBits = 21;  // 2 MiB: the longest field and its length fit
constexpr std::size_t kBlockSize = std::size_t{1} << kBlockBits;
constexpr std::size_t kFewestSlots = 64;
constexpr std::size_t kNearSlots = 4096;    // and their texts: they stay in the processor's cache
constexpr std::size_t kMostAlike = 16;      // texts of one hash in the slots; more are crowded
constexpr unsigned char kLongLength = 255;  // then four bytes of length follow

template <class Word>
std::uint64_t load(const char* at) {
  Word word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

/// Sets the bit that tells small letters from capitals, A–Z and (in their second byte) À–Þ. It makes more alike than
/// that; a hash may.
constexpr std::uint64_t kSmall = 0x2020202020202020U;

std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ (word | kSmall)) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 32U);
}

/// A hash of short texts: the same on every platform and for case twins. Texts of one hash, whether twins or made to
/// collide, cost no more than others; those made to fill one stretch of slots with different hashes do.
std::uint32_t hash_text(std::string_view text) {
  const char* at = text.data();
  const std::size_t size = text.size();
  std::uint64_t hash = size * 0xD6E8FEB86659FD93U;
  if (size >= 8) {
    std::size_t i = 0;
    for (; i + 8 < size; i += 8) hash = mix(hash, load<std::uint64_t>(at + i));
    hash = mix(hash, load<std::uint64_t>(at + size - 8));
  } else if (size >= 4) {
    hash = mix(hash, load<std::uint32_t>(at) | load<std::uint32_t>(at + size - 4) << 32U);
  } else {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < size; ++i) word = word << 8U | static_cast<unsigned char>(at[i]);
    hash = mix(hash, word);
  }
  hash *= 0xBF58476D1CE4E5B9U;
  return static_cast<std::uint32_t>(hash >> 32U);
}

// Texts are short, so they are compared and copied here, eight bytes at a time and the last ones twice: what the
// library does for any length costs more than the work itself.

bool are_equal(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const std::size_t size = a.size();
  const auto differ = [&](std::size_t i) {
    return load<std::uint64_t>(a.data() + i) != load<std::uint64_t>(b.data() + i);
  };
  if (size < 8) {
    for (std::size_t i = 0; i < size; ++i) {
      if (a[i] != b[i]) return false;
    }
    return true;
  }
  for (std::size_t i = 0; i + 8 < size; i += 8) {
    if (differ(i)) return false;
  }
  return !differ(size - 8);
}

void copy_text(std::string_view text, char* to) {
  const std::size_t size = text.size();
  const auto copy_word = [&](std::size_t i) { std::memcpy(to + i, text.data() + i, 8); };
  if (size < 8) {
    for (std::size_t i = 0; i < size; ++i) to[i] = text[i];
    return;
  }
  for (std::size_t i = 0; i + 8 < size; i += 8) copy_word(i);
  copy_word(size - 8);
}

std::size_t header_size(std::size_t length) { return length < kLongLength ? 1 : 5; }

}  // namespace

std::string_view IdPool::text(std::uint32_t number) const {
  const std::uint32_t start = starts_[number];
  const char* at = texts_[start >> kBlockBits].get() + (start & (kBlockSize - 1));
  const auto length = static_cast<unsigned char>(*at);
  if (length < kLongLength) return {at + 1, length};
  return {at + 5, static_cast<std::size_t>(load<std::uint32_t>(at + 1))};
}

std::uint32_t IdPool::keep(std::string_view text) {
  const std::size_t header = header_size(text.size());
  if (block_left_ < header + text.size()) {
    texts_.emplace_back(new char[kBlockSize]);
    block_left_ = kBlockSize;
  }
  const std::size_t place = kBlockSize - block_left_;
  char* at = texts_.back().get() + place;
  if (header == 1) {
    *at = static_cast<char>(text.size());
  } else {
    const auto length = static_cast<std::uint32_t>(text.size());
    *at = static_cast<char>(kLongLength);
    std::memcpy(at + 1, &length, sizeof length);
  }
  copy_text(text, at + header);
  block_left_ -= header + text.size();
  return static_cast<std::uint32_t>((texts_.size() - 1) << kBlockBits | place);
}

/// The slot of the text, or the free one where it belongs; kCrowded when as many others of its hash came before.
std::size_t IdPool::probe(std::string_view text, std::uint32_t hash) const {
  std::size_t at = home_of(hash), alike = 0;
  for (; slots_[at].number != 0; at = next_slot(at)) {
    if (slots_[at].hash != hash) continue;
    if (are_equal(this->text(slots_[at].number - 1), text)) break;
    if (++alike == kMostAlike) return kCrowded;
  }
  return at;
}

/// number + 1 of the text whose slot was found; 0: it is not there.
std::uint32_t IdPool::number_at(std::size_t slot, std::string_view text) const {
  if (slot != kCrowded) return slots_[slot].number;
  const auto found = crowded_.find(text);
  return found == crowded_.end() ? 0 : found->second;
}

std::uint32_t IdPool::insert(std::size_t slot, std::string_view text, std::uint32_t hash) {
  if (const std::uint32_t number = number_at(slot, text)) return number - 1;
  note_twins(slot, text, hash);
  starts_.push_back(keep(text));
  const auto number = static_cast<std::uint32_t>(starts_.size());
  if (slot == kCrowded) crowded_.emplace(this->text(number - 1), number);
  else slots_[slot] = {.number = number, .hash = hash};
  return number - 1;
}

/// A new text's twin stands between the slot where its search began and the one where it ended, or is crowded.
void IdPool::note_twins(std::size_t slot, std::string_view text, std::uint32_t hash) {
  std::uint32_t first = 0;  // number + 1
  std::size_t alike = 0;
  for (std::size_t at = home_of(hash); at != slot && alike < kMostAlike; at = next_slot(at)) {
    const Slot& other = slots_[at];
    if (other.hash != hash) continue;
    ++alike;
    if (fold_case(this->text(other.number - 1)) != fold_case(text)) continue;
    first = first == 0 ? other.number : std::min(first, other.number);
    if (twins_) break;  // which is the first is told of the first pair alone
  }
  if (first == 0 && slot == kCrowded) {
    const auto [known, is_new] = crowded_folded_.try_emplace(fold_case(text), static_cast<std::uint32_t>(size() + 1));
    if (!is_new) first = known->second;
  }
  if (first == 0) return;
  ++twin_count_;
  if (!twins_) twins_ = CaseTwins{.first = first - 1, .later = static_cast<std::uint32_t>(size())};
}

/// Keeps at least a third of the slots free, so that probing stays short. Slots that are expected to be needed come at
/// once: memory that was never used costs more than all that is done with it.
void IdPool::make_room(std::size_t more) {
  const std::size_t needed = size() + more;
  if (needed * 3 <= slots_.size() * 2) return;
  const bool expects = expected_ > needed;
  const std::size_t least = expects ? slots_.size() + slots_.size() / 8 : slots_.size() * 2;
  std::vector<Slot> old(
      std::max({kFewestSlots, least, needed * 2, expects ? std::min(expected_ * 8 / 5, needed * 64) : 0}));
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.number == 0) continue;
    std::size_t at = home_of(slot.hash);
    while (slots_[at].number != 0) at = next_slot(at);
    slots_[at] = slot;
  }
}

/// Touches what the texts' slots lead to. The loads do not depend on one another, so the processor waits for them
/// all at once rather than one after the other.
void IdPool::look_ahead(std::span<const std::uint32_t> hashes) const {
  if (slots_.size() <= kNearSlots) return;
  std::array<std::uint32_t, kBatch> numbers;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const Slot& slot = slots_[home_of(hashes[i])];
    numbers[i] = slot.hash == hashes[i] ? slot.number : 0;
  }
  std::array<std::uint32_t, kBatch> starts;
  for (std::size_t i = 0; i < hashes.size(); ++i) starts[i] = numbers[i] != 0 ? starts_[numbers[i] - 1] : 0;
  unsigned touched = 0;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    if (numbers[i] == 0) continue;
    touched += static_cast<unsigned char>(texts_[starts[i] >> kBlockBits][starts[i] & (kBlockSize - 1)]);
  }
  volatile unsigned kept = touched;  // or the loop above would be left out
  (void)kept;
}

std::uint32_t IdPool::add(std::string_view text) {
  make_room(1);
  const std::uint32_t hash = hash_text(text);
  return insert(probe(text, hash), text, hash);
}

void IdPool::add(std::span<const std::string_view> texts, std::span<std::uint32_t> numbers) {
  std::array<std::uint32_t, kBatch> hashes;
  for (std::size_t from = 0; from < texts.size(); from += kBatch) {
    const std::size_t count = std::min(kBatch, texts.size() - from);
    make_room(count);
    for (std::size_t i = 0; i < count; ++i) hashes[i] = hash_text(texts[from + i]);
    look_ahead({hashes.data(), count});
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view text = texts[from + i];
      numbers[from + i] = insert(probe(text, hashes[i]), text, hashes[i]);
    }
  }
}

std::optional<std::uint32_t> IdPool::find(std::string_view text) const {
  if (slots_.empty()) return std::nullopt;
  const std::uint32_t number = number_at(probe(text, hash_text(text)), text);
  return number == 0 ? std::nullopt : std::optional(number - 1);
}

/// Slots of both pools stand in the order of their hashes, so that reading one leads steadily through the other. Only
/// the texts lie apart: those of some hundred pairs are waited for at once.
std::vector<bool> IdPool::shared_with(const IdPool& other) const {
  std::vector<bool> shared(size());
  if (empty() || other.empty()) return shared;
  std::array<std::uint32_t, kBatch> numbers, hashes;
  std::size_t count = 0;
  const auto compare = [&] {
    std::array<std::string_view, kBatch> texts;
    look_ahead({hashes.data(), count});
    other.look_ahead({hashes.data(), count});
    for (std::size_t i = 0; i < count; ++i) texts[i] = text(numbers[i]);
    for (std::size_t i = 0; i < count; ++i)
      shared[numbers[i]] = other.number_at(other.probe(texts[i], hashes[i]), texts[i]) != 0;
    count = 0;
  };
  for (const Slot& slot : slots_) {
    if (slot.number == 0) continue;
    numbers[count] = slot.number - 1;
    hashes[count] = slot.hash;
    if (++count == kBatch) compare();
  }
  compare();
  for (const auto& [crowded, number] : crowded_) shared[number - 1] = other.find(crowded).has_value();
  return shared;
}

}  // namespace kirnu
