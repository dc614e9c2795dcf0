#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/tables/tables.h"

/// In which order lists of customers, or columns of them, are compared.
namespace kirnu {

/// Whether the first of two names tells a later time than the second: "2024" and "2023", "neu" and "alt".
bool is_named_later(std::string_view first, std::string_view second);

/// The time in a column's name, "Kunden 2023".
std::optional<NamedDays> days_of_list(std::string_view name);

/// The time in a file's name: "kunden_2024.csv", "customers-2024-01.xlsx", "Stand 31.12.2023.csv".
std::optional<NamedDays> days_of_file(std::string_view path);

/// The sheets of a workbook that may be lists to compare, the earlier, the later, the one before both: the last that
/// are named by periods, where the one that was read is; else two that are all there are. Empty where there is but one.
std::vector<std::size_t> sheets_to_compare(std::span<const std::string> names, std::size_t read);

/// When the lists were, each of them at another time: by the names of their columns, else by those of their files.
/// Empty where neither says so.
std::vector<NamedDays> days_of_lists(std::span<const CustomerList* const> lists);

/// The places of two or three lists of these times as they are compared: the earlier, the later, the one before both.
/// Absent where they stand so already.
std::optional<std::vector<std::size_t>> order_by_time(std::span<const NamedDays> times);

}  // namespace kirnu
