# Rscript published.R FOLDER: data sets that come with R's survival package as the CSV that people export, and what the
# package says of them, one JSON object a line. published.mjs gives the same files to the kirnu command.
library(survival)
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "late_test.R"))
folder <- commandArgs(TRUE)[1]

numbers <- function(x) paste0("[", paste(ifelse(is.na(x) | !is.finite(x), "null", sprintf("%.15g", x)), collapse = ","), "]")
texts <- function(x) paste0("[", paste0("\"", x, "\"", collapse = ","), "]")

curve <- function(entry, time, left, who, tau, interval) {
  lifetimes <- if (is.null(entry)) Surv(time, left) else Surv(entry, time, left)
  fit <- survfit(lifetimes ~ 1, conf.type = interval)
  at <- fit$n.event > 0
  mean <- survival:::survmean(fit, rmean = tau)$matrix
  paste0("{\"n\":", length(unique(who)), ",\"t\":", numbers(fit$time[at]), ",\"at_risk\":", numbers(fit$n.risk[at]),
         ",\"events\":", numbers(fit$n.event[at]), ",\"survival\":", numbers(fit$surv[at]),
         ",\"low\":", numbers(fit$lower[at]), ",\"high\":", numbers(fit$upper[at]),
         ",\"median\":", numbers(summary(fit)$table[c("median", "0.95LCL", "0.95UCL")]),
         ",\"rmst\":", numbers(mean[c("rmean", "se(rmean)")]), "}")
}

# `data` has a row each customer, or with `entry` a row each stretch of time, and `id` says whose; `file` is what is
# exported, where that is more; `set` are further settings.
tell <- function(name, data, time, event, value, group, file = data, set = character(), entry = NULL, id = NULL) {
  write.csv(file, file.path(folder, paste0(name, ".csv")))
  write.csv2(file, file.path(folder, paste0(name, "_2.csv")), row.names = FALSE)
  left <- as.integer(data[[event]] == value)
  who <- if (is.null(id)) seq_along(left) else data[[id]]
  part <- function(rows, tau, interval)
    curve(if (!is.null(entry)) data[[entry]][rows], data[[time]][rows], left[rows], who[rows], tau, interval)
  known <- !is.na(data[[group]])
  of <- factor(data[[group]][known])
  test <- if (is.null(entry)) survdiff(Surv(data[[time]], left)[known, ] ~ of)
          else late_test(data[[entry]][known], data[[time]][known], left[known], of)
  df <- length(levels(of)) - 1
  for (interval in c("log-log", "log")) {
    tau <- max(data[[time]])
    curves <- c(part(rep(TRUE, length(left)), tau, interval),
                sapply(levels(of), function(l) part(known & data[[group]] == l, tau, interval)))
    cat("{\"name\":\"", name, "\",\"set\":",
        texts(c(paste0("event_value=", value), paste0("survival_interval=", sub("-", "_", interval)), paste0("segment=", group), set)),
        ",\"groups\":", texts(levels(of)), ",\"curves\":[", paste(curves, collapse = ","), "],\"test\":",
        numbers(c(test$chisq, df, pchisq(test$chisq, df, lower.tail = FALSE))), "}\n", sep = "")
  }
}

last <- function(data) data[!duplicated(data$id, fromLast = TRUE), ]
zero <- cbind(start = 0, veteran)
ages <- with(nafld1, data.frame(id, age_start = age, age_end = round(age + futime / 365.25, 3), died = status, male))

tell("lung", lung, "time", "status", 2, "sex")
tell("lung_by_state", lung, "time", "status", 2, "ph.ecog")
tell("veteran", veteran, "time", "status", 1, "celltype")
tell("ovarian", ovarian, "futime", "fustat", 1, "rx")
tell("pbc", pbc, "time", "status", 2, "trt")
tell("gbsg", gbsg, "rfstime", "status", 1, "hormon", set = "column.rfstime=time")
tell("mgus2", mgus2, "futime", "death", 1, "sex")
tell("myeloid", myeloid, "futime", "death", 1, "trt")
tell("rats", rats, "time", "status", 1, "rx")
tell("retinopathy", retinopathy, "futime", "status", 1, "trt")
tell("flchain", flchain, "futime", "death", 1, "sex")
tell("heart", heart, "stop", "event", 1, "surgery", entry = "start", id = "id")
tell("heart_by_transplant", heart, "stop", "event", 1, "transplant", entry = "start", id = "id")
tell("jasa1", jasa1, "stop", "event", 1, "transplant", entry = "start", id = "id")
tell("cgd", cgd, "tstop", "status", 1, "treat", entry = "tstart", id = "id")
tell("cgd_first", cgd[cgd$enum == 1, ], "tstop", "status", 1, "treat", file = cgd, set = "duplicates=reject", entry = "tstart", id = "id")
tell("bladder2", bladder2, "stop", "event", 1, "rx", entry = "start", id = "id")
tell("veteran_from_zero", zero, "time", "status", 1, "celltype", set = "column.start=entry", entry = "start")
tell("ages", ages[ages$age_end > ages$age_start, ], "age_end", "died", 1, "male", file = ages, entry = "age_start", id = "id")
# Customers in one row or in several that follow each other, some after a gap, some of whom change their group; some leave again.
set.seed(7)
made_up <- function(n, times) {
  rows <- lapply(seq_len(n), function(id) {
    ends <- sort(unique(times(sample(2:5, 1))))
    if (length(ends) < 2) ends <- c(ends, ends + 1)
    data.frame(id = id, start = head(ends, -1), stop = ends[-1], event = rbinom(length(ends) - 1, 1, 0.4), plan = sample(c("a", "b", "c"), length(ends) - 1, TRUE))
  })
  all <- do.call(rbind, rows)
  all <- all[runif(nrow(all)) < 0.8, ]
  all[sample(nrow(all)), ]
}
for (i in 1:8) {
  whole <- made_up(10 + 15 * i, function(n) sample(0:(6 * i), n, TRUE))
  tell(paste0("whole_", i), whole, "stop", "event", 1, "plan", entry = "start", id = "id")
  parts <- made_up(10 + 15 * i, function(n) round(rexp(n, 0.1 / i), 4))
  tell(paste0("parts_", i), parts, "stop", "event", 1, "plan", entry = "start", id = "id")
}
tell("pbcseq", last(pbcseq), "futime", "status", 2, "sex", file = pbcseq, set = "duplicates=latest")
