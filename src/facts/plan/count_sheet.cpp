#include "facts/plan/count_sheet.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/name_list.h"
#include "facts/plan/count_labels.h"
#include "facts/tables/import_summary.h"
#include "facts/words/bare_label.h"
#include "facts/words/count_name.h"
#include "facts/words/label_tokens.h"
#include "facts/words/unit_words.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

/// Periods that anybody counts fit many times over; a longer table is no table of counts.
constexpr std::size_t kMostPeriods = 20'000;

constexpr std::size_t kLongestCell = 256;  ///< longer is neither number nor label
constexpr std::size_t kMostBytes = 64 * 1024 * 1024;

/// The Roman number of "III/2024"; empty for all else.
std::string roman_of(std::string_view label) {
  const std::vector<LabelToken> tokens = read_label_tokens(label);
  const bool alone = tokens.size() == 2 && read_label_year(tokens[1]);
  const bool roman = alone && tokens[0].word.find_first_not_of("ivx") == std::string::npos;
  return roman ? tokens[0].word : std::string();
}

/// "Mrz 2024 (vorl.)" is March.
std::string_view without_remark(std::string_view label) {
  constexpr std::string_view kRemarks = "(vorl.)|(vorl)|(prov.)|(provisional)|(prel.)|(est.)|(ennakkotieto)|(alust.)";
  const std::size_t space = label.rfind(' ');
  const bool remark = space != std::string_view::npos && is_one_of(kRemarks, fold_case(label.substr(space + 1)));
  return remark ? trim(label.substr(0, space)) : label;
}

/// "Ist", "Actual", and what closed months are marked with beside planned ones.
constexpr std::string_view kActual =
    "ist|ist-wert|istwert|ist-werte|actual|actuals|act|a|real|final|closed|booked|endgültig|abgeschlossen|gebucht|"
    "toteuma|toteutunut|lopullinen";

/// "Plan", "Budget 2024", "Forecast", "Vorjahr": not "Basic plan".
bool is_plan_mark(std::string_view cell) {
  return says_plan(cell.substr(0, cell.find(' '))) || (!says_plan(cell) && read_count_name(cell).planned);
}

}  // namespace

CountSheet::CountSheet(const ImportPlan& plan) {
  for (const ColumnPlan& column : plan.columns) {
    roles_.push_back(column.role);
    const std::optional<PeriodUnit> unit = column.role == Role::Time ? find_unit_in(column.name) : std::nullopt;
    if (unit == PeriodUnit::Quarter) roman_ = "Q ";
    if (unit == PeriodUnit::HalfYear) roman_ = "H ";
    other_unit_ = other_unit_ || (unit && roman_.empty());
  }
}

std::size_t CountSheet::most_rows() { return kMostPeriods; }

bool CountSheet::take(const RowBatch& batch) {
  for (std::size_t i = 0; i < batch.rows; ++i) keep(batch, i);
  return !too_long_;
}

void CountSheet::keep(const RowBatch& batch, std::size_t i) {
  if (too_long_ || rows_.size() >= kMostPeriods) {
    too_long_ = true;
    return;
  }
  const RowPlace place = batch.place(i);
  CountSheetRow row{.row = place.row, .line = place.line, .raw = std::string(place.raw.substr(0, kLongestRaw))};
  for (std::size_t c = 0; c < batch.width; ++c) {
    row.cells.emplace_back(batch.cell(i, c).substr(0, kLongestCell));
    bytes_ += sizeof(std::string) + row.cells.back().size();
  }
  too_long_ = bytes_ > kMostBytes;
  rows_.push_back(std::move(row));
}

std::string CountSheet::label_of(const CountSheetRow& row) const {
  std::string label;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    if (roles_[c] != Role::Time) continue;
    const std::string part(without_remark(trim(row.cells[c])));
    const bool year = is_four_digits(part);
    label = label.empty() ? part : year ? part + " " + label : label + " " + part;
  }
  return roman_.empty() || roman_of(label).empty() ? label : roman_ + label;
}

/// "III/2024", beside none above four, which would be months.
bool CountSheet::are_roman_quarters() const {
  bool any = false;
  for (const CountSheetRow& row : rows_) {
    const std::string roman = roman_of(label_of(row));
    if (roman == "v" || roman.starts_with("vi") || roman.find('x') != std::string::npos) return false;
    any = any || roman == "iii" || roman == "iv";
  }
  return any && !other_unit_;
}

