#include "facts/plan/import_plan.h"
#include "support/planned.h"
#include "support/source_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace kirnu {
namespace {

TableHead head_of(std::string_view bytes, const TableChoice& choice = {}) {
  TableReader reader(
      choice, [](const TableHead&) {}, TableReader::OnRow([](const TableRow&) {}));
  reader.feed(bytes);
  reader.finish();
  return reader.head();
}

std::string export_bytes(const std::string& name) { return read_source("tests/facts/exports/" + name); }

struct ExportRow {
  const char* file;
  FactKind kind;
  const char* source;
  const char* columns;
  const char* issues = "";
  const char* event_value = "";
  bool blocked = false;
  bool skip_continuations = false;
  bool newest_only = false;
  bool apostrophe_ids = false;
};

const std::vector<ExportRow>& exports() {
  static const std::vector<ExportRow> rows = {
      {.file = "aml.csv",
       .kind = FactKind::Survival,
       .source = "",
       .columns = "time = time, whole numbers; status = event; x = segment",
       .issues = "event_value_assumed",
       .event_value = "1"},
      {.file = "bench_counts.csv",
       .kind = FactKind::Counts,
       .source = "",
       .columns =
           "month = time; start = opening, whole numbers; new = new, whole numbers; lost = churned, whole numbers"},
      {.file = "bench_list.csv", .kind = FactKind::Lists, .source = "", .columns = "customer_id = customer_id"},
      {.file = "bench_subscriptions.csv",
       .kind = FactKind::Subscriptions,
       .source = "",
       .columns = "customer_id = customer_id; started_at = start, calendar ymd; canceled_at = canceled, calendar ymd; "
                  "plan = plan; mrr = amount, decimal point; country = segment"},
      {.file = "bench_transactions.csv",
       .kind = FactKind::Transactions,
       .source = "",
       .columns = "customer_id = customer_id; date = date, calendar ymd; amount = amount, decimal point"},
      {.file = "cdnow.txt",
       .kind = FactKind::Transactions,
       .source = "cdnow",
       .columns = "column 1 = customer_id; column 2 = date, yyyymmdd; column 3 = units, whole numbers; column 4 = "
                  "amount, decimal point",
       .issues = "roles_by_content ids_leading_zeros"},
      {.file = "cdnow_named.csv",
       .kind = FactKind::Transactions,
       .source = "cdnow",
       .columns = "customer_id = customer_id; date = date, yyyymmdd; number_of_cds = units, whole numbers; "
                  "dollar_value = amount, decimal point",
       .issues = "ids_leading_zeros"},
      {.file = "chargebee.csv",
       .kind = FactKind::Subscriptions,
       .source = "chargebee",
       .columns = "id = subscription_id; customer_id = customer_id; plan_id = plan; plan_quantity = quantity, whole "
                  "numbers; status = status; started_at = start, epoch seconds, clock; cancelled_at = canceled, epoch "
                  "seconds, clock; cancel_reason = reason",
       .issues = "date_numbers_assumed date_numbers_assumed"},
      {.file = "chargebee_report.csv",
       .kind = FactKind::Subscriptions,
       .source = "chargebee_report",
       .columns = "Customer ID = customer_id; Current Plan = plan; Started On = start, calendar; Canceled On = "
                  "canceled, calendar; Reason Code = reason; Currency = currency; Trial End = trial_end, calendar; "
                  "Recurring Discount MRR = amount, decimal point"},
      {.file = "datev.csv",
       .kind = FactKind::Transactions,
       .source = "datev",
       .columns = "Währung = currency; VorzBetrag = amount, decimal comma; RechNr = order_id; Belegdatum = date, "
                  "calendar dmy; Kunden-Nr. = customer_id"},
      {.file = "finnish_contracts.csv",
       .kind = FactKind::Subscriptions,
       .source = "",
       .columns = "Asiakasnumero = customer_id; Alkamispäivä = start, calendar dmy; Päättymispäivä = end, calendar "
                  "dmy; Irtisanottu = canceled, calendar dmy; Tilaustyyppi = plan; Kuukausihinta = amount, decimal "
                  "comma; Syy = reason; Tila = status"},
      {.file = "finnish_invoices.csv",
       .kind = FactKind::Transactions,
       .source = "",
       .columns = "Laskun numero = order_id; Laskun päivä = date, calendar dmy; Asiakastunnus = customer_id; Summa = "
                  "amount, decimal comma"},
      {.file = "german_contracts.csv",
       .kind = FactKind::Subscriptions,
       .source = "",
       .columns = "Kunden-Nr. = customer_id; Kunde seit = start, calendar dmy; Kündigung zum = end, calendar dmy; "
                  "Kündigungsdatum = canceled, calendar dmy; Tarif = plan; Abo-Preis = amount, decimal comma; Währung "
                  "= currency; Kündigungsgrund = reason; Status = status"},
      {.file = "german_orders.csv",
       .kind = FactKind::Transactions,
       .source = "",
       .columns = "Bestellnummer = order_id; Bestelldatum = date, calendar dmy; Kundennummer = customer_id; Umsatz "
                  "netto = amount, decimal comma; Menge = units, whole numbers"},
      {.file = "german_shop.csv",
       .kind = FactKind::Lists,
       .source = "german_shop_customers",
       .columns = "Kundennummer = customer_id",
       .issues = "ids_leading_zeros"},
      {.file = "lung.csv",
       .kind = FactKind::Survival,
       .source = "",
       .columns = "time = time, whole numbers; status = event; sex = segment",
       .issues = "event_value_assumed",
       .event_value = "1"},
      {.file = "lung_r.csv",
       .kind = FactKind::Survival,
       .source = "",
       .columns = "time = time, whole numbers; status = event; sex = segment",
       .issues = "event_value_needed",
       .blocked = true},
      {.file = "paddle.csv",
       .kind = FactKind::Subscriptions,
       .source = "paddle",
       .columns = "id = subscription_id; status = status; customer_id = customer_id; currency_code = currency; "
                  "started_at = start, calendar ymd, clock; canceled_at = canceled, calendar ymd, clock"},
      {.file = "patreon.csv",
       .kind = FactKind::Subscriptions,
       .source = "patreon",
       .columns =
           "Patron Status = status; Free Member = free; Free Trial = trial; Pledge Amount = amount, decimal point; "
           "Charge Frequency "
           "= interval; Tier = plan; Country = segment; Patronage Since Date = start, calendar ymd, clock; User "
           "ID = customer_id; Last Updated = updated_at, calendar ymd, clock; Currency = currency; Access Expiration "
           "= end, calendar ymd, clock"},
      {.file = "razorpay.csv",
       .kind = FactKind::Subscriptions,
       .source = "razorpay",
       .columns = "id = subscription_id; customer_id = customer_id; plan_id = plan; status = status; start_at = start, "
                  "epoch seconds, clock; ended_at = end, epoch seconds, clock; amount = amount, whole numbers, open",
       .issues = "date_numbers_assumed date_numbers_assumed minor_units_unclear"},
      {.file = "recurly_accounts.csv",
       .kind = FactKind::Lists,
       .source = "recurly_accounts",
       .columns = "account_code = customer_id; created_at = start, calendar ymd, clock",
       .issues = "dates_missing_subscriptions_needed"},
      {.file = "recurly_history.csv",
       .kind = FactKind::Subscriptions,
       .source = "recurly_history",
       .columns = "id = subscription_id; updated_at = updated_at, calendar ymd, clock; activated_at = start, calendar "
                  "ymd, clock; canceled_at = canceled, calendar ymd, clock; expires_at = end, calendar ymd, clock; "
                  "account_id = customer_id; plan_id = plan; state = status; trial_started_at = trial_start, calendar "
                  "ymd, clock; trial_ends_at = trial_end, calendar ymd, clock; currency = currency; unit_amount = "
                  "amount, decimal point; quantity = quantity, whole numbers; expiration_reason = reason",
       .issues = "newest_row_counts",
       .newest_only = true},
      {.file = "recurly_subscriptions.csv",
       .kind = FactKind::Subscriptions,
       .source = "recurly_subscriptions",
       .columns =
           "account_code = customer_id; uuid = subscription_id; plan_code = plan; state = status; quantity = quantity, "
           "whole numbers; unit_amount = amount, decimal point; currency = currency; activated_at = start, calendar "
           "ymd, clock; canceled_at = canceled, calendar ymd, clock; expires_at = end, calendar ymd, clock"},
      {.file = "revenuecat.csv",
       .kind = FactKind::Subscriptions,
       .source = "revenuecat",
       .columns =
           "rc_original_app_user_id = customer_id; country = segment; product_identifier = plan; product_duration = "
           "interval; start_time = start, calendar ymd, clock; effective_end_time = end, calendar ymd, clock; store = "
           "segment; is_trial_period = trial; is_sandbox = sandbox; price_in_usd = amount, decimal point; "
           "original_store_transaction_id = subscription_id; unsubscribe_detected_at = canceled, calendar ymd, clock"},
      {.file = "salesforce_api.csv",
       .kind = FactKind::Subscriptions,
       .source = "salesforce_contracts",
       .columns = "Id = subscription_id; AccountId = customer_id; StartDate = start, calendar ymd; EndDate = end, "
                  "calendar ymd; Status = status",
       .issues = "ids_case_sensitive"},
      {.file = "salesforce_german.csv",
       .kind = FactKind::Subscriptions,
       .source = "salesforce_contracts",
       .columns = "Account-ID = customer_id; Vertragsbeginn = start, calendar dmy; Vertragsenddatum = end, calendar "
                  "dmy; Status = status"},
      {.file = "salesforce_opportunities.csv",
       .kind = FactKind::Transactions,
       .source = "salesforce_opportunities",
       .columns = "Account Name = customer_id; Close Date = date, calendar ymd; Stage = "
                  "status; Amount = amount, decimal point",
       .issues = "customers_by_name"},
      {.file = "salesforce_report.csv",
       .kind = FactKind::Subscriptions,
       .source = "salesforce_contracts",
       .columns = "Account ID = customer_id; Close Date = start, calendar mdy; Stage = status; Contract End Date = "
                  "end, calendar mdy; Amount = amount, decimal point",
       .issues = "ids_case_sensitive"},
      {.file = "hubspot_contacts.csv",
       .kind = FactKind::Lists,
       .source = "hubspot_contacts",
       .columns = "Record ID = customer_id"},
      {.file = "sevdesk.csv", .kind = FactKind::Lists, .source = "sevdesk", .columns = "Kunden-Nr. = customer_id"},
      {.file = "shopify_customers.csv",
       .kind = FactKind::Lists,
       .source = "shopify_customers",
       .columns = "Customer ID = customer_id; Total Spent = amount, decimal point",
       .issues = "dates_missing_orders_needed ids_apostrophes",
       .apostrophe_ids = true},
      {.file = "shopify_customers_older.csv",
       .kind = FactKind::Lists,
       .source = "shopify_customers",
       .columns = "Email = customer_id; Total Spent = amount, decimal point",
       .issues = "dates_missing_orders_needed"},
      {.file = "shopify_orders.csv",
       .kind = FactKind::Transactions,
       .source = "shopify_orders",
       .columns = "Name = order_id; Email = customer_id; Financial Status = status; Currency = currency; Total = "
                  "amount, decimal point; Created at = date, calendar ymd, clock; Cancelled at = void",
       .skip_continuations = true},
      {.file = "stripe_customers.csv",
       .kind = FactKind::Lists,
       .source = "stripe_customers",
       .columns = "id = customer_id; Created (UTC) = start, calendar ymd, clock; Currency = currency; Total Spend = "
                  "amount, decimal point",
       .issues = "dates_missing_subscriptions_needed"},
      {.file = "stripe_payments.csv",
       .kind = FactKind::Transactions,
       .source = "stripe_payments",
       .columns = "id = order_id; Created (UTC) = date, calendar ymd, clock; Amount = amount, decimal point; Currency "
                  "= currency; Status = status; Customer ID = customer_id"},
      {.file = "stripe_plan_amount.csv",
       .kind = FactKind::Subscriptions,
       .source = "stripe_subscriptions",
       .columns = "id = subscription_id; Customer ID = customer_id; Plan Name = plan; Plan Amount = amount, whole "
                  "numbers, open; Plan Currency = currency; Plan Interval = interval; Plan Interval Count = "
                  "interval_count, whole numbers; Status = status; Created (UTC) = start, calendar ymd, clock; "
                  "Canceled At (UTC) = canceled, calendar ymd, clock; Ended At (UTC) = end, calendar ymd, clock",
       .issues = "minor_units_unclear"},
      {.file = "stripe_subscriptions.csv",
       .kind = FactKind::Subscriptions,
       .source = "stripe_subscriptions",
       .columns =
           "id = subscription_id; Customer ID = customer_id; Plan = plan; Quantity = quantity, whole numbers; Currency "
           "= currency; Interval = interval; Amount = amount, decimal point; Status = status; Cancellation Reason = "
           "reason; Start Date (UTC) = start, calendar ymd, clock; Trial Start (UTC) = trial_start, calendar ymd, "
           "clock; Trial End (UTC) = trial_end, calendar ymd, clock; Canceled At (UTC) = canceled, calendar ymd, "
           "clock; Ended At (UTC) = end, calendar ymd, clock; region (metadata) = segment"},
      {.file = "substack.csv",
       .kind = FactKind::Subscriptions,
       .source = "substack",
       .columns = "email = customer_id; active_subscription = status; expiry = end, calendar ymd, clock; created_at = "
                  "start, calendar ymd, clock"},
      {.file = "substack_newer.csv",
       .kind = FactKind::Subscriptions,
       .source = "substack",
       .columns = "email = customer_id; subscription_status = status; plan = plan; created_at = start, calendar ymd; "
                  "expiry = end, calendar ymd"},
      {.file = "telco.csv",
       .kind = FactKind::Survival,
       .source = "telco",
       .columns = "customerID = customer_id; gender = segment; tenure = time, whole numbers; InternetService = "
                  "segment; Contract = segment; PaymentMethod = segment; Churn = event",
       .issues = "event_value_assumed",
       .event_value = "Yes"},
      {.file = "waltons.csv",
       .kind = FactKind::Survival,
       .source = "",
       .columns = "T = time, decimal point; E = event; group = segment",
       .issues = "event_value_assumed",
       .event_value = "1.0"},
      {.file = "woocommerce.csv",
       .kind = FactKind::Subscriptions,
       .source = "woocommerce_subscriptions",
       .columns = "subscription_id = subscription_id; subscription_status = status; customer_id = customer_id; "
                  "date_created = start, calendar dmy; trial_end_date = trial_end, calendar dmy; end_date = end, "
                  "calendar dmy; billing_period = interval; billing_interval = interval_count, whole numbers; "
                  "order_total = amount, decimal point; order_currency = currency",
       .issues = "date_order_from_other_column"},
  };
  return rows;
}

TEST(ImportPlan, KnowsEveryExportByItsHeaders) {
  for (const ExportRow& row : exports()) {
    SCOPED_TRACE(row.file);
    const ImportPlan plan = plan_of(export_bytes(row.file));
    EXPECT_EQ(plan.kind, row.kind);
    EXPECT_EQ(plan.source, row.source);
    EXPECT_EQ(describe(plan), row.columns);
    EXPECT_EQ(codes(plan), row.issues);
    EXPECT_EQ(plan.event_value, row.event_value);
    EXPECT_EQ(plan.blocked, row.blocked);
    EXPECT_EQ(plan.skip_continuations, row.skip_continuations);
    EXPECT_EQ(plan.newest_only, row.newest_only);
    EXPECT_EQ(plan.apostrophe_ids, row.apostrophe_ids);
  }
}

TEST(ImportPlan, KnowsSummariesOfPurchases) {
  for (const char* table : {"ID,frequency,recency,T\n1,2,30.43,38.86\n2,1,1.71,38.86\n3,0,0.0,38.86\n",
                            "ID,x,t_x,T,zbar\n1,2,30.43,38.86,22.35\n2,1,1.71,38.86,11.77\n3,0,0.0,38.86,0.0\n",
                            "customer_id,Recency,Frequency,Monetary,RFM_Score\n1,5,12,310.5,555\n2,90,1,20,111\n"}) {
    const ImportPlan plan = plan_of(table);
    EXPECT_EQ(plan.kind, FactKind::Lists) << table;
    EXPECT_EQ(plan.source, "purchase_summary") << table;
    EXPECT_EQ(plan.columns[0].role, Role::CustomerId) << table;
    EXPECT_EQ(codes(plan), "orders_summed_up") << table;
  }
}

TEST(ImportPlan, NumbersOfEmailsAreNobodysAddress) {
  const ImportPlan plan = plan_of("emails_clicked,months_active,churned\n3,12,1\n4,7,0\n3,9,1\n");
  EXPECT_EQ(plan.kind, FactKind::Survival);
  EXPECT_EQ(describe(plan), "months_active = time, whole numbers; churned = event");
}

TEST(ImportPlan, NumbersOfCustomersBesideGroupsAreNoIds) {
  EXPECT_EQ(plan_of("Country,orders,customers,revenue\nFinland,90,41,310.5\nGermany,80,33,20\n").kind, std::nullopt);
  EXPECT_EQ(plan_of("Kunden\n1001\n1002\n1003\n").kind, FactKind::Lists);
}

TEST(ImportPlan, PeriodsInManyRowsAreNoHistory) {
  EXPECT_EQ(plan_of("month,channel,customers\n2024-01,web,90\n2024-01,shop,80\n2024-01,app,70\n2024-02,web,95\n"
                    "2024-02,shop,81\n2024-02,app,60\n")
                .kind,
            std::nullopt);
  EXPECT_EQ(plan_of("month,customers\n2024-01,90\n2024-02,95\n2024-03,97\n").kind, FactKind::Counts);
}

TEST(ImportPlan, KnowsDurationsByTheirNames) {
  struct Row {
    const char* table;
    const char* columns;
  };
  const Row rows[] = {
      {"pid,age,hormon,rfstime,status\n132,49,0,1838,0\n1575,55,1,403,1\n1140,56,1,1603,0\n",
       "rfstime = time, whole numbers; status = event"},
      {"seqno,instit,stage,rel,edrel,age\n1,2,1,0,6075,25\n2,1,4,1,421,50\n3,2,2,0,4121,9\n",
       "rel = event; edrel = time, whole numbers"},
      {"satisfaction,time_spend_company,left,department\n0.38,3,1,sales\n0.8,6,1,sales\n0.11,4,0,hr\n",
       "time_spend_company = time, whole numbers; left = event"},
      {"lifetime;broken;team\n56;0;A\n81;1;C\n60;0;A\n", "lifetime = time, whole numbers; broken = event"}};
  for (const Row& row : rows) {
    const ImportPlan plan = plan_of(row.table);
    EXPECT_EQ(plan.kind, FactKind::Survival) << row.table;
    EXPECT_EQ(plan.event_value, "1") << row.table;
    EXPECT_NE(describe(plan).find(row.columns), std::string::npos) << describe(plan);
  }
}

std::map<std::string, std::string> roles_by_name(const ImportPlan& plan) {
  std::map<std::string, std::string> roles;
  for (const ColumnPlan& column : plan.columns) {
    if (column.role != Role::Ignore) roles[column.name] = role_name(column.role);
  }
  return roles;
}

void expect_same_plan(const ImportPlan& plan, const ImportPlan& other) {
  EXPECT_EQ(plan.kind, other.kind);
  EXPECT_EQ(plan.source, other.source);
  EXPECT_EQ(roles_by_name(plan), roles_by_name(other));
  EXPECT_EQ(plan.blocked, other.blocked);
}

TEST(ImportPlan, DoesNotMindTheOrderOfColumns) {
  for (const ExportRow& row : exports()) {
    const TableHead head = head_of(export_bytes(row.file));
    if (!head.dialect.header) continue;
    SCOPED_TRACE(row.file);
    TableHead turned = head;
    std::reverse(turned.names.begin(), turned.names.end());
    for (std::vector<std::string>& cells : turned.sample) std::reverse(cells.begin(), cells.end());
    expect_same_plan(make_import_plan(turned, {}), make_import_plan(head, {}));
  }
}

TEST(ImportPlan, DoesNotMindColumnsThatItDoesNotKnow) {
  for (const ExportRow& row : exports()) {
    const TableHead head = head_of(export_bytes(row.file));
    if (!head.dialect.header) continue;
    SCOPED_TRACE(row.file);
    TableHead longer = head;
    for (const char* name : {"__proto__", "zzz", "column 99"}) longer.names.emplace_back(name);
    for (std::vector<std::string>& cells : longer.sample) cells.insert(cells.end(), {"text of one", "17", ""});
    expect_same_plan(make_import_plan(longer, {}), make_import_plan(head, {}));
  }
}

TEST(ImportPlan, DoesNotMindCapitalsInNames) {
  for (const ExportRow& row : exports()) {
    const TableHead head = head_of(export_bytes(row.file));
    if (!head.dialect.header) continue;
    SCOPED_TRACE(row.file);
    TableHead loud = head;
    for (std::string& name : loud.names) {
      for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    const ImportPlan plan = make_import_plan(head, {}), other = make_import_plan(loud, {});
    EXPECT_EQ(other.kind, plan.kind);
    EXPECT_EQ(other.source, plan.source);
    for (std::size_t c = 0; c < plan.columns.size(); ++c)
      EXPECT_EQ(other.columns[c].role, plan.columns[c].role) << loud.names[c];
  }
}

}  // namespace
}  // namespace kirnu
