// The code that an author pastes, for each way to embed. docs/embedding.md explains them.

/** @typedef {{base: string, embed: BuiltFile, title: string, language: string, theme: string, job: string, controls: string, numbers: string}} Wish */

/** Frames are this high until a script fits them: what an answer with few inputs needs in a column of text.
 * @type {Record<string, number>} */
const kHeights = { counts: 760, benchmark: 1240, lists: 480, subscriptions: 480, transactions: 480 };
const kWholePage = 1800;

/** @param {string} job @param {string} controls */
export function frame_height(job, controls) {
  return controls === 'full' ? kWholePage : (kHeights[job] ?? kWholePage);
}

/** @param {string} text */
const quoted = text => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** Address of the embed: looks in the query, numbers in the fragment. @param {Wish} wish */
export function embed_address({ base, language, theme, job, controls, numbers }) {
  const query = new URLSearchParams({ lang: language });
  if (theme !== 'auto') query.set('theme', theme);
  if (job !== 'all') query.set('job', job);
  if (controls !== 'full') query.set('controls', controls);
  return `${base}embed.html?${query}${numbers.replace(/^#?(?=.)/, '#')}`;
}

/** @param {Wish} wish */
function frame(wish) {
  return `<iframe src="${quoted(embed_address(wish))}" title="${quoted(wish.title)}" width="100%" height="${frame_height(wish.job, wish.controls)}" loading="lazy" style="border:0;width:100%" allow="clipboard-write" sandbox="allow-scripts allow-downloads"></iframe>`;
}

/** @param {Wish} wish */
function script({ base, embed }) {
  return `<script src="${quoted(base + embed.name)}" integrity="${embed.integrity}" crossorigin="anonymous" async></script>`;
}

/** @param {Wish} wish */
function custom_element(wish) {
  const { language, theme, job, controls, numbers } = wish;
  const attributes = Object.entries({
    lang: language,
    theme: theme === 'auto' ? '' : theme,
    job: job === 'all' ? '' : job,
    controls: controls === 'full' ? '' : controls,
    'src-params': numbers.replace(/^#?v\d+;?/, ''),
  });
  const written = attributes.filter(([, value]) => value).map(([name, value]) => ` ${name}="${quoted(value)}"`).join('');
  return `<churn-calculator${written} height="${frame_height(job, controls)}"><a href="${quoted(embed_address(wish))}">${quoted(wish.title)}</a></churn-calculator>`;
}

/** The page that hosts know how to embed when its address is pasted. @param {Wish} wish */
export const share_address = ({ base, job, language }) => `${base}share/${job}-${language}/`;

/** @param {Wish} wish @returns {Record<'iframe' | 'element' | 'wordpress' | 'ghost', string>} */
export function snippets(wish) {
  return {
    iframe: `${frame(wish)}\n${script(wish)}`,
    element: `${custom_element(wish)}\n${script(wish)}`,
    wordpress: share_address(wish),
    ghost: `${frame(wish)}\n${script(wish)}`,
  };
}
