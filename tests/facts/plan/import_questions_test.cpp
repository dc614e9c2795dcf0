#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "facts/plan/import_plan.h"
#include "support/planned.h"

namespace kirnu {
namespace {

using testing::ElementsAre;

const Issue& issue_of(const ImportPlan& plan, IssueCode code) {
  for (const Issue& issue : plan.issues) {
    if (issue.code == code) return issue;
  }
  static const Issue kNone = make_issue(IssueCode::FileEmpty);
  ADD_FAILURE() << "no " << issue_code_name(code);
  return kNone;
}

std::string value_of(const Issue& issue, const std::string& name) {
  for (const IssueValue& value : issue.values) {
    if (value.name != name) continue;
    const double* number = std::get_if<double>(&value.value);
    return number != nullptr ? std::to_string(*number) : std::get<std::string>(value.value);
  }
  return "none";
}

struct TableRowCase {
  const char* what;
  const char* bytes;
  const char* kind;
  const char* columns;
  const char* issues = "";
  bool blocked = false;
};

void expect_plans(std::initializer_list<TableRowCase> rows) {
  for (const TableRowCase& row : rows) {
    SCOPED_TRACE(row.what);
    const ImportPlan plan = plan_of(row.bytes);
    EXPECT_EQ(kind_of(plan), row.kind);
    EXPECT_EQ(describe(plan), row.columns);
    EXPECT_EQ(codes(plan), row.issues);
    EXPECT_EQ(plan.blocked, row.blocked);
  }
}

TEST(ImportPlan, AsksWhereNamesAndCellsDoNotTell) {
  expect_plans({
      {"unknown names", "foo,bar,baz\nq1,red,7\nq2,blue,8\n", "?", "", "kind_unclear", true},
      {"unknown names above days", "foo;bar;baz\nq1;01.02.2024;7\nq2;13.02.2024;8\n", "?", "", "kind_unclear", true},
      {"names of JavaScript", "__proto__,constructor,toString\n1,2,3\n4,5,6\n", "?", "", "kind_unclear", true},
      {"a day of no known meaning", "id,email,created_at\n1,a@x.de,2024-01-01\n2,b@x.de,2024-01-02\n", "?", "",
       "kind_unclear", true},
      {"a list with days under an unknown name", "Kunde;Zeh\nA;01.02.2024\nB;15.02.2024\n", "?", "", "kind_unclear",
       true},
      {"orders or durations", "customer,date,time,status\nA,2024-01-01,5,1\nB,2024-01-02,6,0\n", "?", "",
       "kind_unclear", true},
      {"customers by month", "month,customers\n2024-01,500\n2024-02,480\n2024-03,470\n", "counts",
       "month = time; customers = closing, whole numbers", "", false},
      {"states by the month",
       "month,customer_id,status\n2024-01,A,active\n2024-01,B,active\n2024-02,A,active\n2024-02,B,churned\n",
       "subscriptions", "month = date, periods; customer_id = customer_id; status = status", "kind_assumed"},
      {"statuses of orders are no events",
       "Bestellnummer;Datum;Kunde;Status;Betrag\n1;01.02.2024;A;Abgeschlossen;10,50\n2;02.02.2024;B;Storniert;20,50\n"
       "3;05.02.2024;A;Abgeschlossen;12,50\n4;09.02.2024;B;Abgeschlossen;7,50\n",
       "transactions",
       "Bestellnummer = order_id; Datum = date, calendar dmy; Kunde = customer_id; Status = status; Betrag = amount, "
       "decimal comma",
       ""},
      {"products are no events",
       "payment_date,customer_id,product,amount\n2024-01-05,A,Starter,10.00\n2024-02-05,A,Extended,20.00\n"
       "2024-01-09,B,Starter,10.00\n2024-02-11,B,Extended,20.00\n",
       "transactions", "payment_date = date, calendar ymd; customer_id = customer_id; amount = amount, decimal point",
       ""},
      {"who is new stands in rows of orders",
       "date,customer,new customer,amount\n2024-01-01,A,1,5.00\n2024-01-02,A,0,7.50\n2024-01-03,B,1,5.00\n"
       "2024-01-04,A,0,5.00\n",
       "transactions", "date = date, calendar ymd; customer = customer_id; amount = amount, decimal point", ""},
      {"a question that nobody who leaves is asked",
       "Date,Customer,Why did you choose us?\n2024-01-05,A,Price\n2024-02-07,B,Friends\n2024-03-09,C,Price\n",
       "transactions", "Date = date, calendar ymd; Customer = customer_id", ""},
      {"seats on the left", "customer_id,seat\n1,left\n2,right\n3,left\n", "lists", "customer_id = customer_id", ""},
      {"who is not active has left, which is said", "customer_id,age,active\n1,40,yes\n2,31,no\n3,22,no\n", "lists",
       "customer_id = customer_id; active = event", "event_value_assumed"},
      {"revenue by month", "Monat;Umsatz\n2024-01;1500\n2024-02;1700\n", "?", "", "kind_unclear", true},
      {"a start is missing", "Kunde;Kündigungsdatum\nA;01.02.2024\nB;15.02.2024\n", "subscriptions",
       "Kunde = customer_id; Kündigungsdatum = canceled, calendar dmy", "column_needed", true},
      {"an end that is no day", "Kunden-Nr;Vertragsbeginn;Gekündigt\n1;01.02.2020;bald\n2;15.03.2021;später\n",
       "subscriptions", "Kunden-Nr = customer_id; Vertragsbeginn = start, calendar dmy", "column_needed column_unfit",
       true},
      {"counts of three years", "Jahre;verloren\n2021;5\n2022;6\n2023;7\n", "counts",
       "Jahre = time; verloren = churned, whole numbers", "column_needed", true},
      {"both orders of days", "customer,start,end\nA,03/04/2024,05/06/2024\nB,01/02/2024,\n", "subscriptions",
       "customer = customer_id; start = start, calendar; end = end, calendar", "date_ambiguous date_ambiguous", true},
      {"an amount alone", "Kunde;Datum;Betrag\nA;2024-01-01;1.500\nB;2024-01-02;2.300\n", "transactions",
       "Kunde = customer_id; Datum = date, calendar ymd; Betrag = amount, numbers, open", "decimal_ambiguous"},
      {"both decimal marks", "customer,date,amount\nA,2024-01-01,10.50\nB,2024-01-02,\"10,50\"\n", "transactions",
       "customer = customer_id; date = date, calendar ymd; amount = amount, numbers, open", "decimal_mixed"},
      {"percent and fractions", "month;retention\n0;100 %\n1;63,1 %\n2;0,468\n", "retention",
       "month = time; retention = retained, decimal comma, percent", "percent_mixed", true},
      {"two values for leaving", "time,status\n306,2\n455,2\n1010,1\n", "survival",
       "time = time, whole numbers; status = event", "event_value_needed", true},
      {"censored is the contrary", "time,censored\n306,0\n455,0\n1010,1\n", "survival",
       "time = time, whole numbers; censored = event", "event_value_needed", true},
      {"ids from a spreadsheet", "customer_id;name\n7,21045E+12;A\n7,21046E+12;B\n", "lists",
       "customer_id = customer_id", "ids_lost_precision", true},
  });
}

TEST(ImportPlan, IsNotMisledByWhatStandsBeside) {
  expect_plans({
      {"a calendar is no cohort",
       "Year,Month,Customers at start,New customers,Lost customers,Active customers\n2023,1,490,20,10,500\n"
       "2023,2,500,30,20,510\n2024,1,510,20,30,500\n",
       "counts",
       "Year = time; Month = time; Customers at start = opening, whole numbers; New customers = new, whole numbers; "
       "Lost customers = churned, whole numbers",
       ""},
      {"ages from 1 of a few customers",
       "Cohort,Customers,Month 1,Month 2\nJan 2024,100,20,10\nFeb 2024,3,0,1\nMar 2024,80,15,8\n", "retention",
       "Cohort = time; Customers = opening, whole numbers; Month 1 = retained, whole numbers; Month 2 = retained, "
       "whole "
       "numbers",
       ""},
      {"monthly beside yearly revenue",
       "customer,start,end,ARR,MRR\nA,2024-01-01,,1200,100\nB,2024-02-01,2024-06-01,600,50\n", "subscriptions",
       "customer = customer_id; start = start, calendar ymd; end = end, calendar ymd; MRR = amount, whole numbers", ""},
      {"an event that is no leaving", "customer_id,plan,event\n1,a,Webinar\n2,a,Fair\n3,b,Webinar\n", "lists",
       "customer_id = customer_id", ""},
  });
}

TEST(ImportPlan, SaysWhatItTookForGranted) {
  expect_plans({
      {"Excel's days", "customer,start,end\nA,45292,45400\nB,45300,\n", "subscriptions",
       "customer = customer_id; start = start, excel serial; end = end, excel serial",
       "date_numbers_assumed date_numbers_assumed"},
      {"months and quarters for days", "Kunde;Beginn;Ende\nA;2023-03;\nB;2024-01;Q3/24\n", "subscriptions",
       "Kunde = customer_id; Beginn = start, periods; Ende = end, periods",
       "date_numbers_assumed date_numbers_assumed"},
      {"a row each customer and month", "customer,month,mrr\nA,2024-01,10\nB,2024-01,20\nA,2024-02,10\n",
       "subscriptions", "customer = customer_id; month = date, periods; mrr = amount, whole numbers", "kind_assumed"},
      {"a column a month", "Customer,Jan 2024,Feb 2024,Mar 2024\nA,100,100,120\nB,50,50,0\nC,0,20,20\n",
       "subscriptions",
       "Customer = customer_id; Jan 2024 = amount, whole numbers; Feb 2024 = amount, whole numbers; Mar 2024 = amount, "
       "whole numbers",
       "kind_assumed"},
      {"customers of which some were lost", "Monat;Kunden;Kündigungen\n2024-01;1500;50\n2024-02;1550;60\n", "counts",
       "Monat = time; Kunden = opening, whole numbers; Kündigungen = churned, whole numbers", ""},
      {"groups, of which some were lost", "Tarif;Anfang;Verloren\nBasis;800;120\nPremium;300;24\n", "counts",
       "Tarif = segment; Anfang = opening, whole numbers; Verloren = churned, whole numbers", ""},
      {"who left since when, but not until when",
       "Kunden-Nr;Vertragsbeginn;Gekündigt\n1;01.02.2020;nein\n2;15.03.2021;ja\n", "lists",
       "Kunden-Nr = customer_id; Vertragsbeginn = start, calendar dmy; Gekündigt = event", "event_value_assumed"},
      {"who left, but not when", "customer_id,age,churned\n1,40,yes\n2,31,no\n3,22,no\n", "lists",
       "customer_id = customer_id; churned = event", "event_value_assumed"},
      {"a list with words for who left", "Kunde;Ort;Status\nA;Köln;aktiv\nB;Bonn;gekündigt\nC;Köln;aktiv\n", "lists",
       "Kunde = customer_id; Status = event", "event_value_assumed"},
      {"days that no name explains", "Kunde;Anlage;Weg;Syy\nA;01.02.2023;15.03.2024;muutto\nB;03.05.2023;;\n",
       "subscriptions", "Kunde = customer_id; Anlage = start, calendar dmy; Weg = end, calendar dmy; Syy = reason",
       "roles_by_content"},
      {"reasons somebody counted", "Grund;Anzahl;Anteil\nPreis;42;70 %\nUmzug;18;30 %\n", "reasons",
       "Grund = reason; Anzahl = quantity, whole numbers", ""},
      {"reasons counted year by year", "Reason,2023,2024\nPrice,12,18\nMoved,5,4\n", "reasons",
       "Reason = reason; 2023 = quantity, whole numbers; 2024 = quantity, whole numbers", ""},
      {"answers beside somebody's age", "Grund;Alter\nPreis zu hoch;42\nUmzug nach Bonn;18\n", "reasons",
       "Grund = reason", ""},
      {"answers beside what each bought", "Kunde;Grund;Menge\nA;Preis;3\nB;Umzug;1\nC;Preis;2\n", "reasons",
       "Kunde = customer_id; Grund = reason", ""},
      {"years for days", "Kunde;Beginn;Ende\nA;2019;\nB;2020;2024\n", "subscriptions",
       "Kunde = customer_id; Beginn = start, periods; Ende = end, periods",
       "date_numbers_assumed date_numbers_assumed"},
      {"yearly revenue", "Kunde;Beginn;Ende;ARR (EUR)\nA;2023-03-01;;1200.00\nB;2024-01-01;2024-09-01;600.50\n",
       "subscriptions",
       "Kunde = customer_id; Beginn = start, calendar ymd; Ende = end, calendar ymd; ARR (EUR) = amount, decimal "
       "point, "
       "yearly"},
      {"short years", "Kunde;Beginn;Ende\nA;31.12.23;\nB;01.02.24;15.03.24\n", "subscriptions",
       "Kunde = customer_id; Beginn = start, calendar dmy; Ende = end, calendar dmy",
       "two_digit_years two_digit_years"},
      {"one column decides the order of days", "customer,start,end\nA,03/04/2024,25/06/2024\nB,01/02/2024,\n",
       "subscriptions", "customer = customer_id; start = start, calendar dmy; end = end, calendar dmy",
       "date_order_from_other_column"},
      {"one column decides the decimal mark",
       "Kunde;Datum;Betrag;Rabatt\nA;2024-01-01;1.500;0,50\nB;2024-01-02;2.300;1,25\n", "transactions",
       "Kunde = customer_id; Datum = date, calendar ymd; Betrag = amount, decimal comma", "decimal_from_other_column"},
      {"a list with first days", "Kunde;Kunde seit\nA;01.02.2020\nB;15.03.2021\n", "lists",
       "Kunde = customer_id; Kunde seit = start, calendar dmy", "kind_assumed"},
      {"reasons with days", "Kunde;Kündigungsdatum;Kündigungsgrund\nA;01.02.2024;zu teuer\nB;15.02.2024;Umzug\n",
       "reasons", "Kunde = customer_id; Kündigungsdatum = date, calendar dmy; Kündigungsgrund = reason",
       "kind_assumed"},
      {"contracts by their status",
       "id,email,created_at,status\n1,a@x.de,2024-01-01,active\n2,b@x.de,2024-01-02,canceled\n", "subscriptions",
       "id = subscription_id; email = customer_id; created_at = start, calendar ymd; status = status", "kind_assumed"},
      {"orders by their status",
       "id,email,created_at,status,total\n1,a@x.de,2024-01-01,paid,10.5\n2,b@x.de,2024-01-02,refunded,12.5\n",
       "transactions",
       "id = order_id; email = customer_id; created_at = date, calendar ymd; status = status; total = amount, decimal "
       "point",
       "kind_assumed"},
      {"a spreadsheet's days among numbers",
       "customer,date,amount\nA,2024-01-01,10.5\nB,2024-01-02,10. Sep\nA,2024-01-03,9.5\n", "transactions",
       "customer = customer_id; date = date, calendar ymd; amount = amount, decimal point", "dates_in_numbers"},
      {"cents by name", "customer_id,order_date,amount_cents\n1,2020-01-01,1050\n2,2020-01-05,999\n", "transactions",
       "customer_id = customer_id; order_date = date, calendar ymd; amount_cents = amount, whole numbers, minor units"},
      {"a history of rows",
       "subscription_id,customer_id,start_date,end_date,updated_at\ns1,A,2024-01-01,,2024-01-01\n"
       "s1,A,2024-01-01,2024-03-01,2024-03-02\n",
       "subscriptions",
       "subscription_id = subscription_id; customer_id = customer_id; start_date = start, calendar ymd; end_date = "
       "end, "
       "calendar ymd; updated_at = updated_at, calendar ymd",
       "newest_row_counts"},
      {"members by their names", "Name;Eintritt;Austritt\nAnna;01.02.2020;\nBert;15.03.2021;31.12.2022\n",
       "subscriptions", "Name = customer_id; Eintritt = start, calendar dmy; Austritt = end, calendar dmy",
       "customers_by_name"},
      {"as statisticians write it", "time,delta,type\n5,1,1\n6,0,1\n8,1,2\n", "survival",
       "time = time, whole numbers; delta = event", "event_value_assumed"},
      {"not the time of something else", "stime,status,diag.time\n72,1,7\n411,1,5\n100,0,3\n", "survival",
       "stime = time, whole numbers; status = event", "event_value_assumed"},
      {"years", "Jahre;gekündigt\n5;ja\n6;nein\n8;ja\n", "survival", "Jahre = time, whole numbers; gekündigt = event",
       "event_value_assumed"},
      {"months in Finnish", "kesto kk;poistunut\n5;kyllä\n6;ei\n8;kyllä\n", "survival",
       "kesto kk = time, whole numbers; poistunut = event", "event_value_assumed"},
      {"whether somebody left", "tenure,churned\n5,yes\n6,no\n8,yes\n", "survival",
       "tenure = time, whole numbers; churned = event", "event_value_assumed"},
  });
}

TEST(ImportPlan, ReadsTablesWithoutNamesByTheirCells) {
  expect_plans({
      {"orders", "A1;2024-01-01;10,50\nA2;2024-01-05;11,50\nA1;2024-02-01;10,50\n", "transactions",
       "column 1 = customer_id; column 2 = date, calendar ymd; column 3 = amount, decimal comma", "roles_by_content"},
      {"contracts", "A1,2024-01-01,2024-05-01\nA2,2024-01-05,\nA3,2024-02-01,\n", "subscriptions",
       "column 1 = customer_id; column 2 = start, calendar ymd; column 3 = end, calendar ymd", "roles_by_content"},
      {"ids", "A17\nB12\nC33\n", "lists", "column 1 = customer_id", "roles_by_content"},
      {"numbers of customers", "10017\n10099\n10003\n", "lists", "column 1 = customer_id", "roles_by_content"},
      {"names", "Müller\nMaier\nSchulz\nHuber\n", "lists", "column 1 = customer_id", "kind_assumed roles_by_content"},
      {"answers", "zu teuer\nkein Bedarf\nzu teuer\nWechsel\nService\n", "reasons", "column 1 = reason",
       "roles_by_content"},
      {"a falling series", "100\n63.1\n46.8\n38.2\n", "retention", "column 1 = retained, decimal point",
       "roles_by_content"},
      {"two lists of the same customers", "A17;A17\nB12;C33\nC33;D44\nD44;\n", "lists",
       "column 1 = customer_id; column 2 = customer_id", "roles_by_content"},
  });
}

TEST(ImportPlan, TakesTwoColumnsOfIdsForTwoLists) {
  expect_plans({
      {"words", "Vorjahr\tDieses Jahr\nMüller\tMüller\nMaier\tSchmidt\n", "lists",
       "Vorjahr = customer_id; Dieses Jahr = customer_id"},
      {"years in names", "Kunden 2023;Kunden 2024\n1001;1001\n1002;1003\n1004;\n", "lists",
       "Kunden 2023 = customer_id; Kunden 2024 = customer_id"},
      {"years", "2023;2024\nA17;A17\nB12;C33\nC33;\n", "lists", "2023 = customer_id; 2024 = customer_id"},
      {"years above numbers", "2023;2024\n1001;1001\n1002;1003\n1004;1009\n", "lists",
       "2023 = customer_id; 2024 = customer_id"},
      {"Finnish", "viime vuosi;tämä vuosi\nA17;A17\nB12;C33\n", "lists",
       "viime vuosi = customer_id; tämä vuosi = customer_id"},
  });
}

TEST(ImportPlan, KnowsFromWhenOnDurationsTellOfACustomer) {
  constexpr auto kDurations = "start = entry, whole numbers; stop = time, whole numbers; event = event";
  const std::string with_id = std::string("id = customer_id; ") + kDurations;
  expect_plans({
      {"seen from a later time on", "start,stop,event\n0,5,1\n12,30,0\n4,9,1\n", "survival", kDurations,
       "event_value_assumed"},
      {"under another name", "tstart,tstop,status\n0,5,1\n12,30,0\n", "survival",
       "tstart = entry, whole numbers; tstop = time, whole numbers; status = event", "event_value_assumed"},
      {"numbers", "time1,time2,event\n0,5,1\n12,30,0\n", "survival",
       "time1 = entry, whole numbers; time2 = time, whole numbers; event = event", "event_value_assumed"},
      {"ages", "id,age_start,age_end,died\n1,50.5,61.25,1\n2,47.25,80.5,0\n", "survival",
       "id = customer_id; age_start = entry, decimal point; age_end = time, decimal point; died = event",
       "event_value_assumed"},
      {"units", "start_days;stop_days;event\n0;5;1\n12;30;0\n", "survival",
       "start_days = entry, whole numbers; stop_days = time, whole numbers; event = event", "event_value_assumed"},
      {"German", "Kunde;Beginn in Tagen;Ende in Tagen;Ereignis\n17;0,5;5,5;1\n18;12;30;0\n", "survival",
       "Kunde = customer_id; Beginn in Tagen = entry, decimal comma; Ende in Tagen = time, decimal comma; "
       "Ereignis = event",
       "event_value_assumed"},
      {"Finnish", "asiakas;alku;loppu;tapahtuma\nA;0;5;1\nB;12;30;0\n", "survival",
       "asiakas = customer_id; alku = entry, whole numbers; loppu = time, whole numbers; tapahtuma = event",
       "event_value_assumed"},
      {"a column of months beside", "entry,exit,month,event\n0,5,3,1\n12,30,4,0\n", "survival",
       "entry = entry, whole numbers; exit = time, whole numbers; event = event", "event_value_assumed"},
      {"rows that go on", "id,start,time,event\nA,3,7,1\nB,0,5,0\nA,0,3,0\n", "survival",
       "id = customer_id; start = entry, whole numbers; time = time, whole numbers; event = event",
       "event_value_assumed"},
      {"rows that go on alone", "id,t_in,stop,event\nA,3,7,1\nB,0,5,0\nA,0,3,0\nB,5,8,0\nB,8,9,1\n", "survival",
       "id = customer_id; t_in = entry, whole numbers; stop = time, whole numbers; event = event",
       "event_value_assumed"},
      {"who churned", "customer,start,end,churned\nA,0,3,1\nB,2,5,0\nC,1,9,1\n", "survival",
       "customer = customer_id; start = entry, whole numbers; end = time, whole numbers; churned = event",
       "event_value_assumed"},
      {"a row in ten may be wrong",
       "start,stop,event\n0,5,1\n9,3,0\n4,9,1\n0,5,1\n1,3,0\n4,9,1\n0,5,1\n1,3,0\n4,9,1\n4,9,1\n", "survival",
       kDurations, "event_value_assumed"},
      {"with an id", "id,start,stop,event\nA,0,3,0\nA,4,7,1\nB,0,5,0\n", "survival", with_id.c_str(),
       "event_value_assumed"},
  });
}

TEST(ImportPlan, WarnsWhereDurationsMayBeginLater) {
  expect_plans({
      {"a start beside a time", "start,time,event\n0,5,1\n12,30,0\n", "survival",
       "time = time, whole numbers; event = event", "column_unfit event_value_assumed"},
      {"counts", "month,start,end,lost\n2024-01,100,120,5\n2024-02,120,130,6\n", "counts",
       "month = time; start = opening, whole numbers; end = closing, whole numbers; lost = churned, whole numbers", ""},
      {"the month of the year", "start,tenure,churned\n1,13,yes\n12,60,no\n", "survival",
       "tenure = time, whole numbers; churned = event", "event_value_assumed"},
      {"a number that agrees now and then", "id,visits,stop,event\nA,3,7,1\nB,1,5,0\nA,0,3,0\nB,4,8,0\nB,8,9,1\n",
       "survival", "id = customer_id; stop = time, whole numbers; event = event", "event_value_assumed"},
      {"another number", "start,stop,event\n170,5,1\n12,30,0\n", "survival",
       "stop = time, whole numbers; event = event", "event_value_assumed"},
  });
  const ImportPlan plan = plan_of("start,time,event\n0,5,1\n12,30,0\n");
  const Issue& late = issue_of(plan, IssueCode::ColumnUnfit);
  EXPECT_EQ(late.column, "start");
  EXPECT_EQ(value_of(late, "found"), "12");
  EXPECT_EQ(value_of(late, "role"), "entry");
}

TEST(ImportPlan, LetsAPersonSayWhatAnEntryIs) {
  const ImportPlan taken = plan_of("start,time,event\n0,5,1\n12,30,0\n", {.roles = {{"start", Role::Entry}}});
  EXPECT_EQ(describe(taken), "start = entry, whole numbers; time = time, whole numbers; event = event");
  EXPECT_EQ(codes(taken), "event_value_assumed");
  const ImportPlan left = plan_of("start,stop,event\n0,5,1\n12,30,0\n", {.roles = {{"start", Role::Ignore}}});
  EXPECT_EQ(describe(left), "stop = time, whole numbers; event = event");
  EXPECT_EQ(codes(left), "event_value_assumed");
}

TEST(ImportPlan, TellsBothReadingsOfWhatItAsks) {
  const ImportPlan amounts = plan_of("Kunde;Datum;Betrag\nA;2024-01-01;1.500\nB;2024-01-02;2.300\n");
  const Issue& decimal = issue_of(amounts, IssueCode::DecimalAmbiguous);
  EXPECT_EQ(decimal.column, "Betrag");
  EXPECT_EQ(decimal.set, "decimal");
  EXPECT_THAT(decimal.choices, ElementsAre(",", "."));
  EXPECT_EQ(value_of(decimal, "found"), "1.500");
  EXPECT_EQ(value_of(decimal, "comma_reading"), "1500.000000");
  EXPECT_EQ(value_of(decimal, "point_reading"), "1.500000");

  const ImportPlan days = plan_of("customer,start,end\nA,03/04/2024,\nB,01/02/2024,\n");
  const Issue& order = issue_of(days, IssueCode::DateAmbiguous);
  EXPECT_EQ(order.set, "date_order");
  EXPECT_THAT(order.choices, ElementsAre("dmy", "mdy"));
  EXPECT_EQ(value_of(order, "dmy"), "2024-04-03");
  EXPECT_EQ(value_of(order, "mdy"), "2024-03-04");

  const ImportPlan survival = plan_of("time,status\n306,2\n455,1\n");
  EXPECT_EQ(issue_of(survival, IssueCode::EventValueNeeded).set, "event_value");
  EXPECT_THAT(issue_of(survival, IssueCode::EventValueNeeded).choices, ElementsAre("1", "2"));

  const ImportPlan unknown = plan_of("foo;bar\nq1;01.02.2024\nq2;13.02.2024\n");
  EXPECT_EQ(issue_of(unknown, IssueCode::KindUnclear).set, "kind");
  EXPECT_THAT(issue_of(unknown, IssueCode::KindUnclear).choices, ElementsAre("subscriptions", "transactions", "lists"));
  EXPECT_THAT(unknown.columns[0].suggestions, ElementsAre(Role::CustomerId, Role::Event));
  EXPECT_THAT(unknown.columns[1].suggestions, ElementsAre(Role::Start, Role::Date, Role::End, Role::Canceled));
}

TEST(ImportPlan, DoesWhatAPersonDecided) {
  const char* unknown = "foo;bar;baz\nq1;03/04/2024;1.500\nq2;05/06/2024;2.300\n";
  const ImportPlan plan =
      plan_of(unknown, {.kind = FactKind::Transactions,
                        .roles = {{"foo", Role::CustomerId}, {"bar", Role::Date}, {"baz", Role::Amount}},
                        .decimal = DecimalMark::Point,
                        .date_order = DateOrder::Mdy,
                        .minor_units = true});
  EXPECT_EQ(kind_of(plan), "transactions");
  EXPECT_EQ(describe(plan), "foo = customer_id; bar = date, calendar mdy; baz = amount, decimal point, minor units");
  EXPECT_EQ(codes(plan), "");
  EXPECT_FALSE(plan.blocked);
  EXPECT_TRUE(plan.columns[0].chosen);
}

TEST(ImportPlan, FindsTheKindFromChosenRoles) {
  const char* unknown = "foo;bar\nq1;2024-04-03\nq2;2024-06-05\n";
  const ImportPlan plan = plan_of(unknown, {.roles = {{"foo", Role::CustomerId}, {"bar", Role::Date}}});
  EXPECT_EQ(kind_of(plan), "transactions");
  EXPECT_FALSE(plan.blocked);
}

TEST(ImportPlan, LetsAPersonTakeARoleAwayFromANamedColumn) {
  const char* bytes = "customer_id,email,start,end\n1,a@x.de,2024-01-01,\n2,b@x.de,2024-01-02,2024-02-01\n";
  const ImportPlan plan = plan_of(bytes, {.roles = {{"customer_id", Role::Ignore}}});
  EXPECT_EQ(describe(plan), "email = customer_id; start = start, calendar ymd; end = end, calendar ymd");
  const ImportPlan swapped = plan_of(bytes, {.roles = {{"email", Role::CustomerId}}});
  EXPECT_EQ(swapped.columns[0].role, Role::Ignore);
  EXPECT_EQ(swapped.columns[1].role, Role::CustomerId);
}

TEST(ImportPlan, WarnsOfAChosenColumnThatIsNotThere) {
  const ImportPlan plan = plan_of("Kunde;Ort\nA;Ulm\nB;Oulu\n", {.roles = {{"Kundin", Role::CustomerId}}});
  const Issue& issue = issue_of(plan, IssueCode::ColumnUnknown);
  EXPECT_EQ(value_of(issue, "name"), "Kundin");
  EXPECT_EQ(value_of(issue, "columns"), "Kunde, Ort");
  EXPECT_FALSE(plan.blocked);
}

TEST(ImportPlan, ReadsAnOrderFileAsAListWhenAsked) {
  const ImportPlan plan =
      plan_of("Rechnungsnummer;Rechnungsdatum;Kunde;Betrag\n1;01.02.2024;Müller;10,50\n2;03.02.2024;Maier;11,50\n",
              {.kind = FactKind::Lists});
  EXPECT_EQ(describe(plan), "Kunde = customer_id; Betrag = amount, decimal comma");
  EXPECT_EQ(codes(plan), "");
}

TEST(ImportPlan, TakesAChosenEventValue) {
  const ImportPlan plan = plan_of("time,status\n306,2\n455,1\n", {.event_value = "2"});
  EXPECT_EQ(plan.event_value, "2");
  EXPECT_FALSE(plan.blocked);
  EXPECT_EQ(codes(plan), "");
}

TEST(ImportPlan, ReadsAnEmptyColumnOfDatesAsTheOthers) {
  const ImportPlan plan = plan_of("kunde,beginn,ende\nA,31.12.2023,\nB,13.01.2024,\n");
  EXPECT_EQ(plan.columns[2].role, Role::End);
  EXPECT_EQ(plan.columns[2].date.order, DateOrder::Dmy);
}

TEST(ImportPlan, PrefersAddressesToNumbersOfRows) {
  EXPECT_EQ(describe(plan_of("Nr;Name;E-Mail\n1;A;a@x.de\n2;B;b@x.de\n3;C;c@x.de\n")), "E-Mail = customer_id");
}

TEST(ImportPlan, TakesNumbersOfRowsForCustomersWhereNothingElseTellsThem) {
  expect_plans({
      {"ids", "id,start,end\n1,2024-01-01,2024-05-01\n2,2024-01-09,\n3,2024-02-01,\n", "subscriptions",
       "id = customer_id; start = start, calendar ymd; end = end, calendar ymd"},
      {"numbers", "Nr.;Vertragsbeginn;Vertragsende\n1;01.01.2024;31.05.2024\n2;09.01.2024;\n", "subscriptions",
       "Nr. = customer_id; Vertragsbeginn = start, calendar dmy; Vertragsende = end, calendar dmy"},
      {"payments are told by nobody",
       "id,created_at,amount,status\n1,2024-01-05,5.00,succeeded\n2,2024-02-05,5.00,failed\n", "lists",
       "id = customer_id; created_at = start, calendar ymd; amount = amount, decimal point"},
      {"names tell them", "id,email,start,end\n1,a@b.fi,2024-01-01,2024-05-01\n2,c@d.fi,2024-01-09,\n", "subscriptions",
       "id = subscription_id; email = customer_id; start = start, calendar ymd; end = end, calendar ymd"},
  });
}

TEST(ImportPlan, KnowsNamesInAnySpelling) {
  for (const char* name : {"Kündigungsdatum", "KÜNDIGUNGSDATUM", "kuendigungsdatum", "Ku\u0308ndigungsdatum",
                           "kündigungs_datum", "Kündigungs-Datum", " Kündigungsdatum ", "Datum der Kündigung"}) {
    const ImportPlan plan = plan_of("Kunde;Beginn;" + std::string(name) + "\nA;2024-01-01;2024-02-01\nB;2024-01-02;\n");
    EXPECT_EQ(plan.columns[2].role, Role::Canceled) << name;
  }
}

TEST(ImportPlan, CopesWithManyColumns) {
  std::string bytes = "customer_id,start_date,end_date";
  for (int i = 0; i < 200; ++i) bytes += ",c" + std::to_string(i);
  bytes += "\n";
  for (const char* row : {"A,2024-01-01,", "B,2024-01-02,2024-02-01"}) {
    bytes += row;
    for (int i = 0; i < 200; ++i) bytes += "," + std::to_string(i);
    bytes += "\n";
  }
  EXPECT_EQ(describe(plan_of(bytes)),
            "customer_id = customer_id; start_date = start, calendar ymd; end_date = end, calendar ymd");
}

}  // namespace
}  // namespace kirnu
