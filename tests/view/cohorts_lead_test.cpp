// The first sentence about cohorts of which nobody knows how large they are.
#include <gtest/gtest.h>

#include "base/assets.h"
#include "report/catalogue.h"
#include "report/facts_report.h"
#include "view/text_page.h"
#include "view/view.h"

namespace kirnu {
namespace {

std::string first_sentence(const CohortSheet& sheet, Language language) {
  const Words words = words_of(language);
  const std::vector<Benchmark> figures = read_benchmarks(assets::benchmarks);
  const State state = empty_state(language);
  const Facts facts{.kind = FactKind::Retention, .table = sheet};
  const Report report = build_facts_report({&facts}, {}, figures);
  const std::string page =
      write_text_page({.page = build_page({.state = state, .report = report, .figures = figures, .words = words})});
  return page.substr(0, page.find('\n'));
}

/// 40 % and 50 % are there after one period, and some come back.
const CohortSheet kRising{
    .rows = {{.label = "Jan", .retained = {1, 0.4, 0.45}}, {.label = "Feb", .retained = {1, 0.5}}}, .shares = true};

TEST(CohortsLead, IsTheirRangeInThreeLanguages) {
  EXPECT_EQ(
      first_sentence(kRising, Language::En),
      "After one period between 40% and 50% of the new customers are still there, depending on the cohort. No rate of "
      "all cohorts together can be told, because their sizes are not known.");
  EXPECT_EQ(first_sentence(kRising, Language::De),
            "Nach einem Zeitraum sind je nach Kohorte noch 40 % bis 50 % der neuen Kunden da. Wie viele es über "
            "alle Kohorten sind, lässt sich nicht sagen, weil ihre Größen nicht bekannt sind.");
  EXPECT_EQ(first_sentence(kRising, Language::Fi),
            "Jakson jälkeen uusista asiakkaista on kohortista riippuen mukana 40 %–50 %. Kaikkien kohorttien yhteistä "
            "osuutta ei voi laskea, koska niiden kokoja ei tiedetä.");
}

TEST(CohortsLead, SaysWhatWasMeasuredBeforeTheModel) {
  CohortSheet falling = kRising;
  falling.rows[0].retained = {1, 0.42, 0.31, 0.27, 0.25, 0.24};
  const std::string lead = first_sentence(falling, Language::En);
  EXPECT_TRUE(lead.starts_with("After one period between 42% and 50% of the new customers")) << lead;
  EXPECT_NE(lead.find(" By the model "), std::string::npos) << lead;
}

TEST(CohortsLead, OfAmountsSpeaksOfNoCustomers) {
  CohortSheet amounts = kRising;
  amounts.amounts = true;
  EXPECT_EQ(first_sentence(amounts, Language::En),
            "After one period a cohort brings between 40% and 50% of what it began with.");
}

}  // namespace
}  // namespace kirnu
