#pragma once
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kirnu {

enum class Severity { Note, Warning, Question, Error };

/// Everything Kirnu may have to say about somebody's data. The name in reports is issue_code_name();
/// the words are the string "issue.<name>" of each language. Documented in docs/issues.md.
enum class IssueCode {
  // single numbers
  NumberUnreadable,  ///< {found}
  ThousandsAssumed,  ///< {found} {number}: a count cannot be 1.5, so it is 1500
  CountNegative,     ///< {found}
  CountFractional,   ///< {found}
  AmountNegative,    ///< {found}
  NumberTooLarge,    ///< {found}
  ShareOutOfRange,   ///< {found}: a margin or discount outside 0–100 %
  ShareUnderstood,   ///< {found} {percent}: a share without a percent sign
  PeriodUnreadable,  ///< {found}
  // counts together
  StartNeeded,
  MoreNeeded,               ///< start alone: lost or new and end
  NewNeeded,                ///< start and end alone would hide the loss: {start} {end} {hidden_rate}
  LostOverStart,            ///< {lost} {start}
  NewOverEnd,               ///< {new} {end}
  KeptOverStart,            ///< {kept} {start}: end - new > start
  CountsDisagree,           ///< {start} {new} {lost} {end} {expected_end}
  NewNegative,              ///< {start} {lost} {end}: the fourth number would be below 0
  StartNegative,            ///< likewise
  ReturnedOverEnd,          ///< {returned} {end}
  LeftAndReturnedOverKept,  ///< {left_and_returned} {kept}
  KeptOverLost,             ///< {kept} {lost}: what if more had stayed than were lost
  ZeroBase,                 ///< nobody at the start: no rate
  FormulaForgetsNew,        ///< {wrong} {right}: (start - end) / start hides churn
  FormulaInverted,          ///< {lifetime}: start / lost is the mean lifetime, not a rate
  GrossNewShown,            ///< {with_gross_new} {retention}: with all new customers retention would read lower
  NoPeriod,                 ///< a share of a snapshot: no conversion, no verdict
  MrrStartNeeded,
  MrrMoreNeeded,     ///< the MRR at the start alone, or with new MRR alone
  NothingLost,       ///< no quick ratio: nothing can be divided by 0
  MrrLostOverStart,  ///< {lost} {start}
  ShortPeriod,       ///< {days}: too short to be converted with confidence
  // tables of counts
  FileEmpty,
  TooManyRows,     ///< {limit}
  TableEmpty,      ///< a header and no rows
  ColumnsUnknown,  ///< {columns}: which column is what?
  RowTooLong,      ///< {fields} {expected}
  RowTooShort,     ///< {fields} {expected}
  QuoteUnclosed,
  TextAfterQuote,
  LineTooLong,       ///< {limit}
  FieldTooLong,      ///< {limit}
  TooManyColumns,    ///< {limit}
  PasteTooLong,      ///< {limit}
  PeriodRepeated,    ///< {label}
  AnswersSplit,      ///< {found}: between the reasons of one answer
  SharesAlone,       ///< of reasons: nobody says how many answered
  AnswersMarked,     ///< a column a reason, with a mark of those who gave it
  QuestionTaken,     ///< {found}: of several questions the one about reasons
  PurchasesSpread,   ///< of a first and a last purchase: those between are spread evenly
  EndsOfRunning,     ///< contracts that run, whose end is only the day until which they do
  PartsAdded,        ///< {parts}: rows of each period, one a group, that were added up
  LostFromKept,      ///< {column}: of those at the start who were kept; the others are lost
  PlannedLeftOut,    ///< {columns}: planned, summed up or a year old, beside the actual ones
  NumbersScaled,     ///< {column} {factor}: thousands or millions, as the name says
  LostFromRates,     ///< {column}: the lost of each row are its share of its customers
  GroupSizesNeeded,  ///< rates of groups without their customers: no rate of all
  BaseFromRate,      ///< {column} {other}: by the table's own rates those who stayed, without the lost
  RateDisagrees,     ///< {column} {rate} {share}: the table's own rate of a row is another
  RateConverted,     ///< {column} {rate} {share}: a rate of another period than the rows'
  EndsDisagree,      ///< {label} {start} {expected_start}: where a period starts is not where the one before ended
  ColumnUnknown,     ///< {name} {columns}: a chosen column that the table lacks
  TotalRowSkipped,
  ZeroRowsSkipped,  ///< at the end of counts: periods to come, or nobody was there
  HeaderRepeated,
  HeaderExplained,  ///< {found}: units, kinds of values
  FileKindWrong,    ///< {found}: a workbook, a PDF … where text is expected
  EncodingGuessed,  ///< {encoding}
  // files of customers, subscriptions, orders
  DateUnreadable,     ///< {found}
  DateImpossible,     ///< {found}
  DateOutOfRange,     ///< {found}
  DateOtherStyle,     ///< {found}
  DateMissing,        ///< {found}
  NumberOtherStyle,   ///< {found}
  NumberMissing,      ///< {found}
  TimeNegative,       ///< {found}
  EventMissing,       ///< {found}
  IdMissing,          ///< {found}
  EndBeforeStart,     ///< {found}
  SeveralCurrencies,  ///< {currencies}
  OneDateEverywhere,
  NobodyLeft,
  EverybodyLeft,  ///< a file of cancellations alone
  AmountsAreChanges,
  PricesOfGone,  ///< who has left has a price of 0, and paid something
  CustomersRepeated,
  BytesInvalid,  ///< {encoding}
  QuoteStray,
  NulInRow,
  EndMarkIgnored,
  PreambleSkipped,
  HeaderTwoRows,      ///< {found}: a name made of both
  QuoteAssumed,       ///< {found}: another quotation mark than ", or a backslash
  IdsTrimmed,         ///< {found}
  IdsEmailCase,       ///< {found}
  IdsUnicode,         ///< {found}
  IdsDifferByCase,    ///< {found} {other}
  RowsRepeated,       ///< {found}: the customer
  PeriodsOverlap,     ///< {found}: the customer
  RowRepeated,        ///< {found}
  SameDayEnd,         ///< {found}
  CellUnread,         ///< {found}: of a customer who counts all the same
  MarkersForNothing,  ///< {found}: "n/a (2), #REF! (1)"
  LastByteLeftOver,
  // packed files and workbooks
  ArchiveDamaged,         ///< a checksum, a cut, or bytes that are no gzip or zip
  ArchiveTooLarge,        ///< {limit}: "8 GiB", "1000:1"
  ArchiveEncrypted,       ///< a password is needed
  ArchiveManyFiles,       ///< {files}: a zip must hold exactly one
  ArchiveMethodUnknown,   ///< {method}: neither stored nor deflated
  WorkbookDamaged,        ///< {part}: a part is missing or no XML in UTF-8
  WorkbookWithoutSheet,   ///< {sheets}: none that is visible
  WorkbookSheetRead,      ///< {sheet} {sheets} {hidden} {others}; {kind} {names} {others} of lists that are compared
  WorkbookFormulasEmpty,  ///< {cells}: formulas whose results were never saved
  // what a file is, and how its columns are read
  ColumnNeeded,  ///< {role} {columns}
  ColumnUnfit,   ///< {role} {found}
  KindUnclear,   ///< {columns}
  KindAssumed,   ///< {kind} {other_kind}
  RolesByContent,
  RowsAreCustomers,          ///< no column tells who they are
  IdsGoDown,                 ///< {found}: rows without an id are of the one above
  DecimalMixed,              ///< {comma} {point}
  DecimalAmbiguous,          ///< {found} {comma_reading} {point_reading}
  DecimalFromOtherColumn,    ///< {found} {other}
  DateAmbiguous,             ///< {found} {dmy} {mdy}
  DateOrderFromOtherColumn,  ///< {other}
  DateNumbersAssumed,        ///< {found} {date}
  TwoDigitYears,             ///< {found} {date}
  MinorUnitsUnclear,         ///< {found} {as_cents}
  EventValueNeeded,
  EventValueAssumed,  ///< {value}
  UnmarkedLeft,       ///< {column}
  IdsLostPrecision,   ///< {found}
  IdsLeadingZeros,
  IdsApostrophes,
  IdsCaseSensitive,
  CustomersByName,
  FirmsAndPersons,   ///< {column} {name}: where there is no firm, the surname tells the customer
  CustomersByOther,  ///< {column} {name}: a column of customers is empty, another tells them
  RoleTakenOver,     ///< {column} {role} {name}: the column that had a role before a person gave it to another
  PercentMixed,      ///< {found} {other}
  DatesInNumbers,    ///< {found}
  DatesMissingOrdersNeeded,
  DatesMissingSubscriptionsNeeded,
  OrdersSummedUp,
  EndDatesNeeded,
  NewestRowCounts,
  // what the facts answer
  FilesDoNotFit,
  SecondListNeeded,
  ListsShareNobody,  ///< {name} {other}
  CustomersAlike,    ///< {customers} {found}: lost and new ones that may be the same, "Meier GmbH = Meier"
  ListsTurned,       ///< {name} {other}: the earlier came second
  IdsMatched,        ///< {name} {other}: columns of the earlier and the later list that name the same customers
  SegmentUnknown,    ///< {name}
  NobodyCounts,
  EndsPlanned,       ///< {date} {last}
  NoWholePeriod,     ///< {date}
  RowsWithoutDates,  ///< {key}: a day was asked for, and rows of counts name none
  TwoPeriodsNeeded,
  NobodyCameTwice,  ///< {orders}: each of a customer of its own
  RetentionRises,
  SharesDisagree,  ///< {rate} {share}
  ZerosNotObserved,
  CohortGaps,
  CohortRowsEnded,
  CohortStartDiffers,
  CustomersFromPercent,
  CohortSizesMissing,
  CohortsRise,
  CohortsOfChurn,    ///< who had left by each age, not who stayed
  CohortsOfAmounts,  ///< no customers and no shares of them
  AgeNegative,       ///< {found}: before its cohort began
  BothWindowsNeeded,
  WindowsUnequal,  ///< {before} {after}
  NewOrReturned,
  MedianNotReached,
  FewObserved,          ///< {time} {customers}: of a curve with delayed entry, up to when and how few
  CurveEndsEarly,       ///< {time} {customers}: likewise, all of whom left
  ProjectionFewPoints,  ///< {renewals} {needed}
  ProjectionNobodyLeft,
  ProjectionNobodyStayed,
  ProjectionNotTold,  ///< {model}
  ResidualEndless,
  ZeroValues,
  TrialLeftOut,
  FreeLeftOut,
  UnpaidLeftOut,
  NotStartedLeftOut,
  PastDueLeftOut,
  TestLeftOut,
  FutureLeftOut,
  StartMissingLeftOut,
  EndBeforeStartLeftOut,
  EndedWithoutDate,
  FailedLeftOut,
  RefundsLeftOut,  ///< of the purchases, not of their value
  DateMissingLeftOut,
  AmountMissingLeftOut,  ///< of revenue, not of the customers
  IntervalUnknown,       ///< {found}: likewise
  IntervalAssumed,
  RevenueByCurrency,  ///< {currencies}
  OnOrAfterEdge,
  PartsMoveOtherwise,  ///< {rate_before} {rate_after}: Simpson's paradox
  PartsOverlap,        ///< {name}
  TimeZoneUnknown,     ///< {name}
  // links and state
  LinkUnreadable,
  StateUnreadable,
  SettingUnreadable,  ///< {key} {found} {expected}
};

/// The name used in reports and string keys, e.g. "new_needed".
std::string_view issue_code_name(IssueCode);
Severity issue_severity(IssueCode);

/// A value named in an issue's sentence: a number is formatted in the reader's habit, text stays as found.
/// A fraction that reads as percent is named in report/issue_text.cpp. Its members are functions of their own: issues
/// are made in many places.
struct IssueValue {
  IssueValue(std::string_view of, double number);
  IssueValue(std::string_view of, std::string text);
  IssueValue(const IssueValue&);
  IssueValue(IssueValue&&) noexcept;
  IssueValue& operator=(const IssueValue&);
  IssueValue& operator=(IssueValue&&) noexcept;
  ~IssueValue();

  std::string_view name;  ///< one that the program itself gives
  std::variant<double, std::string> value;
};

/// One finding about the input: what, where, how often. The words are made later, in the reader's language.
struct Issue {
  IssueCode code;
  Severity severity = Severity::Error;
  std::string field = {};  ///< id of the input it belongs to ("start", "paste"), or empty
  std::int64_t count = 1;
  std::optional<std::int64_t> row = {};   ///< data row, from 1
  std::optional<std::int64_t> line = {};  ///< line of the file, from 1
  std::optional<std::int64_t> byte = {};  ///< offset from the start of the file, from 0
  std::string column = {};                ///< the column's name, or empty
  std::vector<IssueValue> values = {};
  std::string set = {};  ///< the --set key that answers a question
  std::vector<std::string> choices = {};
};

/// Whether there is no answer for it: something is wrong, or must be asked.
inline bool is_blocking(const Issue& issue) {
  return issue.severity == Severity::Error || issue.severity == Severity::Question;
}

/// An issue with the severity that belongs to its code.
Issue make_issue(IssueCode code);
Issue make_issue(IssueCode code, std::string field);
Issue make_issue(IssueCode code, std::string field, std::vector<IssueValue> values);
Issue make_issue(IssueCode code, std::string field, std::initializer_list<IssueValue> values);

}  // namespace kirnu
