// The code that an author pastes, for each way to embed. docs/embedding.md explains them.

/** @typedef {{base: string, embed: BuiltFile, title: string, language: string, theme: string, job: string, controls: string, numbers: string}} Wish */

/** Frames are this high until a script fits them: what an answer with few inputs needs in a column of text.
 * @type {Record<string, number>} */
const kHeights = { counts: 760, benchmark: 1240, lists: 480, subscriptions: 480, transactions: 480 };
const kWholePage = 1800;

/** What an answer needs in a column of any width, where no script fits the frame: so many pixels, less so many for each hundred
 * of its width, and no less than in a column of 1200. @type {Record<string, Record<string, [number, number]>>} */
const kRooms = {
  full: { counts: [5150, 228], benchmark: [3560, 173], lists: [970, 35.5], subscriptions: [970, 35.5], transactions: [970, 35.5], all: [5060, 218] },
  min: { counts: [1620, 82], benchmark: [2410, 102], lists: [600, 26], subscriptions: [680, 27.5], transactions: [680, 27.5], all: [3290, 130] },
  none: { counts: [1170, 50], benchmark: [2040, 81], lists: [334, 8.5], subscriptions: [334, 8.5], transactions: [334, 8.5], all: [2710, 91] },
};

/** As CSS. @param {string} job @param {string} controls */
function room(job, controls) {
  const [most, less] = kRooms[controls][job];
  return `max(${room_in(1200, job, controls)}px, ${most}px - ${less}cqw)`;
}

/** In a column that is so many pixels wide. @param {number} width @param {string} job @param {string} controls */
export function room_in(width, job, controls) {
  const [most, less] = kRooms[controls][job];
  return Math.round(most - (width / 100) * less);
}

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
  return `<div style="container-type:inline-size"><iframe src="${quoted(embed_address(wish))}" title="${quoted(wish.title)}" width="100%" height="${frame_height(wish.job, wish.controls)}" loading="lazy" style="border:0;width:100%;height:${room(wish.job, wish.controls)}" allow="clipboard-write" sandbox="allow-scripts allow-downloads"></iframe></div>`;
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
