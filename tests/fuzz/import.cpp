#include <array>

#include "fuzz/fuzz.h"
#include "support/import_text.h"

namespace kirnu::fuzz {
namespace {

/// Headers of tables that are read in different ways, so that what is searched is their rows; and none.
constexpr std::array<std::string_view, 8> kHeads{
    "",
    "customer_id,start,end,plan,amount\nA,2024-01-01,2024-06-30,Pro,1.50\n",
    "Kunde;Datum;Betrag\nA;13.01.2024;1,50\n",
    "email\nann@x.fi\n",
    "Month;Start;New;Lost\n2025-01;100;5;5\n",
    "time;churned\n5;yes\n9;no\n",
    "month;retention\n0;100%\n1;80%\n",
    "reason;amount\ntoo expensive;1.50\n"};

ImportChoice choice_of(std::size_t choice) {
  ImportChoice out;
  out.table.sample_bytes = choice % 2 == 0 ? 48 : kSampleBytes;
  out.duplicates = std::array{Duplicates::Sum, Duplicates::Latest, Duplicates::Reject, Duplicates::Sum}[choice / 2 % 4];
  out.ids.unicode = choice / 8 % 4 != 3;
  return out;
}

ImportedFile import(const std::vector<std::string>& parts, const ImportChoice& choice) {
  Importer importer(choice);
  for (const std::string& part : parts) importer.feed(part);
  return importer.finish();
}

void check_counts(const ImportedFile& file) {
  const ImportSummary& import = file.import;
  for (const std::int64_t count : {import.rows, import.accepted, import.rejected, import.blank, import.skipped})
    check(count >= 0, "no count is below zero");
  if (!file.whole) return;
  check(import.rows == import.accepted + import.rejected + import.blank + import.skipped, "the rows add up");
  check(static_cast<std::int64_t>(file.rejected.size()) <= import.rejected, "no row is rejected twice");
  for (const RejectedRow& row : file.rejected) check(row.raw.size() <= kLongestRaw, "what stood there is cut");
}

}  // namespace
}  // namespace kirnu::fuzz

/// First byte: the header; second: how it is read; then a table.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kirnu;
  std::string_view rows = fuzz::text_of(data, size);
  const std::size_t head = fuzz::take_choice(rows) % fuzz::kHeads.size();
  const ImportChoice choice = fuzz::choice_of(fuzz::take_choice(rows));
  const std::string text = std::string(fuzz::kHeads[head]) + std::string(rows);
  const ImportedFile whole = fuzz::import({text}, choice);
  fuzz::check_counts(whole);
  fuzz::check(ImportText().of(fuzz::import(fuzz::split(text), choice)) == ImportText().of(whole),
              "any split makes the same of it");
  return 0;
}
