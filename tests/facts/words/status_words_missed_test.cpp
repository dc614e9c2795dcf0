#include <gtest/gtest.h>

#include "facts/words/status_words.h"

namespace kirnu {
namespace {

TEST(StatusWords, TellVisitsToWhichNobodyCame) {
  for (const char* word : {"No-show", "no show", "Client no-show", "Cancelled by client", "abgesagt",
                           "Abgesagt vom Kunden", "nicht erschienen", "Ei saapunut", "Perui", "Missed"})
    EXPECT_TRUE(order_failed(word)) << word;
  for (const char* word : {"Attended", "erschienen", "nicht abgesagt", "Toteutunut", "Paid by card", "saapui"})
    EXPECT_FALSE(order_failed(word)) << word;
}

}  // namespace
}  // namespace kirnu
