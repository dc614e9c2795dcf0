#include "text/date_reader.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

namespace kirnu {
namespace {

constexpr DateHabit kOpen{}, kDmy{.order = DateOrder::Dmy}, kMdy{.order = DateOrder::Mdy},
    kYmd{.order = DateOrder::Ymd};
constexpr DateHabit kCompact{.form = DateForm::Compact}, kSeconds{.form = DateForm::EpochSeconds},
    kMilliseconds{.form = DateForm::EpochMilliseconds}, kMicroseconds{.form = DateForm::EpochMicroseconds},
    kExcel{.form = DateForm::Excel1900}, kMacintosh{.form = DateForm::Excel1904};

std::string name_of(DateStatus status) {
  switch (status) {
    case DateStatus::Ok: return "ok";
    case DateStatus::Missing: return "missing";
    case DateStatus::Ambiguous: return "ambiguous";
    case DateStatus::Unreadable: return "unreadable";
    case DateStatus::Impossible: return "impossible";
    case DateStatus::OutOfRange: return "out of range";
    case DateStatus::OtherStyle: return "other style";
  }
  return "";
}

/// "2024-12-31", "2024-12-31 12:05:59Z": the day as written, and the instant in UTC where it is another day.
std::string write(const Moment& moment) {
  std::string text = write_date(moment.day);
  if (!moment.instant) return text + (moment.zone_said ? " zone" : "");
  const std::int64_t day = *moment.instant / 86400 - (*moment.instant % 86400 < 0 ? 1 : 0);
  const auto second = static_cast<int>(*moment.instant - day * 86400);
  if (day != moment.day.days) text += " " + write_date({static_cast<std::int32_t>(day)});
  std::array<char, 40> clock{};
  std::snprintf(clock.data(), clock.size(), " %02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
  return text + clock.data() + (moment.zone_said ? "Z" : "");
}

/// The reading in a word, and the moment where there is one.
std::string read(std::string_view text, const DateHabit& habit = kOpen) {
  const ReadDate date = read_date(text, habit);
  if (date.status == DateStatus::Ok) return write(date.moment);
  if (date.status == DateStatus::Ambiguous) return write(date.moment) + " or " + write(date.other);
  return name_of(date.status);
}

struct Case {
  std::string text;
  std::string expected;
};

void expect_all(const DateHabit& habit, const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(read(c.text, habit), c.expected) << c.text;
}

TEST(Date, WithTheYearInFrontOrAMonthByNameIsTheSameInEveryOrder) {
  const std::vector<Case> cases{
      {"2024-12-31", "2024-12-31"},
      {"2024-1-5", "2024-01-05"},
      {"2024/12/31", "2024-12-31"},
      {"2024.12.31", "2024-12-31"},
      {"2024. 12. 31.", "2024-12-31"},
      {"2024 - 12 - 31", "2024-12-31"},
      {"+2024-12-31", "2024-12-31"},
      {"2024-02-29", "2024-02-29"},
      {"2000-02-29", "2000-02-29"},
      {"1900-02-28", "1900-02-28"},
      {"1000-01-01", "1000-01-01"},
      {"9998-12-31", "9998-12-31"},
      {"1969-12-31", "1969-12-31"},
      {"2024-Dec-31", "2024-12-31"},
      {"2024 Dec 31", "2024-12-31"},
      {"31-Dec-2024", "2024-12-31"},
      {"31-DEC-24", "2024-12-31"},
      {"31DEC2024", "2024-12-31"},
      {"31/Dec/2024", "2024-12-31"},
      {"Jan 31, 2024", "2024-01-31"},
      {"Jan. 31, 2024", "2024-01-31"},
      {"January 31st, 2024", "2024-01-31"},
      {"1st of March 2024", "2024-03-01"},
      {"2nd Sept 2024", "2024-09-02"},
      {"Dec 31 '24", "2024-12-31"},
      {"Dec 31 ’24", "2024-12-31"},
      {"31 Jan 2024", "2024-01-31"},
      {"31. Dezember 2024", "2024-12-31"},
      {"31.Dez.2024", "2024-12-31"},
      {"Di., 31. Dez. 2024", "2024-12-31"},
      {"1. März 2024", "2024-03-01"},
      {"1. MÄRZ 2024", "2024-03-01"},
      {"1. Ma\u0308rz 2024", "2024-03-01"},
      {"1. Mär 2024", "2024-03-01"},
      {"1. Mär. 2024", "2024-03-01"},
      {"1. Mrz 2024", "2024-03-01"},
      {"1. Maerz 2024", "2024-03-01"},
      {"7. Jänner 2024", "2024-01-07"},
      {"7. Feber 2024", "2024-02-07"},
      {"31. tammikuuta 2024", "2024-01-31"},
      {"31 tammikuuta 2024", "2024-01-31"},
      {"31. tammikuu 2024", "2024-01-31"},
      {"31. tammikuun 2024", "2024-01-31"},
      {"31. tammik. 2024", "2024-01-31"},
      {"31 tammi 2024", "2024-01-31"},
      {"24. KESÄKUUTA 2024", "2024-06-24"},
      {"ti 31. joulukuuta 2024", "2024-12-31"},
      {"tiistaina 31. joulukuuta 2024", "2024-12-31"},
      {"Tue, 31 Dec 2024", "2024-12-31"},
      {"Tuesday, December 31, 2024", "2024-12-31"},
      {"5 May 99", "1999-05-05"},
      {"05/05/2024", "2024-05-05"},
  };
  for (const DateHabit& habit : {kOpen, kDmy, kMdy}) expect_all(habit, cases);
}

TEST(Date, HasEveryMonthInThreeLanguages) {
  struct Month {
    int number;
    std::vector<std::string> names;
  };
  const std::vector<Month> months{
      {1, {"Jan", "January", "Januar", "Jänner", "Jän", "tammikuu", "tammikuuta", "tammi"}},
      {2, {"Feb", "February", "Februar", "helmikuu", "helmikuuta", "helmi"}},
      {3, {"Mar", "March", "Mär", "März", "maaliskuu", "maaliskuuta", "maalis"}},
      {4, {"Apr", "April", "huhtikuu", "huhtikuuta", "huhti"}},
      {5, {"May", "Mai", "toukokuu", "toukokuuta", "touko"}},
      {6, {"Jun", "June", "Juni", "kesäkuu", "kesäkuuta", "kesä", "kesakuuta"}},
      {7, {"Jul", "July", "Juli", "heinäkuu", "heinäkuuta", "heinä"}},
      {8, {"Aug", "August", "elokuu", "elokuuta", "elo", "elok."}},
      {9, {"Sep", "Sept", "September", "Sept.", "syyskuu", "syyskuuta", "syys"}},
      {10, {"Oct", "October", "Okt", "Oktober", "lokakuu", "lokakuuta", "loka"}},
      {11, {"Nov", "November", "marraskuu", "marraskuuta", "marras"}},
      {12, {"Dec", "December", "Dez", "Dezember", "joulukuu", "joulukuuta", "joulu"}},
  };
  for (const Month& month : months) {
    for (const std::string& name : month.names) {
      const ReadDate date = read_date("3. " + name + " 2024", kOpen);
      EXPECT_EQ(date.status, DateStatus::Ok) << name;
      EXPECT_EQ(date.moment.day, date_of(2024, month.number, 3)) << name;
    }
  }
}

TEST(Date, MayCarryAClock) {
  expect_all(kDmy, {
                       {"2024-12-31 14:05", "2024-12-31 14:05:00"},
                       {"2024-12-31T14:05:59", "2024-12-31 14:05:59"},
                       {"2024-12-31t14:05:59", "2024-12-31 14:05:59"},
                       {"2024-12-31T14:05:59.123456789", "2024-12-31 14:05:59"},
                       {"2024-12-31T14:05:59,5", "2024-12-31 14:05:59"},
                       {"2024-12-31T140559", "2024-12-31 14:05:59"},
                       {"2024-12-31T14", "2024-12-31 14:00:00"},
                       {"2024-12-31  9:05", "2024-12-31 09:05:00"},
                       {"2024-12-31 00:00:00", "2024-12-31 00:00:00"},
                       {"31/12/2024 14:05", "2024-12-31 14:05:00"},
                       {"31.12.2024 14:05:59", "2024-12-31 14:05:59"},
                       {"31.12.2024, 14:05", "2024-12-31 14:05:00"},
                       {"31.12.2024 - 14:05", "2024-12-31 14:05:00"},
                       {"31.12.2024 um 14:05 Uhr", "2024-12-31 14:05:00"},
                       {"31.12.2024 14 Uhr", "2024-12-31 14:00:00"},
                       {"31.12.2024 klo 14.05", "2024-12-31 14:05:00"},
                       {"31.12.2024 klo 14.05.59", "2024-12-31 14:05:59"},
                       {"31.12.2024 14h05", "2024-12-31 14:05:00"},
                       {"31 Dec 2024 at 2:05 PM", "2024-12-31 14:05:00"},
                       {"Dec 31, 2024, 2:05:09\u202FPM", "2024-12-31 14:05:09"},
                       {"31/12/2024 2 PM", "2024-12-31 14:00:00"},
                       {"31/12/2024 12:05 AM", "2024-12-31 00:05:00"},
                       {"31/12/2024 12:05 p.m.", "2024-12-31 12:05:00"},
                       {"31/12/2024 13:05 PM", "2024-12-31 13:05:00"},
                       {"31.12.2024 2.05 ip.", "2024-12-31 14:05:00"},
                       {"31DEC2024:14:05:59", "2024-12-31 14:05:59"},
                       {"Tue Dec 31 14:05:59 2024", "2024-12-31 14:05:59"},
                       {"1969-12-31 23:59:59", "1969-12-31 23:59:59"},
                       {"20241231T140559", "2024-12-31 14:05:59"},
                       {"2024-02-28 24:00", "2024-02-29 00:00:00"},
                       {"31.12.2024 24:00:00", "2025-01-01 00:00:00"},
                       {"2016-12-31 23:59:60", "2016-12-31 23:59:59"},
                       {"12/31/2024 2:05 PM", "other style"},
                       {"2024-12-31 14", "unreadable"},
                       {"2024-12-31 14:5", "unreadable"},
                       {"2024-12-31 14:05:", "unreadable"},
                       {"2024-12-31 :05", "unreadable"},
                       {"2024-12-31 14:05 sharp", "unreadable"},
                       {"2024-12-31 klo", "unreadable"},
                       {"2024-12-31T", "unreadable"},
                       {"2024-12-31,", "unreadable"},
                       {"14:05:59", "unreadable"},
                       {"2024-12-31 24:01", "impossible"},
                       {"2024-12-31 25:00", "impossible"},
                       {"2024-12-31 14:60", "impossible"},
                       {"2024-12-31 14:05:61", "impossible"},
                       {"2024-12-31 13:05 AM", "impossible"},
                   });
  expect_all(kMdy, {{"12/31/2024 2:05 PM", "2024-12-31 14:05:00"}, {"12/31/2024, 2:05:09 PM", "2024-12-31 14:05:09"}});
}

TEST(Date, MayCarryAZone) {
  expect_all(kOpen, {
                        {"2012-01-01 11:13:25 -0500", "2012-01-01 16:13:25Z"},
                        {"2024-12-31T23:59:59Z", "2024-12-31 23:59:59Z"},
                        {"2024-12-31T23:59:59.123Z", "2024-12-31 23:59:59Z"},
                        {"2024-12-31T23:59:59+02:00", "2024-12-31 21:59:59Z"},
                        {"2024-12-31T23:59:59+0200", "2024-12-31 21:59:59Z"},
                        {"2024-12-31T23:59:59+02", "2024-12-31 21:59:59Z"},
                        {"2024-12-31T23:59:59-05", "2024-12-31 2025-01-01 04:59:59Z"},
                        {"2024-12-31T23:59:59−05:00", "2024-12-31 2025-01-01 04:59:59Z"},
                        {"2025-01-01T00:30+13:00", "2025-01-01 2024-12-31 11:30:00Z"},
                        {"2024-12-31T23:59:59+05:30", "2024-12-31 18:29:59Z"},
                        {"2024-12-31 14:05:59 UTC", "2024-12-31 14:05:59Z"},
                        {"2024-12-31 14:05 (UTC)", "2024-12-31 14:05:00Z"},
                        {"2024-12-31 14:05:59 Etc/GMT", "2024-12-31 14:05:59Z"},
                        {"2024-12-31 14:05:59 CET", "2024-12-31 13:05:59Z"},
                        {"2024-06-30 14:05:59 MESZ", "2024-06-30 12:05:59Z"},
                        {"2024-12-31 14:05:59 PST", "2024-12-31 22:05:59Z"},
                        {"2024-12-31T14:05:59+01:00[Europe/Berlin]", "2024-12-31 13:05:59Z"},
                        {"Tue, 31 Dec 2024 14:05:59 GMT", "2024-12-31 14:05:59Z"},
                        {"Tue Dec 31 14:05:59 UTC 2024", "2024-12-31 14:05:59Z"},
                        {"Tue Dec 31 2024 14:05:59 GMT+0200 (Eastern European Standard Time)", "2024-12-31 12:05:59Z"},
                        {"31/Dec/2024:14:05:59 +0200", "2024-12-31 12:05:59Z"},
                        {"20241231T140559Z", "2024-12-31 14:05:59Z"},
                        {"2024-03-31 02:30 +0100", "2024-03-31 01:30:00Z"},
                        {"2024-03-31 02:30", "2024-03-31 02:30:00"},
                        {"2024-12-31Z", "2024-12-31 zone"},
                        {"2024-12-31+02:00", "2024-12-31 zone"},
                        {"2024-12-31T24:00Z", "2025-01-01 00:00:00Z"},
                        {"2024-12-31T23:59:60Z", "2024-12-31 23:59:59Z"},
                        {"2024-12-31 14:05 IST", "unreadable"},
                        {"2024-12-31 14:05 +02:0", "unreadable"},
                        {"2024-12-31 14:05 +", "unreadable"},
                        {"2024-12-31T14:05ZZ", "unreadable"},
                        {"2024-12-31T14:05+25:00", "impossible"},
                        {"2024-12-31T14:05+01:75", "impossible"},
                    });
}

TEST(Date, IsTheSameWhateverTheMachinesZoneIs) {
  const char* const before = std::getenv("TZ");
  const std::string kept = before == nullptr ? "" : before;
  for (const char* zone : {"UTC", "Europe/Helsinki", "America/Los_Angeles", "Pacific/Apia"}) {
    setenv("TZ", zone, 1);
    tzset();
    EXPECT_EQ(read("2024-03-31 03:30"), "2024-03-31 03:30:00") << zone;
    EXPECT_EQ(read("2011-12-30T12:00+14:00"), "2011-12-30 2011-12-29 22:00:00Z") << zone;
    EXPECT_EQ(read("1735603200", kSeconds), "2024-12-31 00:00:00Z") << zone;
  }
  kept.empty() ? unsetenv("TZ") : setenv("TZ", kept.c_str(), 1);
  tzset();
}

TEST(Date, OfNumbersAloneFollowsTheColumnsOrder) {
  struct OrderCase {
    std::string text, open, dmy, mdy, ymd;
  };
  const std::vector<OrderCase> cases{
      {"31.12.2024", "2024-12-31", "2024-12-31", "other style", "other style"},
      {"1.2.24", "2024-02-01", "2024-02-01", "other style", "other style"},
      {"31. 12. 2024", "2024-12-31", "2024-12-31", "other style", "other style"},
      {"03/04/2024", "2024-04-03 or 2024-03-04", "2024-04-03", "2024-03-04", "other style"},
      {"3-4-2024", "2024-04-03 or 2024-03-04", "2024-04-03", "2024-03-04", "other style"},
      {"13/04/2024", "2024-04-13", "2024-04-13", "other style", "other style"},
      {"04/13/2024", "2024-04-13", "other style", "2024-04-13", "other style"},
      {"31-12-2024", "2024-12-31", "2024-12-31", "other style", "other style"},
      {"03/04/24", "2024-04-03 or 2024-03-04", "2024-04-03", "2024-03-04", "2003-04-24"},
      {"24-12-31", "2031-12-24", "2031-12-24", "other style", "2024-12-31"},
      {"99-12-31", "impossible", "impossible", "impossible", "1999-12-31"},
      {"12.31.2024", "impossible", "other style", "2024-12-31", "other style"},
      {"2024-12-31", "2024-12-31", "2024-12-31", "2024-12-31", "2024-12-31"},
      {"Jan 31, 2024", "2024-01-31", "2024-01-31", "2024-01-31", "2024-01-31"},
      {"31.02.2024", "impossible", "impossible", "impossible", "impossible"},
      {"03/04/2024 14:05", "2024-04-03 14:05:00 or 2024-03-04 14:05:00", "2024-04-03 14:05:00", "2024-03-04 14:05:00",
       "other style"},
  };
  for (const OrderCase& c : cases) {
    EXPECT_EQ(read(c.text, kOpen), c.open) << c.text;
    EXPECT_EQ(read(c.text, kDmy), c.dmy) << c.text;
    EXPECT_EQ(read(c.text, kMdy), c.mdy) << c.text;
    EXPECT_EQ(read(c.text, kYmd), c.ymd) << c.text;
  }
  EXPECT_EQ(read("1.2.2024", {.order = DateOrder::Mdy, .dotted = true}), "2024-01-02");
}

TEST(Date, WithTwoDigitsOfAYearIsFrom1970To2069) {
  struct YearCase {
    std::string text, expected;
    bool two_digits;
  };
  const std::vector<YearCase> cases{
      {"31.12.00", "2000-12-31", true},  {"31.12.24", "2024-12-31", true},    {"31.12.69", "2069-12-31", true},
      {"31.12.70", "1970-12-31", true},  {"31.12.99", "1999-12-31", true},    {"29.02.00", "2000-02-29", true},
      {"31-Dec-69", "2069-12-31", true}, {"31.12.2024", "2024-12-31", false}, {"2024-12-31", "2024-12-31", false}};
  for (const YearCase& c : cases) {
    EXPECT_EQ(read(c.text), c.expected) << c.text;
    EXPECT_EQ(read_date(c.text, kOpen).two_digit_year, c.two_digits) << c.text;
  }
}

TEST(Date, ThatDoesNotExistIsImpossible) {
  for (const std::string text : {"31.02.2024", "29.02.2023", "2023-02-29", "2100-02-29", "1900-02-29", "2024-13-01",
                                 "2024-00-10", "2024-12-00", "2024-12-32", "31.04.2024", "0.5.2024", "32.1.2024",
                                 "13/13/2024", "31 Feb 2024", "30. helmikuuta 2024", "2024-99-99", "2024-31-12"}) {
    EXPECT_EQ(read(text), "impossible") << text;
  }
}

TEST(Date, OfAYearThatNobodyMeansIsOutOfRange) {
  for (const std::string text : {"0001-01-01", "9999-12-31", "31.12.9999", "0999-12-31", "99999-01-01", "+012024-01-01",
                                 "02024-02-29", "1 Mar 02024", "1.1.02024", "-2024-01-01", "-0044-03-15",
                                 "999999999-01-01", "1.1.999999999", "1.1.204", "9999-12-31T23:59:59Z", "1 Jan 0001"}) {
    EXPECT_EQ(read(text), "out of range") << text;
  }
}

TEST(Date, MayBeWrappedInSpacesAndQuotes) {
  for (const std::string text :
       {" 2024-12-31 ", "\u00A02024-12-31\u00A0", "\u200B2024-12-31\uFEFF", "'2024-12-31", "\"2024-12-31\"",
        "=\"2024-12-31\"", "’2024-12-31’", "„2024-12-31“", "\t2024-12-31\r", "' 2024-12-31 '", "2024‑12‑31",
        "2024–12–31", "\u200E31\u200E.\u200E12\u200E.\u200E2024", "31.\u00A0Dezember\u00A02024"}) {
    EXPECT_EQ(read(text), "2024-12-31") << text;
  }
}

TEST(Date, MayBeMissing) {
  struct MissingCase {
    std::string text;
    MissingKind kind;
  };
  const std::vector<MissingCase> cases{
      {"", MissingKind::Blank},
      {"   ", MissingKind::Blank},
      {"\u00A0\u200B", MissingKind::Blank},
      {"\"\"", MissingKind::Blank},
      {"-", MissingKind::NotAvailable},
      {"–", MissingKind::NotAvailable},
      {"n/a", MissingKind::NotAvailable},
      {"NULL", MissingKind::Null},
      {"\\N", MissingKind::Null},
      {"None", MissingKind::Null},
      {"NaN", MissingKind::NotANumber},
      {"#REF!", MissingKind::ErrorCell},
      {"########", MissingKind::ErrorCell},
      {"0000-00-00", MissingKind::Null},
      {"0000-00-00 00:00:00", MissingKind::Null},
      {"00.00.0000", MissingKind::Null},
      {"00/00/0000", MissingKind::Null},
      {"1/0/1900", MissingKind::Null},
      {"00.01.1900", MissingKind::Null},
      {"00.01.00", MissingKind::Null},
  };
  for (const MissingCase& c : cases) {
    const ReadDate date = read_date(c.text, kOpen);
    EXPECT_EQ(name_of(date.status), "missing") << c.text;
    EXPECT_EQ(date.missing, c.kind) << c.text;
  }
  for (const DateHabit& habit : {kSeconds, kMilliseconds, kExcel, kCompact}) EXPECT_EQ(read("0", habit), "missing");
  EXPECT_EQ(read("00000000", kCompact), "missing");
  EXPECT_EQ(read("0.0", kSeconds), "missing");
  EXPECT_EQ(read("0000-00-00", kSeconds), "missing");
}

TEST(Date, IsNotWhatMerelyLooksLikeOne) {
  for (const std::string text : {"hello",
                                 "May",
                                 "May 2024",
                                 "2024",
                                 "2024-12",
                                 "12/2024",
                                 "1.2.3.4",
                                 "1.2",
                                 "1,2,2024",
                                 "31.12/2024",
                                 "31-12.2024",
                                 "31 12 2024",
                                 "2024-12-31-01",
                                 "2024--12-31",
                                 "2024-12-31x",
                                 "x2024-12-31",
                                 "31..12.2024",
                                 "1.2.3",
                                 "1.234.567",
                                 "12.5",
                                 "1,234.56",
                                 "Maybe 31, 2024",
                                 "31 Marketing 2024",
                                 "Jan Feb 2024",
                                 "Jan 2024 2025",
                                 "٣١.١٢.٢٠٢٤",
                                 "２０２４-１２-３１",
                                 "2024-W05-1",
                                 "2024-366",
                                 "555-1234-567",
                                 "0xDEADBEEF",
                                 "\xFF\xFE",
                                 "\xC3",
                                 "2024-12-31\xC3",
                                 "1234567890123456789012345",
                                 "1/2/20241231235959",
                                 "45657",
                                 "='2024-12-31'+1",
                                 "()",
                                 "-",
                                 "T"}) {
    const std::string found = read(text);
    EXPECT_TRUE(found == "unreadable" || found == "missing" || found == "other style") << text << ": " << found;
  }
  EXPECT_EQ(read(std::string(10U << 20U, '1')), "unreadable");
  EXPECT_EQ(read(std::string(10U << 20U, ' ')), "missing");
  EXPECT_EQ(read("2024-12-31" + std::string(10U << 20U, ' ')), "2024-12-31");
  EXPECT_EQ(read("2024-12-31" + std::string(10U << 20U, 'x')), "unreadable");
  EXPECT_EQ(read(std::string("2024-12-31\0", 11)), "unreadable");
}

TEST(Date, OfEightDigitsIsOneWhereTheColumnIsSo) {
  expect_all(kCompact, {
                           {"19970101", "1997-01-01"},
                           {"20240229", "2024-02-29"},
                           {"20230229", "impossible"},
                           {"20241301", "impossible"},
                           {"99991231", "out of range"},
                           {"00010101", "out of range"},
                           {"20241231140559", "2024-12-31 14:05:59"},
                           {"202412311405", "2024-12-31 14:05:00"},
                           {"20241231 140559", "2024-12-31 14:05:59"},
                           {"20241231 14:05", "2024-12-31 14:05:00"},
                           {"20241231T140559Z", "2024-12-31 14:05:59Z"},
                           {"2024-12-31", "other style"},
                           {"1735603200", "other style"},
                           {"2024123", "unreadable"},
                           {"202412311", "unreadable"},
                           {"20241231 x", "unreadable"},
                           {"20241231.5", "unreadable"},
                       });
  expect_all(kOpen, {{"20241231", "other style"}, {"1735603200", "other style"}, {"45657", "other style"}});
}

TEST(Date, OfAnEpochIsInUtc) {
  expect_all(kSeconds, {
                           {"1735603200", "2024-12-31 00:00:00Z"},
                           {"1735689599", "2024-12-31 23:59:59Z"},
                           {"1735603200.75", "2024-12-31 00:00:00Z"},
                           {"1735603200,0", "2024-12-31 00:00:00Z"},
                           {"-1", "1969-12-31 23:59:59Z"},
                           {"-0.5", "1969-12-31 23:59:59Z"},
                           {"-2208988800", "1900-01-01 00:00:00Z"},
                           {"-2208988801", "out of range"},
                           {"7258118399", "2199-12-31 23:59:59Z"},
                           {"7258118400", "out of range"},
                           {"99999999999999999", "out of range"},
                           {"1735603200000", "other style"},
                           {"20241231", "other style"},
                           {"2024-12-31", "other style"},
                           {"45657", "other style"},
                           {"1735603200s", "unreadable"},
                           {"1.735.603.200", "unreadable"},
                           {"123456789012345678", "unreadable"},
                       });
  expect_all(kMilliseconds, {{"1735603200000", "2024-12-31 00:00:00Z"},
                             {"1735603199999", "2024-12-30 23:59:59Z"},
                             {"-1", "1969-12-31 23:59:59Z"},
                             {"1735603200", "other style"}});
  expect_all(kMicroseconds, {{"1735603200000000", "2024-12-31 00:00:00Z"}, {"1735603200000", "other style"}});
}

TEST(Date, OfAnExcelSerialCountsAsExcelDoes) {
  expect_all(kExcel, {
                         {"1", "1900-01-01"},
                         {"59", "1900-02-28"},
                         {"60", "impossible"},
                         {"61", "1900-03-01"},
                         {"45292", "2024-01-01"},
                         {"45657", "2024-12-31"},
                         {"45657.0", "2024-12-31"},
                         {"45657.5", "2024-12-31 12:00:00"},
                         {"45657,25", "2024-12-31 06:00:00"},
                         {"45657.5869212963", "2024-12-31 14:05:10"},
                         {"45657.9999999999", "2025-01-01 00:00:00"},
                         {"109574", "2199-12-31"},
                         {"109575", "out of range"},
                         {"-5", "out of range"},
                         {"9999999", "out of range"},
                         {"1735603200", "other style"},
                         {"31.12.2024", "other style"},
                         {"pro", "unreadable"},
                     });
  expect_all(kMacintosh, {{"44195", "2024-12-31"}, {"1", "1904-01-02"}, {"60", "1904-03-01"}, {"-1", "out of range"}});
}

TEST(Date, AsIsoIsReadFastAndTheSame) {
  std::int32_t day = 0;
  for (std::int32_t expected = date_of(1599, 1, 1).days; expected < date_of(2401, 1, 1).days; ++expected) {
    const std::string text = write_date({expected});
    ASSERT_TRUE(read_iso_day(text.data(), day)) << text;
    ASSERT_EQ(day, expected) << text;
  }
  for (const char* text : {"2023-02-29", "2100-02-29", "2024-02-30", "2024-13-01", "2024-00-01", "2024-01-00",
                           "2024-04-31", "2024-01-32", "0999-12-31", "9999-01-01", "2024/01/01", "2024-01/01",
                           "2024-1-011", "20240-1-01", " 024-01-01", "202:-01-01", "2024-01-0/", "2024-\xFF\x31-01"}) {
    EXPECT_FALSE(read_iso_day(text, day)) << text;
  }
}

TEST(Date, ThatIsUsualReadsLikeTheSameOneBehindASpace) {
  const std::vector<std::string> days{"2024-12-31", "2024-02-30", "31.12.2024", "12/31/2024", "12-31-2024",
                                      "01/02/2024", "01.02.2024", "99/99/2024", "20241231",   "20240230",
                                      "0000-00-00", "00/00/0000", "01.02/2024", "31.12.0999", "9999-12-31",
                                      "1/02/20241", "2024-12-3x", "2024/12/31"};
  const std::vector<std::string> clocks{"",       " 14:05",    "T14:05",    " 14:05:59", "T14:05:59", "T14:05:59Z",
                                        " 14:5",  " 24:00",    " 14:05:60", "x14:05",    " 14:05Z",   "Z",
                                        " 14.05", " 14:05.59", "T14:05:5x", " 1405",     "9",         " 25:00:00"};
  for (DateHabit habit : {kOpen, kDmy, kMdy, kYmd, kCompact, kSeconds}) {
    for (const bool dotted : {false, true}) {
      habit.dotted = dotted;
      for (const std::string& day : days) {
        for (const std::string& clock : clocks)
          EXPECT_EQ(read(day + clock, habit), read(" " + day + clock, habit)) << day + clock;
      }
    }
  }
}

TEST(Date, HasAShapeEvenWhereItDoesNotExist) {
  for (const char* text : {"2024-12-31", "31.02.2024", "1/2/24", "Jan 31, 2024", "2024-12-31T14:05Z", "0000-00-00",
                           "31. tammikuuta 2024", "99.99.9999"}) {
    EXPECT_TRUE(has_shape_of_date(text)) << text;
  }
  for (const char* text : {"", "pro", "12.50", "1.2.345", "20241231", "2024", "Jan 2024", "1735603200", "040-12-34"}) {
    EXPECT_FALSE(has_shape_of_date(text)) << text;
  }
}

struct Column {
  std::string why;
  std::vector<std::string> cells;
  std::string style;  ///< "" none; with " ?" where a person is asked
  bool named = false;
};

std::string find_style(const Column& column) {
  DateEvidence evidence;
  for (const std::string& cell : column.cells) add_evidence(evidence, cell);
  const std::optional<DateStyle> style = find_date_style(evidence, column.named);
  return style ? std::string(date_style_name(style->habit)) + (style->ambiguous ? " ?" : "") : "";
}

TEST(DateStyle, IsTheColumns) {
  const std::vector<Column> columns{
      {.why = "nothing", .cells = {}, .style = ""},
      {.why = "blanks", .cells = {"", "NULL"}, .style = "", .named = true},
      {.why = "iso", .cells = {"2024-01-02", "2024-03-04"}, .style = "calendar ymd"},
      {.why = "iso with blanks", .cells = {"", "", "", "2024-03-04"}, .style = "calendar ymd"},
      {.why = "open ends", .cells = {"9999-12-31", "9999-12-31", "2024-03-04"}, .style = "calendar ymd"},
      {.why = "open ends beside dots", .cells = {"9999-12-31", "9999-12-31", "1.2.2024"}, .style = "calendar dmy"},
      {.why = "words of open ends",
       .cells = {"bis auf Weiteres", "voimassa toistaiseksi", "läuft", "Until further notice", "1.2.2024"},
       .style = "calendar dmy"},
      {.why = "zero dates", .cells = {"0000-00-00", "0000-00-00", "2024-03-04"}, .style = "calendar ymd"},
      {.why = "dots", .cells = {"1.2.2024", "3.4.2024"}, .style = "calendar dmy"},
      {.why = "dots, month first throughout", .cells = {"12.31.2024", "11.30.2024"}, .style = "calendar mdy"},
      {.why = "slashes", .cells = {"01/02/2024", "03/04/2024"}, .style = "calendar ?"},
      {.why = "dashes", .cells = {"01-02-2024", "03-04-2024"}, .style = "calendar ?"},
      {.why = "one 13 in front", .cells = {"01/02/2024", "13/04/2024", "03/04/2024"}, .style = "calendar dmy"},
      {.why = "one 13 behind", .cells = {"01/02/2024", "04/13/2024", "03/04/2024"}, .style = "calendar mdy"},
      {.why = "both, more day first", .cells = {"13/04/2024", "14/04/2024", "04/13/2024"}, .style = "calendar dmy"},
      {.why = "both, more month first", .cells = {"13/04/2024", "04/13/2024", "04/14/2024"}, .style = "calendar mdy"},
      {.why = "both alike", .cells = {"13/04/2024", "04/13/2024"}, .style = "calendar ?"},
      {.why = "year of two digits in front", .cells = {"99-12-31", "98-11-30"}, .style = "calendar ymd"},
      {.why = "names", .cells = {"31 Jan 2024", "Feb 3, 2024"}, .style = "calendar"},
      {.why = "names and numbers", .cells = {"31 Jan 2024", "3/2/2024"}, .style = "calendar ?"},
      {.why = "some words", .cells = {"2024-01-02", "soon", "2024-03-04"}, .style = "calendar ymd"},
      {.why = "half words", .cells = {"2024-01-02", "soon"}, .style = ""},
      {.why = "words", .cells = {"a", "b"}, .style = "", .named = true},
      {.why = "impossible days are dates still",
       .cells = {"31.02.2024", "30.02.2024", "1.2.2024"},
       .style = "calendar dmy"},
      {.why = "impossible days alone", .cells = {"31.02.2024"}, .style = ""},
      {.why = "far days of no year", .cells = {"1.2.345", "555-12-31"}, .style = ""},
      {.why = "eight digits", .cells = {"19970101", "19970112", "19970201"}, .style = "yyyymmdd"},
      {.why = "eight digits, one is none", .cells = {"19970101", "19970112", "19970001"}, .style = ""},
      {.why = "eight digits, named", .cells = {"19970101", "19970112", "19970001"}, .style = "yyyymmdd", .named = true},
      {.why = "eight digits, once", .cells = {"19970101"}, .style = ""},
      {.why = "eight zeros", .cells = {"00000000", "20240101", "20240102"}, .style = "yyyymmdd"},
      {.why = "fourteen digits", .cells = {"20240101120000", "20240102120000"}, .style = "yyyymmdd"},
      {.why = "epochs without a name", .cells = {"1735603200", "1735603201"}, .style = ""},
      {.why = "seconds", .cells = {"1735603200", "1735603201"}, .style = "epoch seconds", .named = true},
      {.why = "seconds and nothings", .cells = {"0", "0", "0", "1735603201"}, .style = "epoch seconds", .named = true},
      {.why = "milliseconds", .cells = {"1735603200000"}, .style = "epoch milliseconds", .named = true},
      {.why = "microseconds", .cells = {"1735603200000000"}, .style = "epoch microseconds", .named = true},
      {.why = "serials", .cells = {"45292", "45657.5"}, .style = "excel serial", .named = true},
      {.why = "serials without a name", .cells = {"45292", "45657"}, .style = ""},
      {.why = "dates that Excel partly took", .cells = {"31/12/2024", "30/12/2024", "45657"}, .style = "calendar dmy"},
      {.why = "prices", .cells = {"12.50", "9.99", "1,234.56"}, .style = ""},
      {.why = "with clocks", .cells = {"31/12/2024 14:05", "01/02/2024 09:00"}, .style = "calendar dmy"},
  };
  for (const Column& column : columns) EXPECT_EQ(find_style(column), column.style) << column.why;
}

TEST(DateStyle, CountsWhatItSaw) {
  DateEvidence evidence;
  for (const char* cell : {"", "n/a", "0", "2024-12-31", "2024-12-31 00:00:00", "2024-12-31T10:00Z", "1.2.24",
                           "13/1/2024", "1/13/2024", "1/1/2024", "Jan 3, 2024", "31.02.2024", "20241231", "1735603200",
                           "45657", "1735603200000", "1735603200000000", "pro"}) {
    add_evidence(evidence, cell);
  }
  EXPECT_EQ(evidence.cells, 18);
  EXPECT_EQ(evidence.missing, 2);
  EXPECT_EQ(evidence.zero, 1);
  EXPECT_EQ(evidence.calendar, 8);
  EXPECT_EQ(evidence.year_first, 3);
  EXPECT_EQ(evidence.named_month, 1);
  EXPECT_EQ(evidence.only_dmy, 1);
  EXPECT_EQ(evidence.only_mdy, 1);
  EXPECT_EQ(evidence.either, 2);
  EXPECT_EQ(evidence.dotted, 1);
  EXPECT_EQ(evidence.two_digit_year, 1);
  EXPECT_EQ(evidence.with_clock, 2);
  EXPECT_EQ(evidence.with_zone, 1);
  EXPECT_EQ(evidence.midnight, 1);
  EXPECT_EQ(evidence.impossible, 1);
  EXPECT_EQ(evidence.compact, 1);
  EXPECT_EQ(evidence.epoch_s, 1);
  EXPECT_EQ(evidence.epoch_ms, 1);
  EXPECT_EQ(evidence.epoch_us, 1);
  EXPECT_EQ(evidence.serial, 1);
  EXPECT_EQ(evidence.other, 1);
}

TEST(DateStyle, OfADottedColumnReadsDotsInItsOrder) {
  DateEvidence evidence;
  for (const char* cell : {"12.31.2024", "1.2.2024"}) add_evidence(evidence, cell);
  const std::optional<DateStyle> style = find_date_style(evidence, false);
  ASSERT_TRUE(style);
  EXPECT_EQ(read("1.2.2024", style->habit), "2024-01-02");
}

}  // namespace
}  // namespace kirnu
