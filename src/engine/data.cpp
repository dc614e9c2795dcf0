#include "engine/data.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "facts/plan/list_order.h"

namespace kirnu {
namespace {

/// The one list of customers in a file; null: it is something else.
/// Of an ImportedFile, which may be const.
template <class File>
auto* list_in(File& file) {
  return file.facts.size() == 1 ? std::get_if<CustomerList>(&file.facts[0].table) : nullptr;
}

/// Whether a third of the shorter list stands in the other, too.
bool share_customers(const IdPool& a, const IdPool& b) {
  const std::vector<bool> shared = a.shared_with(b);
  const auto both = static_cast<std::size_t>(std::count(shared.begin(), shared.end(), true));
  return both * 3 >= std::min(a.size(), b.size());
}

}  // namespace

const CountTable* Data::counts() const {
  if (files.size() != 1 || files[0].facts.size() != 1) return nullptr;
  return std::get_if<CountTable>(&files[0].facts[0].table);
}

std::optional<PeriodUnit> Data::series_unit() const {
  if (files.size() != 1 || files[0].facts.size() != 1) return std::nullopt;
  const Facts& facts = files[0].facts[0];
  if (const auto* series = std::get_if<RetentionSeries>(&facts.table)) return series->unit;
  const auto* sheet = std::get_if<CohortSheet>(&facts.table);
  return sheet != nullptr ? sheet->unit : std::nullopt;
}

std::vector<const ImportedFile*> Data::in_order(std::optional<Issue>& turned) const {
  std::vector<const ImportedFile*> all;
  std::vector<const CustomerList*> lists;
  for (const ImportedFile& file : files) {
    all.push_back(&file);
    lists.push_back(list_in(file));
  }
  const std::vector<NamedDays> times = days_of_lists(lists);
  const auto order = order_by_time(times);
  if (!order) return all;
  const auto name = [&](std::size_t place) { return times[(*order)[place]].name; };
  if (all.size() == 2) {
    turned = make_issue(IssueCode::ListsTurned, "file", {{"name", name(0)}, {"other", name(1)}});
  } else {  // the third is the earliest
    turned = make_issue(IssueCode::ListsTurned, "file",
                        {{"kind", std::string("lists")}, {"names", name(2) + ", " + name(0) + ", " + name(1)}});
  }
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = &files[(*order)[i]];
  return all;
}

bool Data::answers() const {
  const CountTable* table = counts();
  if (table != nullptr) return !table->rows.empty();
  const bool lone_list = files.size() == 1 && files[0].facts.size() == 1 && files[0].facts[0].kind == FactKind::Lists;
  return !files.empty() && !lone_list &&  // one list has nothing to be compared with
         std::all_of(files.begin(), files.end(), [](const ImportedFile& file) { return file.has_facts(); });
}

bool Data::leaves_out(std::string_view column) const {
  const auto is_left_out = [column](const ImportColumn& one) { return one.name == column && one.role == Role::Ignore; };
  return !files.empty() && std::any_of(files[0].import.columns.begin(), files[0].import.columns.end(), is_left_out);
}

std::string Data::title() const {
  std::string title;
  for (const std::string& name : names) title += (title.empty() ? "" : ", ") + name;
  return title;
}

namespace {

ImportedFile read_whole(std::string_view text, const ImportChoice& choice) {
  Importer importer(choice);
  importer.feed(text);
  return importer.finish();
}

}  // namespace

Data read_pasted_data(std::string_view text, const ImportChoice& choice) {
  Data data{.source = DataSource::Pasted};
  data.files.push_back(read_whole(text, choice));
  return data;
}

Data read_sample_data(std::span<const std::string> texts, const ImportChoice& choice) {
  Data data{.source = DataSource::Sample};
  for (const std::string& text : texts) data.files.push_back(read_whole(text, choice));
  return data;
}

void place_issues(Data& data, std::string_view field) {
  for (ImportedFile& file : data.files) {
    for (Issue& issue : file.issues) issue.field = field;
    for (Facts& facts : file.facts) {
      CountTable* table = std::get_if<CountTable>(&facts.table);
      if (table == nullptr) continue;
      for (Issue& issue : table->issues) issue.field = field;
    }
  }
}

DataImport::DataImport(ImportChoice choice, std::string name, bool again)
    : choice_(std::move(choice)), importer_(choice_), again_(again) {
  data_.source = DataSource::Files;
  data_.names.push_back(std::move(name));
}

void DataImport::start(const ImportChoice& choice) {
  before_ = progress();
  importer_ = Importer(choice);
}

void DataImport::finish_one() {
  data_.files.push_back(importer_.finish());
  CustomerList* list = list_in(data_.files.back());
  if (list != nullptr) list->file = days_of_file(data_.names.back());
}

void DataImport::next(std::string name) {
  if (!sheets_) finish_one();
  sheets_.reset();
  start(choice_);
  data_.names.push_back(std::move(name));
}

bool DataImport::step() {
  if (importer_.step()) return true;
  if (!sheets_) {
    finish_one();
    find_other_sheets();
  } else if (sheets_->files.size() < sheets_->places.size() && !take_sheet()) {
    *sheets_ = {};
  }
  if (sheets_->files.size() == sheets_->places.size()) return false;
  ImportChoice choice = choice_;
  choice.table.sheet = sheets_->places[sheets_->files.size()];
  start(choice);
  importer_.feed(sheets_->bytes);
  return true;
}

/// Lists of customers in sheets of one workbook are compared as those of files are.
void DataImport::find_other_sheets() {
  sheets_.emplace();
  const SheetInfo& sheet = data_.files.back().sheet;
  const CustomerList* first = list_in(data_.files.back());
  if (data_.files.size() != 1 || first == nullptr || !first->left.empty()) return;
  sheets_->places = sheets_to_compare(sheet.visible, sheet.place);
  if (!sheets_->places.empty()) sheets_->bytes = importer_.take_bytes();
}

/// False where the sheet is no such list; after the last one they take the file's place. Where no period names them,
/// they must have customers in common: others are of two places, or of those who are there and those who left.
bool DataImport::take_sheet() {
  const SheetInfo& sheet = data_.files[0].sheet;
  std::vector<ImportedFile>& files = sheets_->files;
  const std::vector<std::size_t>& places = sheets_->places;
  const std::size_t place = places[files.size()];
  files.push_back(importer_.finish());
  auto* list = list_in(files.back());
  if (list == nullptr || list->name != list_in(data_.files[0])->name || files.back().sheet.place != place) return false;
  list->file = days_of_file(sheet.visible[place]);
  if (files.size() < places.size()) return true;
  const bool named = list_in(files[0])->file.has_value();
  if (!named && !share_customers(list_in(files[0])->customers, list_in(files[1])->customers)) return false;
  for (ImportedFile& file : files)
    std::erase_if(file.issues, [](const Issue& issue) { return issue.code == IssueCode::WorkbookSheetRead; });
  files[0].issues.push_back(make_issue(IssueCode::WorkbookSheetRead, {},
                                       {{"kind", std::string("lists")},
                                        {"names", names_of_sheets(sheet, places, true)},
                                        {"others", names_of_sheets(sheet, places, false)}}));
  sheets_->compared = true;
  return true;
}

Data DataImport::finish() {
  while (step()) {
  }
  if (sheets_->compared) data_.files = std::move(sheets_->files);
  return std::move(data_);
}

ImportProgress DataImport::progress() const {
  const ImportProgress now = importer_.progress();
  return {
      .bytes = before_.bytes + now.bytes, .rows = before_.rows + now.rows, .rejected = before_.rejected + now.rejected};
}

}  // namespace kirnu