bool CountSheet::has_numbers(const CountSheetRow& row) const {
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    if (roles_[c] == Role::Ignore || roles_[c] == Role::Time || roles_[c] == Role::Segment) continue;
    const ReadNumber number = read_count_cell(row.cells[c]);
    const bool nothing = number.status == NumberStatus::Ok && number.value == 0;
    if (number.status != NumberStatus::Missing && !nothing) return true;
  }
  return false;
}

/// Which rows a column of nothing but "Plan" and "Ist" says to be planned, or of last year.
std::vector<bool> CountSheet::are_planned() const {
  std::vector<bool> planned(rows_.size(), false);
  for (std::size_t c = 0; c < roles_.size(); ++c) {
    if (roles_[c] != Role::Ignore && roles_[c] != Role::Segment) continue;
    std::vector<bool> marked;
    std::size_t actual = 0;
    for (const CountSheetRow& row : rows_) {
      const std::string_view cell = trim(row.cells[c]);
      marked.push_back(is_plan_mark(cell));
      actual +=
          !marked.back() && (cell.empty() || is_one_of(kActual, fold_case(cell.substr(0, cell.find(' '))))) ? 1U : 0U;
    }
    const auto plans = static_cast<std::size_t>(std::count(marked.begin(), marked.end(), true));
    if (plans == 0 || actual == 0 || plans + actual != rows_.size()) continue;
    for (std::size_t i = 0; i < rows_.size(); ++i) planned[i] = planned[i] || marked[i];
  }
  return planned;
}

std::vector<CountSheetRow> CountSheet::forget_zero_rows() {
  std::vector<CountSheetRow> zeros;
  for (; rows_.size() > 1 && !has_numbers(rows_.back()); rows_.pop_back()) {
    const std::vector<std::string>& cells = rows_.back().cells;
    if (std::find(cells.begin(), cells.end(), "0") != cells.end()) zeros.push_back(rows_.back());
  }
  std::reverse(zeros.begin(), zeros.end());
  return zeros;
}

std::vector<CountSheetRow> CountSheet::forget_other_rows() {
  if (roman_.empty() && are_roman_quarters()) roman_ = "Q ";
  std::vector<std::string> labels;
  for (const CountSheetRow& row : rows_) labels.push_back(label_of(row));
  const std::vector<std::string_view> views(labels.begin(), labels.end());
  const std::vector<bool> of_periods = are_of_periods(views), planned = are_planned();
  std::vector<CountSheetRow> kept, others;
  for (std::size_t i = 0; i < rows_.size(); ++i)
    (of_periods[i] && !planned[i] ? kept : others).push_back(std::move(rows_[i]));
  rows_ = std::move(kept);
  return others;
}

bool CountSheet::are_below_zero(std::size_t column) const {
  std::size_t below = 0;
  for (const CountSheetRow& row : rows_) {
    const ReadNumber number = read_count_cell(row.cells[column]);
    if (number.status == NumberStatus::Ok && number.value > 0) return false;
    below += number.status == NumberStatus::Ok && number.value < 0 ? 1U : 0U;
  }
  return below > 1;
}

bool CountSheet::is_any_above_one(std::size_t column) const {
  return std::any_of(rows_.begin(), rows_.end(),
                     [column](const CountSheetRow& row) { return read_count_cell(row.cells[column]).value > 1; });
}

std::vector<std::string> CountSheet::part_names() const {
  std::vector<std::size_t> texts;
  for (std::size_t c = 0; c < roles_.size(); ++c) {
    const auto is_text = [c](const CountSheetRow& row) {
      return read_count_cell(row.cells[c]).status == NumberStatus::Unreadable;
    };
    const bool free = roles_[c] == Role::Ignore || roles_[c] == Role::Segment;
    if (free && std::any_of(rows_.begin(), rows_.end(), is_text)) texts.push_back(c);
  }
  std::vector<std::string> names;
  for (const CountSheetRow& row : rows_) {
    std::string name;
    for (const std::size_t c : texts) name += (name.empty() ? "" : " ") + std::string(trim(row.cells[c]));
    names.push_back(std::move(name));
  }
  return texts.empty() ? std::vector<std::string>() : names;
}

}  // namespace kirnu
