// Prints the report of every story as {"story": "report JSON"}, in the time zone it is started in.
import { ask, open_files, read_stories } from '../web/stories.mjs';
import { load } from './core.mjs';

/** @type {Record<string, string>} */
const reports = {};
for (const story of read_stories()) {
  const k = await load(story.language);
  ask(k, story);
  if (story.table) {
    await open_files(k, story);
    if (story.set.period) k.dispatch({ type: 'set', id: 'period', value: story.set.period });  // asked of the data, as the command does
  }
  reports[story.name] = k.reportText;
  k.close();
}
console.log(JSON.stringify(reports));
