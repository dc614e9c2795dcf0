// Thirty questions about counts, money and pasted tables: usual ones, and what people type by mistake.

/** @typedef {{language: 'en' | 'de' | 'fi', set: Record<string, string>}} Scenario */

const kMonths = 'Monat\tBeginn\tNeu\tVerloren\tEnde\nJan 2025\t1.000\t20\t13\t1.007\nFeb 2025\t1.007\t15\t15\t1.007\nMär 2025\t1.007\t12\t31\t988\n';

/** @type {Scenario[]} */
export const scenarios = [
  { language: 'de', set: { start: '1.500', lost: '250', period: 'year' } },
  { language: 'de', set: { start: '100', new: '15', lost: '10', end: '105', period: 'month' } },
  { language: 'de', set: { start: '50', lost: '3', period: 'quarter', benchmark: 'recurly-b2c' } },
  { language: 'de', set: { start: '1500', lost: '0', period: 'month' } },
  { language: 'de', set: { start: '12', lost: '12', period: 'year' } },
  { language: 'de', set: { start: '0', lost: '0', period: 'month' } },
  { language: 'de', set: { start: '5', lost: '9', period: 'month' } },
  { language: 'de', set: { start: 'viele', lost: '9', period: 'month' } },
  { language: 'de', set: { start: '1.000', lost: '50', period: '45' } },
  { language: 'de', set: { start: '1.000', lost: '50', period: '0' } },
  { language: 'de', set: { start: '400', lost: '20', period: 'month', mrr_start: '10.000,50', mrr_churned: '500,25', mrr_expansion: '250' } },
  { language: 'de', set: { paste: kMonths, period: 'month' } },
  { language: 'fi', set: { start: '1 500', lost: '250', period: 'year' } },
  { language: 'fi', set: { start: '200', new: '35', lost: '16', end: '219', new_left: '5', left_and_returned: '4', period: 'year' } },
  { language: 'fi', set: { start: '200', new: '35', lost: '16', new_left: '5', period: 'quarter', definition: 'events' } },
  { language: 'fi', set: { start: '100', end: '90', period: 'month' } },
  { language: 'fi', set: { start: '10,5', lost: '1', period: 'month' } },
  { language: 'fi', set: { start: '2 000', lost: '31', period: 'month', arpa: '49,90', margin: '75 %', discount: '8 %' } },
  { language: 'fi', set: { start: '7', lost: '1', period: 'none' } },
  { language: 'fi', set: { start: '1 000', lost: '−3', period: 'month' } },
  { language: 'fi', set: { paste: 'Kuukausi;Alussa;Menetetyt\n2025-01;1 000;20\n2025-02;980;19\n' } },
  { language: 'en', set: { start: '1,500', lost: '250', period: 'year' } },
  { language: 'en', set: { start: '2,400', new: '310', end: '2,501', period: 'quarter', benchmark: 'recurly-2024-all' } },
  { language: 'en', set: { start: '100', new: '10', lost: '5', end: '104', period: 'year' } },
  { language: 'en', set: { start: '200', new: '35', lost: '16', end: '219', new_left: '5', left_and_returned: '4', period: 'year', definition: 'stripe' } },
  { language: 'en', set: { mrr_start: '100,000', mrr_churned: '3,000', mrr_contraction: '1,000', mrr_expansion: '7,000', mrr_reactivation: '500', mrr_new: '10,000', period: 'month' } },
  { language: 'en', set: { start: '999999999', lost: '1', period: 'month' } },
  { language: 'en', set: { start: '1e400', lost: '1', period: 'month' } },
  { language: 'en', set: { lost: '25', end: '1,275', new: '40', period: 'month' } },
  { language: 'en', set: { paste: 'Name,Colour\nAnn,red\nBob,blue\n' } },
  { language: 'en', set: { paste: 'Month,Start,New,Lost,End\nJan 2025,1000,20,13,1007\nFeb 2025,1007,15,15,1008\n', period: 'month' } },
];
