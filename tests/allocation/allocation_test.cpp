#include <gtest/gtest.h>

#include <cstdlib>
#include <new>
#include <string>

#include "engine/engine.h"
#include "facts/tables/packed_column.h"
#include "report/report_json.h"
#include "support/import_text.h"

/// Memory that cannot be had, at any place of an import: what was in place stays, and the next import works.
///
/// The product is built without exceptions, so an allocation that fails ends the program (kirnu says so; as wasm the
/// worker starts anew). Here std::bad_alloc passes through its frames, whose destructors do not run: memory is lost,
/// and what the engine keeps must be whole all the same.
namespace {

long allocations_left = -1;  // of the import under test; below 0: any number

std::size_t bytes_asked = 0;

void* allocate_or_null(std::size_t size) {
  bytes_asked += size;
  if (allocations_left == 0) return nullptr;
  if (allocations_left > 0) --allocations_left;
  return std::malloc(size == 0 ? 1 : size);
}

void* allocate(std::size_t size) {
  if (void* memory = allocate_or_null(size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate_or_null(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocate_or_null(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

/// What the frames above the failure lose is no leak of the product's.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }

namespace kirnu {
namespace {

constexpr std::string_view kEarlier = "Month;Start;New;Lost\n2025-01;100;0;5\n2025-02;95;0;10\n";

/// A file of each kind, with rows that are rejected and questions that are asked.
constexpr std::string_view kFiles[] = {
    "customer_id,start,end,plan,amount\nA,2024-01-01,2024-06-30,Basic,10.00\nB,2024-02-31,,Pro,49.90\n"
    "A,2024-03-01,,\"Pro, large\",49.90\nMu\u0308ller ,2024-02-13,2024-02-13,Basic,n/a\n",
    "Kunde;Datum;Betrag\nA;01.01.2023;1,50\nB;13.02.2023;2,50\nA;01.01.2024;1,50\nC;14.03.2024;#REF!\n",
    "time;churned\n5;yes\n9;no\n12;yes\n",
    "Monat;Beginn;Verloren\n2025-01;1.000;10\n2025-02;990;x\n",
};

/// What a column asks for with this many different numbers in each of its four blocks, in bytes a number.
template <class T>
double bytes_a_number(T different) {
  constexpr std::size_t kNumbers = 4 * PackedColumn<T>::kBlock;
  const std::size_t before = bytes_asked;
  PackedColumn<T> column;
  for (std::size_t i = 0; i < kNumbers; ++i)
    column.push_back(static_cast<T>(1'000'000 + static_cast<T>(i) % different));
  return static_cast<double>(bytes_asked - before) / static_cast<double>(kNumbers);
}

// The block that is being filled costs a quarter of a word a number, the four that are full what their numbers need.
TEST(Allocation, OfAColumnIsWhatItsNumbersNeed) {
  EXPECT_NEAR(bytes_a_number<std::int32_t>(1), 1.0, 0.1);
  EXPECT_NEAR(bytes_a_number<std::int32_t>(200), 1.0 + 1, 0.1);
  EXPECT_NEAR(bytes_a_number<std::int32_t>(5000), 1.0 + 2, 0.1);
  EXPECT_NEAR(bytes_a_number<std::int64_t>(200), 2.0 + 1, 0.1);
  EXPECT_NEAR(bytes_a_number<std::int64_t>(5000), 2.0 + 2, 0.1);
}

void import(Engine& engine, std::string_view bytes) {
  engine.open_file("customers.csv");
  for (std::size_t at = 0; at < bytes.size(); at += 40) engine.feed_file(bytes.substr(at, 40));
}

std::string report_of(const Engine& engine) { return write_report_json(engine.report()); }

/// Whether `act` came to its end with so many allocations.
template <class Act>
bool is_done_with(long allocations, Act act) {
  allocations_left = allocations;
  try {
    act();
    allocations_left = -1;
    return true;
  } catch (const std::bad_alloc&) {
    allocations_left = -1;
    return false;
  }
}

class Allocations : public testing::TestWithParam<std::string_view> {
 protected:
  Allocations() {
    engine_.apply({.body = PressAction{.id = "clear"}});
    import(engine_, kEarlier);
    engine_.finish_file();
    earlier_ = report_of(engine_);
    Engine other;
    import(other, GetParam());
    other.finish_file();
    expected_ = report_of(other);
  }

  void expect_that_the_next_import_works() {
    import(engine_, GetParam());
    engine_.finish_file();
    EXPECT_EQ(report_of(engine_), expected_);
    import(engine_, kEarlier);
    EXPECT_TRUE(engine_.finish_file());
    EXPECT_EQ(report_of(engine_), earlier_);
  }

  Engine engine_;
  std::string earlier_, expected_;
};

/// So few bytes decide what the file is that rows are read while others are to come.
ImportedFile import_all(std::string_view bytes) {
  ImportChoice choice;
  choice.table.sample_bytes = 64;
  Importer importer(choice);
  for (std::size_t at = 0; at < bytes.size(); at += 40) importer.feed(bytes.substr(at, 40));
  return importer.finish();
}

TEST_P(Allocations, ThatFailAnywhereInAnImportDoNotMatterToTheNext) {
  const std::string expected = ImportText().of(import_all(GetParam()));
  ImportedFile file;
  long k = 0;
  for (; !is_done_with(k, [&] { file = import_all(GetParam()); }); ++k) {
    if (k % 64 == 0) {
      ASSERT_EQ(ImportText().of(import_all(GetParam())), expected) << "allocation " << k;
    }
  }
  EXPECT_EQ(ImportText().of(file), expected);
  EXPECT_GT(k, 100);
}

TEST_P(Allocations, ThatFailWhileAFileIsPutInPlaceLeaveAnEngineThatWorks) {
  const long step = std::getenv("KIRNU_LONG") != nullptr ? 1 : 31;  // there are many: the page is built
  import(engine_, GetParam());
  for (long k = 0; !is_done_with(k, [&] { engine_.finish_file(); }); k += step) {
    engine_.cancel_file();
    expect_that_the_next_import_works();
    ASSERT_FALSE(HasFailure()) << "allocation " << k;
    import(engine_, GetParam());
  }
}

INSTANTIATE_TEST_SUITE_P(Files, Allocations, testing::ValuesIn(kFiles),
                         [](const auto& file) { return "file_" + std::to_string(file.index); });

}  // namespace
}  // namespace kirnu
