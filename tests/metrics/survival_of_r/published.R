# Rscript published.R FOLDER: data sets that come with R's survival package as the CSV that people export, and what the
# package says of them, one JSON object a line. published.mjs gives the same files to the kirnu command.
library(survival)
folder <- commandArgs(TRUE)[1]

numbers <- function(x) paste0("[", paste(ifelse(is.na(x) | !is.finite(x), "null", sprintf("%.15g", x)), collapse = ","), "]")
texts <- function(x) paste0("[", paste0("\"", x, "\"", collapse = ","), "]")

curve <- function(time, left, tau, interval) {
  fit <- survfit(Surv(time, left) ~ 1, conf.type = interval)
  at <- fit$n.event > 0
  mean <- survival:::survmean(fit, rmean = tau)$matrix
  paste0("{\"n\":", length(time), ",\"t\":", numbers(fit$time[at]), ",\"at_risk\":", numbers(fit$n.risk[at]),
         ",\"events\":", numbers(fit$n.event[at]), ",\"survival\":", numbers(fit$surv[at]),
         ",\"low\":", numbers(fit$lower[at]), ",\"high\":", numbers(fit$upper[at]),
         ",\"median\":", numbers(summary(fit)$table[c("median", "0.95LCL", "0.95UCL")]),
         ",\"rmst\":", numbers(mean[c("rmean", "se(rmean)")]), "}")
}

# `data` has a row each customer; `file` is what is exported, where that is more; `set` are further settings.
tell <- function(name, data, time, event, value, group, file = data, set = character()) {
  write.csv(file, file.path(folder, paste0(name, ".csv")))
  write.csv2(file, file.path(folder, paste0(name, "_2.csv")), row.names = FALSE)
  left <- as.integer(data[[event]] == value)
  for (interval in c("log-log", "log")) {
    tau <- max(data[[time]])
    known <- !is.na(data[[group]])
    times <- data[[time]][known]
    leaving <- left[known]
    of <- factor(data[[group]][known])
    test <- survdiff(Surv(times, leaving) ~ of)
    df <- length(levels(of)) - 1
    curves <- c(curve(data[[time]], left, tau, interval),
                sapply(levels(of), function(l) curve(times[of == l], leaving[of == l], tau, interval)))
    cat("{\"name\":\"", name, "\",\"set\":",
        texts(c(paste0("event_value=", value), paste0("survival_interval=", sub("-", "_", interval)), paste0("segment=", group), set)),
        ",\"groups\":", texts(levels(of)), ",\"curves\":[", paste(curves, collapse = ","), "],\"test\":",
        numbers(c(test$chisq, df, pchisq(test$chisq, df, lower.tail = FALSE))), "}\n", sep = "")
  }
}

first <- function(data) data[!duplicated(data$id), ]
last <- function(data) data[!duplicated(data$id, fromLast = TRUE), ]
# Who is followed in parts counts once, with what was true at the start.
joined <- merge(last(heart)[c("id", "stop", "event")], first(heart)[c("id", "surgery")])

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
tell("heart", joined, "stop", "event", 1, "surgery", file = heart)
tell("pbcseq", last(pbcseq), "futime", "status", 2, "sex", file = pbcseq, set = "duplicates=latest")
