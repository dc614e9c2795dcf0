#pragma once

namespace kirnu {

/// What tells two ids apart. A person may switch each rule off.
struct IdRules {
  bool trim = true;        ///< spaces at the ends do not
  bool email_case = true;  ///< nor do capitals in e-mail addresses
  bool unicode = true;     ///< nor does whether "ü" is one character or two (NFC and NFD)
};

/// What becomes of several rows of one customer in a list or a table of subscriptions.
enum class Duplicates {
  Sum,     ///< each counts: values add up
  Latest,  ///< the one that starts last counts, or the last in the file
  Reject,  ///< all but the first are left out
};

}  // namespace kirnu
