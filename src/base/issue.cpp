#include "base/issue.h"

#include <array>
#include <utility>

namespace kirnu {
namespace {

using enum IssueCode;
using enum Severity;

struct CodeRow {
  IssueCode code;
  std::string_view name;
  Severity severity;
};

// Error: this input gives no answer; of a row that is left out a warning is made while others answer. Question: an
// answer waits for one of the reader.
// Warning: there is an answer, and it may mislead. Note: how something was understood.
constexpr auto kCodes = std::to_array<CodeRow>({
    {NumberUnreadable, "number_unreadable", Error},
    {ThousandsAssumed, "thousands_assumed", Note},
    {CountNegative, "count_negative", Error},
    {CountFractional, "count_fractional", Error},
    {AmountNegative, "amount_negative", Error},
    {NumberTooLarge, "number_too_large", Error},
    {ShareOutOfRange, "share_out_of_range", Error},
    {ShareUnderstood, "share_understood", Note},
    {PeriodUnreadable, "period_unreadable", Error},
    {StartNeeded, "start_needed", Question},
    {MoreNeeded, "more_needed", Question},
    {NewNeeded, "new_needed", Error},
    {LostOverStart, "lost_over_start", Error},
    {NewOverEnd, "new_over_end", Error},
    {KeptOverStart, "kept_over_start", Error},
    {CountsDisagree, "counts_disagree", Error},
    {NewNegative, "new_negative", Error},
    {StartNegative, "start_negative", Error},
    {ReturnedOverEnd, "returned_over_end", Error},
    {LeftAndReturnedOverKept, "left_and_returned_over_kept", Error},
    {KeptOverLost, "kept_over_lost", Warning},
    {ZeroBase, "zero_base", Warning},
    {FormulaForgetsNew, "formula_forgets_new", Note},
    {FormulaInverted, "formula_inverted", Note},
    {GrossNewShown, "gross_new_shown", Warning},
    {NoPeriod, "no_period", Note},
    {MrrStartNeeded, "mrr_start_needed", Error},
    {MrrMoreNeeded, "mrr_more_needed", Question},
    {NothingLost, "nothing_lost", Note},
    {MrrLostOverStart, "mrr_lost_over_start", Error},
    {ShortPeriod, "short_period", Warning},
    {FileEmpty, "file_empty", Error},
    {TooManyRows, "too_many_rows", Error},
    {TableEmpty, "table_empty", Error},
    {ColumnsUnknown, "columns_unknown", Question},
    {RowTooLong, "row_too_long", Error},
    {RowTooShort, "row_too_short", Warning},
    {QuoteUnclosed, "quote_unclosed", Error},
    {TextAfterQuote, "text_after_quote", Error},
    {LineTooLong, "line_too_long", Error},
    {FieldTooLong, "field_too_long", Error},
    {TooManyColumns, "too_many_columns", Error},
    {PasteTooLong, "paste_too_long", Error},
    {PeriodRepeated, "period_repeated", Warning},
    {AnswersSplit, "answers_split", Note},
    {SharesAlone, "shares_alone", Note},
    {AnswersMarked, "answers_marked", Note},
    {QuestionTaken, "question_taken", Note},
    {PurchasesSpread, "purchases_spread", Note},
    {EndsOfRunning, "ends_of_running", Note},
    {PartsAdded, "parts_added", Note},
    {LostFromKept, "lost_from_kept", Note},
    {PlannedLeftOut, "planned_left_out", Note},
    {NumbersScaled, "numbers_scaled", Note},
    {LostFromRates, "lost_from_rates", Note},
    {GroupSizesNeeded, "group_sizes_needed", Warning},
    {BaseFromRate, "base_from_rate", Note},
    {RateDisagrees, "rate_disagrees", Warning},
    {RateConverted, "rate_converted", Note},
    {EndsDisagree, "ends_disagree", Warning},
    {ColumnUnknown, "column_unknown", Warning},
    {TotalRowSkipped, "total_row_skipped", Note},
    {ZeroRowsSkipped, "zero_rows_skipped", Note},
    {HeaderRepeated, "header_repeated", Note},
    {HeaderExplained, "header_explained", Note},
    {FileKindWrong, "file_kind_wrong", Error},
    {EncodingGuessed, "encoding_guessed", Note},
    {DateUnreadable, "date_unreadable", Error},
    {DateImpossible, "date_impossible", Error},
    {DateOutOfRange, "date_out_of_range", Error},
    {DateOtherStyle, "date_other_style", Error},
    {DateMissing, "date_missing", Error},
    {NumberOtherStyle, "number_other_style", Error},
    {NumberMissing, "number_missing", Error},
    {TimeNegative, "time_negative", Error},
    {EventMissing, "event_missing", Error},
    {IdMissing, "id_missing", Error},
    {EndBeforeStart, "end_before_start", Error},
    {SeveralCurrencies, "several_currencies", Warning},
    {OneDateEverywhere, "one_date_everywhere", Warning},
    {NobodyLeft, "nobody_left", Warning},
    {EverybodyLeft, "everybody_left", Warning},
    {AmountsAreChanges, "amounts_are_changes", Note},
    {PricesOfGone, "prices_of_gone", Note},
    {CustomersRepeated, "customers_repeated", Note},
    {BytesInvalid, "bytes_invalid", Warning},
    {QuoteStray, "quote_stray", Note},
    {NulInRow, "nul_in_row", Warning},
    {EndMarkIgnored, "end_mark_ignored", Note},
    {PreambleSkipped, "preamble_skipped", Note},
    {HeaderTwoRows, "header_two_rows", Note},
    {QuoteAssumed, "quote_assumed", Note},
    {IdsTrimmed, "ids_trimmed", Note},
    {IdsEmailCase, "ids_email_case", Note},
    {IdsUnicode, "ids_unicode", Note},
    {IdsDifferByCase, "ids_differ_by_case", Warning},
    {RowsRepeated, "rows_repeated", Warning},
    {PeriodsOverlap, "periods_overlap", Note},
    {RowRepeated, "row_repeated", Error},
    {SameDayEnd, "same_day_end", Note},
    {CellUnread, "cell_unread", Warning},
    {MarkersForNothing, "markers_for_nothing", Note},
    {LastByteLeftOver, "last_byte_left_over", Warning},
    {ArchiveDamaged, "archive_damaged", Error},
    {ArchiveTooLarge, "archive_too_large", Error},
    {ArchiveEncrypted, "archive_encrypted", Error},
    {ArchiveManyFiles, "archive_many_files", Error},
    {ArchiveMethodUnknown, "archive_method_unknown", Error},
    {WorkbookDamaged, "workbook_damaged", Error},
    {WorkbookWithoutSheet, "workbook_without_sheet", Error},
    {WorkbookSheetRead, "workbook_sheet_read", Note},
    {WorkbookFormulasEmpty, "workbook_formulas_empty", Warning},
    {ColumnNeeded, "column_needed", Question},
    {ColumnUnfit, "column_unfit", Warning},
    {KindUnclear, "kind_unclear", Question},
    {KindAssumed, "kind_assumed", Note},
    {RolesByContent, "roles_by_content", Note},
    {RowsAreCustomers, "rows_are_customers", Note},
    {IdsGoDown, "ids_go_down", Note},
    {DecimalMixed, "decimal_mixed", Question},
    {DecimalAmbiguous, "decimal_ambiguous", Question},
    {DecimalFromOtherColumn, "decimal_from_other_column", Note},
    {DateAmbiguous, "date_ambiguous", Question},
    {DateOrderFromOtherColumn, "date_order_from_other_column", Note},
    {DateNumbersAssumed, "date_numbers_assumed", Note},
    {TwoDigitYears, "two_digit_years", Note},
    {MinorUnitsUnclear, "minor_units_unclear", Question},
    {EventValueNeeded, "event_value_needed", Question},
    {EventValueAssumed, "event_value_assumed", Note},
    {UnmarkedLeft, "unmarked_left", Note},
    {IdsLostPrecision, "ids_lost_precision", Error},
    {IdsLeadingZeros, "ids_leading_zeros", Note},
    {IdsApostrophes, "ids_apostrophes", Note},
    {IdsCaseSensitive, "ids_case_sensitive", Note},
    {CustomersByName, "customers_by_name", Note},
    {FirmsAndPersons, "firms_and_persons", Note},
    {CustomersByOther, "customers_by_other", Note},
    {RoleTakenOver, "role_taken_over", Warning},
    {PercentMixed, "percent_mixed", Question},
    {DatesInNumbers, "dates_in_numbers", Warning},
    {DatesMissingOrdersNeeded, "dates_missing_orders_needed", Warning},
    {DatesMissingSubscriptionsNeeded, "dates_missing_subscriptions_needed", Warning},
    {OrdersSummedUp, "orders_summed_up", Warning},
    {EndDatesNeeded, "end_dates_needed", Question},
    {NewestRowCounts, "newest_row_counts", Note},
    {FilesDoNotFit, "files_do_not_fit", Error},
    {SecondListNeeded, "second_list_needed", Question},
    {ListsShareNobody, "lists_share_nobody", Warning},
    {CustomersAlike, "customers_alike", Warning},
    {ListsTurned, "lists_turned", Note},
    {IdsMatched, "ids_matched", Note},
    {SegmentUnknown, "segment_unknown", Warning},
    {NobodyCounts, "nobody_counts", Error},
    {EndsPlanned, "ends_planned", Warning},
    {NoWholePeriod, "no_whole_period", Question},
    {RowsWithoutDates, "rows_without_dates", Warning},
    {TwoPeriodsNeeded, "two_periods_needed", Error},
    {NobodyCameTwice, "nobody_came_twice", Error},
    {RetentionRises, "retention_rises", Error},
    {SharesDisagree, "shares_disagree", Warning},
    {ZerosNotObserved, "zeros_not_observed", Note},
    {CohortGaps, "cohort_gaps", Warning},
    {CohortRowsEnded, "cohort_rows_ended", Warning},
    {CohortStartDiffers, "cohort_start_differs", Warning},
    {CustomersFromPercent, "customers_from_percent", Note},
    {CohortSizesMissing, "cohort_sizes_missing", Warning},
    {CohortsRise, "cohorts_rise", Warning},
    {CohortsOfChurn, "cohorts_of_churn", Note},
    {CohortsOfAmounts, "cohorts_of_amounts", Warning},
    {AgeNegative, "age_negative", Error},
    {BothWindowsNeeded, "both_windows_needed", Question},
    {WindowsUnequal, "windows_unequal", Note},
    {NewOrReturned, "new_or_returned", Note},
    {MedianNotReached, "median_not_reached", Note},
    {FewObserved, "few_observed", Warning},
    {CurveEndsEarly, "curve_ends_early", Warning},
    {ProjectionFewPoints, "projection_few_points", Note},
    {ProjectionNobodyLeft, "projection_nobody_left", Note},
    {ProjectionNobodyStayed, "projection_nobody_stayed", Note},
    {ProjectionNotTold, "projection_not_told", Note},
    {ResidualEndless, "residual_endless", Note},
    {ZeroValues, "zero_values", Note},
    {TrialLeftOut, "trial_left_out", Note},
    {FreeLeftOut, "free_left_out", Note},
    {UnpaidLeftOut, "unpaid_left_out", Note},
    {NotStartedLeftOut, "not_started_left_out", Note},
    {PastDueLeftOut, "past_due_left_out", Note},
    {TestLeftOut, "test_left_out", Note},
    {FutureLeftOut, "future_left_out", Note},
    {StartMissingLeftOut, "start_missing_left_out", Warning},
    {EndBeforeStartLeftOut, "end_before_start_left_out", Warning},
    {EndedWithoutDate, "ended_without_date", Warning},
    {FailedLeftOut, "failed_left_out", Note},
    {RefundsLeftOut, "refunds_left_out", Note},
    {DateMissingLeftOut, "date_missing_left_out", Warning},
    {AmountMissingLeftOut, "amount_missing_left_out", Warning},
    {IntervalUnknown, "interval_unknown", Warning},
    {IntervalAssumed, "interval_assumed", Note},
    {RevenueByCurrency, "revenue_by_currency", Note},
    {OnOrAfterEdge, "on_or_after_edge", Warning},
    {PartsMoveOtherwise, "parts_move_otherwise", Warning},
    {PartsOverlap, "parts_overlap", Note},
    {TimeZoneUnknown, "time_zone_unknown", Warning},
    {LinkUnreadable, "link_unreadable", Warning},
    {StateUnreadable, "state_unreadable", Warning},
    {SettingUnreadable, "setting_unreadable", Warning},
});

/// Whether each code stands at its own place.
constexpr bool are_in_order() {
  for (std::size_t i = 0; i < kCodes.size(); ++i) {
    if (static_cast<std::size_t>(kCodes[i].code) != i) return false;
  }
  return true;
}
static_assert(are_in_order() && kCodes.back().code == SettingUnreadable, "a row for every code, in their order");

const CodeRow& row_of(IssueCode code) { return kCodes[static_cast<std::size_t>(code)]; }

}  // namespace

std::string_view issue_code_name(IssueCode code) { return row_of(code).name; }
Severity issue_severity(IssueCode code) { return row_of(code).severity; }

[[gnu::noinline]] IssueValue::IssueValue(std::string_view of, double number) : name(of), value(number) {}
[[gnu::noinline]] IssueValue::IssueValue(std::string_view of, std::string text) : name(of), value(std::move(text)) {}
[[gnu::noinline]] IssueValue::IssueValue(const IssueValue&) = default;
[[gnu::noinline]] IssueValue::IssueValue(IssueValue&&) noexcept = default;
[[gnu::noinline]] IssueValue& IssueValue::operator=(const IssueValue&) = default;
[[gnu::noinline]] IssueValue& IssueValue::operator=(IssueValue&&) noexcept = default;
[[gnu::noinline]] IssueValue::~IssueValue() = default;

Issue make_issue(IssueCode code) { return {.code = code, .severity = issue_severity(code)}; }

Issue make_issue(IssueCode code, std::string field) {
  Issue issue = make_issue(code);
  issue.field = std::move(field);
  return issue;
}

Issue make_issue(IssueCode code, std::string field, std::vector<IssueValue> values) {
  Issue issue = make_issue(code, std::move(field));
  issue.values = std::move(values);
  return issue;
}

Issue make_issue(IssueCode code, std::string field, std::initializer_list<IssueValue> values) {
  return make_issue(code, std::move(field), std::vector<IssueValue>(values));
}

}  // namespace kirnu
