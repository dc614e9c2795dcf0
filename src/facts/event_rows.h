#pragma once
#include <optional>
#include <string_view>

#include "facts/kind_fits.h"

/// Logs of subscriptions: a row each time that a customer comes, changes or leaves ("date; customer; event").
namespace kirnu {

enum class EventKind { Came, Left, Other };

/// What an event says by the parts of its words: "subscribed", "customer.subscription.deleted", "Kündigung".
EventKind event_kind(std::string_view event);

/// The roles of such a log; absent where events of coming and of leaving do not stand in one column, or most who leave
/// never came before.
std::optional<RoleAssignment> find_event_rows(const KindFits& fits);

}  // namespace kirnu
