#include "state/state.h"

#include <gtest/gtest.h>

#include <string>

#include "state/field_value.h"

namespace kirnu {
namespace {

State typed(Language language, std::initializer_list<std::pair<const char*, const char*>> fields) {
  State state = empty_state(language);
  for (const auto& [id, text] : fields) EXPECT_TRUE(set_value(state, id, text)) << id;
  return state;
}

TEST(State, SurvivesItsJson) {
  State state = typed(
      Language::Fi,
      {{"start", "1 500"}, {"lost", "250"}, {"period", "quarter"}, {"theme", "dark"}, {"benchmark", "recurly-b2c"}});
  set_open(state, "how.customer_churn_rate", true);
  const std::optional<State> read = read_state(write_state(state));
  ASSERT_TRUE(read);
  EXPECT_EQ(write_state(*read), write_state(state));
  EXPECT_EQ(field_text(*read, "start"), "1 500");
  EXPECT_EQ(read->language, Language::Fi);
  EXPECT_EQ(read->open.count("how.customer_churn_rate"), 1U);
}

TEST(State, SurvivesWithAFullPasteBox) {
  for (const std::string_view line : {"2025-01\t1500\t20\t31\t1511\n", "\"1\";\"2\"\r\n", "\x01"}) {
    std::string pasted;
    while (pasted.size() + line.size() <= kLongestPaste) pasted += line;
    State state = empty_state(Language::De);
    ASSERT_TRUE(set_value(state, "paste", pasted));
    const std::optional<State> read = read_state(write_state(state));
    ASSERT_TRUE(read);
    EXPECT_TRUE(field_text(*read, "paste") == pasted);
  }
}

TEST(State, RefusesWhatIsNone) {
  for (const char* json :
       {"", "null", "[]", "{}", "{\"v\":2}", "{\"v\":\"1\"}", "{\"v\":1", "\xFF\xFE", "{\"v\":1e99}"}) {
    EXPECT_FALSE(read_state(json)) << json;
  }
  EXPECT_FALSE(read_state(std::string(100'000, '[')));
  EXPECT_FALSE(read_state("{\"v\":1,\"fields\":{\"paste\":\"" + std::string(7'000'000, 'a') + "\"}}"));
}

TEST(State, LeavesOutWhatItDoesNotKnow) {
  const std::optional<State> read = read_state(
      R"({"v":1,"language":"xx","theme":"pink","period":"eon","extra":[1,2],"fields":{"start":5,"__proto__":"x","lost":"7"},"open":"no"})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->language, Language::En);
  EXPECT_EQ(read->theme, "auto");
  EXPECT_EQ(read->period, "year");
  EXPECT_EQ(read->fields.size(), 1U);
  EXPECT_EQ(field_text(*read, "lost"), "7");
}

TEST(State, TakesOnlyChoicesThatExist) {
  State state = empty_state(Language::En);
  EXPECT_FALSE(set_value(state, "period", "fortnight"));
  EXPECT_FALSE(set_value(state, "definition", ""));
  EXPECT_FALSE(set_value(state, "constructor", "1"));
  EXPECT_TRUE(set_value(state, "period", "half_year"));
  EXPECT_EQ(state.period, "half_year");
}

TEST(State, CutsTextsThatAreTooLong) {
  State state = empty_state(Language::En);
  set_value(state, "start", std::string(10'000, '1'));
  EXPECT_EQ(field_text(state, "start").size(), 200U);
  set_value(state, "paste", std::string(5'000'000, 'x'));
  EXPECT_EQ(field_text(state, "paste").size(), 1'000'001U);
}

TEST(State, CutsTextsBetweenCharacters) {
  std::string text(199, 'x');
  text += "ä";
  State state = typed(Language::De, {{"start", text.c_str()}});
  set_open(state, text, true);
  EXPECT_EQ(field_text(state, "start"), std::string(199, 'x'));
  EXPECT_EQ(*state.open.begin(), std::string(199, 'x'));
}

TEST(FieldValue, SmallNumbersAreWrittenAsTheyAre) {
  EXPECT_EQ(write_field(0.00005, FieldKind::Money, Language::En), "0.00005");
  EXPECT_EQ(write_field(0.00000012, FieldKind::Money, Language::De), "0,00000012");
}

TEST(Link, CarriesNumbersInOneHabitWhateverTheLanguage) {
  const char* expected = "#v1;start=1500;lost=250;period=year";
  EXPECT_EQ(write_link(typed(Language::De, {{"start", "1.500"}, {"lost", "250"}})), expected);
  EXPECT_EQ(write_link(typed(Language::En, {{"start", "1,500"}, {"lost", "250"}})), expected);
  EXPECT_EQ(write_link(typed(Language::Fi, {{"start", "1\u00A0500"}, {"lost", "250"}})), expected);
  EXPECT_EQ(
      write_link(typed(Language::De, {{"arpa", "12,50"}, {"margin", "80 %"}, {"period", "days"}, {"days", "30"}})),
      "#v1;arpa=12.5;margin=0.8;period=30");
}

TEST(Link, KeepsEveryDigit) {
  const char* link = "#v1;start=1234567890123;mrr_start=123456789012.34;period=year";
  EXPECT_EQ(write_link(read_link(link, Language::De).value()), link);
  EXPECT_FALSE(read_link("#v1;start=1.125;lost=2", Language::En)) << "no customer comes in parts";
}

TEST(Link, DecimalsStayDecimalsHoweverMany) {
  const std::optional<State> state = read_link("#v1;arpa=2." + std::string(330, '0') + "50", Language::En);
  ASSERT_TRUE(state);
  EXPECT_EQ(field_text(*state, "arpa"), "2");
}

TEST(Link, ComesBackForNumbersOfEverySize) {
  EXPECT_NE(write_link(typed(Language::En, {{"arpa", "0.00000012"}})).find("arpa=0.00000012;"), std::string::npos);
  for (const Language language : {Language::En, Language::De, Language::Fi}) {
    for (const char* digits : {"1", "12", "987654321", "123456789012345", "999999999999999"}) {
      for (int zeros = 0; zeros < 20; ++zeros) {
        const std::string decimals = "0." + std::string(static_cast<std::size_t>(zeros), '0') + digits;
        for (const char* field : {"arpa", "margin"}) {
          std::string number = decimals.substr(0, 22);  // with no more decimals than fields show
          number.erase(number.find_last_not_of('0') + 1);
          if (number == "0." || (field == std::string("margin") && number.size() > 20)) continue;  // percent has 2 less
          const std::string link = "#v1;" + std::string(field) + "=" + number + ";period=year";
          const std::optional<State> state = read_link(link, language);
          ASSERT_TRUE(state) << link;
          EXPECT_EQ(write_link(*state), link);
        }
      }
    }
    for (std::string number = "1"; number.size() <= 15; number += '7') {
      const std::string link = "#v1;start=" + number + ";arpa=" + number + ";period=year";
      const std::optional<State> state = read_link(link, language);
      ASSERT_TRUE(state) << link;
      EXPECT_EQ(write_link(*state), link);
    }
  }
}

TEST(Link, NeverCarriesATable) {
  const std::string link = write_link(typed(Language::En, {{"start", "5"}, {"paste", "secret;rows\n1;2\n"}}));
  EXPECT_EQ(link, "#v1;start=5;period=year");
}

TEST(Link, OpensInTheReadersHabit) {
  const std::optional<State> state =
      read_link("#v1;start=1500;lost=250;arpa=1234.5;margin=0.8;period=30", Language::De);
  ASSERT_TRUE(state);
  EXPECT_EQ(field_text(*state, "start"), "1.500");
  EXPECT_EQ(field_text(*state, "arpa"), "1.234,50");
  EXPECT_EQ(field_text(*state, "margin"), "80\u00A0%");
  EXPECT_EQ(state->period, "days");
  EXPECT_EQ(field_text(*state, "days"), "30");
  EXPECT_FALSE(state->example);
}

TEST(Link, ComesBackTheSame) {
  for (const Language language : {Language::En, Language::De, Language::Fi}) {
    const char* link =
        "#v1;start=1234567;lost=89;new=12;end=1234490;mrr_start=99999.99;margin=0.125;period=quarter;benchmark=recurly-"
        "b2c";
    const std::optional<State> state = read_link(link, language);
    ASSERT_TRUE(state);
    EXPECT_EQ(write_link(*state), link);
  }
}

TEST(Link, IsRefusedOrReadInPartButNeverBreaks) {
  struct Row {
    const char* link;
    bool readable;
    const char* start;
  };
  const Row rows[] = {{"", false, ""},
                      {"#", false, ""},
                      {"#v2;start=5", false, ""},
                      {"#V1;start=5", false, ""},
                      {"#v1", true, ""},
                      {"#v1;;;", true, ""},
                      {"#v1;start", false, ""},
                      {"#v1;start=", false, ""},
                      {"#v1;start=abc", false, ""},
                      {"#v1;start=-5", false, ""},
                      {"#v1;start=1e5", false, ""},
                      {"#v1;start=9999999999999999999999", false, ""},
                      {"#v1;start=NaN", false, ""},
                      {"#v1;lost=5;start=-5", false, ""},
                      {"#v1;foo=1", false, ""},
                      {"#v1;theme=dark;job=lists", false, ""},
                      {"#v1;period=month", true, ""},
                      {"#v1;start=5;start=6", true, "6"},
                      {"#v1;start=%35", true, "5"},
                      {"#v1;start=%3", false, ""},
                      {"#v1;start=%zz", false, ""},
                      {"#v1;start=5#?secret=abc", true, "5"},
                      {"#v1;start=5;paste=rows", true, "5"},
                      {"#v1;__proto__=1;start=5", true, "5"},
                      {"#v1;period=eon;start=5", false, ""}};
  for (const Row& row : rows) {
    const std::optional<State> state = read_link(row.link, Language::En);
    EXPECT_EQ(state.has_value(), row.readable) << row.link;
    if (state) {
      EXPECT_EQ(field_text(*state, "start"), row.start) << row.link;
    }
  }
  EXPECT_FALSE(read_link("#v1;start=" + std::string(5000, '1'), Language::En));
}

TEST(Language, ChangesTheHabitOfEveryNumber) {
  State state =
      typed(Language::De, {{"start", "1.500"}, {"mrr_start", "12.345,67"}, {"margin", "12,5 %"}, {"lost", "viele"}});
  change_language(state, Language::En);
  EXPECT_EQ(field_text(state, "start"), "1,500");
  EXPECT_EQ(field_text(state, "mrr_start"), "12,345.67");
  EXPECT_EQ(field_text(state, "margin"), "12.5%");
  EXPECT_EQ(field_text(state, "lost"), "viele");
  change_language(state, Language::Fi);
  EXPECT_EQ(field_text(state, "start"), "1\u00A0500");
  EXPECT_EQ(field_text(state, "mrr_start"), "12\u00A0345,67");
}

TEST(FieldValue, ReadsSharesAndSaysHow) {
  struct Row {
    const char* text;
    std::optional<double> share;
    bool told;
  };
  const Row rows[] = {{"80 %", 0.8, false}, {"1 %", 0.01, false},        {"0,8", 0.8, true},
                      {"80", 0.8, true},    {"1", 0.01, true},           {"2", 0.02, true},
                      {"1,0", 1.0, true},   {"0,1", 0.1, true},          {"0", 0.0, true},
                      {"1,5", 0.015, true}, {"180", std::nullopt, true}, {"-1", std::nullopt, true}};
  for (const Row& row : rows) {
    const FieldValue read = read_field(*find_field("discount"), row.text, Language::De);
    EXPECT_EQ(read.value, row.share) << row.text;
    EXPECT_EQ(!read.issues.empty(), row.told) << row.text;
  }
  EXPECT_EQ(read_field(*find_field("margin"), "1", Language::De).issues[0].code, IssueCode::ShareUnderstood);
}

}  // namespace
}  // namespace kirnu
