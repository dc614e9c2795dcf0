#pragma once
#include <string_view>
#include <vector>

#include "facts/plan/import_plan.h"
#include "report/question_settings.h"
#include "state/state.h"

namespace kirnu {

/// Takes a key of --set that says how files are read: column.NAME, or one of reading_choice.cpp. An empty value takes
/// it back. False for another key or a value that is none of its choices.
bool take_reading_choice(ImportChoice& choice, std::string_view key, std::string_view value);

/// Whether a key is about reading, whatever its value.
bool is_reading_key(std::string_view key);

/// What such a key understands, in a few English words.
std::string_view reading_values(std::string_view key);

/// Whether a key is asked of files alone, and of typed counts without an effect.
bool is_file_key(std::string_view key);

/// Whether a key is one of the counts that are typed where there is no table, or lead before one.
bool is_typed_count(std::string_view key);

/// What a key understands, in a few English words; empty for an unknown key, and for one that takes any text.
std::string_view key_values(std::string_view key);

/// How files are to be read, from State's choices.
ImportChoice reading_choice(const State& state);

/// What is asked about files of facts, from State's choices and its period and definition.
QuestionSettings question_settings(const State& state);

/// What is wrong with the fields that files are asked with, or how they were understood.
std::vector<Issue> field_issues(const State& state);

}  // namespace kirnu
