// Axe on a page: what it finds shuts somebody out.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe_source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2, levels A and AA. @param {import('playwright-core').Page} page */
export async function axe_violations(page) {
  await page.evaluate(axe_source);
  return page.evaluate(async () => {
    // A colour on its way from one to another is neither.
    for (const each of document.getAnimations()) if (Number.isFinite(each.effect?.getComputedTiming().endTime)) each.finish();
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    // @ts-expect-error axe is what was just evaluated
    const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).slice(0, 3)} ${nodes[0].any[0]?.message ?? ''}`);
  });
}
