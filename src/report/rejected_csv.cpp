#include "report/rejected_csv.h"

#include "report/report_csv.h"

namespace kirnu {

std::string write_rejected_csv(const Report& report) {
  std::string out = "row,line,column,code,raw\r\n";
  for (const RejectedRow& row : report.rejected) {
    out += std::to_string(row.row) + "," + std::to_string(row.line) + "," + csv_cell(row.column) + "," +
           std::string(issue_code_name(row.code)) + "," + csv_cell(row.raw) + "\r\n";
  }
  return out;
}

}  // namespace kirnu
