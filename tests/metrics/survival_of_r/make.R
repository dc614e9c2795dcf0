# Rscript make.R OUT: what R's survival package says about lifetimes of many shapes, as JSON with 17 digits.
# Its answers are kept in survival.json; scripts/test long makes them again and compares.
library(survival)
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "late_test.R"))

number <- function(x) ifelse(is.na(x) | !is.finite(x), "null", sprintf("%.17g", x))
numbers <- function(x) paste0("[", paste(number(x), collapse = ","), "]")
field <- function(name, value) paste0("\"", name, "\":", value)
object <- function(...) paste0("{", paste(c(...), collapse = ","), "}")

# With the time from which each was observed, where there is one.
lifetimes <- function(time, left, entry) if (is.null(entry)) Surv(time, left) else Surv(entry, time, left)

# Of one curve: the points at which somebody left, medians with both limits, and the restricted mean.
curve <- function(time, left, tau, entry) {
  plain <- survfit(lifetimes(time, left, entry) ~ 1, conf.type = "log-log")
  log <- survfit(lifetimes(time, left, entry) ~ 1, conf.type = "log")
  at <- plain$n.event > 0
  zero <- plain$surv[at] <= 0
  hide <- function(x) { x[zero] <- NA; x }  # once everybody has left S stays 0, whoever enters later
  # survmean() is what print(fit, rmean = tau) shows; with tau beyond the last time the curve goes on level.
  mean <- survival:::survmean(plain, rmean = tau)$matrix
  median_of <- function(fit) numbers(summary(fit)$table[c("median", "0.95LCL", "0.95UCL")])
  object(field("time", numbers(plain$time[at])), field("at_risk", numbers(plain$n.risk[at])),
         field("events", numbers(plain$n.event[at])), field("survival", numbers(plain$surv[at])),
         field("error", numbers(hide((plain$surv * plain$std.err)[at]))),
         field("log_log_low", numbers(hide(plain$lower[at]))), field("log_log_high", numbers(hide(plain$upper[at]))),
         field("log_low", numbers(hide(log$lower[at]))), field("log_high", numbers(hide(log$upper[at]))),
         field("median_log_log", median_of(plain)), field("median_log", median_of(log)),
         field("tau", number(tau)), field("rmst", number(mean["rmean"])), field("rmst_error", number(mean["se(rmean)"])))
}

shape <- function(name, time, left, group = NULL, tau = max(time), entry = NULL) {
  parts <- c(field("name", paste0("\"", name, "\"")), field("times", numbers(time)), field("left", numbers(left)),
             if (!is.null(entry)) field("entries", numbers(entry)), field("curve", curve(time, left, tau, entry)))
  if (!is.null(group)) {
    test <- if (is.null(entry)) survdiff(Surv(time, left) ~ group) else late_test(entry, time, left, group)
    df <- sum(test$exp > 0) - 1
    parts <- c(parts, field("group", numbers(group)), field("chi2", number(test$chisq)), field("df", number(df)),
               field("p", number(pchisq(test$chisq, df, lower.tail = FALSE))),
               field("expected", numbers(test$exp)), field("observed", numbers(test$obs)))
  }
  object(parts)
}

set.seed(20)
weibull <- function(n, shape, scale) ceiling(rweibull(n, shape, scale))
seen <- function(n, chance) rbinom(n, 1, chance)
shapes <- c(
  shape("maintained", c(9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161), c(1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0)),
  shape("one_row_left", 5, 1), shape("one_row_there", 5, 0), shape("two_rows", c(2, 2), c(1, 0)),
  shape("all_there", c(3, 4, 4, 9), c(0, 0, 0, 0)), shape("all_left", c(3, 4, 4, 9), c(1, 1, 1, 1)),
  shape("all_at_once", rep(7, 6), rep(1, 6)),
  shape("zero_times", c(0, 0, 0, 2, 3, 5), c(1, 0, 1, 1, 0, 1)),
  shape("only_zero_times", c(0, 0, 0), c(1, 0, 0), tau = 1),
  shape("half_for_a_while", c(2, 4, 10, 12), c(1, 1, 1, 1)),
  shape("half_to_the_end", c(2, 4, 10, 12), c(1, 1, 0, 0)),
  shape("half_with_censoring", c(1, 2, 3, 4, 5, 6, 7, 8), c(1, 0, 1, 0, 1, 1, 0, 1)),
  shape("last_left_with_others", c(1, 5, 5, 5), c(1, 1, 0, 1)),
  shape("tau_within", weibull(60, 1.2, 20), seen(60, 0.7), tau = 11),
  shape("tau_between", c(1.5, 2.25, 3.75, 8.5), c(1, 0, 1, 1), tau = 3),
  shape("tau_beyond", c(2, 4, 6, 6), c(1, 0, 1, 0), tau = 9),
  shape("ties", sample(1:6, 200, TRUE), seen(200, 0.6)),
  shape("no_ties", round(rexp(40, 0.1), 9), seen(40, 0.8)),
  shape("nearly_equal_times", c(1, 1 + 2^-20, 2, 2 + 2^-30, 3), c(1, 1, 1, 1, 1)),
  shape("mostly_there", weibull(300, 0.8, 400), seen(300, 0.05)),
  shape("thousand", weibull(1000, 0.7, 90), seen(1000, 0.75)),
  shape("two_groups", weibull(80, 1, 15), seen(80, 0.8), group = rep(1:2, 40)),
  shape("two_unequal", c(weibull(90, 1, 30), weibull(10, 1, 5)), seen(100, 0.9), group = rep(1:2, c(90, 10))),
  shape("group_of_one", c(4, weibull(30, 1, 9)), c(1, seen(30, 0.9)), group = c(2, rep(1, 30))),
  shape("group_where_nobody_left", c(weibull(20, 1, 9), 30, 40), c(seen(20, 0.9), 0, 0), group = rep(1:2, c(20, 2))),
  shape("three_groups_of_ties", sample(1:4, 150, TRUE), seen(150, 0.7), group = sample(1:3, 150, TRUE)),
  shape("five_groups", weibull(250, 1.5, 40), seen(250, 0.6), group = rep(1:5, 50)),
  shape("eight_groups", weibull(400, 0.9, 60), seen(400, 0.5), group = rep(1:8, 50)))

