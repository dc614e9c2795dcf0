#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "facts/tables/id_pool.h"

namespace kirnu {

/// Numbers of texts of one list that are not in the other, and of texts of the other that are not in the one, which
/// may name the same customers: capitals, the order of names ("Müller, Bernd"), titles, legal forms ("Meier GmbH"), ß
/// and umlauts, "&" and "und" aside. Each is in one pair only. Nothing where either list is longer than anybody keeps
/// by hand; numbers are never alike.
std::vector<std::pair<std::uint32_t, std::uint32_t>> find_alike(const IdPool& earlier, const IdPool& later);

}  // namespace kirnu
