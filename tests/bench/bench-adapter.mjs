// Kirnu in the benchmark (engines/core.mjs): each job starts an instance, asks the shipped core a question and maps its
// report; nothing is counted here. Starting the instance is timed with the job; compiling the module and warming it up, which
// the page does before a file comes, are not.
const kFirstMonth = '2016-01', kMonths = 120;

/** The question that all data of the benchmark are asked: they end with 2025. */
const kQuestion = { as_of: '2025-12-31' };

/** A rate as lib/spec.mjs rounds it. */
const rounded = rate => (rate ? Math.round(rate.value * 1e9) / 1e9 : 0);

const inputOf = ({ bytes, file }) => bytes ?? file;

/** A month's number, 0 for January 2016. */
const monthOf = date => (date.slice(0, 4) - kFirstMonth.slice(0, 4)) * 12 + +date.slice(5, 7) - 1;

function answerOfSeries({ series }) {
  const months = Array.from({ length: kMonths }, () => [0, 0, 0, 0]);
  for (const period of series) {
    const { opening, new: fresh, churned, metrics } = period;
    months[monthOf(period.start)] = [opening, fresh, churned, rounded(metrics.customer_churn_rate)];
  }
  return { months };
}

function answerOfCohorts({ cohorts }) {
  const triangle = Array.from({ length: kMonths }, (_, month) => Array(kMonths - month + 1).fill(0));
  for (const { cohort, retained } of cohorts) {
    const row = triangle[monthOf(cohort)];
    for (const age of row.keys()) row[age] = retained[age];
  }
  return { triangle };
}

function answerOfLists({ lists, metrics }) {
  const { lost, kept, new_or_returned: fresh } = lists;
  return { lastYear: lost + kept, thisYear: kept + fresh, lost, kept, fresh, churn: rounded(metrics.customer_churn_rate) };
}

function answerOfHalved({ halved, metrics }) {
  const { base, lost, stopped } = halved;
  return { base, halved: lost, silent: stopped, churn: rounded(metrics.halved_churn_rate) };
}

function answerOfFields({ import: file }) {
  return { rows: file.rows + (file.header ? 1 : 0), fields: file.fields, chars: file.characters };
}

export default async function create(base) {
  const { Kirnu } = await import(base + 'kirnu.mjs');
  const first = await Kirnu.load();
  await first.warmUp();  // as the page does when somebody reaches for the file button
  const { module } = first;
  async function ask(inputs, question) {
    const k = await Kirnu.load({ wasm: module });
    k.set(question);
    const report = await k.open(inputs.map(inputOf), { name: inputs[0].name });
    k.close();
    return report;
  }
  return {
    J0: async counts => answerOfSeries(await ask([counts], {})),
    J1: async subscriptions => answerOfSeries(await ask([subscriptions], kQuestion)),
    J2: async subscriptions => answerOfCohorts(await ask([subscriptions], kQuestion)),
    J3: async (earlier, later) => answerOfLists(await ask([earlier, later], {})),
    J4: async table => answerOfFields(await ask([table], { check: 'fields' })),
    J5: async transactions => answerOfHalved(await ask([transactions], kQuestion)),
  };
}