# Observed from a later time on: entries before times, at times at which others leave, with nobody there for a while, and
# with everybody gone before others enter.
late <- function(name, entry, time, left, ...) shape(name, time, left, entry = entry, ...)
later <- function(entry, more) entry + more
entered <- function(n, most) sample(0:most, n, TRUE)
four <- entered(120, 20); three <- entered(90, 6); two <- entered(60, 30); many <- entered(250, 200); few <- rexp(40, 0.2)
shapes <- c(shapes,
  late("late_one_row_left", 2, 5, 1), late("late_one_row_there", 2, 5, 0),
  late("late_by_hand", c(0, 0, 2, 4, 5), c(3, 5, 6, 8, 8), c(1, 0, 1, 1, 0)),
  late("entries_when_others_leave", c(0, 0, 3, 3, 5, 5), c(3, 5, 5, 7, 7, 9), c(1, 1, 0, 1, 1, 0)),
  late("everybody_left_before_others_enter", c(0, 2, 6, 7, 7), c(3, 5, 9, 8, 10), c(1, 1, 1, 0, 1)),
  late("nobody_there_for_a_while", c(0, 0, 6, 7, 7), c(3, 5, 9, 8, 10), c(1, 0, 1, 0, 1)),
  late("nobody_there_at_first", c(4, 5, 5, 6), c(9, 6, 8, 12), c(1, 1, 1, 0)),
  late("all_from_zero", rep(0, 6), c(2, 2, 3, 5, 8, 9), c(1, 0, 1, 1, 0, 1)),
  late("rows_that_follow", c(0, 3, 0, 0, 2, 4), c(3, 7, 5, 2, 4, 9), c(0, 1, 0, 0, 0, 1)),
  late("half_on_the_way", c(0, 0, 1, 5, 5), c(2, 4, 8, 9, 10), c(1, 1, 1, 1, 0)),
  late("late_of_fractions", few, later(few, rexp(40, 0.1)), seen(40, 0.7)),
  late("late_nearly_equal", c(0, 0, 1, 1 + 2^-30, 1), c(1 + 2^-30, 2, 2, 3, 2 + 2^-30), c(1, 0, 1, 1, 1)),
  late("late_ties", three, later(three, sample(1:4, 90, TRUE)), seen(90, 0.6)),
  late("late_ages", 40 + many / 10, 40 + many / 10 + rweibull(250, 1.3, 20), seen(250, 0.5), tau = 75),
  late("late_many", many, later(many, weibull(250, 0.8, 90)), seen(250, 0.7), tau = 150),
  late("late_two_groups", two, later(two, weibull(60, 1, 40)), seen(60, 0.8), group = rep(1:2, 30)),
  late("late_groups_of_ties", three, later(three, sample(1:4, 90, TRUE)), seen(90, 0.7), group = rep(1:3, 30)),
  late("late_four_groups", four, later(four, weibull(120, 1.2, 15)), seen(120, 0.8), group = rep(1:4, 30)),
  late("groups_that_change", c(heart$start), c(heart$stop), c(heart$event), group = as.integer(heart$transplant)),
  late("left_again_and_again", cgd$tstart, cgd$tstop, cgd$status, group = as.integer(cgd$treat)))

out <- commandArgs(TRUE)[1]
writeLines(paste0("[\n", paste(shapes, collapse = ",\n"), "\n]"), out)
