#pragma once
#include <optional>
#include <string_view>

#include "facts/plan/kind_fits.h"

/// Logs of subscriptions: a row each time that a customer comes, changes or leaves ("date; customer; event").
namespace kirnu {

enum class EventKind { Came, Left, Changed, Other };

/// What an event says: "subscribed", "customer.subscription.deleted", "Kündigung". Words beside that are of anything
/// but the subscription make it an event of something else: "invoice.created", "trial ended", "not renewed".
EventKind event_kind(std::string_view event);

/// The roles of such a log: a column called event, type or action, in which customers come and leave. `chosen`: a
/// person said that these are subscriptions, so that events of one of the two are enough.
std::optional<RoleAssignment> find_event_rows(const KindFits& fits, bool chosen = false);

/// A column like that in which customers cancel, and no word is known by which one comes: it may be such a log.
bool may_be_event_rows(const KindFits& fits);

}  // namespace kirnu
