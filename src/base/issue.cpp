#include "base/issue.h"

#include <utility>

namespace kirnu {

std::string_view issue_code_name(IssueCode code) {
  switch (code) {
    case IssueCode::NumberUnreadable: return "number_unreadable";
    case IssueCode::ThousandsAssumed: return "thousands_assumed";
    case IssueCode::CountNegative: return "count_negative";
    case IssueCode::CountFractional: return "count_fractional";
    case IssueCode::AmountNegative: return "amount_negative";
    case IssueCode::NumberTooLarge: return "number_too_large";
    case IssueCode::ShareOutOfRange: return "share_out_of_range";
    case IssueCode::ShareUnderstood: return "share_understood";
    case IssueCode::PeriodUnreadable: return "period_unreadable";
    case IssueCode::StartNeeded: return "start_needed";
    case IssueCode::MoreNeeded: return "more_needed";
    case IssueCode::NewNeeded: return "new_needed";
    case IssueCode::LostOverStart: return "lost_over_start";
    case IssueCode::NewOverEnd: return "new_over_end";
    case IssueCode::KeptOverStart: return "kept_over_start";
    case IssueCode::CountsDisagree: return "counts_disagree";
    case IssueCode::NewNegative: return "new_negative";
    case IssueCode::StartNegative: return "start_negative";
    case IssueCode::ReturnedOverEnd: return "returned_over_end";
    case IssueCode::LeftAndReturnedOverKept: return "left_and_returned_over_kept";
    case IssueCode::ZeroBase: return "zero_base";
    case IssueCode::FormulaForgetsNew: return "formula_forgets_new";
    case IssueCode::FormulaInverted: return "formula_inverted";
    case IssueCode::GrossNewShown: return "gross_new_shown";
    case IssueCode::NoPeriod: return "no_period";
    case IssueCode::MrrStartNeeded: return "mrr_start_needed";
    case IssueCode::NothingLost: return "nothing_lost";
    case IssueCode::MrrLostOverStart: return "mrr_lost_over_start";
    case IssueCode::ShortPeriod: return "short_period";
    case IssueCode::FileEmpty: return "file_empty";
    case IssueCode::TooManyRows: return "too_many_rows";
    case IssueCode::TableEmpty: return "table_empty";
    case IssueCode::ColumnsUnknown: return "columns_unknown";
    case IssueCode::RowTooLong: return "row_too_long";
    case IssueCode::RowTooShort: return "row_too_short";
    case IssueCode::QuoteUnclosed: return "quote_unclosed";
    case IssueCode::TextAfterQuote: return "text_after_quote";
    case IssueCode::LineTooLong: return "line_too_long";
    case IssueCode::FieldTooLong: return "field_too_long";
    case IssueCode::TooManyColumns: return "too_many_columns";
    case IssueCode::PasteTooLong: return "paste_too_long";
    case IssueCode::PeriodRepeated: return "period_repeated";
    case IssueCode::AnswersSplit: return "answers_split";
    case IssueCode::SharesAlone: return "shares_alone";
    case IssueCode::AnswersMarked: return "answers_marked";
    case IssueCode::QuestionTaken: return "question_taken";
    case IssueCode::PurchasesSpread: return "purchases_spread";
    case IssueCode::EndsOfRunning: return "ends_of_running";
    case IssueCode::PartsAdded: return "parts_added";
    case IssueCode::LostFromKept: return "lost_from_kept";
    case IssueCode::NumbersScaled: return "numbers_scaled";
    case IssueCode::LostFromRates: return "lost_from_rates";
    case IssueCode::GroupSizesNeeded: return "group_sizes_needed";
    case IssueCode::BaseFromRate: return "base_from_rate";
    case IssueCode::RateDisagrees: return "rate_disagrees";
    case IssueCode::RateConverted: return "rate_converted";
    case IssueCode::EndsDisagree: return "ends_disagree";
    case IssueCode::PlannedLeftOut: return "planned_left_out";
    case IssueCode::ColumnUnknown: return "column_unknown";
    case IssueCode::TotalRowSkipped: return "total_row_skipped";
    case IssueCode::ZeroRowsSkipped: return "zero_rows_skipped";
    case IssueCode::HeaderRepeated: return "header_repeated";
    case IssueCode::HeaderExplained: return "header_explained";
    case IssueCode::FileKindWrong: return "file_kind_wrong";
    case IssueCode::EncodingGuessed: return "encoding_guessed";
    case IssueCode::DateUnreadable: return "date_unreadable";
    case IssueCode::DateImpossible: return "date_impossible";
    case IssueCode::DateOutOfRange: return "date_out_of_range";
    case IssueCode::DateOtherStyle: return "date_other_style";
    case IssueCode::DateMissing: return "date_missing";
    case IssueCode::NumberOtherStyle: return "number_other_style";
    case IssueCode::NumberMissing: return "number_missing";
    case IssueCode::TimeNegative: return "time_negative";
    case IssueCode::EventMissing: return "event_missing";
    case IssueCode::IdMissing: return "id_missing";
    case IssueCode::EndBeforeStart: return "end_before_start";
    case IssueCode::SeveralCurrencies: return "several_currencies";
    case IssueCode::OneDateEverywhere: return "one_date_everywhere";
    case IssueCode::NobodyLeft: return "nobody_left";
    case IssueCode::CustomersRepeated: return "customers_repeated";
    case IssueCode::BytesInvalid: return "bytes_invalid";
    case IssueCode::QuoteStray: return "quote_stray";
    case IssueCode::NulInRow: return "nul_in_row";
    case IssueCode::EndMarkIgnored: return "end_mark_ignored";
    case IssueCode::PreambleSkipped: return "preamble_skipped";
    case IssueCode::HeaderTwoRows: return "header_two_rows";
    case IssueCode::QuoteAssumed: return "quote_assumed";
    case IssueCode::IdsTrimmed: return "ids_trimmed";
    case IssueCode::IdsEmailCase: return "ids_email_case";
    case IssueCode::IdsUnicode: return "ids_unicode";
    case IssueCode::IdsDifferByCase: return "ids_differ_by_case";
    case IssueCode::RowsRepeated: return "rows_repeated";
    case IssueCode::PeriodsOverlap: return "periods_overlap";
    case IssueCode::RowRepeated: return "row_repeated";
    case IssueCode::SameDayEnd: return "same_day_end";
    case IssueCode::CellUnread: return "cell_unread";
    case IssueCode::MarkersForNothing: return "markers_for_nothing";
    case IssueCode::LastByteLeftOver: return "last_byte_left_over";
    case IssueCode::ArchiveDamaged: return "archive_damaged";
    case IssueCode::ArchiveTooLarge: return "archive_too_large";
    case IssueCode::ArchiveEncrypted: return "archive_encrypted";
    case IssueCode::ArchiveManyFiles: return "archive_many_files";
    case IssueCode::ArchiveMethodUnknown: return "archive_method_unknown";
    case IssueCode::WorkbookDamaged: return "workbook_damaged";
    case IssueCode::WorkbookWithoutSheet: return "workbook_without_sheet";
    case IssueCode::WorkbookSheetRead: return "workbook_sheet_read";
    case IssueCode::WorkbookFormulasEmpty: return "workbook_formulas_empty";
    case IssueCode::ColumnNeeded: return "column_needed";
    case IssueCode::ColumnUnfit: return "column_unfit";
    case IssueCode::KindUnclear: return "kind_unclear";
    case IssueCode::KindAssumed: return "kind_assumed";
    case IssueCode::RolesByContent: return "roles_by_content";
    case IssueCode::DecimalAmbiguous: return "decimal_ambiguous";
    case IssueCode::DecimalFromOtherColumn: return "decimal_from_other_column";
    case IssueCode::DateAmbiguous: return "date_ambiguous";
    case IssueCode::DateOrderFromOtherColumn: return "date_order_from_other_column";
    case IssueCode::DateNumbersAssumed: return "date_numbers_assumed";
    case IssueCode::TwoDigitYears: return "two_digit_years";
    case IssueCode::MinorUnitsUnclear: return "minor_units_unclear";
    case IssueCode::EventValueNeeded: return "event_value_needed";
    case IssueCode::EventValueAssumed: return "event_value_assumed";
    case IssueCode::IdsLostPrecision: return "ids_lost_precision";
    case IssueCode::IdsLeadingZeros: return "ids_leading_zeros";
    case IssueCode::IdsApostrophes: return "ids_apostrophes";
    case IssueCode::IdsCaseSensitive: return "ids_case_sensitive";
    case IssueCode::PercentMixed: return "percent_mixed";
    case IssueCode::DatesInNumbers: return "dates_in_numbers";
    case IssueCode::DatesMissingOrdersNeeded: return "dates_missing_orders_needed";
    case IssueCode::OrdersSummedUp: return "orders_summed_up";
    case IssueCode::EndDatesNeeded: return "end_dates_needed";
    case IssueCode::DatesMissingSubscriptionsNeeded: return "dates_missing_subscriptions_needed";
    case IssueCode::NewestRowCounts: return "newest_row_counts";
    case IssueCode::DecimalMixed: return "decimal_mixed";
    case IssueCode::FilesDoNotFit: return "files_do_not_fit";
    case IssueCode::SecondListNeeded: return "second_list_needed";
    case IssueCode::ListsShareNobody: return "lists_share_nobody";
    case IssueCode::CustomersAlike: return "customers_alike";
    case IssueCode::ListsTurned: return "lists_turned";
    case IssueCode::IdsMatched: return "ids_matched";
    case IssueCode::SegmentUnknown: return "segment_unknown";
    case IssueCode::NobodyCounts: return "nobody_counts";
    case IssueCode::EndsPlanned: return "ends_planned";
    case IssueCode::NoWholePeriod: return "no_whole_period";
    case IssueCode::NobodyCameTwice: return "nobody_came_twice";
    case IssueCode::TwoPeriodsNeeded: return "two_periods_needed";
    case IssueCode::RetentionRises: return "retention_rises";
    case IssueCode::SharesDisagree: return "shares_disagree";
    case IssueCode::CohortGaps: return "cohort_gaps";
    case IssueCode::CohortRowsEnded: return "cohort_rows_ended";
    case IssueCode::ZerosNotObserved: return "zeros_not_observed";
    case IssueCode::CohortStartDiffers: return "cohort_start_differs";
    case IssueCode::CustomersFromPercent: return "customers_from_percent";
    case IssueCode::CohortSizesMissing: return "cohort_sizes_missing";
    case IssueCode::CohortsRise: return "cohorts_rise";
    case IssueCode::CohortsOfChurn: return "cohorts_of_churn";
    case IssueCode::CohortsOfAmounts: return "cohorts_of_amounts";
    case IssueCode::AgeNegative: return "age_negative";
    case IssueCode::BothWindowsNeeded: return "both_windows_needed";
    case IssueCode::WindowsUnequal: return "windows_unequal";
    case IssueCode::NewOrReturned: return "new_or_returned";
    case IssueCode::MedianNotReached: return "median_not_reached";
    case IssueCode::FewObserved: return "few_observed";
    case IssueCode::CurveEndsEarly: return "curve_ends_early";
    case IssueCode::ProjectionFewPoints: return "projection_few_points";
    case IssueCode::ProjectionNobodyLeft: return "projection_nobody_left";
    case IssueCode::ProjectionNobodyStayed: return "projection_nobody_stayed";
    case IssueCode::ProjectionNotTold: return "projection_not_told";
    case IssueCode::ResidualEndless: return "residual_endless";
    case IssueCode::ZeroValues: return "zero_values";
    case IssueCode::TrialLeftOut: return "trial_left_out";
    case IssueCode::FreeLeftOut: return "free_left_out";
    case IssueCode::UnpaidLeftOut: return "unpaid_left_out";
    case IssueCode::NotStartedLeftOut: return "not_started_left_out";
    case IssueCode::PastDueLeftOut: return "past_due_left_out";
    case IssueCode::TestLeftOut: return "test_left_out";
    case IssueCode::FutureLeftOut: return "future_left_out";
    case IssueCode::StartMissingLeftOut: return "start_missing_left_out";
    case IssueCode::EndBeforeStartLeftOut: return "end_before_start_left_out";
    case IssueCode::EndedWithoutDate: return "ended_without_date";
    case IssueCode::FailedLeftOut: return "failed_left_out";
    case IssueCode::RefundsLeftOut: return "refunds_left_out";
    case IssueCode::DateMissingLeftOut: return "date_missing_left_out";
    case IssueCode::AmountMissingLeftOut: return "amount_missing_left_out";
    case IssueCode::IntervalUnknown: return "interval_unknown";
    case IssueCode::IntervalAssumed: return "interval_assumed";
    case IssueCode::RevenueByCurrency: return "revenue_by_currency";
    case IssueCode::OnOrAfterEdge: return "on_or_after_edge";
    case IssueCode::PartsMoveOtherwise: return "parts_move_otherwise";
    case IssueCode::PartsOverlap: return "parts_overlap";
    case IssueCode::TimeZoneUnknown: return "time_zone_unknown";
    case IssueCode::CustomersByOther: return "customers_by_other";
    case IssueCode::RoleTakenOver: return "role_taken_over";
    case IssueCode::CustomersByName: return "customers_by_name";
    case IssueCode::FirmsAndPersons: return "firms_and_persons";
    case IssueCode::LinkUnreadable: return "link_unreadable";
    case IssueCode::StateUnreadable: return "state_unreadable";
    case IssueCode::SettingUnreadable: return "setting_unreadable";
  }
  return "";
}

// Error: this input gives no answer, or its row is left out. Question: an answer waits for one of the reader.
// Warning: there is an answer, and it may mislead. Note: how something was understood.
Severity issue_severity(IssueCode code) {
  switch (code) {
    case IssueCode::CustomersByName:
    case IssueCode::FirmsAndPersons:
    case IssueCode::CustomersByOther:
    case IssueCode::AnswersSplit:
    case IssueCode::PurchasesSpread:
    case IssueCode::EndsOfRunning:
    case IssueCode::PartsAdded:
    case IssueCode::KindAssumed:
    case IssueCode::RolesByContent:
    case IssueCode::DecimalFromOtherColumn:
    case IssueCode::DateOrderFromOtherColumn:
    case IssueCode::DateNumbersAssumed:
    case IssueCode::TwoDigitYears:
    case IssueCode::EventValueAssumed:
    case IssueCode::IdsLeadingZeros:
    case IssueCode::IdsApostrophes:
    case IssueCode::IdsCaseSensitive:
    case IssueCode::NewestRowCounts:
    case IssueCode::CustomersRepeated:
    case IssueCode::QuoteStray:
    case IssueCode::EndMarkIgnored:
    case IssueCode::PreambleSkipped:
    case IssueCode::HeaderTwoRows:
    case IssueCode::QuoteAssumed:
    case IssueCode::IdsTrimmed:
    case IssueCode::IdsEmailCase:
    case IssueCode::IdsUnicode:
    case IssueCode::PeriodsOverlap:
    case IssueCode::SameDayEnd:
    case IssueCode::MarkersForNothing:
    case IssueCode::WorkbookSheetRead:
    case IssueCode::ThousandsAssumed:
    case IssueCode::WindowsUnequal:
    case IssueCode::NewOrReturned:
    case IssueCode::MedianNotReached:
    case IssueCode::ProjectionFewPoints:
    case IssueCode::ProjectionNobodyLeft:
    case IssueCode::ProjectionNobodyStayed:
    case IssueCode::ProjectionNotTold:
    case IssueCode::ZeroValues:
    case IssueCode::TrialLeftOut:
    case IssueCode::FreeLeftOut:
    case IssueCode::UnpaidLeftOut:
    case IssueCode::NotStartedLeftOut:
    case IssueCode::PastDueLeftOut:
    case IssueCode::TestLeftOut:
    case IssueCode::FutureLeftOut:
    case IssueCode::FailedLeftOut:
    case IssueCode::ShareUnderstood:
    case IssueCode::FormulaForgetsNew:
    case IssueCode::NothingLost:
    case IssueCode::FormulaInverted:
    case IssueCode::NoPeriod:
    case IssueCode::TotalRowSkipped:
    case IssueCode::ZeroRowsSkipped:
    case IssueCode::HeaderRepeated:
    case IssueCode::HeaderExplained:
    case IssueCode::IntervalAssumed:
    case IssueCode::RevenueByCurrency:
    case IssueCode::PartsOverlap:
    case IssueCode::ZerosNotObserved:
    case IssueCode::LostFromKept:
    case IssueCode::NumbersScaled:
    case IssueCode::LostFromRates:
    case IssueCode::BaseFromRate:
    case IssueCode::RateConverted:
    case IssueCode::PlannedLeftOut:
    case IssueCode::SharesAlone:
    case IssueCode::AnswersMarked:
    case IssueCode::QuestionTaken:
    case IssueCode::ListsTurned:
    case IssueCode::IdsMatched:
    case IssueCode::CohortsOfChurn:
    case IssueCode::RefundsLeftOut:
    case IssueCode::ResidualEndless:
    case IssueCode::CustomersFromPercent:
    case IssueCode::EncodingGuessed: return Severity::Note;

    case IssueCode::ColumnUnfit:
    case IssueCode::RoleTakenOver:
    case IssueCode::DatesInNumbers:
    case IssueCode::DatesMissingOrdersNeeded:
    case IssueCode::DatesMissingSubscriptionsNeeded:
    case IssueCode::OrdersSummedUp:
    case IssueCode::SeveralCurrencies:
    case IssueCode::OneDateEverywhere:
    case IssueCode::NobodyLeft:
    case IssueCode::BytesInvalid:
    case IssueCode::IdsDifferByCase:
    case IssueCode::RowsRepeated:
    case IssueCode::LastByteLeftOver:
    case IssueCode::NulInRow:
    case IssueCode::WorkbookFormulasEmpty:
    case IssueCode::ZeroBase:
    case IssueCode::SegmentUnknown:
    case IssueCode::StartMissingLeftOut:
    case IssueCode::EndBeforeStartLeftOut:
    case IssueCode::EndedWithoutDate:
    case IssueCode::DateMissingLeftOut:
    case IssueCode::GrossNewShown:
    case IssueCode::ShortPeriod:
    case IssueCode::RowTooShort:
    case IssueCode::PeriodRepeated:
    case IssueCode::ColumnUnknown:
    case IssueCode::LinkUnreadable:
    case IssueCode::StateUnreadable:
    case IssueCode::AmountMissingLeftOut:
    case IssueCode::IntervalUnknown:
    case IssueCode::OnOrAfterEdge:
    case IssueCode::GroupSizesNeeded:
    case IssueCode::RateDisagrees:
    case IssueCode::EndsDisagree:
    case IssueCode::CohortsOfAmounts:
    case IssueCode::CohortStartDiffers:
    case IssueCode::CohortGaps:
    case IssueCode::CohortRowsEnded:
    case IssueCode::SharesDisagree:
    case IssueCode::CohortSizesMissing:
    case IssueCode::CohortsRise:
    case IssueCode::EndsPlanned:
    case IssueCode::ListsShareNobody:
    case IssueCode::CustomersAlike:
    case IssueCode::CellUnread:
    case IssueCode::FewObserved:
    case IssueCode::CurveEndsEarly:
    case IssueCode::PartsMoveOtherwise:
    case IssueCode::TimeZoneUnknown:
    case IssueCode::SettingUnreadable: return Severity::Warning;

    case IssueCode::DecimalMixed:
    case IssueCode::ColumnNeeded:
    case IssueCode::KindUnclear:
    case IssueCode::DecimalAmbiguous:
    case IssueCode::DateAmbiguous:
    case IssueCode::MinorUnitsUnclear:
    case IssueCode::EventValueNeeded:
    case IssueCode::EndDatesNeeded:
    case IssueCode::PercentMixed:
    case IssueCode::StartNeeded:
    case IssueCode::SecondListNeeded:
    case IssueCode::NoWholePeriod:
    case IssueCode::BothWindowsNeeded:
    case IssueCode::MoreNeeded:
    case IssueCode::ColumnsUnknown: return Severity::Question;

    case IssueCode::IdsLostPrecision:
    case IssueCode::DateUnreadable:
    case IssueCode::DateImpossible:
    case IssueCode::DateOutOfRange:
    case IssueCode::DateOtherStyle:
    case IssueCode::DateMissing:
    case IssueCode::NumberOtherStyle:
    case IssueCode::AgeNegative:
    case IssueCode::NumberMissing:
    case IssueCode::TimeNegative:
    case IssueCode::EventMissing:
    case IssueCode::IdMissing:
    case IssueCode::EndBeforeStart:
    case IssueCode::RowRepeated:
    case IssueCode::ArchiveDamaged:
    case IssueCode::ArchiveTooLarge:
    case IssueCode::ArchiveEncrypted:
    case IssueCode::ArchiveManyFiles:
    case IssueCode::ArchiveMethodUnknown:
    case IssueCode::WorkbookDamaged:
    case IssueCode::WorkbookWithoutSheet:
    case IssueCode::NumberUnreadable:
    case IssueCode::FilesDoNotFit:
    case IssueCode::NobodyCounts:
    case IssueCode::TwoPeriodsNeeded:
    case IssueCode::NobodyCameTwice:
    case IssueCode::RetentionRises:
    case IssueCode::CountNegative:
    case IssueCode::CountFractional:
    case IssueCode::AmountNegative:
    case IssueCode::NumberTooLarge:
    case IssueCode::ShareOutOfRange:
    case IssueCode::PeriodUnreadable:
    case IssueCode::NewNeeded:
    case IssueCode::LostOverStart:
    case IssueCode::NewOverEnd:
    case IssueCode::KeptOverStart:
    case IssueCode::CountsDisagree:
    case IssueCode::NewNegative:
    case IssueCode::StartNegative:
    case IssueCode::ReturnedOverEnd:
    case IssueCode::LeftAndReturnedOverKept:
    case IssueCode::MrrStartNeeded:
    case IssueCode::MrrLostOverStart:
    case IssueCode::FileEmpty:
    case IssueCode::TableEmpty:
    case IssueCode::RowTooLong:
    case IssueCode::QuoteUnclosed:
    case IssueCode::TextAfterQuote:
    case IssueCode::LineTooLong:
    case IssueCode::FieldTooLong:
    case IssueCode::TooManyColumns:
    case IssueCode::PasteTooLong:
    case IssueCode::TooManyRows:
    case IssueCode::FileKindWrong: return Severity::Error;
  }
  return Severity::Error;
}

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
