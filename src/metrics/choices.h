#pragma once

/// What a question may choose between; --set keys have the same names.
namespace kirnu {

/// Which date ends a subscription: the end of what is paid, or the day it was cancelled. Where a row has only one of
/// them, that one does, except that a cancellation alone does not end a row whose status says that it runs.
enum class ChurnDate { PeriodEnd, Cancellation };

/// What a customer's purchases are measured by.
enum class PurchaseMeasure { Orders, Value };

/// Whether somebody is retained at an age: there on that boundary, or on it or any later day.
enum class RetentionRule { Exact, OnOrAfter };

/// How the interval of a survival curve is built.
enum class SurvivalInterval { LogLog, Log };

}  // namespace kirnu
