#include "facts/count_reader.h"

#include <utility>

#include "facts/count_builder.h"
#include "table/table_reader.h"

namespace kirnu {
namespace {

TableChoice choice_of(const CountReaderOptions& options) {
  TableChoice choice;
  if (!options.encoding.empty()) choice.encoding = find_encoding(options.encoding);
  if (!options.delimiter.empty()) choice.dialect.delimiter = options.delimiter;
  if (!options.header.empty()) choice.dialect.header = options.header == "yes";
  return choice;
}

}  // namespace

struct CountReader::Impl {
  CountBuilder builder;
  bool wanted = true;
  std::int64_t rows = 0;
  TableReader reader;

  explicit Impl(const CountReaderOptions& options)
      : builder(options.roles),
        reader(
            choice_of(options), [](const TableHead&) {}, TableReader::OnRows([this](const RowBatch& batch) {
              rows += static_cast<std::int64_t>(batch.rows);
              wanted = builder.take(batch) && wanted;
            })) {}
};

CountReader::CountReader(CountReaderOptions options) : impl_(std::make_unique<Impl>(options)) {}
CountReader::~CountReader() = default;
CountReader::CountReader(CountReader&&) noexcept = default;
CountReader& CountReader::operator=(CountReader&&) noexcept = default;

std::int64_t CountReader::rows() const { return impl_->rows; }
bool CountReader::feed(std::string_view bytes) { return impl_->reader.feed(bytes) && impl_->wanted; }

CountTable CountReader::finish() {
  const bool whole = impl_->reader.finish();
  return impl_->builder.finish(impl_->reader.head(), impl_->reader.summary(), whole);
}

}  // namespace kirnu
